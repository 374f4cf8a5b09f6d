"""Slack takes every card, list and window of alerts, however few or many there are and whatever was typed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from chatbot.actions.forms import BILLS, NAME, NOTE, SCRIPT, TITLE, WHY
from chatbot.actions.model import Action, Deed, Line, Mine, Office, Outcome, Page, State, Step, Tally, Target, Which
from chatbot.actions.rules import MOST_TARGETS
from handlers.practice.reading import text_of
from handlers.practice.validation import problems_in_message, problems_in_view
from handlers.slack.actions import forms, parts, views, windows
from handlers.slack.blocks import Block
from handlers.slack.press import Message
from handlers.slack.speech import Speech
from tests.slack.parts import COORDINATOR, NASTY, TONGUES, VOLUNTEER, long

DAY = date(2026, 9, 30)
TARGETS = tuple(
    Target(id=number, office=Office.LEGISLATURE, name=long(NAME), phone="617-555-0134 ext. 123456", email="a" * 120)
    for number in range(1, MOST_TARGETS + 1)
)
each_language = pytest.mark.parametrize("speech", TONGUES, ids=lambda speech: speech.language)


def much(state: State = State.OPEN, *, total: int = 999_999) -> Action:
    """An alert about which everything is written down that fits."""
    return Action(
        id=1,
        team_id="T1",
        code="A99999",
        title=long(TITLE),
        why=long(WHY),
        bills=long(BILLS),
        steps=tuple(Step),
        links=tuple(f"https://example.org/{'x' * 280}" for _ in range(5)),
        goal=1_000_000,
        ends_on=DAY,
        channel="C1",
        state=state,
        created_at=datetime(2026, 9, 1, tzinfo=UTC),
        targets=TARGETS,
        scripts={language: (long(SCRIPT - 30) + "{name}{town}{office}") for language in ("en", "es", "pt", "ht")},
        tally=Tally(by_step=dict.fromkeys(Step, total), people=total),
    )


def little(state: State = State.OPEN) -> Action:
    """One about which next to nothing is known."""
    return replace(much(state), why="", bills="", links=(), goal=None, targets=TARGETS[:1], scripts={}, tally=Tally())


DEEDS = tuple(
    Deed(id=number, action_id=1, target_id=1 + number % 10, step=Step.CALL, day=DAY, outcome=Outcome.NO_ANSWER)
    for number in range(40)
)
LINES = [
    Line(day=DAY, target_id=target.id, step=step, outcome=outcome, count=99_999, notes=(long(NOTE),) * 9)
    for target in TARGETS
    for step in Step
    for outcome in (None, *Outcome)
]


def messages(speech: Speech) -> Iterator[Message]:
    for action in (much(state) for state in (State.OPEN, State.CLOSED)):
        yield views.card(action, speech)
        yield from (views.goal(action, speech), views.thanks(action, speech), views.remind(action, speech))
        yield views.thank(action, Mine(total=999), speech)
    yield views.card(replace(much(), goal=5), speech)
    yield from (views.card(little(), speech), views.thanks(little(State.CLOSED), speech))
    for which in Which:
        yield views.listing(Page(actions=(), total=0, number=1, pages=1), which, speech, may_add=False).message
        full = Page(actions=(much(), little(), much(State.CLOSED), much(), much()), total=25, number=2, pages=5)
        yield views.listing(full, which, speech, may_add=True).message
    yield from (views.unknown(long(300), speech).message, views.help_text(speech, may_add=True).message)
    yield views.gone(much(State.DRAFT), speech).message


def modals(speech: Speech) -> Iterator[Block]:
    for state in State:
        for by in (COORDINATOR, VOLUNTEER):
            for mine in (Mine(), Mine(today=DEEDS, total=40, reminded=True)):
                filling = windows.Filling(town=long(windows.TOWN), target_id=3)
                yield windows.window(much(state), mine, speech, by=by, is_open=True, filling=filling)
                yield windows.window(little(state), mine, speech, by=by, is_open=False)
    for step in Step:
        yield windows.did_form(much(), step, speech, filling=windows.Filling(town=long(windows.TOWN)))
    yield from (windows.tally(much(), LINES, speech), windows.tally(little(), [], speech))
    yield from (forms.alert_form(speech), forms.alert_form(speech, action=much()))
    yield forms.alert_form(speech, action=little(State.DRAFT))
    yield from (forms.target_form(much(), speech), forms.target_form(much(), speech, target=TARGETS[0]))
    yield from (forms.script_form(much(), "ht", speech), forms.reopen_form(much(State.CLOSED), speech))


@each_language
def test_slack_takes_every_message_and_every_window(speech: Speech) -> None:
    for message in messages(speech):
        assert problems_in_message({"text": message.text, "blocks": list(message.blocks)}) == []
    for window in modals(speech):
        assert problems_in_view(window) == []
    home = views.home_part([much(), little(), much()], speech)
    assert len(home) == 7
    assert views.home_part([], speech) == []


def test_what_people_typed_is_harmless() -> None:
    """T13"""
    assert "<!channel>" in NASTY
    for message in messages(TONGUES[0]):
        assert "<!channel>" not in text_of({"blocks": list(message.blocks)})


def test_a_long_script_is_shown_to_its_end() -> None:
    words = "\n".join(f"{number} & {number}" * 9 for number in range(60))
    window = windows.window(replace(much(), scripts={"en": words}), Mine(), TONGUES[0], by=VOLUNTEER, is_open=True)
    assert "59 &amp; 59" in text_of(window)


@pytest.mark.parametrize(
    ("total", "goal", "bar"),
    [
        (0, 50, "————————————————————"),
        (1, 1000, "▰———————————————————"),
        (25, 50, "▰▰▰▰▰▰▰▰▰▰——————————"),
        (999, 1000, "▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰—"),
        (50, 50, "▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰"),
        (70, 50, "▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰▰"),
        (5, None, None),
    ],
)
def test_the_thermometer_shows_whatever_there_is_and_is_full_only_at_the_goal(
    total: int, goal: int | None, bar: str | None
) -> None:
    assert parts.thermometer(replace(much(), goal=goal, tally=Tally(by_step={Step.CALL: total}, people=1))) == bar

"""Filling in a script, whose script it is, and which offices somebody turned to: values in, values out."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.actions import rules
from chatbot.actions.model import Action, Deed, Mine, Office, State, Step, Tally, Target
from chatbot.actions.refusals import NoSuchTarget, NotAsked, NotOpen
from chatbot.actions.rules import filled, script_for, unknown_blanks

TODAY = date(2026, 3, 2)
words = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="{}"), max_size=30)


def action(**changes: object) -> Action:
    """An alert for calls to two offices that ends in five days."""
    targets = tuple(Target(id=one, office=Office.AGENCY, name=f"Office {one}", phone="", email="") for one in (1, 2))
    values: dict[str, object] = {
        "id": 1,
        "team_id": "T1",
        "code": "A101",
        "title": "Close the jail",
        "why": "",
        "bills": "",
        "steps": (Step.CALL,),
        "links": (),
        "goal": None,
        "ends_on": TODAY + timedelta(days=5),
        "channel": None,
        "state": State.OPEN,
        "created_at": datetime(2026, 3, 1, tzinfo=UTC),
        "targets": targets,
        "scripts": {},
        "tally": Tally(),
        **changes,
    }
    return Action(**values)  # type: ignore[arg-type]


@settings(max_examples=40)
@given(before=words, name=words.filter(bool), town=words.filter(bool), office=words.filter(bool), after=words)
def test_the_blanks_of_a_script_are_filled_and_nothing_else_is_touched(
    before: str, name: str, town: str, office: str, after: str
) -> None:
    script = f"{before}{{name}}, {{town}}: {{office}}{after}"
    assert filled(script, name=name, town=town, office=office) == f"{before}{name}, {town}: {office}{after}"


@given(town=st.sampled_from(["{name}", "{office}", "{{town}}", "{0.__class__}", "%s"]))
def test_what_goes_into_a_blank_is_never_filled_itself(town: str) -> None:
    assert filled("From {town}.", name="Ana", town=town, office="X") == f"From {town}."


def test_a_blank_that_nobody_can_fill_yet_stays_to_be_seen() -> None:
    assert filled("{name} of {town}", name="Ana", town="", office="") == "Ana of {town}"


@pytest.mark.parametrize(
    ("script", "unknown"),
    [("{name} {town} {office}", []), ("{nmae}", ["nmae"]), ("{}", [""]), ("{Name}", ["Name"]), ("no blanks } {", [])],
)
def test_a_misspelled_blank_is_noticed(script: str, unknown: list[str]) -> None:
    assert unknown_blanks(script) == unknown


@pytest.mark.parametrize(
    ("scripts", "language", "expected"),
    [
        ({"en": "Hello", "pt": "Olá"}, "pt", "Olá"),
        ({"en": "Hello", "pt": "Olá"}, "ht", "Hello"),
        ({"es": "Hola"}, "pt", "Hola"),
        ({}, "en", ""),
    ],
)
def test_a_script_is_read_in_ones_language_else_in_english_else_in_what_there_is(
    scripts: dict[str, str], language: str, expected: str
) -> None:
    assert script_for(scripts, language) == expected


def test_an_office_is_turned_to_once_however_often_it_is_named() -> None:
    assert [one.id for one in rules.asked_of(action(), Step.CALL, [2, 2, 1])] == [2, 1]


@pytest.mark.parametrize(("step", "numbers", "refusal"), [
    (Step.SIGN, [1], NotAsked),
    (Step.CALL, [], NoSuchTarget),
    (Step.CALL, [1, 9], NoSuchTarget),
])  # fmt: skip
def test_what_the_alert_does_not_ask_for_is_not_counted(
    step: Step, numbers: list[int], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        rules.asked_of(action(), step, numbers)


@pytest.mark.parametrize(
    ("state", "days", "is_open"),
    [(State.OPEN, 5, True), (State.OPEN, 6, False), (State.CLOSED, 0, False), (State.DRAFT, 0, False)],
)
def test_the_last_day_still_counts_and_the_next_one_does_not(state: State, days: int, *, is_open: bool) -> None:
    day = TODAY + timedelta(days=days)
    assert rules.is_open(action(state=state), day) is is_open
    if not is_open:
        with pytest.raises(NotOpen):
            rules.must_be_open(action(state=state), day)


@pytest.mark.parametrize(
    ("days", "did_today", "reminded"),
    [(0, False, False), (1, False, True), (1, True, False), (2, False, False), (5, False, True), (6, False, False)],
)
def test_who_asked_is_reminded_on_the_next_day_and_on_the_last(days: int, *, did_today: bool, reminded: bool) -> None:
    day = TODAY + timedelta(days=days)
    deed = Deed(id=1, action_id=1, target_id=1, step=Step.CALL, day=day, outcome=None)
    mine = Mine(today=(deed,) if did_today else (), reminded=True)
    assert rules.reminds(action(), TODAY, mine, day) is reminded


def test_the_clock_closes_by_day_only() -> None:
    over = datetime.combine(TODAY + timedelta(days=6), rules.HOUR)
    assert rules.closes(action(), over)
    assert not rules.closes(action(), over - timedelta(days=1))
    assert not rules.closes(action(), over.replace(hour=3))
    assert not rules.closes(action(), over.replace(hour=23))
    assert not rules.closes(action(state=State.CLOSED), over)

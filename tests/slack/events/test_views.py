"""Slack takes every card, list and window of events, however few or many come and whatever was typed."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from chatbot.events.model import Event, Facts, Hours, Move, Opened, Page, Plan, Series, State
from chatbot.events.rules import seats
from chatbot.signups.model import Roster, SeatRole
from chatbot.signups.occasions import When
from handlers.practice.validation import problems_in_message, problems_in_view
from handlers.slack.blocks import Block
from handlers.slack.events import forms, views
from handlers.slack.events.details import details
from handlers.slack.press import Message
from handlers.slack.speech import Speech
from tests.slack.parts import COORDINATOR, EASTERN, NOW, TONGUES, VOLUNTEER, long, place, signup

each_language = pytest.mark.parametrize("speech", TONGUES, ids=lambda speech: speech.language)
START = datetime(2026, 9, 30, 22, tzinfo=NOW.tzinfo)
FACTS = Facts(
    title=long(80), host=long(80), spot=long(120), place_id=1, area="", zone=EASTERN, languages=long(120),
    note=long(3000), page="https://example.org/" + "x" * 380, limit=None,
)  # fmt: skip
BARE = Facts(
    title="X", host="", spot="", place_id=None, area="", zone=EASTERN, languages="", note="", page="", limit=2,
)  # fmt: skip
CROWD = tuple(replace(signup(number, waiting=number > 200), role=SeatRole.GUEST) for number in range(1, 400))


def event(facts: Facts = FACTS, *, state: State = State.OPEN, full: bool = True) -> Event:
    return Event(
        id=1,
        team_id="T1",
        code="E99999",
        facts=facts,
        place=long(80) if full else "",
        when=When(zone=EASTERN, day=date(2026, 9, 30), starts_at=START, ends_at=START + timedelta(hours=1)),
        has_link=full,
        series_id=1 if full else None,
        slot=date(2026, 9, 30),
        apart=False,
        state=state,
        cancelled_because=long(200) if full else "",
        created_by=1,
        roster=Roster(seats=seats(facts.limit), signups=CROWD if full else ()),
    )


EVENTS = [event(facts, state=state, full=facts is FACTS) for facts in (FACTS, BARE) for state in State]


def opened(one: Event) -> Opened:
    series = Series(
        id=1, team_id="T1", facts=FACTS, hours=Hours(start=time(18), end=None),
        plan=Plan(rule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", first=date(2026, 9, 30)), made_through=date(2026, 9, 30),
        ended_at=None, created_by=1,
    )  # fmt: skip
    has = one.series_id is not None
    return Opened(
        event=one,
        link=long(400) if has else None,
        series=series if has else None,
        others=(one,) * 12 if has else (),
        may_change=True,
    )


def messages(speech: Speech) -> list[Message]:
    pages = [
        Page(events=(), more={}, total=0, number=1, pages=1),
        Page(events=tuple(EVENTS), more={1: 5}, total=90, number=3, pages=15),
    ]
    return [
        *(views.card(one, speech, NOW) for one in EVENTS),
        *(views.moved(one, Move(when=one.when, where=one.where), speech) for one in EVENTS),
        *(views.cancelled(one, speech) for one in EVENTS),
        *(views.who_came(one, speech) for one in EVENTS),
        *(
            views.listing(page, words, speech, by=by).message
            for page in pages
            for words in ("", long(80))
            for by in (VOLUNTEER, COORDINATOR)
        ),
    ]


def windows(speech: Speech) -> list[Block]:
    places = [place(number) for number in range(1, 150)]
    return [
        *(details(opened(one), speech, NOW, by=by) for one in EVENTS for by in (VOLUNTEER, COORDINATOR)),
        *(forms.form(speech, places, opened=opened(one)) for one in EVENTS),
        *(forms.cancel_form(one, speech) for one in EVENTS),
        forms.form(speech, places),
        forms.form(speech, []),
    ]


@each_language
def test_slack_takes_every_message(speech: Speech) -> None:
    for message in messages(speech):
        assert problems_in_message({"text": message.text, "blocks": list(message.blocks)}) == []


@each_language
def test_slack_takes_every_window(speech: Speech) -> None:
    for window in windows(speech):
        assert problems_in_view(window) == []

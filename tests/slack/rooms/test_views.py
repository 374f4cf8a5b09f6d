"""Slack takes every message and window about rooms, in every language, however little or much was written down."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from chatbot.rooms.digest import HostItem, StayItem
from chatbot.rooms.forms import TOWN
from chatbot.rooms.model import Closed, Feature, Free, Held, Home, Length, Nights, Offer, OfferState, Shown, Standing
from chatbot.rooms.stays import matching
from chatbot.rooms.stays.forms import WORDS as NOTE
from chatbot.rooms.stays.model import Contacts, Match, MatchState, Note, NoteKind, Phase, Stay, StayState
from handlers.practice.reading import text_of
from handlers.practice.validation import problems_in_message, problems_in_view
from handlers.slack.blocks import Block
from handlers.slack.here import Here
from handlers.slack.press import Message, Say
from handlers.slack.rooms import drawings, lists, note_modals, offer_modals, stay_forms, stay_modals
from handlers.slack.rooms.section import RoomsView
from handlers.slack.rooms.words import WORDS
from handlers.slack.speech import Speech
from tests.slack.parts import ADMIN, COORDINATOR, EASTERN, NOW, TONGUES, VOLUNTEER, long

TODAY = date(2026, 9, 30)
HERE = Here(today=TODAY, zone=EASTERN)
NIGHTS = Nights(first=TODAY, until=TODAY + timedelta(days=300))


def offer(number: int = 1) -> Offer:
    """A room about which everything is written down that fits."""
    return Offer(
        id=number,
        team_id="T1",
        code=f"R9999{number}",
        host_id=VOLUNTEER.id,
        host=long(80),
        town=long(TOWN),
        beds=12,
        nights=NIGHTS,
        lengths=frozenset(Length),
        features=frozenset(Feature),
        languages=long(120),
        note=long(600),
        state=OfferState.OPEN,
        good_until=TODAY,
        vetted=True,
        closed=tuple(Closed(id=one, nights=NIGHTS) for one in range(12)),
        keeper_id=VOLUNTEER.id if number % 2 else None,
        keeper=long(80),
    )


def bare_offer(number: int = 1) -> Offer:
    return replace(
        offer(number),
        town="X",
        nights=Nights(first=TODAY, until=None),
        lengths=frozenset({Length.LONG}),
        features=frozenset(),
        languages="",
        note="",
        state=OfferState.CLOSED,
        vetted=False,
        closed=(),
    )


def rooms(count: int) -> list[Shown]:
    held = tuple(Held(nights=NIGHTS, beds=12, stay="S99999") for _ in range(12))
    return [
        Shown(
            offer=offer(number) if number % 2 else bare_offer(number),
            held=held if number % 2 else (),
            standing=list(Standing)[number % len(Standing)],
        )
        for number in range(count)
    ]


def match(state: MatchState, *, longer: bool = False) -> Match:
    return Match(
        id=1,
        stay_id=1,
        offer_id=1,
        offer_code="R99999",
        voice_id=VOLUNTEER.id,
        is_kept=longer,
        host=long(80),
        town=long(TOWN),
        nights=NIGHTS,
        beds=12,
        state=state,
        expires_at=NOW,
        longer_until=TODAY if longer else None,
        longer_expires_at=NOW if longer else None,
    )


def stay(matched: Match | None = None, *, state: StayState = StayState.OPEN) -> Stay:
    return Stay(
        id=1,
        team_id="T1",
        code="S99999",
        alias=long(40),
        town=long(TOWN),
        adults=12,
        children=12,
        nights=NIGHTS,
        needs=frozenset(Feature),
        languages=long(120),
        note=long(600),
        state=state,
        coordinator_id=1,
        coordinator=long(80),
        match=matched,
    )


BARE = replace(stay(), alias="X", town="", children=0, needs=frozenset(), languages="", note="")


def stays() -> Iterator[Stay]:
    yield stay()
    yield BARE
    yield stay(state=StayState.WITHDRAWN)
    yield from (stay(match(state)) for state in (MatchState.PROPOSED, MatchState.ACCEPTED))
    yield from (stay(match(MatchState.AGREED, longer=longer), state=StayState.AGREED) for longer in (True, False))
    yield replace(stay(), nights=Nights(first=TODAY - timedelta(days=9), until=TODAY))


def said(message: Message | Say) -> Message:
    return message.message if isinstance(message, Say) else message


def refused(message: Message | Say) -> list[str]:
    shown = said(message)
    return problems_in_message({"text": shown.text, "blocks": list(shown.blocks)})


@pytest.mark.parametrize("speech", TONGUES, ids=lambda speech: speech.language)
@pytest.mark.parametrize("count", [0, 1, lists.MOST, 30])
def test_every_list(speech: Speech, count: int) -> None:
    many = list(stays()) * 4
    for by in (ADMIN, VOLUNTEER):
        assert refused(lists.start(rooms(count), many[:count], speech, TODAY, given=count, by=by)) == []
    for wanted in (Free(), Free(town=long(TOWN), nights=NIGHTS, beds=12)):
        assert refused(lists.free(rooms(count), wanted, speech)) == []
    assert refused(lists.stays(many[:count], speech, TODAY)) == []


@pytest.mark.parametrize("speech", TONGUES, ids=lambda speech: speech.language)
def test_every_window_about_a_room(speech: Speech) -> None:
    home = Home(address=long(600), phone=long(600), arrival=long(600))
    views = [offer_modals.form(speech, TODAY, others=True), offer_modals.form(speech, TODAY, offer=offer(), home=home)]
    for shown in rooms(10):
        views.append(offer_modals.closed_nights(shown, speech, TODAY))
        views += [
            offer_modals.details(shown, speech, person_id=person, coordinates=coordinates, said=None)
            for person in (VOLUNTEER.id, 99)
            for coordinates in (True, False)
        ]
    assert [problem for view in views for problem in problems_in_view(view)] == []


def windows(speech: Speech) -> Iterator[Block]:
    notes = [Note(kind=kind, author=long(80), written_at=NOW, words=long(NOTE)) for kind in NoteKind] * 20
    fits = [matching.fit(stay(), one.offer, said_no={1}, today=TODAY) for one in rooms(20)]
    yield stay_forms.form(speech, TODAY)
    for one in stays():
        yield stay_forms.form(speech, TODAY, stay=one, contact=long(600))
        yield stay_forms.longer(one, speech)
        yield stay_forms.end(one, speech, TODAY)
        yield stay_modals.homes(one, fits, speech)
        yield stay_modals.homes(one, [], speech)
        yield note_modals.contacts(Contacts(stay=one, home=Home(address=long(600)), guests=long(600)), speech)
        yield note_modals.contacts(Contacts(stay=one, home=None, guests=""), speech)
        for few in (True, False):
            yield stay_modals.details(one, speech, HERE, by=COORDINATOR if few else VOLUNTEER)
            yield note_modals.notes(one, notes if few else [], speech, coordinates=few, asks=not few)


@pytest.mark.parametrize("speech", TONGUES, ids=lambda speech: speech.language)
def test_every_window_about_a_stay(speech: Speech) -> None:
    assert [problem for view in windows(speech) for problem in problems_in_view(view)] == []


@pytest.mark.parametrize("speech", TONGUES, ids=lambda speech: speech.language)
def test_every_word_to_a_host_or_a_coordinator(speech: Speech) -> None:
    for word in WORDS.values():
        for one in stays():
            assert refused(drawings.drawn(word, one, HERE, speech)) == []


@pytest.mark.parametrize("speech", TONGUES, ids=lambda speech: speech.language)
def test_every_line_of_a_digest(speech: Speech) -> None:
    view = RoomsView()
    drawn = [view.to_settle(HostItem(offer=offer()), speech)]
    for one, phase in zip(stays(), list(Phase) * 2, strict=False):
        item = StayItem(stay=one, phase=phase, urgent=True, happens_on=TODAY)
        drawn += [view.line(item, speech, person_id=person) for person in (None, VOLUNTEER.id)]
        drawn.append(view.to_settle(item, speech))
    assert [problem for lines in drawn for problem in problems_in_message({"text": "x", "blocks": lines})] == []


def test_what_people_typed_is_harmless() -> None:
    speech = TONGUES[0]
    shown = [*windows(speech), offer_modals.details(rooms(2)[1], speech, person_id=1, coordinates=True)]
    listed = [lists.free(rooms(3), Free(town=long(TOWN)), speech), lists.stays(list(stays()), speech, TODAY)]
    texts = [text_of({"blocks": one["blocks"]}) for one in shown if "callback_id" not in one or not one["callback_id"]]
    texts += [text_of({"blocks": list(said(one).blocks)}) for one in listed]
    assert texts
    assert not [one for one in texts if "<!channel>" in one]

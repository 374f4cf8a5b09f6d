"""Which beds are free on which nights, as values."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from chatbot.kit.refusal import Refusal
from chatbot.rooms import rules
from chatbot.rooms.model import Closed, Free, Held, Nights, Offer, OfferState, Shown, Standing
from chatbot.rooms.refusals import (
    BedsTaken,
    DaysOver,
    HostNotVetted,
    LeavesBeforeArriving,
    NightClosed,
    NightsPromised,
    NotFree,
    OutsideOffer,
    TooLong,
)
from tests.rooms.homes import nights

TODAY = date(2026, 3, 2)


def day(ahead: int) -> date:
    return TODAY + timedelta(days=ahead)


OFFER = Offer(
    id=1,
    team_id="T1",
    code="R101",
    host_id=7,
    host="Ana",
    town="Lowell",
    beds=4,
    nights=Nights(first=TODAY, until=day(60)),
    lengths=frozenset(),
    features=frozenset(),
    languages="",
    note="",
    state=OfferState.OPEN,
    good_until=day(90),
    vetted=True,
    closed=(),
)


def held(first: int, count: int, beds: int = 4, stay: str = "S101") -> Held:
    return Held(nights=nights(day(first), count), beds=beds, stay=stay)


def test_the_night_of_the_last_day_is_not_included() -> None:
    week = nights(day(0), 7)
    assert week.count == 7
    assert week.hold(day(6))
    assert not week.hold(day(7))
    assert not week.overlap(nights(day(7), 3))
    rules.must_be_free(OFFER, [held(0, 7)], nights(day(7), 3), 4)
    with pytest.raises(BedsTaken):
        rules.must_be_free(OFFER, [held(0, 7)], nights(day(6), 3), 4)


def test_beds_of_several_stays_add_up_on_each_night() -> None:
    two = [held(0, 5, 2), held(3, 5, 1)]
    rules.must_be_free(OFFER, two, nights(day(0), 3), 2)
    with pytest.raises(BedsTaken) as refused:
        rules.must_be_free(OFFER, two, nights(day(0), 5), 2)
    assert refused.value.sentence.blanks["count"] == 1
    assert refused.value.sentence.blanks["night"] == day(3)


def test_a_closed_night_and_a_night_outside_the_offer_are_told_apart() -> None:
    away = replace(OFFER, closed=(Closed(id=1, nights=nights(day(10), 3)),))
    rules.must_be_free(away, [], nights(day(13), 2), 1)
    with pytest.raises(NightClosed) as refused:
        rules.must_be_free(away, [], nights(day(8), 4), 1)
    assert refused.value.sentence.blanks["night"] == day(10)
    with pytest.raises(OutsideOffer):
        rules.must_be_free(OFFER, [], nights(day(58), 3), 1)
    with pytest.raises(OutsideOffer):
        rules.must_be_free(OFFER, [], nights(day(-1), 3), 1)


def test_an_open_ended_offer_covers_every_night_after_its_first() -> None:
    endless = replace(OFFER, nights=Nights(first=TODAY, until=None))
    rules.must_be_free(endless, [], nights(day(300), 3), 4)
    assert not nights(day(0), 3).cover(Nights(first=day(0), until=None))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, Standing.FREE),
        ({"vetted": False}, Standing.UNVETTED),
        ({"state": OfferState.CLOSED, "vetted": False}, Standing.CLOSED),
        ({"good_until": TODAY}, Standing.EXPIRED),
        ({"nights": Nights(first=day(-9), until=TODAY)}, Standing.OVER),
    ],
)
def test_how_an_offer_stands(changes: dict[str, Any], expected: Standing) -> None:
    offer = replace(OFFER, **changes)
    assert rules.standing(offer, TODAY) is expected
    if expected is not Standing.FREE:
        with pytest.raises(HostNotVetted if expected is Standing.UNVETTED else NotFree):
            rules.must_take_guests(offer, TODAY)


@pytest.mark.parametrize(
    ("first", "until", "refusal"),
    [
        (day(3), day(3), LeavesBeforeArriving),
        (day(3), day(2), LeavesBeforeArriving),
        (day(-5), TODAY, DaysOver),
        (day(0), day(367), TooLong),
    ],
)
def test_nights_that_make_no_sense_are_refused(first: date, until: date, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        rules.must_make_sense(Nights(first=first, until=until), TODAY)


def test_a_host_cannot_take_back_a_bed_that_is_promised() -> None:
    promised = [held(5, 5)]
    rules.must_keep_promises(OFFER, promised, today=TODAY)
    for changed in (
        replace(OFFER, beds=3),
        replace(OFFER, nights=Nights(first=TODAY, until=day(8))),
        replace(OFFER, closed=(Closed(id=1, nights=nights(day(9), 1)),)),
    ):
        with pytest.raises(NightsPromised) as refused:
            rules.must_keep_promises(changed, promised, today=TODAY)
        assert refused.value.sentence.blanks["stay"] == "S101"
        rules.must_keep_promises(changed, promised, today=day(10))


def test_what_someone_types_behind_rooms_is_a_town_a_number_and_days_in_any_order() -> None:
    assert rules.read_free("") == Free()
    assert rules.read_free("2026-03-30 new bedford for 4 2026-03-09") == Free(
        town="new bedford", beds=4, nights=Nights(first=date(2026, 3, 9), until=date(2026, 3, 30))
    )
    assert rules.read_free("2026-03-09").nights == nights(date(2026, 3, 9), 1)
    assert rules.read_free("2026-13-09 400") == Free(town="2026-13-09 400")


def test_a_search_finds_the_town_the_size_and_the_nights() -> None:
    lowell = Shown(offer=OFFER, held=(held(0, 7, 3),), standing=Standing.FREE)
    lynn = Shown(offer=replace(OFFER, id=2, town="Lynn"), held=(), standing=Standing.FREE)
    assert rules.found([lowell, lynn], Free()) == [lowell, lynn]
    assert rules.found([lowell, lynn], Free(town="LOW")) == [lowell]
    assert rules.found([lowell, lynn], Free(beds=5)) == []
    assert rules.found([lowell, lynn], Free(beds=2, nights=nights(day(6), 2))) == [lynn]
    assert rules.found([lowell, lynn], Free(beds=2, nights=nights(day(7), 2))) == [lowell, lynn]

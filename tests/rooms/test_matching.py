"""Which homes would do, best first, each with its reasons; as values."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from chatbot.rooms.model import Feature, Length, Nights, Offer, Shown, Standing
from chatbot.rooms.stays import matching
from chatbot.rooms.stays.model import Stay, StayState
from chatbot.rooms.stays.rules import answer_by
from tests.rooms.homes import nights, words
from tests.rooms.test_rules import OFFER, TODAY, day, held

STAY = Stay(
    id=1,
    team_id="T1",
    code="S101",
    alias="Family of four",
    town="lowell",
    adults=2,
    children=2,
    nights=nights(day(7), 21),
    needs=frozenset({Feature.WHEELCHAIR}),
    languages="Spanish, Portuguese",
    note="",
    state=StayState.OPEN,
    coordinator_id=3,
    coordinator="Daniel",
    match=None,
)
HOME = replace(
    OFFER,
    lengths=frozenset({Length.SHORT}),
    features=frozenset({Feature.CHILDREN, Feature.WHEELCHAIR}),
    languages="English; spanish",
)


def shown(offer: Offer, standing: Standing = Standing.FREE) -> Shown:
    return Shown(offer=offer, held=(), standing=standing)


def test_a_home_that_has_everything_says_why() -> None:
    fit = matching.fit(STAY, HOME, said_no=frozenset(), today=TODAY)
    assert words(fit.fits) == [
        "in Lowell",
        "Children welcome",
        "Works with a wheelchair",
        "for 21 nights",
        "speaks Spanish",
    ]
    assert fit.misfits == ()


def test_what_does_not_fit_is_said_and_never_hidden() -> None:
    bare = replace(HOME, town="Lynn", features=frozenset(), lengths=frozenset({Length.LONG}), languages="Russian")
    soon = replace(STAY, nights=nights(day(1), 5))
    fit = matching.fit(soon, bare, said_no={bare.id}, today=TODAY)
    assert fit.fits == ()
    assert words(fit.misfits) == [
        "not in lowell",
        "Children welcome",
        "Works with a wheelchair",
        "for 5 nights",
        "does not usually take guests at short notice",
        "no language in common",
        "said no to this stay before",
    ]


def test_the_home_that_misses_least_comes_first_and_then_the_one_that_just_fits() -> None:
    far = replace(HOME, id=2, town="Lynn")
    large = replace(HOME, id=3, beds=8)
    found = matching.ranked(STAY, [shown(far), shown(large), shown(HOME)], said_no=frozenset(), today=TODAY)
    assert [one.offer.id for one in found] == [1, 3, 2]


def test_what_no_talk_can_change_leaves_a_home_out() -> None:
    out = [
        shown(replace(HOME, vetted=False), Standing.UNVETTED),
        shown(HOME, Standing.EXPIRED),
        shown(replace(HOME, beds=3)),
        shown(replace(HOME, nights=Nights(first=day(8), until=None))),
        Shown(offer=HOME, held=(held(27, 3, 1),), standing=Standing.FREE),
    ]
    assert matching.ranked(STAY, out, said_no=frozenset(), today=TODAY) == []
    assert matching.ranked(STAY, [shown(HOME)], said_no=frozenset(), today=day(28)) == []


def test_a_stay_that_has_begun_looks_for_the_nights_that_are_left() -> None:
    full_at_first = Shown(offer=HOME, held=(held(7, 3),), standing=Standing.FREE)
    assert not matching.ranked(STAY, [full_at_first], said_no=frozenset(), today=day(9))
    assert matching.ranked(STAY, [full_at_first], said_no=frozenset(), today=day(10))


def test_a_home_for_a_wheelchair_has_no_stairs_in_the_way() -> None:
    climber = replace(STAY, needs=frozenset({Feature.NO_STAIRS}))
    assert not matching.fit(climber, HOME, said_no=frozenset(), today=TODAY).misfits
    assert STAY.nights.until == TODAY + timedelta(days=28)


def test_nobodys_silence_at_night_counts() -> None:
    zone = ZoneInfo("America/New_York")
    soon, later = nights(day(1), 3), nights(day(9), 3)

    def until(asked: str, wanted: Nights) -> str:
        end = answer_by(wanted, datetime.fromisoformat(f"{asked}-05:00"), zone)
        return end.astimezone(zone).strftime("%d %H:%M")

    assert until("2026-03-02T10:00", soon) == "02 16:00"
    assert until("2026-03-02T15:00", soon) == "03 10:00"
    assert until("2026-03-02T23:30", soon) == "03 10:00"
    assert until("2026-03-02T10:00", later) == "04 10:00"
    assert until("2026-03-02T22:00", later) == "05 10:00"

"""Which beds are free on which nights. Pure: today is an argument."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from chatbot.people.model import Person, Role
from chatbot.rooms.model import Free, Held, Nights, Offer, OfferState, Shown, Standing
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
from chatbot.rooms.stays.model import Match

GOOD_FOR = timedelta(days=90)
"""How long an offer counts before its host is asked whether it is still free."""

ASKED_BEFORE = timedelta(days=7)
"""How long before an offer expires its host is asked."""

LONGEST = 366
"""Nights: a stay that is longer is a home of one's own, and a slip of the finger more often."""

MOST_BEDS = 12


def answers(home: Offer | Match, person: Person) -> bool:
    """Whether they answer for this home, or the one a stay is with; for somebody else's only while they coordinate."""
    return home.voice_id == person.id and (not home.is_kept or person.has(Role.COORDINATOR))


def standing(offer: Offer, today: date) -> Standing:
    """How the offer stands; what the host decided comes before what only time did."""
    if offer.state is OfferState.CLOSED:
        return Standing.CLOSED
    if offer.nights.until is not None and offer.nights.until <= today:
        return Standing.OVER
    if offer.good_until <= today:
        return Standing.EXPIRED
    return Standing.FREE if offer.vetted else Standing.UNVETTED


def must_make_sense(nights: Nights, today: date) -> None:
    """Raises `LeavesBeforeArriving`, `DaysOver`, `TooLong`."""
    if nights.until is None:
        return
    if nights.until <= nights.first:
        raise LeavesBeforeArriving
    if nights.until <= today:
        raise DaysOver
    if nights.count > LONGEST:
        raise TooLong


def taken(held: Iterable[Held], night: date) -> int:
    """How many beds are held on a night."""
    return sum(one.beds for one in held if one.nights.hold(night))


def left(offer: Offer, held: Sequence[Held], nights: Nights) -> tuple[int, date]:
    """The fewest beds that are left on any of these nights, and the first night on which so few are."""
    return min(((offer.beds - taken(held, night), night) for night in nights.each()), key=lambda one: (one[0], one[1]))


def must_be_free(offer: Offer, held: Sequence[Held], nights: Nights, beds: int) -> None:
    """The guard of every promise. The caller holds the offer's row, so what is read stays so until it is committed.

    Raises `OutsideOffer`, `NightClosed`, `BedsTaken`.
    """
    if not offer.nights.cover(nights):
        raise OutsideOffer(offer.code)
    for closed in offer.closed:
        if closed.nights.overlap(nights):
            raise NightClosed(offer.code, max(closed.nights.first, nights.first))
    beds_left, night = left(offer, held, nights)
    if beds_left < beds:
        raise BedsTaken(offer.code, night, max(0, beds_left))


def must_take_guests(offer: Offer, today: date) -> None:
    """Raises `HostNotVetted` or `NotFree`."""
    match standing(offer, today):
        case Standing.FREE:
            return
        case Standing.UNVETTED:
            raise HostNotVetted(offer.code)
        case _:
            raise NotFree(offer.code)


def must_keep_promises(offer: Offer, held: Sequence[Held], *, today: date) -> None:
    """Raises `NightsPromised` when a bed that is held would be gone; nights that are over count no more."""
    for one in held:
        rest = Nights(first=max(one.nights.first, today), until=one.nights.until)
        if rest.count <= 0:
            continue
        if not offer.nights.cover(rest):
            raise NightsPromised(one.stay, field="until")
        if any(closed.nights.overlap(rest) for closed in offer.closed):
            raise NightsPromised(one.stay, field="first")
        if left(offer, held, rest)[0] < 0:
            raise NightsPromised(one.stay, field="beds")


def found(offers: Iterable[Shown], wanted: Free) -> list[Shown]:
    """The offers with so many free beds, in the town, on the nights that were asked for."""
    town = wanted.town.casefold()
    return [one for one in offers if one.offer.town.casefold().startswith(town) and _fits(one, wanted)]


def _fits(one: Shown, wanted: Free) -> bool:
    if wanted.nights is None:
        return one.offer.beds >= wanted.beds
    try:
        must_be_free(one.offer, one.held, wanted.nights, wanted.beds)
    except (OutsideOffer, NightClosed, BedsTaken):
        return False
    return True


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_free(words: str) -> Free:
    """What someone typed behind /rooms: a town, how many people, the first night and the day they leave.

    `lowell 4 2026-03-09 2026-03-30`, in any order; one day alone means that night.
    """
    days, beds, town = [], 1, []
    for word in words.split():
        if _DAY.fullmatch(word) and (day := _day(word)):
            days.append(day)
        elif word.isdecimal() and 0 < int(word) <= MOST_BEDS:
            beds = int(word)
        elif word.casefold() != "for":
            town.append(word)
    nights = Nights(first=min(days), until=max(*days, min(days) + timedelta(days=1))) if days else None
    return Free(town=" ".join(town), nights=nights, beds=beds)


def _day(word: str) -> date | None:
    try:
        return date.fromisoformat(word)
    except ValueError:
        return None

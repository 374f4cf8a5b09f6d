"""What may be done with a hearing. Pure: `now` is an argument."""

from datetime import datetime

from chatbot.hearings.model import Draft, Hearing
from chatbot.hearings.refusals import InThePast, NoSeats
from chatbot.kit.clock import local_date
from chatbot.people.model import Person
from chatbot.signups.occasions import When

PAGE = 6
"""How many hearings a list shows at once: what fits a telephone without scrolling for long."""


def may_read_private(hearing: Hearing, person: Person) -> bool:
    """Those who hold a seat, and coordinators of the place's area; waiting in line opens nothing."""
    mine = hearing.roster.of(person.id)
    return person.coordinates(hearing.place.area) or (mine is not None and not mine.waiting)


def must_make_sense(draft: Draft, now: datetime, *, unless: When | None = None) -> None:
    """Raises `InThePast` (unless the time is the one it already had) or `NoSeats`."""
    if not draft.seats:
        raise NoSeats
    when = draft.when
    if when == unless or when.day is None:
        return
    if when.day < local_date(now, when.zone):
        raise InThePast("day")
    if when.starts_at is not None and when.starts_at < now:
        raise InThePast("start")


def moved(before: Hearing, after: Hearing) -> bool:
    """Whether those who come have to know: another time, another place, another way of meeting."""
    return (before.when, before.place.id, before.mode) != (after.when, after.place.id, after.mode)

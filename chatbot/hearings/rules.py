"""What may be done with a hearing. Pure: `now` is an argument."""

from datetime import datetime, timedelta

from chatbot.hearings.model import Draft, Hearing, State
from chatbot.hearings.refusals import InThePast, NoSeats, NoSuchHearing
from chatbot.kit.clock import local_date
from chatbot.people.model import Person
from chatbot.people.rules import require_coordinator
from chatbot.signups.occasions import When
from chatbot.signups.refusals import Cancelled, Over
from chatbot.signups.times import is_over

PAGE = 6
"""How many hearings a list shows at once: what fits a telephone without scrolling for long."""

CLOSES_AFTER = timedelta(days=7)
"""Local days after the hearing in which those who came still read where it was and whom to call."""


def must_stand(hearing: Hearing, now: datetime) -> None:
    """Raises `Cancelled` or `Over`; what nobody but coordinators knows of yet is not there: `NoSuchHearing`."""
    if hearing.state is State.DRAFT:
        raise NoSuchHearing(hearing.code)
    if hearing.state is State.CANCELLED:
        raise Cancelled(hearing.code)
    if is_over(hearing.when, now):
        raise Over(hearing.code, "/hearings")


def require_changer(hearing: Hearing, person: Person) -> None:
    """Raises `NotAllowed`, and `Cancelled` for what nobody changes any more."""
    require_coordinator(person, hearing.place.area)
    if hearing.state is State.CANCELLED:
        raise Cancelled(hearing.code)


def takes_part(hearing: Hearing, person: Person) -> bool:
    """Those who hold a seat, and coordinators of the place's area: they report and raise an alarm.

    Waiting in line opens nothing.
    """
    mine = hearing.roster.of(person.id)
    return person.coordinates(hearing.place.area) or (mine is not None and not mine.waiting)


def may_read_private(hearing: Hearing, person: Person, now: datetime) -> bool:
    """Coordinators of the area until it is wiped; those with a seat until a week after the day, or it is cancelled."""
    if person.coordinates(hearing.place.area):
        return True
    day = hearing.when.day
    closed = day is not None and local_date(now, hearing.when.zone) > day + CLOSES_AFTER
    return takes_part(hearing, person) and hearing.state is not State.CANCELLED and not closed


def turns(hearing: Hearing, now: datetime) -> list[str]:
    """The names of the moments that lie behind and after which its card looks different."""
    when = hearing.when
    if when.day is None:
        return []
    begun = when.day <= local_date(now, when.zone)
    names = [f"hearings.day:{hearing.id}:{when.day}"] if begun else []
    return [*names, f"hearings.over:{hearing.id}:{when.starts_at or when.day}"] if is_over(when, now) else names


def must_make_sense(draft: Draft, now: datetime, *, unless: When | None = None) -> None:
    """Raises `InThePast` (unless the time is the one it already had) or `NoSeats`."""
    if not draft.seats:
        raise NoSeats
    must_be_ahead(draft.when, now, unless=unless)


def may_see(hearing: Hearing, person: Person) -> bool:
    """A draft is for coordinators of the area only."""
    return hearing.state is not State.DRAFT or person.coordinates(hearing.place.area)


def must_be_ahead(when: When, now: datetime, *, unless: When | None = None) -> None:
    """Raises `InThePast`, unless the time is the one it already had."""
    if when == unless or when.day is None:
        return
    if when.day < local_date(now, when.zone):
        raise InThePast("day")
    if when.starts_at is not None and when.starts_at < now:
        raise InThePast("start")

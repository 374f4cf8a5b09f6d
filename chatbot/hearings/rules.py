"""What may be done with a hearing. Pure: `now` is an argument."""

from datetime import datetime, timedelta

from chatbot.hearings.model import Draft, Hearing, State, When
from chatbot.hearings.refusals import (
    AgreementMissing,
    HearingCancelled,
    HearingOver,
    InThePast,
    NoSeats,
)
from chatbot.kit.clock import local_date
from chatbot.people.model import Person
from chatbot.signups.model import Roster

GRACE = timedelta(hours=2)
"""How long after its start a hearing without an end still counts as going on."""

PAGE = 6
"""How many hearings a list shows at once: what fits a telephone without scrolling for long."""


def is_over(when: When, now: datetime) -> bool:
    """Whether it has happened. A day whose hour is unknown is over when the day ends; without a day it never is."""
    if when.ends_at is not None:
        return when.ends_at < now
    if when.starts_at is not None:
        return when.starts_at + GRACE < now
    return when.day is not None and when.day < local_date(now, when.zone)


def must_stand(hearing: Hearing, now: datetime) -> None:
    """Raises `HearingCancelled` or `HearingOver`."""
    if hearing.state is State.CANCELLED:
        raise HearingCancelled(hearing.code)
    if is_over(hearing.when, now):
        raise HearingOver(hearing.code)


def may_claim(hearing: Hearing, person: Person, now: datetime, *, agreement_version: int) -> None:
    """Raises `HearingCancelled`, `HearingOver`, or `AgreementMissing` for someone who has not agreed yet."""
    must_stand(hearing, now)
    if person.agreed_version < agreement_version:
        raise AgreementMissing(agreement_version)


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


def reached(before: Roster, after: Roster) -> list[int]:
    """Those in line whom seats that were added reach: the first so many of each role, by their numbers."""
    return [
        one.person_id
        for role in after.seats
        if after.left(role) > before.left(role)
        for one in after.line(role)[: after.left(role)]
    ]


def moved(before: Hearing, after: Hearing) -> bool:
    """Whether those who come have to know: another time, another place, another way of meeting."""
    return (before.when, before.place.id, before.mode) != (after.when, after.place.id, after.mode)

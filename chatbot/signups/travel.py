"""Whether one person can come to two things. Pure.

Nobody knows where people live, so travel is a rule of thumb: to another building of the same area, and to another area.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from chatbot.signups.model import SeatRole
from chatbot.signups.occasions import Occasion, When
from chatbot.signups.refusals import SameHour, TooLittleTime
from chatbot.signups.times import GRACE

SHORTEST = timedelta(hours=1)
"""How long something without an end lasts at least."""

NEARBY, FAR = timedelta(minutes=45), timedelta(minutes=90)


def must_fit(occasion: Occasion, others: Iterable[Occasion], role: SeatRole, *, anyway: bool) -> None:
    """Raises `SameHour`, and `TooLittleTime` unless they want to come `anyway`."""
    for other in others:
        here, there = occasion.when.starts_at, other.when.starts_at
        if other.cancelled or here is None or there is None:
            continue
        first = occasion if here <= there else other
        if max(here, there) < _end(first.when, min(here, there) + SHORTEST):
            raise SameHour(occasion.code, other.code)
        if max(here, there) - _end(first.when, min(here, there) + GRACE) < _travel(occasion, other) and not anyway:
            raise TooLittleTime(occasion.code, other.code, role)


def _end(when: When, unless_known: datetime) -> datetime:
    return when.ends_at or unless_known


def _travel(one: Occasion, other: Occasion) -> timedelta:
    if one.place_id is None or other.place_id is None or one.place_id == other.place_id:
        return timedelta(0)
    return NEARBY if one.area == other.area else FAR

"""A gathering, as the network knows it."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from chatbot.signups.model import Roster
from chatbot.signups.occasions import When

CODE = "E"
"""The letter of an event's code."""


class State(StrEnum):
    OPEN = "open"
    CANCELLED = "cancelled"


class Repeats(StrEnum):
    """How often something happens, as the form asks it."""

    ONCE = "once"
    WEEKLY = "weekly"
    BIWEEKLY = "biweekly"
    SAME_WEEKDAY = "same_weekday"
    """Every month on the same weekday of it, such as the second Saturday."""
    SAME_DAY = "same_day"
    """Every month on the same day of it."""
    RULE = "rule"
    """As a rule says it that somebody wrote (RFC 5545)."""


class Reach(StrEnum):
    """How far a change of one date of a series goes."""

    THIS = "this"
    LATER = "later"
    """This date and all after it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """What is said about an event, besides when it is. None of it is private.

    `spot` is where people meet, in words; `place_id` a place of the directory. `page` is a link that everyone may
    open. `limit` is how many may come, None for as many as like.
    """

    title: str
    host: str
    spot: str
    place_id: int | None
    area: str
    zone: ZoneInfo
    languages: str
    note: str
    page: str
    limit: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Hours:
    """From when to when, as the clocks on the spot show it."""

    start: time
    end: time | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """On which days a series happens: a rule of RFC 5545 that begins on `first`, without the days in `except_on`."""

    rule: str
    first: date
    except_on: frozenset[date] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """Everything a coordinator writes down. `link` opens only for those who come, and is sealed in the database."""

    facts: Facts
    day: date
    hours: Hours
    plan: Plan | None
    reach: Reach
    link: str = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Series:
    """What the dates of a series are made from. Dates are made up to `made_through`; none after `ended_at`."""

    id: int
    team_id: str
    facts: Facts
    hours: Hours
    plan: Plan
    made_through: date
    ended_at: datetime | None
    created_by: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """One date with everyone who comes.

    `slot` is the day its series gave it, `apart` whether it was changed by itself since then. `place` is the name of
    the place of the directory. `has_link` says that there is something that only opens for those who come.
    """

    id: int
    team_id: str
    code: str
    facts: Facts
    place: str
    when: When
    has_link: bool
    series_id: int | None
    slot: date | None
    apart: bool
    state: State
    cancelled_because: str
    created_by: int
    roster: Roster

    @property
    def subject(self) -> str:
        return subject(self.id)

    @property
    def where(self) -> str:
        """The place, and where exactly."""
        return ", ".join(part for part in (self.place, self.facts.spot) if part)


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """How an event was before somebody changed its time or place."""

    when: When
    where: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Opened:
    """An event opened in its window. `link` is None for those who may not read it; `others` are its series' dates."""

    event: Event
    link: str | None = field(repr=False)
    series: Series | None
    others: tuple[Event, ...]
    may_change: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Filter:
    """Which events to list. `days` counts from today on, 1 being today alone."""

    mine: bool = False
    days: int | None = None
    words: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One page of a list. `more` says how many further dates a series has that are not listed by themselves."""

    events: tuple[Event, ...]
    more: dict[int, int]
    total: int
    number: int
    pages: int


def subject(event_id: int) -> str:
    """The name of an event among all things people sign up for."""
    return f"event:{event_id}"

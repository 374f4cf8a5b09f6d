"""A hearing, as the network knows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from chatbot.clusters.families.model import Tie
from chatbot.places.model import Place
from chatbot.signups.model import Roster, SeatRole, Seats
from chatbot.signups.occasions import When


class Kind(StrEnum):
    MASTER = "master"
    INDIVIDUAL = "individual"
    BOND = "bond"
    CHECK_IN = "check_in"
    ISAP = "isap"
    BIOMETRICS = "biometrics"
    USCIS = "uscis"
    STATE_COURT = "state_court"
    OTHER = "other"


class Mode(StrEnum):
    IN_PERSON = "in_person"
    WEBEX = "webex"
    TELEPHONE = "telephone"


class Access(StrEnum):
    """Whether companions may come into the room."""

    OPEN = "open"
    ASK_FIRST = "ask_first"
    CLOSED = "closed"


class State(StrEnum):
    DRAFT = "draft"
    """Written down from a report; a coordinator looks at it before anyone else sees it."""
    OPEN = "open"
    CANCELLED = "cancelled"


class How(StrEnum):
    """Where a date was confirmed."""

    NOTICE = "notice"
    HOTLINE = "hotline"
    ATTORNEY = "attorney"


@dataclass(frozen=True, kw_only=True, slots=True)
class Verified:
    """Who confirmed the date, when and how."""

    at: datetime
    by: str = field(repr=False)
    how: How


@dataclass(frozen=True, kw_only=True, slots=True)
class Private:
    """What only those who hold a seat, and coordinators, may read. Sealed in the database."""

    contact: str = field(default="", repr=False)
    attorney: str = field(default="", repr=False)
    meeting: str = field(default="", repr=False)
    notes: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """Everything a coordinator writes down about a hearing."""

    kind: Kind
    alias: str
    place_id: int
    when: When
    mode: Mode
    access: Access
    languages: str
    note: str
    seats: Mapping[SeatRole, Seats]
    private: Private
    family: str | None = None
    """The code of the family it belongs to, `NOBODY` for none; None leaves that as it is."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Hearing:
    """A hearing with its place and everyone who comes. It holds nothing private."""

    id: int
    team_id: str
    code: str
    kind: Kind
    alias: str
    place: Place
    when: When
    mode: Mode
    access: Access
    languages: str
    note: str
    state: State
    cancelled_because: str
    verified: Verified | None
    created_at: datetime
    created_by: int
    roster: Roster
    tie: Tie | None = None
    """What binds it to a family that clusters support."""

    @property
    def subject(self) -> str:
        return subject(self.id)

    @property
    def urgent(self) -> bool:
        """Whether people are still needed."""
        return not self.roster.covered

    @property
    def happens_on(self) -> date | None:
        return self.when.day


class Ending(StrEnum):
    """How a hearing went."""

    HAPPENED = "happened"
    CONTINUED = "continued"
    """It goes on another day."""
    DECIDED = "decided"
    CALLED_OFF = "called_off"
    NOBODY_CAME = "nobody_came"
    """Nobody of the network was there."""
    DETAINED = "detained"


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """What was reported last. `next_code` is the hearing that follows from it."""

    at: datetime
    by: str = field(repr=False)
    ending: Ending
    note: str = field(repr=False)
    next_id: int | None
    next_code: str | None


class Why(StrEnum):
    """Why a coordinator has to look after a hearing that has enough people."""

    DATE = "date"
    ANSWERS = "answers"
    REPORT = "report"
    DRAFT = "draft"


@dataclass(frozen=True, kw_only=True, slots=True)
class Matter:
    """One such thing, as the weekly report lists it."""

    hearing: Hearing
    why: Why

    @property
    def subject(self) -> str:
        return self.hearing.subject

    @property
    def urgent(self) -> bool:
        """Missing words are; a date to check or a draft to post is the week's ordinary work."""
        return self.why in {Why.ANSWERS, Why.REPORT}

    @property
    def happens_on(self) -> date | None:
        return self.hearing.when.day


@dataclass(frozen=True, kw_only=True, slots=True)
class Opened:
    """A hearing opened in its modal. `private` is None for those who may not read it."""

    hearing: Hearing
    private: Private | None
    may_change: bool
    may_verify: bool
    report: Report | None = None
    """What was reported, for those who may read the private part."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Filter:
    """Which hearings to list: those of so many `days`, the first of them `start` days from today.

    `language` is the code of a language that must be among those that help.
    """

    days: int = 14
    start: int = 0
    mine: bool = False
    open: bool = False
    kind: Kind | None = None
    language: str = ""
    place_ids: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One page of a list: what stands on it, how many there are in all, and which page it is (from 1)."""

    hearings: tuple[Hearing, ...]
    total: int
    number: int
    pages: int


def subject(hearing_id: int) -> str:
    """The name of a hearing among all things people sign up for."""
    return f"hearing:{hearing_id}"

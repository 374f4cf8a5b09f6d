"""An entry of the directory: an organisation or a service to turn to. Everything in it is public."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

CODE = "W"
"""The letter of an entry's code, as in whom to turn to: no other letter in use sounds like it."""

RECHECK_DAYS = 180
"""Days after which an entry has to be checked again, unless a network chose otherwise."""


class Topic(StrEnum):
    LEGAL = "legal"
    BOND = "bond"
    COURT = "court"
    URGENT = "urgent"
    CITIZENSHIP = "citizenship"
    PAPERS = "papers"
    HOUSING = "housing"
    FOOD = "food"
    MONEY = "money"
    HEALTH = "health"
    MIND = "mind"
    SAFETY = "safety"
    WORK = "work"
    ENGLISH = "english"
    SCHOOL = "school"
    RIDES = "rides"
    FAITH = "faith"
    ADVOCACY = "advocacy"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """What is written down about an organisation. `serves` names towns, counties, regions, a state, or `nationwide`."""

    name: str
    topics: tuple[Topic, ...]
    town: str
    serves: str
    languages: str
    phone: str
    email: str
    website: str
    address: str
    hours: str
    cost: str
    notes: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Resource:
    """An entry with its code. `is_sample`: it came with the starter list, and nobody here has checked it yet."""

    id: int
    team_id: str
    code: str
    facts: Facts
    is_sample: bool
    checked_on: date | None
    checked_by: str
    """The name of who checked it last; empty for nobody here."""
    is_archived: bool

    @property
    def subject(self) -> str:
        return subject(self.id)


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestion:
    """What waits for a coordinator: about an entry, or a new one. The words are sealed, and opened by coordinators."""

    id: int
    team_id: str
    resource_id: int | None
    code: str
    """Of the entry it is about; empty for a new one."""
    name: str
    by: str
    person_id: int
    made_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Opened:
    """A suggestion opened by a coordinator, with the entry it is about."""

    suggestion: Suggestion
    words: str = field(repr=False)
    resource: Resource | None


class How(StrEnum):
    """Why an entry counts as near."""

    HERE = "here"
    SERVES = "serves"
    MILES = "miles"
    EVERYWHERE = "everywhere"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True, slots=True)
class Nearness:
    """How near an entry is to a place: 1 is there, 0 is out of reach. `name` and `miles` say it in words."""

    score: float
    how: How
    name: str = ""
    miles: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Understood:
    """What a question was read as, for whoever asked: names of places as they are written properly."""

    topics: tuple[Topic, ...] = ()
    languages: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """An entry that was found. `unspoken` are the codes of asked languages that are not written down for it."""

    resource: Resource
    score: float
    nearness: Nearness | None
    unspoken: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One page of what was found. `elsewhere`: nothing is near the place, so this is from farther away."""

    hits: tuple[Hit, ...]
    total: int
    number: int
    pages: int
    understood: Understood
    elsewhere: bool
    counts: Mapping[Topic, int]
    """How many entries the directory has, by topic."""
    known: int
    """How many entries it has in all."""


def subject(resource_id: int) -> str:
    """The name of an entry among everything that messages show."""
    return f"resource:{resource_id}"

"""An advocacy alert, as the network knows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

CODE = "A"
"""The letter of an alert's code."""


class Step(StrEnum):
    """What an alert asks people to do."""

    CALL = "call"
    WRITE = "write"
    SIGN = "sign"
    TESTIFY = "testify"


class Office(StrEnum):
    """Where an office belongs."""

    CONGRESS = "congress"
    LEGISLATURE = "legislature"
    GOVERNOR = "governor"
    AGENCY = "agency"
    OTHER = "other"


class State(StrEnum):
    DRAFT = "draft"
    """Coordinators are still writing it; nobody else sees it."""
    OPEN = "open"
    CLOSED = "closed"


class Outcome(StrEnum):
    """How a call went."""

    REACHED = "reached"
    VOICEMAIL = "voicemail"
    BUSY = "busy"
    NO_ANSWER = "no_answer"


class Which(StrEnum):
    """What a list shows."""

    OPEN = "open"
    MINE = "mine"
    CLOSED = "closed"
    DRAFTS = "drafts"


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """An office to turn to. Telephone and e-mail are those of the office, and public."""

    id: int
    office: Office
    name: str
    phone: str
    email: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """Everything a coordinator writes down about an alert itself. `ends_on` is the last day that counts."""

    title: str
    why: str
    bills: str
    steps: tuple[Step, ...]
    links: tuple[str, ...]
    goal: int | None
    ends_on: date
    channel: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally:
    """How often something was done: `by_step`, each a day and an office; `people` counts everyone once."""

    by_step: Mapping[Step, int] = field(default_factory=dict)
    people: int = 0

    @property
    def total(self) -> int:
        return sum(self.by_step.values())


@dataclass(frozen=True, kw_only=True, slots=True)
class Action:
    """An advocacy alert. `scripts` holds the words by language."""

    id: int
    team_id: str
    code: str
    title: str
    why: str
    bills: str
    steps: tuple[Step, ...]
    links: tuple[str, ...]
    goal: int | None
    ends_on: date
    channel: str | None
    state: State
    created_at: datetime
    targets: tuple[Target, ...]
    scripts: Mapping[str, str]
    tally: Tally

    @property
    def subject(self) -> str:
        """Its name among all things that messages show."""
        return subject(self.id)

    @property
    def is_reached(self) -> bool:
        """Whether the goal is reached; never without a goal."""
        return self.goal is not None and self.tally.total >= self.goal

    def target(self, number: int) -> Target | None:
        return next((one for one in self.targets if one.id == number), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Deed:
    """Something this person did. Nobody else is shown whose it was."""

    id: int
    action_id: int
    target_id: int
    step: Step
    day: date
    outcome: Outcome | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Mine:
    """How one person stands to an alert: what they did today, how often in all, and whether they are reminded."""

    today: tuple[Deed, ...] = ()
    total: int = 0
    reminded: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Counted:
    """What came of saying *I called*: how many were new, how many had been counted today already."""

    action: Action
    new: int
    again: int
    mine: Mine


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A line of the coordinators' tally: so many of a kind with one outcome at one office on one day."""

    day: date
    target_id: int
    step: Step
    outcome: Outcome | None
    count: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One page of a list."""

    actions: tuple[Action, ...]
    total: int
    number: int
    pages: int


def subject(action_id: int) -> str:
    return f"action:{action_id}"

"""What a capability counts for the network's impact: sums by month that name nobody.

A capability writes one `Counting` in a file of its own folder; `bootstrap` lists it. A month is its first day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from chatbot.kit.database import Tx


class Figure(StrEnum):
    """What is counted. How, stands in `docs/impact.md`."""

    HEARINGS = "hearings"
    VOLUNTEERS = "volunteers"
    RAISED = "raised"
    """Cents."""
    BONDED_OUT = "bonded_out"
    NIGHTS = "nights"
    RIDES = "rides"
    ACTIONS = "actions"


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """Days of one workspace, from `first` to the day before `before`."""

    team_id: str
    first: date
    before: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Count:
    """So much of a figure on that day, for one subject such as `hearing:12`; empty when it belongs to none."""

    figure: Figure
    day: date
    amount: int
    subject: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Helped:
    """A person did something for the subject on that day; `volunteers` counts different people."""

    person_id: int
    day: date
    subject: str = ""


class Counting(Protocol):
    """What one capability has to count; both methods read the present state and write nothing."""

    async def counts(self, tx: Tx, span: Span) -> Sequence[Count]: ...

    async def helped(self, tx: Tx, span: Span) -> Sequence[Helped]:
        """Everyone who did something on these days."""
        ...


class Keeping(Protocol):
    """Whoever keeps sums when the records go that they were counted from."""

    async def keep_through(self, tx: Tx, team_id: str, month: date) -> None:
        """The records of this month and of those before it are about to go."""
        ...

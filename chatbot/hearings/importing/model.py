"""An import: what was found in a spreadsheet, and how far it has come."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from chatbot.hearings.model import Draft
from chatbot.kit.tables import Problem


class State(StrEnum):
    OPEN = "open"
    """Begun; no table was looked at yet."""
    READY = "ready"
    """A table was looked at; nothing is written down yet."""
    RUNNING = "running"
    DONE = "done"
    UNDOING = "undoing"
    """Its hearings are called off; their cards are being brought up to date."""
    UNDONE = "undone"


@dataclass(frozen=True, kw_only=True, slots=True)
class Good:
    """A row that can be taken: how a form would have it, and what it comes to."""

    row: int
    typed: Mapping[str, object] = field(repr=False)
    draft: Draft = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Findings:
    """What looking at a table has shown."""

    good: tuple[Good, ...] = field(repr=False)
    problems: tuple[Problem, ...]
    ignored: tuple[str, ...] = field(repr=False)
    """Headings that mean nothing to us; their cells were not looked at."""
    places: Mapping[int, str] = field(default_factory=dict)

    @property
    def bad(self) -> int:
        """How many rows cannot be taken."""
        return len({problem.row for problem in self.problems})


@dataclass(frozen=True, kw_only=True, slots=True)
class Import:
    """How far an import has come. `total` rows are to be written, `looked` have been, `added` became hearings."""

    id: int
    team_id: str
    person_id: int
    state: State
    total: int
    bad: int
    looked: int
    added: int
    left_out: tuple[int, ...]
    """Rows that were good and could not be taken any more when their turn came."""
    began_at: datetime
    may_undo: bool = False

    @property
    def is_news(self) -> bool:
        """Whether there is still something to wait for, or to do about it."""
        return self.may_undo or self.state in (State.RUNNING, State.UNDOING)


Key = tuple[str, int, date | None]
"""What makes two hearings the same: alias, place and day."""

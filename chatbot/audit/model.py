"""A line of the audit, and what looking through all of them found."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chatbot.kit.chain import Head


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """Who did what when to which record. `number`, `previous` and `hash` are there once it is in the chain."""

    id: int
    team_id: str
    at: datetime
    actor_id: int | None
    verb: str
    subject: str
    detail: str
    number: int | None = None
    previous: str | None = None
    hash: str | None = None


class Fault(StrEnum):
    """What can be wrong with a line."""

    CHANGED = "changed"
    """Its hash is not the one of what it says."""
    UNLINKED = "unlinked"
    """It does not follow the line before it."""
    MISSING = "missing"
    """There is a gap before it."""
    ADDED = "added later"
    """It was slipped in among lines that were there before."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What a look through all lines of a workspace found: each fault with the id of its line."""

    head: Head
    loose: int
    """So many of the newest lines are not in the chain yet."""
    faults: tuple[tuple[int, Fault], ...] = ()

    @property
    def is_sound(self) -> bool:
        return not self.faults

"""What admins read of the audit."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """Which lines: of one person, of one record by its code, or all; older than a line, when they turn the page."""

    person_id: int | None = None
    code: str = ""
    before: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One line, as it is read: `who` is empty for the clock, `record` its code where it has one."""

    id: int
    at: datetime
    who: str
    verb: str
    record: str
    detail: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """So many lines, newest first. `person` is the name of whose lines they are, when they are of one."""

    steps: tuple[Step, ...]
    wanted: Wanted
    person: str
    has_older: bool
    openings_a_day: int

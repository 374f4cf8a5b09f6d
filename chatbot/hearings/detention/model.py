"""An alarm, and the list of what has to be done."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Task(StrEnum):
    """What has to be done, in this order."""

    LOCATE = "locate"
    ATTORNEY = "attorney"
    FAMILY = "family"
    BOND = "bond"
    RIDE = "ride"


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One task: whoever does it, and whether it is done."""

    task: Task
    taken_by: int | None = None
    name: str = field(default="", repr=False)
    """The name of whoever does it, or did."""
    done_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Alarm:
    """That someone was detained at a hearing. It knows the hearing's code and nothing else of it."""

    id: int
    team_id: str
    code: str
    hearing_id: int
    raised_at: datetime
    """In the zone of the hearing's place."""
    raised_by: int
    raised_by_name: str = field(repr=False)
    heard: bool
    """Whether there was a channel of the response team to say it in."""
    undone_at: datetime | None
    undone_by_name: str = field(repr=False)
    undone_because: str = field(repr=False)
    lines: tuple[Line, ...]

    @property
    def subject(self) -> str:
        return subject_of(self.id)

    @property
    def stands(self) -> bool:
        return self.undone_at is None

    def line(self, task: Task) -> Line:
        return next(one for one in self.lines if one.task is task)


@dataclass(frozen=True, kw_only=True, slots=True)
class Raised:
    """What pressing the button led to."""

    alarm: Alarm
    is_new: bool


def subject_of(alarm_id: int) -> str:
    """How an alarm is named where messages follow changes."""
    return f"alarm:{alarm_id}"

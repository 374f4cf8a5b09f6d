"""What stands in somebody's calendar."""

from dataclasses import dataclass, field
from datetime import date, datetime

from chatbot.signups.occasions import When


@dataclass(frozen=True, kw_only=True, slots=True)
class Facts:
    """What a calendar shows of an occasion. None of it is private, and nobody's name or alias is in it."""

    day: date
    starts_at: datetime | None
    ends_at: datetime | None
    where: str

    @classmethod
    def of(cls, when: When, where: str) -> "Facts | None":
        """None while the day is to be announced: no calendar can show that."""
        if when.day is None:
            return None
        return cls(day=when.day, starts_at=when.starts_at, ends_at=when.ends_at, where=where)


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One occasion in one person's calendar, as it was last told. `sequence` rises with every change."""

    team_id: str
    person_id: int
    subject: str
    code: str
    sequence: int
    cancelled: bool
    """They do not come any more, or it was called off, or its day is open again."""
    changed_at: datetime
    facts: Facts

    @property
    def uid(self) -> str:
        """What calendars know it by, for ever; two people may have both theirs in one calendar."""
        return f"{self.subject.replace(':', '-')}.{self.person_id}.{self.team_id}@alongside"

    @property
    def kind(self) -> str:
        return self.subject.partition(":")[0]


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """What somebody has: when their address was made, if they have one, and whether anything would be in it."""

    made_at: datetime | None
    has_seats: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class File:
    """A calendar file of one occasion."""

    name: str
    content: str = field(repr=False)

"""A channel's digest: when it comes and what it covers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Protocol
from zoneinfo import ZoneInfo

from chatbot.kit.database import Tx


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """When a digest comes. `at` is a local time in `zone`; weekdays count from Monday, 0; `horizon` is in days."""

    at: time
    weekdays: frozenset[int]
    zone: ZoneInfo
    horizon: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Digest:
    """The digest of one channel. `set_at` is when its plan was last set: nothing before that falls due."""

    id: int
    team_id: str
    channel: str
    plan: Plan
    set_at: datetime


class Item(Protocol):
    """Anything a section lists. The digest follows the changes of its subject."""

    @property
    def subject(self) -> str: ...


class Section(Protocol):
    """What a capability adds to digests, in one place of its own folder."""

    @property
    def name(self) -> str: ...

    async def items(self, tx: Tx, *, team_id: str, days: int, zone: ZoneInfo) -> Sequence[Item]: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Content:
    """What a digest says. `sections` maps the name of a section to what it lists."""

    plan: Plan
    day: date
    sections: dict[str, tuple[Item, ...]]

    @property
    def is_empty(self) -> bool:
        return not any(self.sections.values())

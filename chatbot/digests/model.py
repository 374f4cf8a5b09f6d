"""Digests: what comes into a channel, to one person, and to coordinators; when it comes and what it covers."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from chatbot.kit.sections import Item, Scope


@dataclass(frozen=True, kw_only=True, slots=True)
class Filters:
    """What a digest is about; what is empty lets everything pass. A kind is written `hearings:bond`."""

    sections: frozenset[str] = frozenset()
    place_ids: frozenset[int] = frozenset()
    kinds: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    cluster_ids: frozenset[int] = frozenset()
    """Only what belongs to the families of these clusters."""

    def shows(self, section: str) -> bool:
        return not self.sections or section in self.sections

    def kinds_of(self, section: str) -> frozenset[str]:
        """The kinds of this section, by its own words."""
        named = (kind.partition(":") for kind in self.kinds)
        return frozenset(word for of, _, word in named if of == section)


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """When a digest comes and what it says. `at` is a local time in `zone`; weekdays count from Monday, 0.

    `horizon` is in days. `language` is that of the digest, None for the one of the network's channels. With
    `skip_empty` no digest comes on a day without anything to say.
    """

    at: time
    weekdays: frozenset[int]
    zone: ZoneInfo
    horizon: int
    filters: Filters = field(default_factory=Filters)
    language: str | None = None
    skip_empty: bool = False

    def scope(self, team_id: str, section: str) -> Scope:
        return Scope(
            team_id=team_id,
            days=self.horizon,
            zone=self.zone,
            place_ids=self.filters.place_ids,
            kinds=self.filters.kinds_of(section),
            languages=self.filters.languages,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Digest:
    """One digest of a channel. `set_at` is when its plan was last set, or resumed: nothing before that falls due."""

    id: int
    team_id: str
    channel: str
    plan: Plan
    set_by: int
    """Who set it last, by their number; they hear when the channel takes no messages any more."""
    set_at: datetime
    paused: bool = False


class Outcome(StrEnum):
    """What became of the digest of one local date."""

    SENT = "sent"
    EMPTY = "empty"
    """There was nothing to say, and its plan wants silence then."""
    LATE = "late"
    """Nobody was there at its hour, nor in the three hours after it; the next one says so."""


Sections = dict[str, tuple[Item, ...]]
"""The name of a section and what it lists: urgent first, then by day."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Content:
    """One message of a digest, as things are now. `part` counts from 1; a long digest goes on in further messages."""

    digest: Digest
    day: date
    part: int
    sections: Sections
    missed: tuple[date, ...] = ()
    """The days before this one on which no digest came because nobody was there to send it."""

    @property
    def is_empty(self) -> bool:
        return not any(self.sections.values())

    @property
    def subjects(self) -> tuple[str, ...]:
        return tuple(item.subject for items in self.sections.values() for item in items)


def in_order(found: Iterable[tuple[str, Iterable[Item]]]) -> Sections:
    """Sections with something urgent first; within each the urgent first, then by day, then as the section gives it."""
    sections = [(name, tuple(sorted(items, key=_when))) for name, items in found]
    sections.sort(key=lambda section: not any(item.urgent for item in section[1]))
    return dict(sections)


def _when(item: Item) -> tuple[bool, date]:
    return not item.urgent, item.happens_on or date.max

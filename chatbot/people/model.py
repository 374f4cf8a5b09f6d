"""People and what they may be trusted with."""

from dataclasses import dataclass, field
from datetime import datetime, time
from enum import StrEnum


class Role(StrEnum):
    """What the network has entrusted someone with. Everyone who is met is a volunteer."""

    VOLUNTEER = "volunteer"
    LEAD = "lead"
    COORDINATOR = "coordinator"
    VERIFIER = "verifier"
    TREASURER = "treasurer"
    ADMIN = "admin"


class Standing(StrEnum):
    """How someone stands to the workspace. Only members use the bot."""

    MEMBER = "member"
    GUEST = "guest"
    STRANGER = "stranger"
    GONE = "gone"


@dataclass(frozen=True, kw_only=True, slots=True)
class Grant:
    """A role, everywhere or in one area. `area` is empty for everywhere; only coordinators have areas."""

    role: Role
    area: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sighting:
    """What the chat platform says about one of its accounts at this moment."""

    team_id: str
    account: str
    name: str = field(repr=False)
    standing: Standing = Standing.MEMBER
    is_owner: bool = False
    language: str = "en"


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Someone of the workspace. `account` is None for people the network knows outside of the chat platform."""

    id: int
    team_id: str
    account: str | None
    name: str = field(repr=False)
    language: str
    standing: Standing
    is_owner: bool
    agreed_version: int
    """The version of the agreement they agreed to; 0 when they never did."""
    seen_at: datetime
    grants: frozenset[Grant] = frozenset()

    def has(self, role: Role) -> bool:
        """Whether they hold the role anywhere. Admins hold coordinator, lead and verifier as well."""
        return (self.is_admin and role in _OF_ADMINS) or any(grant.role is role for grant in self.grants)

    def coordinates(self, area: str) -> bool:
        """Whether they coordinate this area."""
        return self.is_admin or any(
            grant.role is Role.COORDINATOR and grant.area in ("", area) for grant in self.grants
        )

    @property
    def is_admin(self) -> bool:
        return self.is_owner or any(grant.role is Role.ADMIN for grant in self.grants)


_OF_ADMINS = frozenset({Role.ADMIN, Role.COORDINATOR, Role.VERIFIER, Role.LEAD, Role.VOLUNTEER})


class Notice(StrEnum):
    """Kinds of words to one person that they can switch off. Changes and cancellations are always told."""

    OFFERS = "offers"
    """A seat they wait for is offered to them."""
    COVER = "cover"
    """Someone who cannot come asks them to step in."""
    CONFIRMATIONS = "confirmations"
    """The day before: still coming?"""
    REMINDERS = "reminders"
    """On the day: where and when."""
    REPORTS = "reports"
    """Afterwards: how did it go?"""
    WATCH = "watch"
    """Something they watch stays uncovered."""
    PLEDGES = "pledges"
    STAYS = "stays"
    NEWS = "news"
    """Actions, events and needs."""
    WEEKLY = "weekly"
    """What coordinators have to settle this week."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Preferences:
    """What someone chose for themselves; the defaults are those of someone who never chose.

    `minimum_notice` is in hours: no seat is offered to them later than that before it begins. Between `quiet_from` and
    `quiet_until`, hours of the network's zone, nothing is asked of them except on the day itself. `speaks` holds
    languages as people write them, `areas` those of the directory they like to go to; empty means any. `digest_at` is
    the hour of their personal digest, None for none.
    """

    muted: frozenset[Notice] = frozenset()
    minimum_notice: int = 0
    quiet_from: time = time(21)
    quiet_until: time = time(8)
    speaks: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    digest_at: time | None = None

    def wants(self, notice: Notice) -> bool:
        return notice not in self.muted

    def is_quiet(self, at: time) -> bool:
        """Whether this local hour lies in their quiet hours, which may go over midnight; equal ends mean none."""
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= at < self.quiet_until
        return at >= self.quiet_from or at < self.quiet_until


FOR_COORDINATORS = frozenset({Notice.WEEKLY})
"""Notices that only those get, and are asked about, who coordinate."""

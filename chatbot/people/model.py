"""People and what they may be trusted with."""

from dataclasses import dataclass, field
from datetime import datetime
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

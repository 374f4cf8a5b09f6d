"""Families, and whose turn it is with what hangs on one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

CODE = "F"
"""The letter of a family's code."""

NOBODY = "none"
"""What a form says when something shall belong to no family."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Family:
    """A family by its code. Nothing else about it is ever written down here."""

    id: int
    team_id: str
    code: str
    alias: str = field(repr=False)
    clusters: Mapping[int, str]
    """The clusters that support it, each with its name."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """Something is for the members of a family's clusters first, and for everyone from `until` on."""

    members: frozenset[int] = field(repr=False)
    until: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Tie:
    """What binds a hearing or a need to a family.

    `channels` are those of the family's clusters. `opened` says that it has been put before everyone, for good; `first`
    is None once anyone may come.
    """

    subject: str
    family: str
    channels: tuple[str, ...]
    opened: bool
    first: Turn | None

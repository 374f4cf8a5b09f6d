"""Seats and the people in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum


class SeatRole(StrEnum):
    """What someone comes as. A lead knows the routine and is never counted against the companions."""

    LEAD = "lead"
    COMPANION = "companion"
    INTERPRETER = "interpreter"
    DRIVER = "driver"
    OBSERVER = "observer"


@dataclass(frozen=True, kw_only=True, slots=True)
class Seats:
    """How many of a role are needed (`minimum`) and how many may come (`maximum`)."""

    minimum: int
    maximum: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Signup:
    """One person's seat, or place in line, for one thing."""

    person_id: int
    name: str = field(repr=False)
    role: SeatRole
    waiting: bool
    since: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Roster:
    """Everyone who holds a seat or waits for one, in the order they came."""

    seats: Mapping[SeatRole, Seats]
    signups: tuple[Signup, ...] = ()

    def holders(self, role: SeatRole) -> tuple[Signup, ...]:
        return tuple(one for one in self.signups if one.role is role and not one.waiting)

    def line(self, role: SeatRole) -> tuple[Signup, ...]:
        return tuple(one for one in self.signups if one.role is role and one.waiting)

    def left(self, role: SeatRole) -> int:
        """Seats nobody holds yet; 0 for a role that is not asked for."""
        seats = self.seats.get(role)
        return max(0, seats.maximum - len(self.holders(role))) if seats else 0

    def missing(self, role: SeatRole) -> int:
        """How many more are needed before the minimum is met."""
        seats = self.seats.get(role)
        return max(0, seats.minimum - len(self.holders(role))) if seats else 0

    @property
    def covered(self) -> bool:
        return not any(self.missing(role) for role in self.seats)

    @property
    def has_room(self) -> bool:
        return any(self.left(role) for role in self.seats)

    def without(self, person_id: int) -> "Roster":
        """The roster once this person has left."""
        return replace(self, signups=tuple(one for one in self.signups if one.person_id != person_id))

    def joined_by(self, signup: Signup) -> "Roster":
        """The roster once this person has come last, in the place of what they had before."""
        return replace(self, signups=(*self.without(signup.person_id).signups, signup))

    def of(self, person_id: int) -> Signup | None:
        return next((one for one in self.signups if one.person_id == person_id), None)

    def place_in_line(self, person_id: int) -> int:
        """1 for the first in line of their role; 0 for someone who does not wait."""
        mine = self.of(person_id)
        if mine is None or not mine.waiting:
            return 0
        return [one.person_id for one in self.line(mine.role)].index(person_id) + 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Yours:
    """The seat is theirs now."""

    role: SeatRole


@dataclass(frozen=True, kw_only=True, slots=True)
class AlreadyYours:
    """The seat was theirs before; nothing changed."""

    role: SeatRole


@dataclass(frozen=True, kw_only=True, slots=True)
class InLine:
    """All seats are taken; they wait at this place, 1 being next."""

    role: SeatRole
    place: int


Outcome = Yours | AlreadyYours | InLine
"""What pressing Claim led to. None of it is a refusal: each is a state the network keeps."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Released:
    """The seat, or the place in line, was given up."""

    role: SeatRole
    was_waiting: bool
    next_in_line: Signup | None
    """Who waits first for the seat that came free."""

"""Seats and the people in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum


class SeatRole(StrEnum):
    """What someone comes as. A lead knows the routine and is never counted against the companions."""

    LEAD = "lead"
    COMPANION = "companion"
    INTERPRETER = "interpreter"
    DRIVER = "driver"
    OBSERVER = "observer"
    GUEST = "guest"
    """Comes to a gathering. Nobody is missing when they do not."""


class Attendance(StrEnum):
    """What became of someone's seat, once it was over."""

    ATTENDED = "attended"
    MISSED = "missed"
    EXCUSED = "excused"


@dataclass(frozen=True, kw_only=True, slots=True)
class Seats:
    """How many of a role are needed (`minimum`) and how many may come (`maximum`)."""

    minimum: int
    maximum: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Signup:
    """One person's seat, or place in line, for one thing.

    Someone in line may have been offered a seat, which is held for them until `offered_until`; `lapsed` says that they
    let one pass in silence. `sure_of` is the day they last said they come on, said at `sure_at`. `reachable` is False
    for people who are not in the workspace; nobody can write to them.
    """

    person_id: int
    name: str = field(repr=False)
    role: SeatRole
    waiting: bool
    since: datetime
    offered_until: datetime | None = None
    told: bool = False
    """Whether they were told of the offer."""
    lapsed: bool = False
    sure_of: date | None = None
    sure_at: datetime | None = None
    attendance: Attendance | None = None
    reachable: bool = True

    @property
    def offered(self) -> bool:
        return self.offered_until is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class Roster:
    """Everyone who holds a seat or waits for one, in the order they came."""

    seats: Mapping[SeatRole, Seats]
    signups: tuple[Signup, ...] = ()

    @property
    def seated(self) -> tuple[Signup, ...]:
        return tuple(one for one in self.signups if not one.waiting)

    def holders(self, role: SeatRole) -> tuple[Signup, ...]:
        return tuple(one for one in self.seated if one.role is role)

    def line(self, role: SeatRole) -> tuple[Signup, ...]:
        return tuple(one for one in self.signups if one.role is role and one.waiting)

    def offers(self, role: SeatRole) -> tuple[Signup, ...]:
        """Those in line for whom a seat is held until they answer."""
        return tuple(one for one in self.line(role) if one.offered)

    def left(self, role: SeatRole) -> int:
        """Seats that are free to take; 0 for a role that is not asked for."""
        seats = self.seats.get(role)
        return max(0, seats.maximum - len(self.holders(role)) - len(self.offers(role))) if seats else 0

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

    def changed(self, person_id: int, **facts: object) -> "Roster":
        """The roster after something about this person's seat or place in line changed."""
        signups = tuple(replace(one, **facts) if one.person_id == person_id else one for one in self.signups)  # type: ignore[arg-type]
        return replace(self, signups=signups)

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
    """Whom the seat that came free was offered to."""

"""A home that takes people in, as the network knows it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

CODE = "R"
"""The letter of an offer's code."""


class Feature(StrEnum):
    """What a home has, and what a party may need: one list, so that they can be compared."""

    CHILDREN = "children"
    WHEELCHAIR = "wheelchair"
    NO_STAIRS = "no_stairs"
    PETS_WELCOME = "pets_welcome"
    NO_PETS = "no_pets"
    SMOKE_FREE = "smoke_free"
    KITCHEN = "kitchen"
    TRANSIT = "transit"


class Length(StrEnum):
    """For how long someone likes to host."""

    EMERGENCY = "emergency"
    SHORT = "short"
    LONG = "long"


class OfferState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class Standing(StrEnum):
    """How an offer stands on a day: only one that is `FREE` can be proposed."""

    FREE = "free"
    UNVETTED = "unvetted"
    CLOSED = "closed"
    EXPIRED = "expired"
    """Nobody renewed it in time."""
    OVER = "over"
    """Its last day has come."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Nights:
    """The nights from `first` on; `until` is the day people leave, its night not included. None means open-ended."""

    first: date
    until: date | None

    def each(self) -> Iterator[date]:
        """Every night. Only for nights that end."""
        for ahead in range(self.count):
            yield self.first + timedelta(days=ahead)

    @property
    def count(self) -> int:
        return (self.until - self.first).days if self.until else 0

    def hold(self, night: date) -> bool:
        return self.first <= night and (self.until is None or night < self.until)

    def cover(self, other: "Nights") -> bool:
        """Whether every one of the other nights is among these."""
        if self.until is not None and (other.until is None or other.until > self.until):
            return False
        return self.first <= other.first

    def overlap(self, other: "Nights") -> bool:
        return (self.until is None or other.first < self.until) and (other.until is None or self.first < other.until)


@dataclass(frozen=True, kw_only=True, slots=True)
class Closed:
    """Nights on which a home takes nobody."""

    id: int
    nights: Nights


@dataclass(frozen=True, kw_only=True, slots=True)
class Home:
    """Where it is and how to reach the host. Sealed in the database; opens only once both sides said yes."""

    address: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    arrival: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class OfferDraft:
    """Everything a host writes down."""

    town: str
    beds: int
    nights: Nights
    lengths: frozenset[Length]
    features: frozenset[Feature]
    languages: str
    note: str
    home: Home


@dataclass(frozen=True, kw_only=True, slots=True)
class Offer:
    """A room that is offered. It holds nothing private. `beds` is how many people can sleep there."""

    id: int
    team_id: str
    code: str
    host_id: int
    host: str = field(repr=False)
    town: str
    beds: int
    nights: Nights
    lengths: frozenset[Length]
    features: frozenset[Feature]
    languages: str
    note: str
    state: OfferState
    good_until: date
    """The day by which the host has to say again that it is still free."""
    vetted: bool
    """Whether a coordinator vouches for the host, who is still a member."""
    closed: tuple[Closed, ...]
    keeper_id: int | None = None
    """The coordinator who answers for a host outside the workspace; None where the host answers."""
    keeper: str = field(default="", repr=False)

    @property
    def subject(self) -> str:
        return f"offer:{self.id}"

    @property
    def voice_id(self) -> int:
        """Who answers for this home, reads what is written to it, and keeps its address."""
        return self.host_id if self.keeper_id is None else self.keeper_id

    @property
    def is_kept(self) -> bool:
        """Whether it is a coordinator who does, for a host outside the workspace."""
        return self.keeper_id is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """Beds of an offer that are promised, or asked for and not yet answered."""

    nights: Nights
    beds: int
    stay: str
    """The code of the stay they are held for."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Free:
    """What coordinators look for: a town, nights, a size; all of them may be left open."""

    town: str = ""
    nights: Nights | None = None
    beds: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """An offer with what is held of it, and how it stands today."""

    offer: Offer
    held: tuple[Held, ...]
    standing: Standing

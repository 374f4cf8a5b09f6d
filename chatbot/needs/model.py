"""A need, as the network knows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from chatbot.clusters.families.model import Tie
from chatbot.needs.gifts.model import Item
from chatbot.needs.rides.model import Car, Rider
from chatbot.signups.model import Roster, SeatRole, Seats
from chatbot.signups.occasions import When

CODE = "N"
"""The letter of a need's code."""


class Kind(StrEnum):
    RIDE = "ride"
    LETTERS = "letters"
    SUPPLIES = "supplies"
    PAPERWORK = "paperwork"
    BOND_POSTING = "bond_posting"
    INTERPRETATION = "interpretation"
    LEGAL = "legal"
    OTHER = "other"


class Way(StrEnum):
    """Which way a ride goes. `WAIT` is there, waiting, and back."""

    THERE = "there"
    BACK = "back"
    BOTH = "both"
    WAIT = "wait"


class State(StrEnum):
    ASKED = "asked"
    """A volunteer asks for it; a coordinator has not put it before everyone yet."""
    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


class Step(StrEnum):
    """What posting a bond takes, in this order (ICE's own way is CeBONDS; see the field guide)."""

    AMOUNT = "amount"
    OBLIGOR = "obligor"
    ACCOUNT = "account"
    PAY = "pay"
    PAPERS = "papers"
    PICK_UP = "pick_up"


ROLE_OF = {
    Kind.RIDE: SeatRole.DRIVER,
    Kind.INTERPRETATION: SeatRole.INTERPRETER,
    Kind.PAPERWORK: SeatRole.COMPANION,
    Kind.BOND_POSTING: SeatRole.COMPANION,
    Kind.LEGAL: SeatRole.COMPANION,
    Kind.OTHER: SeatRole.COMPANION,
}
"""As what people sign up. Letters and supplies have no seats: people say how many they bring."""

GIFTS = frozenset({Kind.LETTERS, Kind.SUPPLIES})


@dataclass(frozen=True, kw_only=True, slots=True)
class Private:
    """What only those who help, and coordinators, may read. Sealed in the database."""

    address: str = field(default="", repr=False)
    contact: str = field(default="", repr=False)
    notes: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """Everything a coordinator writes down about a need. `about` is the subject it hangs on, such as `hearing:12`.

    `items` are what is wanted and how many of it, for letters and supplies; they are None when they shall stay.
    `family` is the code of the family it belongs to, `NOBODY` for none; None leaves that as it is.
    """

    kind: Kind
    title: str
    alias: str
    town: str
    place_id: int | None
    area: str
    when: When
    way: Way | None
    languages: str
    note: str
    about: str | None
    seats: Mapping[SeatRole, Seats]
    items: Mapping[str, int] | None
    private: Private
    family: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Need:
    """A need with everyone who helps. It holds nothing private: riders have an alias and no address.

    `spot` is where it leads as everyone may read it: a place of the directory or a town.
    """

    id: int
    team_id: str
    code: str
    kind: Kind
    title: str
    alias: str
    town: str
    place_id: int | None
    place: str
    area: str
    when: When
    way: Way | None
    languages: str
    note: str
    about: str | None
    state: State
    closed_because: str
    created_by: int
    created_at: datetime
    roster: Roster
    items: tuple[Item, ...]
    riders: tuple[Rider, ...]
    cars: tuple[Car, ...]
    steps: Mapping[Step, str]
    """The steps that are done, each with the name of who did it."""
    tie: Tie | None = None
    """What binds it to a family that clusters support."""

    @property
    def subject(self) -> str:
        return subject(self.id)

    @property
    def role(self) -> SeatRole | None:
        return ROLE_OF.get(self.kind)

    @property
    def spot(self) -> str:
        return self.place or self.town


@dataclass(frozen=True, kw_only=True, slots=True)
class Opened:
    """A need opened in its modal. `private` is None for those who may not read it.

    `pickups` are the riders' addresses by the rider's number: all of them for coordinators, those of one's own car for
    drivers.
    """

    need: Need
    private: Private | None
    pickups: Mapping[int, str]
    may_change: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Filter:
    """Which needs to list."""

    kind: Kind | None = None
    mine: bool = False
    open: bool = False
    town: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One page of a list: what stands on it, how many there are in all, and which page it is (from 1)."""

    needs: tuple[Need, ...]
    total: int
    number: int
    pages: int


def subject(need_id: int) -> str:
    """The name of a need among all things people sign up for."""
    return f"need:{need_id}"

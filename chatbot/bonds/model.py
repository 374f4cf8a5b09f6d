"""A drive and its pledges, as the network knows them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from chatbot.kit.money import Money
from chatbot.ledger.model import GENERAL, Entry


class Purpose(StrEnum):
    """What a drive raises money for. Fees know the pledges and the books, and none of a bond's later states."""

    BOND = "bond"
    FEES = "fees"


class State(StrEnum):
    """Where a drive stands. `funded` and `active` are seen from the figures and the calendar, the others are said."""

    RAISING = "raising"
    FUNDED = "funded"
    PAID = "paid"
    RELEASED = "released"
    ACTIVE = "active"
    """Released a month ago or more; the bond stands until the case ends."""
    CANCELLED = "cancelled"
    """The government ended the bond (I-391): the refund is due and must be asked for."""
    REFUND_REQUESTED = "refund_requested"
    REFUNDED = "refunded"
    BREACHED = "breached"
    CLOSED = "closed"
    """Ended without a bond: nothing more is raised."""


class PledgeState(StrEnum):
    PLEDGED = "pledged"
    PARTLY_RECEIVED = "partly_received"
    RECEIVED = "received"
    WITHDRAWN = "withdrawn"
    RETURNED = "returned"
    """Everything that was received went back."""


class Rest(StrEnum):
    """Where the part of a pledge goes that the drive does not need."""

    FUND = "fund"
    """Into the general fund, for the next one."""
    LEAVE = "leave"
    """Nowhere: only what is missing is pledged."""


class Over(StrEnum):
    """Where money goes that came in above a pledge."""

    FUND = "fund"
    DRIVE = "drive"


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """Everything a coordinator writes down about a drive."""

    purpose: Purpose
    alias: str
    amount: Money
    """The whole bond, or all the fees."""
    share: Money
    """What this network raises of it."""
    due: date | None
    """The day by which pledges should be in."""
    story: str
    link: str
    channel: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Figures:
    """What the books and the pledges say about a drive, at the moment it was read."""

    received: Money
    """What was given for this drive, less what went back."""
    transferred: Money
    """What came from other funds, less what went to them; may be below zero."""
    promised: Money
    """What is pledged for this drive and not received yet."""
    missing: Money
    """What of the share is neither received, nor came from another fund, nor promised."""
    at_hand: Money
    """What this drive can spend, return or roll over now."""
    deposited: Money
    """What stands with the government as a bond."""
    interest: Money
    spent: Money
    """Fees that were paid."""
    lost: Money
    donors: int
    """How many pledges are neither withdrawn nor returned, named or not."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Drive:
    """A drive with its figures. It holds no one's name but those on its pledges."""

    id: int
    team_id: str
    code: str
    purpose: Purpose
    alias: str
    amount: Money
    share: Money
    due: date | None
    story: str
    link: str
    channel: str | None
    state: State
    obligor: str
    """The internal reference of whoever posted the bond, such as O7; empty before."""
    paid_on: date | None
    released_on: date | None
    cancelled_on: date | None
    requested_on: date | None
    reviewed_on: date | None
    """When the obligor's address was looked at last, so that a refund finds them."""
    closed_because: str
    figures: Figures
    donors: tuple[str, ...] = field(repr=False)
    """The names of those who wish to be named, in the order they pledged."""

    @property
    def subject(self) -> str:
        return subject(self.id)

    @property
    def is_open(self) -> bool:
        """Whether pledges are taken."""
        return self.state in (State.RAISING, State.FUNDED)

    @property
    def urgent(self) -> bool:
        """Whether money is still missing."""
        return self.state is State.RAISING and bool(self.figures.missing)

    @property
    def happens_on(self) -> date | None:
        return self.due


@dataclass(frozen=True, kw_only=True, slots=True)
class Pledge:
    """What someone promised. `person_id` is None for someone outside of Slack."""

    id: int
    drive_id: int | None
    """None for a gift to the general fund."""
    code: str
    """The code of the drive, or empty."""
    person_id: int | None
    name: str = field(repr=False)
    """Who gives, for those who may know; empty for someone from outside, and for the others when it is anonymous."""
    anonymous: bool
    amount: Money
    """For the drive."""
    fund_amount: Money
    """On top of it, for the general fund."""
    received: Money
    """Of both, as the books say."""
    received_for_drive: Money
    """Of it, what the drive has."""
    returned: Money
    state: PledgeState
    due: date | None
    made_at: datetime

    @property
    def total(self) -> Money:
        return self.amount + self.fund_amount

    @property
    def outstanding(self) -> Money:
        """What is still to come."""
        waits = self.state in (PledgeState.PLEDGED, PledgeState.PARTLY_RECEIVED)
        return max(self.total - self.received, Money(0)) if waits else Money(0)

    @property
    def subject(self) -> str:
        return subject(self.drive_id) if self.drive_id else GENERAL

    @property
    def party(self) -> str:
        return party(self.id)

    @property
    def urgent(self) -> bool:
        return False

    @property
    def happens_on(self) -> date | None:
        return self.due


@dataclass(frozen=True, kw_only=True, slots=True)
class Pledged:
    """What pledging or changing a pledge led to, and the drive as it is now."""

    drive: Drive
    pledge: Pledge


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """One page of a list: what stands on it, how many there are in all, and which page it is (from 1)."""

    drives: tuple[Drive, ...]
    total: int
    number: int
    pages: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Posted:
    """What a treasurer's verb led to: the entry in the books, and the drives it is about as they are now."""

    entry: Entry
    drives: tuple[Drive, ...]


def subject(drive_id: int) -> str:
    """The name of a drive among all things, and of its fund in the books."""
    return f"bond:{drive_id}"


def party(pledge_id: int) -> str:
    """The name of a pledge in the books."""
    return f"pledge:{pledge_id}"


def drive_id_of(fund: str) -> int | None:
    """The drive behind a fund of the books; None for the general fund."""
    return None if fund == GENERAL else int(fund.removeprefix("bond:"))

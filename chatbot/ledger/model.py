"""The chart of accounts, and what is written into the books."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from chatbot.kit.chain import Head

GENERAL = "general"
"""The fund that belongs to no drive."""


class Account(StrEnum):
    """The chart of accounts. Every account is kept for each fund apart."""

    BANK = "bank"
    """Money at hand."""
    DEPOSITS = "deposits"
    """Bonds that stand with the government; the party is the obligor."""
    GIFTS = "gifts"
    """What people gave; the party is the pledge."""
    INTEREST = "interest"
    """What came back on top of a bond."""
    TRANSFERS = "transfers"
    """What a fund got from another one, or gave to it."""
    RETURNED = "returned"
    """What went back to those who gave; the party is the pledge."""
    FEES = "fees"
    """Legal fees that were paid."""
    LOSSES = "losses"
    """Bonds that were breached."""


class Nature(StrEnum):
    """On which side an account stands, where it may not fall below zero."""

    DEBIT = "debit"
    CREDIT = "credit"
    EITHER = "either"


CHART: Mapping[Account, Nature] = {
    Account.BANK: Nature.DEBIT,
    Account.DEPOSITS: Nature.DEBIT,
    Account.GIFTS: Nature.CREDIT,
    Account.INTEREST: Nature.CREDIT,
    Account.TRANSFERS: Nature.EITHER,
    Account.RETURNED: Nature.DEBIT,
    Account.FEES: Nature.DEBIT,
    Account.LOSSES: Nature.DEBIT,
}


class What(StrEnum):
    """What happened, as the books call it."""

    RECEIVED = "received"
    PAID = "paid"
    FEES_PAID = "fees_paid"
    REFUNDED = "refunded"
    BREACHED = "breached"
    RETURNED = "returned"
    ROLLED_OVER = "rolled_over"
    REVERSED = "reversed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One side of an entry: debits are above zero, credits below. `fund` is `general` or a drive's subject."""

    account: Account
    fund: str
    cents: int
    party: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Posting:
    """What is to be written: lines that sum to zero, within every fund as well."""

    what: What
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """Who asks for an entry, and the name under which it is written once.

    `asked` says everything that was asked for: the same key with the same words has no second effect, with other words
    it is refused.
    """

    team_id: str
    key: str
    asked: str
    day: date
    by_id: int
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """What was written. `reversed_by` is the number of the entry that took it back, if one did."""

    team_id: str
    number: int
    what: What
    day: date
    at: datetime
    by_id: int
    key: str
    asked: str
    reason: str
    reverses: int | None
    previous: str
    hash: str
    lines: tuple[Line, ...]
    reversed_by: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Balance:
    """What one account holds for one fund and party, in its own nature: debits, or credits, as a positive number."""

    account: Account
    fund: str
    party: str
    cents: int


class Fault(StrEnum):
    """What can be wrong with an entry."""

    CHANGED = "changed"
    """Its hash is not the one of what it says."""
    UNLINKED = "unlinked"
    """It does not follow the entry before it."""
    MISSING = "missing"
    """There is a gap before it."""
    UNBALANCED = "unbalanced"
    """Its lines do not sum to zero within every fund."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What looking through all entries found: the head, and the faults with the number of their entry."""

    head: Head
    faults: tuple[tuple[int, Fault], ...] = ()
    below_zero: tuple[Balance, ...] = ()

    @property
    def is_sound(self) -> bool:
        return not self.faults and not self.below_zero

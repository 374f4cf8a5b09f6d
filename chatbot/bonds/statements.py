"""What treasurers read: totals, a month, the bank beside the books, and what a refund should bring."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from chatbot.bonds.model import Drive, Pledge
from chatbot.kit.chain import Head
from chatbot.kit.money import Money
from chatbot.ledger.model import Entry


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote:
    """What a refund should bring: the principal, and the interest by the table of rates."""

    drive: Drive
    principal: Money
    interest: Money
    paid_on: date
    """The day of the deposit, which does not count."""
    until: date
    """The last day, which does."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FundTotals:
    """What the books hold for one fund. `fund` is `general` or a drive's subject; `drive` its code and alias."""

    fund: str
    code: str
    alias: str
    received: Money
    returned: Money
    interest: Money
    transferred: Money
    """What came from other funds, less what went to them; may be below zero."""
    fees: Money
    lost: Money
    deposited: Money
    at_hand: Money


@dataclass(frozen=True, kw_only=True, slots=True)
class Totals:
    """The books at a glance: fund by fund, and what stands with each obligor."""

    funds: tuple[FundTotals, ...]
    obligors: Mapping[str, Money]
    at_hand: Money
    deposited: Money
    head: Head


@dataclass(frozen=True, kw_only=True, slots=True)
class Statement:
    """A month of the books: what was at hand before, every entry, what was at hand after."""

    first: date
    last: date
    before: Money
    """At hand when the month began."""
    came_in: Money
    went_out: Money
    after: Money
    deposited: Money
    """With the government when the month ended."""
    entries: tuple[Entry, ...]
    codes: Mapping[str, str]
    """The code of every fund that the entries name; the general fund has none."""
    head: Head


@dataclass(frozen=True, kw_only=True, slots=True)
class BankRow:
    """A row of the bank's file. `key` names it for good: money recorded under it is recorded once."""

    number: int
    day: date
    amount: Money
    """Above zero when it came in, below when it went out."""
    key: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """Money that came in and a pledge of just that amount. Nothing is written before a treasurer says so."""

    row: BankRow
    pledge: Pledge


@dataclass(frozen=True, kw_only=True, slots=True)
class Reconciliation:
    """The bank's file beside the books."""

    matched: tuple[tuple[BankRow, Entry], ...]
    only_in_bank: tuple[BankRow, ...]
    """Rows that no entry explains; those with a proposal are among them."""
    only_in_books: tuple[Entry, ...]
    """Entries of the file's days that moved money and stand in no row."""
    proposals: tuple[Proposal, ...]
    first: date
    last: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Books:
    """The head of the books, for the weekly report."""

    head: Head
    subject: str = "books"
    urgent: bool = False
    happens_on: date | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Policy:
    """What a network decided about money. `rates` are hundredths of a percent by year."""

    odd_above: Money
    """An amount above it is asked about once more."""
    rates: Mapping[int, int]

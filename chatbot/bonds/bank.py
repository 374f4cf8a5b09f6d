"""A bank's file beside the books: what explains what, and what could. Pure; nothing is written here."""

import csv
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from io import StringIO

from chatbot.bonds.model import Pledge
from chatbot.bonds.refusals import NoBankTable
from chatbot.bonds.statements import BankRow, Proposal, Reconciliation
from chatbot.kit.money import Money, NoAmount, read_amount
from chatbot.ledger.model import Account, Entry

LEEWAY = timedelta(days=5)
"""How many days a transfer may lie in the bank's file beside its day in the books."""

LONGEST = 2000
"""More rows than a network's year; a larger file is cut into months."""

_FORMS_OF_DAYS = ("%Y-%m-%d", "%m/%d/%Y", "%m/%d/%y")


def rows(text: str) -> list[BankRow]:
    """The rows of a CSV file with the headings date and amount, or date, debit and credit. Raises `NoBankTable`."""
    table = csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""))
    headings = [heading.strip().casefold() for heading in next(table, [])]
    if "date" not in headings or not {"amount", "credit"} & set(headings):
        raise NoBankTable
    found: list[tuple[int, date, Money]] = []
    for number, cells in enumerate(table, 2):
        row = dict(zip(headings, (cell.strip() for cell in cells), strict=False))
        if any(row.values()):
            found.append((number, _day(row["date"], number), _amount(row, number)))
    if not found or len(found) > LONGEST:
        raise NoBankTable
    return list(_named(found))


def moved(entry: Entry) -> int:
    """By how many cents an entry changed what is at hand, all funds together."""
    return sum(line.cents for line in entry.lines if line.account is Account.BANK)


def beside(found: Sequence[BankRow], entries: Iterable[Entry], waiting: Iterable[Pledge]) -> Reconciliation:
    """Match every row with the entry that was recorded from it, or else the nearest of the same amount.

    A row that nothing explains proposes the pledges that wait for just its amount, the one due first for the first row.
    """
    first, last = min(row.day for row in found), max(row.day for row in found)
    left = [entry for entry in entries if moved(entry) and entry.reverses is None and entry.reversed_by is None]
    matched: list[tuple[BankRow, Entry]] = []
    for row in _recorded_first(found, left):
        near = [entry for entry in left if entry.key == row.key or _fits(row, entry)]
        if near:
            entry = min(near, key=lambda one: (one.key != row.key, abs(one.day - row.day), one.number))
            left.remove(entry)
            matched.append((row, entry))
    explained = {row.number for row, _ in matched}
    alone = tuple(row for row in found if row.number not in explained)
    return Reconciliation(
        matched=tuple(sorted(matched, key=lambda pair: pair[0].number)),
        only_in_bank=alone,
        only_in_books=tuple(entry for entry in left if first <= entry.day <= last),
        proposals=tuple(_proposals(alone, waiting)),
        first=first,
        last=last,
    )


def _recorded_first(found: Sequence[BankRow], entries: Iterable[Entry]) -> list[BankRow]:
    keys = {entry.key for entry in entries}
    return sorted(found, key=lambda row: (row.key not in keys, row.number))


def _fits(row: BankRow, entry: Entry) -> bool:
    return moved(entry) == row.amount.cents and abs(entry.day - row.day) <= LEEWAY


def _proposals(alone: Iterable[BankRow], waiting: Iterable[Pledge]) -> Iterator[Proposal]:
    left = sorted(waiting, key=lambda pledge: (pledge.due is None, pledge.due, pledge.id))
    for row in alone:
        pledge = next((one for one in left if one.outstanding == row.amount), None)
        if pledge is not None:
            left.remove(pledge)
            yield Proposal(row=row, pledge=pledge)


def _named(found: Iterable[tuple[int, date, Money]]) -> Iterator[BankRow]:
    """Rows alike are told apart by their order, so that the same file gives the same names."""
    seen: Counter[tuple[date, int]] = Counter()
    for number, day, amount in found:
        seen[day, amount.cents] += 1
        name = f"{day}|{amount.cents}|{seen[day, amount.cents]}"
        key = f"bank:{hashlib.sha256(name.encode()).hexdigest()[:40]}"
        yield BankRow(number=number, day=day, amount=amount, key=key)


def _day(written: str, number: int) -> date:
    for form in _FORMS_OF_DAYS:
        try:
            return datetime.strptime(written, form).date()  # noqa: DTZ007 - a day, no moment
        except ValueError:
            continue
    raise NoBankTable(number)


def _amount(row: Mapping[str, str], number: int) -> Money:
    """What came in, above zero, or went out."""
    if row.get("amount"):
        written, sign = row["amount"], 1
        if written.startswith("(") and written.endswith(")"):
            written, sign = written[1:-1], -1
        elif written[:1] in ("-", "+"):
            written, sign = written[1:], -1 if written[0] == "-" else 1
    else:
        written, sign = (row["credit"], 1) if row.get("credit") else (row.get("debit", "").lstrip("-"), -1)
    try:
        return Money(sign * read_amount(written).cents)
    except NoAmount:
        raise NoBankTable(number) from None

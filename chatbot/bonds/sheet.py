"""The books as CSV files for accountants; their headings are the same in every language."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from chatbot.bonds.statements import Statement
from chatbot.kit.money import Money
from chatbot.kit.sheets import written
from chatbot.ledger.model import GENERAL, Entry

COLUMNS = (
    "entry",
    "date",
    "what",
    "account",
    "fund",
    "party",
    "debit",
    "credit",
    "reverses",
    "reason",
)


def entries_sheet(entries: Iterable[Entry], codes: Mapping[str, str]) -> str:
    """A row for every line of every entry. `codes` says which drive a fund belongs to."""
    return written([COLUMNS, *_lines(entries, codes)])


def statement_sheet(statement: Statement) -> str:
    """The entries of a month between what was at hand before and after."""
    frame: list[Sequence[str]] = [
        ("from", statement.first.isoformat()),
        ("through", statement.last.isoformat()),
        ("at hand before", statement.before.plain),
        ("came in", statement.came_in.plain),
        ("went out", statement.went_out.plain),
        ("at hand after", statement.after.plain),
        ("bonds with the government", statement.deposited.plain),
        ("head of the books", f"{statement.head.number} {statement.head.hash}"),
        (),
        COLUMNS,
    ]
    return written([*frame, *_lines(statement.entries, statement.codes)])


def _lines(entries: Iterable[Entry], codes: Mapping[str, str]) -> Iterator[Sequence[str]]:
    for entry in entries:
        for line in entry.lines:
            amount = Money(abs(line.cents)).plain
            yield (
                str(entry.number),
                entry.day.isoformat(),
                entry.what,
                line.account,
                GENERAL if line.fund == GENERAL else codes[line.fund],
                line.party,
                amount if line.cents > 0 else "",
                amount if line.cents < 0 else "",
                str(entry.reverses or ""),
                entry.reason,
            )

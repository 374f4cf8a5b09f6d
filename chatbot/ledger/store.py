"""Tables and queries of the books. The database itself refuses to change, delete or replace what was written.

The lines of an entry are written before the entry: its trigger then sees whether they sum to zero within every fund,
and theirs refuses a line for an entry that is already there. The reference between them is looked at when the
transaction ends.
"""

from collections.abc import Collection, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Row,
    String,
    Table,
    Text,
    UniqueConstraint,
    func,
    literal,
    select,
    update,
)

from chatbot.kit.chain import NOTHING, Head
from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx
from chatbot.ledger.model import Account, Balance, Entry, Line, What
from chatbot.ledger.rules import in_nature

ledger_books = Table(
    "ledger_books",
    metadata,
    Column("team_id", String(32), primary_key=True),
    Column("opened_at", Instant, nullable=False),
    Column("closed_through", Date),
)
"""One row a workspace: whoever writes an entry holds it until the end of the transaction."""

ledger_entries = Table(
    "ledger_entries",
    metadata,
    Column("team_id", String(32), ForeignKey("ledger_books.team_id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("what", String(16), nullable=False),
    Column("day", Date, nullable=False),
    Column("at", Instant, nullable=False),
    Column("by_id", RowId, nullable=False),
    Column("key", String(128), nullable=False),
    Column("asked", String(64), nullable=False),
    Column("reason", Text, nullable=False),
    Column("reverses", Integer),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    UniqueConstraint("team_id", "key"),
    UniqueConstraint("team_id", "reverses"),
    Index("ix_ledger_entries_day", "team_id", "day"),
    sqlite_with_rowid=False,
)

ledger_lines = Table(
    "ledger_lines",
    metadata,
    Column("team_id", String(32), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("line", Integer, primary_key=True, autoincrement=False),
    Column("account", String(16), nullable=False),
    Column("fund", String(64), nullable=False),
    Column("party", String(64), nullable=False),
    Column("cents", BigInteger, nullable=False),
    ForeignKeyConstraint(
        ["team_id", "number"],
        ["ledger_entries.team_id", "ledger_entries.number"],
        deferrable=True,
        initially="DEFERRED",
    ),
    Index("ix_ledger_lines_account", "team_id", "fund", "account"),
    Index("ix_ledger_lines_party", "team_id", "party"),
    sqlite_with_rowid=False,
)


async def hold(tx: Tx, team_id: str) -> None:
    """Hold the books of a workspace until the transaction ends; they are opened when there are none."""
    await tx.insert_new(ledger_books, team_id=team_id, opened_at=tx.now)
    await tx.execute(select(ledger_books).where(ledger_books.c.team_id == team_id).with_for_update())


async def closed_through(tx: Tx, team_id: str) -> date | None:
    """The last day into which nothing may be dated any more."""
    day: date | None = await tx.scalar(select(ledger_books.c.closed_through).where(ledger_books.c.team_id == team_id))
    return day


async def close(tx: Tx, team_id: str, day: date) -> None:
    await tx.execute(update(ledger_books).where(ledger_books.c.team_id == team_id).values(closed_through=day))


async def head(tx: Tx, team_id: str) -> Head:
    row = await tx.first(
        select(ledger_entries.c.number, ledger_entries.c.hash)
        .where(ledger_entries.c.team_id == team_id)
        .order_by(ledger_entries.c.number.desc())
        .limit(1)
    )
    return Head(number=row.number, hash=row.hash) if row else NOTHING


async def add(tx: Tx, entry: Entry) -> None:
    here = {"team_id": entry.team_id, "number": entry.number}
    rows = [
        {
            **here,
            "line": place,
            "account": line.account,
            "fund": line.fund,
            "party": line.party,
            "cents": line.cents,
        }
        for place, line in enumerate(entry.lines, 1)
    ]
    await tx.execute(ledger_lines.insert(), rows)
    await tx.insert(
        ledger_entries,
        **here,
        what=entry.what,
        day=entry.day,
        at=entry.at,
        by_id=entry.by_id,
        key=entry.key,
        asked=entry.asked,
        reason=entry.reason,
        reverses=entry.reverses,
        previous=entry.previous,
        hash=entry.hash,
    )


async def by_key(tx: Tx, team_id: str, key: str) -> Entry | None:
    return await _one(tx, team_id, ledger_entries.c.key == key)


async def by_number(tx: Tx, team_id: str, number: int) -> Entry | None:
    # A made-up number may be larger than the column's type takes: compared as the larger type, it is simply not there.
    return await _one(tx, team_id, ledger_entries.c.number == literal(number, BigInteger))


async def entries(tx: Tx, team_id: str, *where: ColumnElement[bool]) -> list[Entry]:
    """The entries in the order they were written."""
    taken_back = ledger_entries.alias("taken_back")
    heads = await tx.all(
        select(ledger_entries, taken_back.c.number.label("reversed_by"))
        .outerjoin(
            taken_back,
            (taken_back.c.team_id == ledger_entries.c.team_id) & (taken_back.c.reverses == ledger_entries.c.number),
        )
        .where(ledger_entries.c.team_id == team_id, *where)
        .order_by(ledger_entries.c.number)
    )
    mine = select(ledger_entries.c.number).where(ledger_entries.c.team_id == team_id, *where)
    rows = await tx.all(
        select(ledger_lines)
        .where(ledger_lines.c.team_id == team_id, ledger_lines.c.number.in_(mine))
        .order_by(ledger_lines.c.number, ledger_lines.c.line)
    )
    lines = {number: list(of_one) for number, of_one in groupby(rows, key=lambda row: row.number)}
    return [_entry(row, lines.get(row.number, ())) for row in heads]


async def latest(tx: Tx, team_id: str, *, fund: str | None, most: int) -> list[Entry]:
    """The entries that were written last, newest first."""
    chosen = select(ledger_lines.c.number).where(ledger_lines.c.team_id == team_id).distinct()
    if fund is not None:
        chosen = chosen.where(ledger_lines.c.fund == fund)
    last = await tx.all(chosen.order_by(ledger_lines.c.number.desc()).limit(most))
    found = await entries(tx, team_id, ledger_entries.c.number.in_([row.number for row in last]))
    return found[::-1]


async def balances(
    tx: Tx, team_id: str, *, funds: Collection[str] | None = None, parties: Collection[str] | None = None
) -> list[Balance]:
    """What the accounts hold for each fund and party; only of these funds or parties, when some are named."""
    where: list[ColumnElement[bool]] = [ledger_lines.c.team_id == team_id]
    if funds is not None:
        where.append(ledger_lines.c.fund.in_(funds))
    if parties is not None:
        where.append(ledger_lines.c.party.in_(parties))
    by = (ledger_lines.c.account, ledger_lines.c.fund, ledger_lines.c.party)
    total = func.sum(ledger_lines.c.cents)
    rows = await tx.all(select(*by, total.label("cents")).where(*where).group_by(*by).having(total != 0).order_by(*by))
    return [
        Balance(
            account=Account(row.account),
            fund=row.fund,
            party=row.party,
            cents=in_nature(Account(row.account), int(row.cents)),
        )
        for row in rows
    ]


async def by_day(tx: Tx, team_id: str, accounts: Collection[Account], first: date, before: date) -> list[Row[Any]]:
    """Day, fund and cents, credits above zero, of what was written on these accounts; corrections are among it."""
    in_it = (ledger_entries.c.team_id == ledger_lines.c.team_id) & (ledger_entries.c.number == ledger_lines.c.number)
    by = (ledger_entries.c.day, ledger_lines.c.fund)
    chosen = select(*by, (-func.sum(ledger_lines.c.cents)).label("cents")).join(ledger_entries, in_it)
    here = (ledger_lines.c.team_id == team_id, ledger_lines.c.account.in_(accounts))
    when = (ledger_entries.c.day >= first, ledger_entries.c.day < before)
    return list(await tx.all(chosen.where(*here, *when).group_by(*by).order_by(*by)))


async def _one(tx: Tx, team_id: str, where: ColumnElement[bool]) -> Entry | None:
    found = await entries(tx, team_id, where)
    return found[0] if found else None


def _entry(row: Row[Any], lines: Sequence[Row[Any]]) -> Entry:
    return Entry(
        team_id=row.team_id,
        number=row.number,
        what=What(row.what),
        day=row.day,
        at=row.at,
        by_id=row.by_id,
        key=row.key,
        asked=row.asked,
        reason=row.reason,
        reverses=row.reverses,
        previous=row.previous,
        hash=row.hash,
        reversed_by=row.reversed_by,
        lines=tuple(
            Line(account=Account(line.account), fund=line.fund, party=line.party, cents=line.cents) for line in lines
        ),
    )

"""Sealed columns, written and read by row: one place that says what a value is bound to.

A value is sealed under the key of the present month for its table, its column and its row, so it opens nowhere else.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement, LargeBinary, Table, case, func, or_, select, update

from chatbot.kit.columns import metadata
from chatbot.kit.database import Tx
from chatbot.kit.keyring import is_key_id
from chatbot.kit.sealed import Sealer, Unreadable, begins

SEALING = "sealing"
"""Whoever seals holds this beside the others; who looks for what an old key still seals holds it alone."""
BATCH = 100
"""Rows that are sealed anew in one transaction: few enough that nobody waits for it."""
_HEAD = 2


async def seal(tx: Tx, sealer: Sealer, table: Table, row_id: int, texts: Mapping[str, str]) -> None:
    """Write these texts into the row's columns of their names, sealed; an empty text leaves nothing there."""
    await tx.beside(SEALING)
    sealed = {
        column: _sealed(tx, sealer, table.c[column], row_id, text) if text else None for column, text in texts.items()
    }
    await tx.execute(update(table).where(table.c.id == row_id).values(**sealed))


async def unseal(tx: Tx, sealer: Sealer, table: Table, row_id: int, columns: Iterable[str]) -> dict[str, str]:
    """What these columns of the row hold, empty for nothing. Raises `Unreadable` when a key is gone."""
    wanted = tuple(columns)
    row = await tx.first(select(*(table.c[column] for column in wanted)).where(table.c.id == row_id))
    found = row._asdict() if row else {}
    return {column: opened(sealer, table, column, row_id, found.get(column)) for column in wanted}


def opened(sealer: Sealer, table: Table, column: str, row_id: int, sealed: bytes | None) -> str:
    """The text of one sealed value that was read already; empty for nothing. Raises `Unreadable`."""
    return "" if sealed is None else sealer.open(sealed, table=table.name, column=column, row=str(row_id))


def columns() -> list[Column[Any]]:
    """Every sealed column of every table, in a fixed order. Bytes are stored for nothing else."""
    return [
        column
        for table in sorted(metadata.tables.values(), key=lambda table: table.name)
        for column in table.columns
        if isinstance(column.type, LargeBinary)
    ]


class Use(NamedTuple):
    """How many values of a column one key seals, and two of their rows. No key means that they are no sealed values."""

    column: Column[Any]
    key: str | None
    number: int
    rows: tuple[int, int]


async def uses(tx: Tx) -> list[Use]:
    """What seals what, over all sealed columns."""
    found: list[Use] = []
    for column in columns():
        ident = column.table.c.id
        short, long = (len(begins(name)) for name in ("2026-11", "2026-11.02"))
        is_short = _first(column, _HEAD) == begins("2026-11")[:_HEAD]
        head = case((is_short, _first(column, short)), else_=_first(column, long)).label("head")
        seen = await tx.all(
            select(head, func.count().label("number"), func.min(ident).label("low"), func.max(ident).label("high"))
            .where(column.is_not(None))
            .group_by(head)
        )
        found += [Use(column, _named(row.head), row.number, (row.low, row.high)) for row in seen]
    return found


async def opens(tx: Tx, sealer: Sealer, use: Use) -> bool:
    """Whether the ring has the very key that sealed these values: one of two that are tried opens."""
    table, name = use.column.table, use.column.name
    for number in use.rows:
        try:
            await unseal(tx, sealer, table, number, [name])
        except Unreadable:
            continue
        return True
    return False


class Batch(NamedTuple):
    """What became of the next rows of a column: after which row to go on, and what was sealed anew or does not open."""

    after: int | None
    renewed: int
    unreadable: int


async def renew(
    tx: Tx, sealer: Sealer, column: Column[Any], old: Collection[str], *, after: int, give_up: bool = False
) -> Batch:
    """Seal the next rows after this one anew that are sealed under an old key.

    What does not open stays as it is, or is emptied when it is given up.
    """
    await tx.beside(SEALING)
    table, ident = column.table, column.table.c.id
    rows = await tx.all(
        select(ident, column.label("sealed"))
        .where(ident > after, or_(*(_under(column, name) for name in old)))
        .order_by(ident)
        .limit(BATCH)
        .with_for_update()
    )
    unreadable = 0
    for row in rows:
        anew = None
        try:
            text = opened(sealer, table, column.name, row.id, row.sealed)
            anew = _sealed(tx, sealer, column, row.id, text)
        except Unreadable:
            unreadable += 1
            if not give_up:
                continue
        await tx.execute(update(table).where(ident == row.id).values({column: anew}))
    return Batch(rows[-1].id if len(rows) == BATCH else None, len(rows) - unreadable, unreadable)


async def remains(tx: Tx, key: str) -> bool:
    """Whether this key still seals anything, or might: somebody is sealing at this moment."""
    if not await tx.alone(SEALING):
        return True
    for column in columns():
        if await tx.scalar(select(column.table.c.id).where(_under(column, key)).limit(1)) is not None:
            return True
    return False


def _sealed(tx: Tx, sealer: Sealer, column: Column[Any], row_id: int, text: str) -> bytes:
    month = tx.now.strftime("%Y-%m")
    return sealer.seal(text, table=column.table.name, column=column.name, row=str(row_id), month=month)


def _under(column: Column[Any], key: str) -> ColumnElement[bool]:
    return _first(column, len(begins(key))) == begins(key)


def _first(column: Column[Any], number: int) -> ColumnElement[bytes]:
    return func.substr(column, 1, number, type_=LargeBinary)


def _named(head: bytes) -> str | None:
    name = head[_HEAD:].decode("ascii", "replace")
    return name if is_key_id(name) and head == begins(name) else None

"""Sealed columns, written and read by row: one place that says what a value is bound to.

A value is sealed under the key of the present month for its table, its column and its row, so it opens nowhere else.
"""

from collections.abc import Iterable, Mapping

from sqlalchemy import Table, select, update

from chatbot.kit.database import Tx
from chatbot.kit.sealed import Sealer


async def seal(tx: Tx, sealer: Sealer, table: Table, row_id: int, texts: Mapping[str, str]) -> None:
    """Write these texts into the row's columns of their names, sealed; an empty text leaves nothing there."""
    month = tx.now.strftime("%Y-%m")
    sealed = {
        column: sealer.seal(text, table=table.name, column=column, row=str(row_id), month=month) if text else None
        for column, text in texts.items()
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

"""A database in which everything can be tried, because all of it is undone again."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Row, Table, func, select, text

from chatbot.audit import audit
from chatbot.kit.columns import metadata
from chatbot.kit.database import Database, Tx, Work

T = TypeVar("T")


class _Undone(Exception):
    def __init__(self, result: Any) -> None:
        self.result = result


class WhatIf(Database):
    """An SQLite database in which, once it is settled, everything is done and undone again."""

    def __init__(self, real: Database) -> None:
        self._real = real
        self.is_settled = False
        self.written = 0
        """Rows that would have been written, were it not all undone."""
        self.kept: Mapping[str, Sequence[Row[Any]]] = {}
        self.harmed: list[str] = []
        """Tables of which a row of `kept` was changed, by whatever wrote."""
        self.unaudited = 0
        """Transactions that wrote something and no line of the audit."""

    @property
    def is_shared(self) -> bool:
        return False

    async def start(self) -> None:
        await self._real.start()

    async def stop(self) -> None:
        await self._real.stop()

    async def tidy(self, tables: Iterable[Table]) -> None:
        """Nothing is kept here that would have to be tidied away."""

    async def run(self, work: Work[T]) -> T:
        if not self.is_settled:
            return await self._real.run(work)

        async def tried(tx: Tx) -> None:
            before, lines = await _changes(tx), await _lines(tx)
            result = await work(tx)
            rows = await _changes(tx) - before
            self.written += rows
            self.unaudited += bool(rows) and await _lines(tx) == lines
            if rows and self.kept:
                now = await dumped(tx)
                self.harmed += [name for name, old in self.kept.items() if set(old) - set(now[name])]
            raise _Undone(result)

        try:
            await self._real.run(tried)
        except _Undone as undone:
            result: T = undone.result
            return result
        raise AssertionError("what was tried is always undone")


async def _changes(tx: Tx) -> int:
    return int(await tx.scalar(text("SELECT total_changes()")))


async def _lines(tx: Tx) -> int:
    return int(await tx.scalar(select(func.count()).select_from(audit)))


async def dumped(tx: Tx) -> dict[str, Sequence[Row[Any]]]:
    """Every row there is, as the database holds it."""
    tables = metadata.tables.values()
    return {one.name: await tx.all(text(f'SELECT * FROM "{one.name}"')) for one in tables}

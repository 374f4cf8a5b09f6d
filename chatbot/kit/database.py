"""One verb is one transaction, on SQLite and on PostgreSQL.

SQLite has one connection, owned by one writer task; what waits is run together, each verb in its own savepoint, and
committed once before anyone is answered. PostgreSQL gives each verb a transaction of its own from a pool. A caller
that is cancelled does no harm: its verb ends as if it had stayed.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol, TypeVar

from sqlalchemy import CursorResult, Executable, Index, Row, Table, func, make_url, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection

T = TypeVar("T")
Work = Callable[["Tx"], Awaitable[T]]


class Tx:
    """What one verb may do to the database before it is committed. `now` is the verb's one idea of the time (UTC)."""

    def __init__(self, connection: AsyncConnection, now: datetime) -> None:
        self._connection = connection
        self.now = now
        self.afterwards: list[Callable[[], None]] = []

    async def execute(self, statement: Executable, rows: Sequence[dict[str, Any]] | None = None) -> CursorResult[Any]:
        return await self._connection.execute(statement, rows)

    async def first(self, statement: Executable) -> Row[Any] | None:
        return (await self.execute(statement)).first()

    async def all(self, statement: Executable) -> Sequence[Row[Any]]:
        return (await self.execute(statement)).all()

    async def scalar(self, statement: Executable) -> Any:
        return (await self.execute(statement)).scalar()

    async def insert(self, table: Table, **values: Any) -> None:
        """Insert a row."""
        await self.execute(table.insert().values(**values))

    async def number(self, table: Table, **values: Any) -> int:
        """Insert a row into a table whose rows are numbered, and return its number."""
        result = await self.execute(table.insert().values(**values).returning(table.c.id))
        return int(result.scalar_one())

    async def insert_new(self, table: Table, **values: Any) -> bool:
        """Insert a row unless a unique key already has it; tell whether it is new."""
        make = postgresql.insert if self._connection.dialect.name == "postgresql" else sqlite.insert
        result = await self.execute(make(table).values(**values).on_conflict_do_nothing())
        return bool(result.rowcount)

    async def insert_or_hold(self, table: Table, index: Index, **values: Any) -> None:
        """Insert a row; when the unique index already has it, hold that row unchanged until the transaction ends."""
        postgres = self._connection.dialect.name == "postgresql"
        make, where = (postgresql.insert, "postgresql_where") if postgres else (sqlite.insert, "sqlite_where")
        keys = list(index.columns)
        await self.execute(
            make(table)
            .values(**values)
            .on_conflict_do_update(
                index_elements=keys,
                index_where=index.dialect_kwargs[where],
                set_={key.name: values[key.name] for key in keys},
            )
        )

    async def in_turn(self, name: str) -> None:
        """From here on, transactions that name the same come one after the other, whichever instance runs them."""
        if self._connection.dialect.name == "postgresql":
            await self.execute(select(func.pg_advisory_xact_lock(func.hashtext(name))))

    def after_commit(self, call: Callable[[], None]) -> None:
        """Call this once the transaction is durable; never when it is rolled back."""
        self.afterwards.append(call)


class Database(Protocol):
    """Runs work in transactions. Both kinds keep the same promises."""

    @property
    def is_shared(self) -> bool:
        """Whether other instances of the bot may be working on the same database."""
        ...

    async def start(self) -> None: ...

    async def run(self, work: Work[T]) -> T:
        """Run `work` in one transaction and answer only after its commit; whatever it raises rolls it back."""
        ...

    async def stop(self) -> None:
        """Finish what is under way, then close."""
        ...


class DatabaseUnavailableError(Exception):
    """The database refused a commit or is closed. Nothing of the verb remains."""


_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgres": "postgresql+asyncpg", "postgresql": "postgresql+asyncpg"}


def with_driver(text: str) -> str:
    """The database URL with the driver this program uses, whichever the operator wrote.

    Raises `ValueError` with a sentence for the operator; it does not repeat the URL, which may hold a password.
    """
    try:
        url = make_url(text)
    except ArgumentError:
        raise ValueError("must look like sqlite:///data/alongside.db or postgresql://user@host/name") from None
    driver = _DRIVERS.get(url.drivername.split("+")[0])
    if driver is None:
        raise ValueError("must begin with sqlite: or postgresql:")
    return url.set(drivername=driver).render_as_string(hide_password=False)


def is_sqlite(url: str) -> bool:
    return make_url(url).get_backend_name() == "sqlite"


def database_file(url: str) -> Path | None:
    """The file of an SQLite database; None for one in memory and for a server."""
    file = make_url(url).database
    return Path(file) if is_sqlite(url) and file and file != ":memory:" else None


def forget_outcome(future: asyncio.Future[Any]) -> None:
    """Look at a future nobody waits for any more, so that its failure is not reported as forgotten."""
    if not future.cancelled():
        future.exception()

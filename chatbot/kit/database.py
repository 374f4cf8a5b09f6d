"""One verb is one transaction, on SQLite and on PostgreSQL.

SQLite has one connection, owned by one writer task; what waits is run together, each verb in its own savepoint, and
committed once before anyone is answered. PostgreSQL gives each verb a transaction of its own from a pool. A caller
that is cancelled does no harm: its verb ends as if it had stayed.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Protocol, TypeVar

from sqlalchemy import CursorResult, Dialect, Executable, Index, Insert, Row, Table, func, make_url, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError

T = TypeVar("T")
Work = Callable[["Tx"], Awaitable[T]]


Values = Mapping[str, Any]


@cache
def _insert(table: Table) -> Insert:
    return table.insert()


@cache
def _insert_and_number(table: Table) -> Executable:
    return table.insert().returning(table.c.id)


@cache
def _insert_new(table: Table, dialect: str) -> Insert:
    make = postgresql.insert if dialect == "postgresql" else sqlite.insert
    return make(table).on_conflict_do_nothing()


@cache
def _insert_or_hold(table: Table, index: Index, dialect: str) -> Insert:
    make, where = (
        (postgresql.insert, "postgresql_where") if dialect == "postgresql" else (sqlite.insert, "sqlite_where")
    )
    written = make(table)
    keys = list(index.columns)
    return written.on_conflict_do_update(
        index_elements=keys,
        index_where=index.dialect_kwargs[where],
        set_={key.name: written.excluded[key.name] for key in keys},
    )


class Connection(Protocol):
    """What a transaction needs of a connection, on either database."""

    @property
    def dialect(self) -> Dialect: ...

    async def execute(
        self, statement: Executable, parameters: Values | Sequence[Values] | None = None, /
    ) -> CursorResult[Any]: ...


class Tx:
    """What one verb may do to the database before it is committed. `now` is the verb's one idea of the time (UTC).

    A verb awaits nothing but its transaction: on SQLite it runs to its end in the database's own thread, where nothing
    else could be waited for.
    """

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self.now = now
        self.afterwards: list[Callable[[], None]] = []

    async def execute(
        self, statement: Executable, values: Values | Sequence[Values] | None = None
    ) -> CursorResult[Any]:
        """Execute a statement; `values` fill its `bindparam`s, or are the rows of an insert.

        Putting a statement together costs more than executing it. The hot ones are built once, with `bindparam`s.
        """
        return await self._connection.execute(statement, values)

    async def first(self, statement: Executable, **values: Any) -> Row[Any] | None:
        return (await self.execute(statement, values)).first()

    async def all(self, statement: Executable, **values: Any) -> Sequence[Row[Any]]:
        return (await self.execute(statement, values)).all()

    async def scalar(self, statement: Executable, **values: Any) -> Any:
        return (await self.execute(statement, values)).scalar()

    async def insert(self, table: Table, **values: Any) -> None:
        """Insert a row."""
        await self.execute(_insert(table), values)

    async def number(self, table: Table, **values: Any) -> int:
        """Insert a row into a table whose rows are numbered, and return its number."""
        return int((await self.execute(_insert_and_number(table), values)).scalar_one())

    async def insert_new(self, table: Table, **values: Any) -> bool:
        """Insert a row unless a unique key already has it; tell whether it is new."""
        return bool((await self.execute(_insert_new(table, self._dialect), values)).rowcount)

    async def insert_or_hold(self, table: Table, index: Index, **values: Any) -> None:
        """Insert a row; when the unique index already has it, hold that row unchanged until the transaction ends."""
        await self.execute(_insert_or_hold(table, index, self._dialect), values)

    @property
    def _dialect(self) -> str:
        return self._connection.dialect.name

    async def in_turn(self, name: str) -> None:
        """From here on, transactions that name the same come one after the other, whichever instance runs them."""
        if self._dialect == "postgresql":
            await self.execute(select(func.pg_advisory_xact_lock(func.hashtext(name))))

    async def beside(self, name: str) -> None:
        """From here on nobody is alone with this name until the transaction ends; others may be beside."""
        if self._dialect == "postgresql":
            await self.execute(select(func.pg_advisory_xact_lock_shared(func.hashtext(name))))

    async def alone(self, name: str) -> bool:
        """Whether nobody is beside this name; then nobody will be until the transaction ends. It does not wait."""
        if self._dialect != "postgresql":
            return True
        return bool(await self.scalar(select(func.pg_try_advisory_xact_lock(func.hashtext(name)))))

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

    async def tidy(self, tables: Iterable[Table]) -> None:
        """Leave no remnant in the files of what was deleted from these tables; everything else waits meanwhile."""
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

"""SQLite: one connection, one writer task, group commit.

SQLite before 3.51.3 can damage its write-ahead log when two connections meet, so there is exactly one.
`synchronous=FULL` makes a commit survive a power cut; what waits is run together, so that many verbs cost one fsync.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import closing, suppress
from typing import Any, Self, TypeVar

import aiosqlite
from sqlalchemy import StaticPool
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from chatbot.kit.alone import Alone
from chatbot.kit.clock import Clock
from chatbot.kit.database import DatabaseUnavailableError, Tx, Work, database_file, forget_outcome

T = TypeVar("T")

PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA busy_timeout=5000",
)
LARGEST_GROUP = 64
"""How many verbs share a commit: enough to hide the fsync, few enough that the first does not wait long."""


class _Cursor:
    """A cursor whose rows wait in memory from the moment it was executed, as SQLAlchemy's dialect keeps them anyway."""

    arraysize = 1

    def __init__(self, connection: "_OneTrip") -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, sql: str, parameters: Iterable[Any] = ()) -> Self:
        await self._connection.trip(self._all_at_once, "execute", sql, parameters)
        return self

    async def executemany(self, sql: str, parameters: Iterable[Any]) -> Self:
        await self._connection.trip(self._all_at_once, "executemany", sql, parameters)
        return self

    async def fetchall(self) -> Sequence[Any]:
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        self._rows = []

    def _all_at_once(self, how: str, sql: str, parameters: Iterable[Any]) -> None:
        """Runs in the thread of the connection."""
        with closing(self._connection.driver.cursor()) as cursor:
            getattr(cursor, how)(sql, parameters)
            self.description = cursor.description
            self._rows = cursor.fetchall() if cursor.description else []
            self.rowcount, self.lastrowid = cursor.rowcount, cursor.lastrowid


class _OneTrip(aiosqlite.Connection):
    """A connection that makes one trip to its thread and back for a statement, where SQLAlchemy's dialect makes four.

    It opens a cursor, executes, fetches and closes it; the trips are most of what a verb costs.
    """

    def __init__(self, file: str) -> None:
        super().__init__(lambda: sqlite3.connect(file), iter_chunk_size=64)
        self._thread.daemon = True  # as the dialect does: a connection left open must not hold up the exit

    @property
    def driver(self) -> sqlite3.Connection:
        return self._conn

    def cursor(self) -> _Cursor:  # type: ignore[override]
        return _Cursor(self)

    async def trip(self, call: Callable[..., None], *arguments: Any) -> None:
        """Do the call in the connection's thread."""
        await self._execute(call, *arguments)  # type: ignore[no-untyped-call]


class _Job:
    def __init__(self, work: Work[Any]) -> None:
        self.work = work
        self.future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self.result: Any = None
        self.error: BaseException | None = None
        self.afterwards: list[Callable[[], None]] = []


class SqliteDatabase:
    """The SQLite side of `Database`."""

    is_shared = False

    def __init__(self, url: str, clock: Clock) -> None:
        self._url = url
        self._clock = clock
        self._queue: asyncio.Queue[_Job | None] = asyncio.Queue()
        self._writer: asyncio.Task[None] | None = None
        self._closed = False
        self._engine: AsyncEngine
        self._connection: AsyncConnection
        self._raw: aiosqlite.Connection

    async def start(self) -> None:
        file = database_file(self._url)
        self._alone = Alone(file) if file else None
        self._engine = create_async_engine(
            self._url,
            poolclass=StaticPool,
            hide_parameters=True,
            async_creator=lambda: _OneTrip(str(file) if file else ":memory:"),
        )
        self._connection = await self._engine.connect()
        self._connection = await self._connection.execution_options(isolation_level="AUTOCOMMIT")
        raw = (await self._connection.get_raw_connection()).driver_connection
        if not isinstance(raw, aiosqlite.Connection):
            raise DatabaseUnavailableError("the SQLite driver is not aiosqlite")
        self._raw = raw
        for pragma in PRAGMAS:
            await self._raw.execute_fetchall(pragma)
        self._writer = asyncio.create_task(self._write(), name="database writer")

    async def run(self, work: Callable[[Tx], Awaitable[T]]) -> T:
        if self._writer is None or self._closed:
            raise DatabaseUnavailableError("the database is closed")
        if asyncio.current_task() is self._writer:
            raise RuntimeError("a verb was called inside a verb, and the writer would wait for itself")
        job = _Job(work)
        job.future.add_done_callback(forget_outcome)
        self._queue.put_nowait(job)
        result: T = await asyncio.shield(job.future)
        return result

    async def stop(self) -> None:
        if self._writer is None or self._closed:
            return
        self._closed = True
        self._queue.put_nowait(None)
        await self._writer
        await self._connection.close()
        await self._engine.dispose()
        if self._alone is not None:
            self._alone.release()

    async def _write(self) -> None:
        while not (self._closed and self._queue.empty()):
            job = await self._queue.get()
            if job is not None:
                await self._group(job)

    async def _group(self, first: _Job) -> None:
        """Run this job and those that wait behind it, commit once, then answer all of them."""
        group = [first]
        job: _Job | None = first
        try:
            await self._raw.execute_fetchall("BEGIN IMMEDIATE")
            while job is not None:
                await self._one(job)
                full = len(group) == LARGEST_GROUP or self._queue.empty()
                job = None if full else self._queue.get_nowait()
                if job is not None:
                    group.append(job)
            await self._raw.execute_fetchall("COMMIT")
        except Exception as fault:  # noqa: BLE001 - whatever it was, the callers are told and the writer goes on
            await self._give_up(group, fault)
        for ended in group:
            self._answer(ended)

    async def _one(self, job: _Job) -> None:
        tx = Tx(self._connection, self._clock.now())
        await self._raw.execute_fetchall("SAVEPOINT verb")
        try:
            job.result = await job.work(tx)
        except (Exception, asyncio.CancelledError) as error:  # it belongs to the caller, not to the writer
            if self._writer is not None and self._writer.cancelling():
                raise
            job.error = error
            await self._raw.execute_fetchall("ROLLBACK TO verb")
        else:
            job.afterwards = tx.afterwards
        await self._raw.execute_fetchall("RELEASE verb")

    async def _give_up(self, jobs: list[_Job], fault: Exception) -> None:
        """Nothing of this group is durable: tell every one of its callers so."""
        with suppress(sqlite3.Error):
            if self._raw.in_transaction:
                await self._raw.execute_fetchall("ROLLBACK")
        for job in jobs:
            job.error = DatabaseUnavailableError(type(fault).__name__)

    def _answer(self, job: _Job) -> None:
        if job.error is not None:
            job.future.set_exception(job.error)
            return
        job.future.set_result(job.result)
        for call in job.afterwards:
            call()

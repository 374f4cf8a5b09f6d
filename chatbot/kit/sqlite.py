"""SQLite: one connection, one writer task, group commit.

SQLite before 3.51.3 can damage its write-ahead log when two connections meet, so there is exactly one.
`synchronous=FULL` makes a commit survive a power cut; what waits is run together, so that many verbs cost one fsync.
"""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

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


class _Job:
    def __init__(self, work: Work[Any]) -> None:
        self.work = work
        self.future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self.result: Any = None
        self.error: Exception | None = None
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
        self._engine = create_async_engine(self._url, poolclass=StaticPool, hide_parameters=True)
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
        except sqlite3.Error as fault:
            await self._give_up(group, fault)
        for ended in group:
            self._answer(ended)

    async def _one(self, job: _Job) -> None:
        tx = Tx(self._connection, self._clock.now())
        await self._raw.execute_fetchall("SAVEPOINT verb")
        try:
            job.result = await job.work(tx)
        except Exception as error:  # noqa: BLE001 - whatever a verb raises belongs to its caller, not to the writer
            job.error = error
            await self._raw.execute_fetchall("ROLLBACK TO verb")
        else:
            job.afterwards = tx.afterwards
        await self._raw.execute_fetchall("RELEASE verb")

    async def _give_up(self, jobs: list[_Job], fault: sqlite3.Error) -> None:
        """Nothing of this group is durable: tell every one of its callers so."""
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

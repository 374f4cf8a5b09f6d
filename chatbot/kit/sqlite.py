"""SQLite: one connection, one thread, group commit.

SQLite before 3.51.3 can damage its write-ahead log when two connections meet, so there is exactly one.
`synchronous=FULL` makes a commit survive a power cut; what waits is run together, so that many verbs cost one fsync.

aiosqlite owns the connection and its thread. A group of verbs makes one trip to that thread, where SQLAlchemy's
synchronous Core speaks to the connection directly: a trip for every statement was most of what a verb cost.
"""

import asyncio
import sqlite3
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Sequence
from contextlib import suppress
from contextvars import copy_context
from threading import get_ident
from typing import Any, TypeVar

import aiosqlite
from sqlalchemy import Connection, CursorResult, Dialect, Engine, Executable, StaticPool, Table, create_engine

from chatbot.kit.alone import Alone
from chatbot.kit.cipher import connect, driver
from chatbot.kit.clock import Clock
from chatbot.kit.database import DatabaseUnavailableError, Tx, Values, Work, database_file, forget_outcome

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


class _Owner(aiosqlite.Connection):
    """The one connection and the thread it lives in."""

    def __init__(self, url: str) -> None:
        super().__init__(lambda: connect(url), iter_chunk_size=64)
        self._thread.daemon = True  # a connection left open must not hold up the exit

    @property
    def driver(self) -> sqlite3.Connection:
        return self._conn

    async def trip(self, call: Callable[[], T]) -> T:
        """Do the call in the connection's thread."""
        result: T = await self._execute(call)  # type: ignore[no-untyped-call]
        return result


class _Here:
    """The connection as a verb sees it inside the thread: what it awaits has happened when it returns."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def dialect(self) -> Dialect:
        return self._connection.dialect

    async def execute(
        self, statement: Executable, parameters: Values | Sequence[Values] | None = None, /
    ) -> CursorResult[Any]:
        return self._connection.execute(statement, parameters)


class _Job:
    def __init__(self, work: Work[Any]) -> None:
        self.work = work
        self.context = copy_context()
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
        self._jobs: deque[_Job] = deque()
        self._woken = asyncio.Event()
        self._writer: asyncio.Task[None] | None = None
        self._closed = False
        self._thread: int | None = None
        self._owner: _Owner
        self._engine: Engine
        self._connection: Connection

    async def start(self) -> None:
        file = database_file(self._url)
        self._alone = Alone(file) if file else None
        self._owner = _Owner(self._url)
        _ = await self._owner
        await self._owner.trip(self._open)
        self._writer = asyncio.create_task(self._write(), name="database writer")

    async def run(self, work: Callable[[Tx], Awaitable[T]]) -> T:
        if get_ident() == self._thread:
            raise RuntimeError("a verb was called inside a verb, and the writer would wait for itself")
        if self._writer is None or self._closed:
            raise DatabaseUnavailableError("the database is closed")
        job = _Job(work)
        job.future.add_done_callback(forget_outcome)
        self._jobs.append(job)
        self._woken.set()
        result: T = await asyncio.shield(job.future)
        return result

    async def tidy(self, tables: Iterable[Table]) -> None:  # noqa: ARG002 - the whole file is written anew
        """Write the file anew, without what was deleted, and empty its log."""
        if self._writer is None or self._closed:
            raise DatabaseUnavailableError("the database is closed")
        await self._owner.trip(self._rewrite)

    async def stop(self) -> None:
        if self._writer is None or self._closed:
            return
        self._closed = True
        self._woken.set()
        await self._writer
        await self._owner.trip(self._close)
        await self._owner.close()
        if self._alone is not None:
            self._alone.release()

    async def _write(self) -> None:
        while self._jobs or not self._closed:
            if not self._jobs:
                self._woken.clear()
                await self._woken.wait()
                continue
            for ended in await self._owner.trip(self._group):
                self._answer(ended)

    # What follows runs in the connection's thread.

    def _open(self) -> None:
        self._thread = get_ident()
        for pragma in PRAGMAS:
            self._owner.driver.execute(pragma).close()
        url = "sqlite+pysqlite://"
        self._engine = create_engine(
            url,
            poolclass=StaticPool,
            hide_parameters=True,
            creator=lambda: self._owner.driver,
            module=driver(self._url),
        )
        self._connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")

    def _rewrite(self) -> None:
        for statement in ("VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
            self._say(statement)

    def _close(self) -> None:
        self._connection.close()
        self._engine.dispose()

    def _group(self) -> list[_Job]:
        """Run what waits, one after the other, and commit once."""
        group: list[_Job] = []
        try:
            self._say("BEGIN IMMEDIATE")
            while self._jobs and len(group) < LARGEST_GROUP:
                group.append(self._jobs.popleft())
                self._one(group[-1])
            self._say("COMMIT")
        except Exception as fault:  # noqa: BLE001 - whatever it was, the callers are told and the writer goes on
            self._give_up(group or [self._jobs.popleft()], fault)
        return group

    def _one(self, job: _Job) -> None:
        tx = Tx(_Here(self._connection), self._clock.now())
        self._say("SAVEPOINT verb")
        try:
            job.result = job.context.run(_driven, job.work(tx))
        except (Exception, asyncio.CancelledError) as error:  # noqa: BLE001 - it belongs to the caller, not to the writer
            job.error = error
            self._say("ROLLBACK TO verb")
        else:
            job.afterwards = tx.afterwards
        self._say("RELEASE verb")

    def _give_up(self, jobs: list[_Job], fault: Exception) -> None:
        """Nothing of this group is durable: tell every one of its callers so."""
        with suppress(driver(self._url).Error):
            if self._owner.driver.in_transaction:
                self._say("ROLLBACK")
        for job in jobs:
            job.error = DatabaseUnavailableError(type(fault).__name__)

    def _say(self, statement: str) -> None:
        self._owner.driver.execute(statement).close()

    # And this in the loop again.

    def _answer(self, job: _Job) -> None:
        if job.error is not None:
            job.future.set_exception(job.error)
            return
        job.future.set_result(job.result)
        for call in job.afterwards:
            call()


def _driven(verb: Awaitable[T]) -> T:
    """Run a verb to its end. Whatever it awaits is there at once, unless it is not of the database."""
    steps = verb if isinstance(verb, Coroutine) else _awaited(verb)
    try:
        steps.send(None)
    except StopIteration as end:
        result: T = end.value
        return result
    steps.close()
    raise RuntimeError("a verb waited for something other than its transaction")


async def _awaited(verb: Awaitable[T]) -> T:
    return await verb

"""PostgreSQL: a transaction a verb, from a pool. Rows that hold a capacity are locked by the stores (FOR UPDATE)."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, TypeVar

from sqlalchemy import Table, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from chatbot.kit.clock import Clock
from chatbot.kit.database import DatabaseUnavailableError, Tx, forget_outcome

T = TypeVar("T")

TRIES = 5
RETRYABLE = {"40001", "40P01"}
"""serialization_failure and deadlock_detected (PostgreSQL manual, appendix A): the same verb may simply run again."""


class PostgresDatabase:
    """The PostgreSQL side of `Database`."""

    is_shared = True

    def __init__(self, url: str, clock: Clock, *, connections: int = 10) -> None:
        self._url = url
        self._clock = clock
        self._connections = connections
        self._engine: AsyncEngine | None = None
        self._running: set[asyncio.Task[Any]] = set()

    async def start(self) -> None:
        self._engine = create_async_engine(
            self._url, pool_size=self._connections, max_overflow=0, pool_pre_ping=True, hide_parameters=True
        )
        async with self._engine.connect():
            pass

    async def run(self, work: Callable[[Tx], Awaitable[T]]) -> T:
        if self._engine is None:
            raise DatabaseUnavailableError("the database is closed")
        task = asyncio.create_task(self._tried(self._engine, work))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        task.add_done_callback(forget_outcome)
        return await asyncio.shield(task)

    async def tidy(self, tables: Iterable[Table]) -> None:
        """Write these tables anew; PostgreSQL passes over those this account does not own. Its own log is not ours."""
        if self._engine is None:
            raise DatabaseUnavailableError("the database is closed")
        async with self._engine.connect() as connection:
            alone = await connection.execution_options(isolation_level="AUTOCOMMIT")
            for table in tables:
                await alone.execute(text(f"VACUUM (FULL) {table.name}"))

    async def stop(self) -> None:
        engine, self._engine = self._engine, None
        if self._running:
            await asyncio.wait(set(self._running))
        if engine is not None:
            await engine.dispose()

    async def _tried(self, engine: AsyncEngine, work: Callable[[Tx], Awaitable[T]]) -> T:
        for left in reversed(range(TRIES)):
            try:
                return await self._once(engine, work)
            except DBAPIError as fault:
                if left == 0 or getattr(fault.orig, "sqlstate", None) not in RETRYABLE:
                    raise
        raise DatabaseUnavailableError("the database is busy")

    async def _once(self, engine: AsyncEngine, work: Callable[[Tx], Awaitable[T]]) -> T:
        async with engine.begin() as connection:
            tx = Tx(connection, self._clock.now())
            result = await work(tx)
        for call in tx.afterwards:
            call()
        return result

"""Looking into a database without changing it: the bot may be running, and one may be looked at that nobody opened."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from typing import TypeVar

from sqlalchemy import Table
from sqlalchemy.ext.asyncio import AsyncConnection

from chatbot.kit.cipher import engine, said_kindly
from chatbot.kit.clock import Clock
from chatbot.kit.database import Tx, is_sqlite

T = TypeVar("T")


@asynccontextmanager
async def looking(url: str) -> AsyncIterator[AsyncConnection]:
    """A connection that sees one state of the database, however long it looks, and only reads."""
    how = {} if is_sqlite(url) else {"isolation_level": "REPEATABLE READ"}
    eyes = engine(url, read_only=True, **how)
    try:
        with said_kindly(url):
            async with eyes.connect() as connection:
                yield connection
    finally:
        await eyes.dispose()


class Frozen:
    """A `Database` for those who only ask: everything is read from the one state that a connection sees."""

    is_shared = False

    def __init__(self, connection: AsyncConnection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    async def start(self) -> None:
        """It is connected."""

    async def run(self, work: Callable[[Tx], Awaitable[T]]) -> T:
        return await work(Tx(self._connection, self._clock.now()))

    async def tidy(self, tables: Iterable[Table]) -> None:
        """Nothing is written here, so nothing is left behind."""

    async def stop(self) -> None:
        """Whoever connected hangs up."""

"""Counting what is under way, so that nothing is cut off at shutdown."""

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any


class Work:
    """Listeners that run and answers that are on their way."""

    def __init__(self) -> None:
        self._count = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._tasks: set[asyncio.Task[Any]] = set()

    @contextmanager
    def under_way(self) -> Iterator[None]:
        self._count += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._count -= 1
            if self._count == 0:
                self._idle.set()

    def begin(self, coroutine: Coroutine[Any, Any, None]) -> None:
        """Run it beside everything else, counted."""

        async def counted() -> None:
            with self.under_way():
                await coroutine

        task = asyncio.create_task(counted())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def settle(self) -> None:
        """Wait until nothing is under way."""
        while self._count or self._tasks:
            await self._idle.wait()
            if self._tasks:
                await asyncio.wait(set(self._tasks))

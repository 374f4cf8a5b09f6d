"""The practice clock: the machine's time plus an offset that only grows."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from handlers.practice.machine import Machine

STRIDE = 3600.0
"""Seconds of the longest stride, so that an hourly job is never jumped over."""


class Clock:
    """Moves forward in strides and waits for those who follow it to catch up after each one."""

    def __init__(self, machine: Machine, *, offset: float = 0.0, courtesy: float = 5.0) -> None:
        self._machine = machine
        self._courtesy = courtesy
        self._last_stamp = 0
        self._waiting = 0
        self._away = 0
        self._ticked = asyncio.Event()
        self._all_back = asyncio.Event()
        self._mover = asyncio.Lock()
        self.offset = offset
        self.version = 1
        self.moving = False
        self.on_change: Callable[[], None] = lambda: None

    def seconds(self) -> float:
        return self._machine.time() + self.offset

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.seconds(), UTC)

    def stamp(self) -> str:
        """A `ts`: unique in the workspace, and later than every one before it."""
        self._last_stamp = max(self._last_stamp + 1, int(self.seconds() * 1_000_000))
        return f"{self._last_stamp // 1_000_000}.{self._last_stamp % 1_000_000:06d}"

    def stamp_at(self, seconds: float) -> str:
        """A `ts` in the past, for what was said before the doors opened."""
        micros = int(seconds * 1_000_000)
        return f"{micros // 1_000_000}.{micros % 1_000_000:06d}"

    def not_before(self, ts: str) -> None:
        """Stamps will be later than this one, which an earlier run gave out."""
        whole, _, part = ts.partition(".")
        self._last_stamp = max(self._last_stamp, int(whole) * 1_000_000 + int(part or 0))

    async def move(self, to: datetime) -> None:
        """Refuses to go back; returns when every follower has caught up, or has kept us waiting too long."""
        async with self._mover:
            ahead = (to - self.now()).total_seconds()
            if ahead < 0:
                raise ValueError("the practice clock only moves forward")
            self.moving = True
            try:
                while ahead > 0:
                    step = min(STRIDE, ahead)
                    ahead -= step
                    await self._stride(step)
            finally:
                self.moving = False
                self.on_change()

    async def move_by(self, by: timedelta) -> None:
        await self.move(self.now() + by)

    async def _stride(self, step: float) -> None:
        self.offset += step
        self.version += 1
        self._away += self._waiting
        self._waiting = 0
        self._all_back.clear()
        ticked, self._ticked = self._ticked, asyncio.Event()
        ticked.set()
        self.on_change()
        if self._away:
            try:
                await asyncio.wait_for(self._all_back.wait(), self._courtesy)
            except TimeoutError:
                # Whoever did not come back is gone or stuck; the next stride shall not wait for them again.
                self._away = 0

    async def follow(self, seen: int | None, patience: float) -> None:
        """Returns when the version is no longer the one seen, or after `patience` seconds.

        A follower that comes with the present version has done what fell due: that is its acknowledgement.
        """
        if seen is not None and self._away:
            self._away -= 1
        if seen != self.version:
            self._away += 1
            return
        if not self._away:
            self._all_back.set()
        self._waiting += 1
        version = self.version
        try:
            await asyncio.wait_for(self._ticked.wait(), patience)
        except TimeoutError:
            self._waiting -= 1
            self._away += 1
        except asyncio.CancelledError:
            if version == self.version:
                self._waiting -= 1
            raise

    def as_json(self, zone: str) -> dict[str, object]:
        return {"now": self.seconds(), "offset": self.offset, "zone": zone, "moving": self.moving}

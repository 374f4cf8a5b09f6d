"""Slack's rates: when the next call may be made.

About one post a second a channel, one update a second a message; chat.update 50 a minute and conversations.open 50 a
minute for the whole workspace (Slack docs, "Rate limits", 2026). A 429 is waited for exactly as long as it says.
"""

import asyncio
import contextlib
from collections.abc import Callable

from chatbot.kit.clock import stopwatch

EVERY = {"chat.postMessage": 0.05, "chat.update": 60 / 50, "conversations.open": 60 / 50}
"""Seconds between two calls of a method in the long run."""

BURST = {"chat.postMessage": 20, "chat.update": 20, "conversations.open": 20}
"""How many calls may come at once after a quiet time; Slack tolerates bursts well below a minute's allowance."""

SAME_PLACE = 1.0
"""Seconds between two messages in one channel, and between two updates of one message."""


class Pace:
    """Keeps the rates of one workspace.

    `read` tells seconds on a clock that only runs forward; `same_place` is the pause between two messages in a channel
    and between two updates of a message.
    """

    def __init__(self, read: Callable[[], float] = stopwatch, *, same_place: float = SAME_PLACE) -> None:
        self._read = read
        self._same_place = same_place
        self._next_at: dict[str, float] = {}
        self._credit_at: dict[str, float] = {}
        self._over = asyncio.Event()

    def end(self) -> None:
        """From now on nobody waits for a turn."""
        self._over.set()

    async def turn(self, method: str, place: str) -> bool:
        """Wait until `method` may be called for `place` (a channel, or a message); False when it ended first."""
        while (wait := self._wait(method, place)) > 0:
            if self._over.is_set():
                return False
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._over.wait(), timeout=wait)
        now = self._read()
        self._next_at[place] = now + self._same_place
        every = EVERY[method]
        start = max(self._credit_at.get(method, 0.0), now - every * BURST[method])
        self._credit_at[method] = start + every
        if len(self._next_at) > 10_000:
            self._next_at = {name: at for name, at in self._next_at.items() if at > now}
        return True

    def hold(self, method: str, seconds: float) -> None:
        """Slack answered 429: no more calls of the method before it said."""
        self._credit_at[method] = max(self._credit_at.get(method, 0.0), self._read() + seconds)

    def held(self, method: str) -> float:
        """Seconds before the method may be called again."""
        return max(0.0, self._credit_at.get(method, 0.0) - self._read())

    def _wait(self, method: str, place: str) -> float:
        now = self._read()
        return max(self._next_at.get(place, 0.0) - now, self._credit_at.get(method, 0.0) - now)

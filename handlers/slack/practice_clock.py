"""Following the clock of a practice workspace, so that tomorrow can be tried out today.

Only a Slack on this very machine is asked; slack.com has no say in what time it is.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from ipaddress import ip_address
from urllib.parse import urljoin, urlsplit

import aiohttp

from chatbot.kit.clock import Clock

ANSWER_WITHIN = 5
"""Seconds for the first answer, which a practice workspace gives at once."""

AGAIN_AFTER = 1.0
"""Seconds before a practice workspace that went away is asked again."""


def is_desk(api_url: str) -> bool:
    """Whether this address of Slack is on this machine."""
    host = urlsplit(api_url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


class PracticeClock:
    """Moves `clock` as the practice workspace's page is told to, and calls `caught_up` before it says so."""

    def __init__(self, api_url: str, clock: Clock, caught_up: Callable[[], Awaitable[None]]) -> None:
        self._url = urljoin(api_url, "/practice/clock")
        self._clock = clock
        self._caught_up = caught_up
        self._seen: int | None = None
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Take over the present offset, then go on following. A Slack that has no such clock is left alone."""
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWER_WITHIN)) as session:
            try:
                found = await self._follow(session, first=True)
            except (aiohttp.ClientError, TimeoutError, ValueError, KeyError):
                return
        if found:
            self._task = asyncio.create_task(self._run(), name="practice clock")

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])

    async def _run(self) -> None:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60)) as session:
            while True:
                try:
                    await self._follow(session)
                except (aiohttp.ClientError, TimeoutError):
                    await asyncio.sleep(AGAIN_AFTER)

    async def _follow(self, session: aiohttp.ClientSession, *, first: bool = False) -> bool:
        seen = {} if self._seen is None else {"seen": str(self._seen)}
        async with session.get(self._url, params=seen) as answer:
            if answer.status != 200:
                return False
            told = await answer.json()
        if not isinstance(told, dict):
            return False
        moved = int(told["version"]) != self._seen
        self._seen = int(told["version"])
        self._clock.run_ahead(timedelta(seconds=float(told["offset"])))
        if moved and not first:
            await self._caught_up()
        return True

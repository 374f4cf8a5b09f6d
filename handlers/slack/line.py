"""Whether Slack can be reached: asked with a question that may be repeated, before a post that may not.

Without it every post that meets an outage would be a post nobody knows about. Whoever posts while Slack answers asks
nothing; after half a minute of silence, or after a call went wrong, one question goes ahead for all.
"""

import asyncio
from datetime import datetime, timedelta

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from chatbot.kit.clock import Clock

FRESH = timedelta(seconds=30)
"""How long an answer of Slack's says that the next call will be answered as well."""

LONGEST_SILENCE = timedelta(seconds=30)
"""How long Slack is left alone, at most, before it is asked again."""


class LineDownError(Exception):
    """Slack does not answer; it is left alone for `wait`."""

    def __init__(self, code: str, wait: timedelta) -> None:
        super().__init__(code)
        self.code = code
        self.wait = wait


class Line:
    """The line to one Slack."""

    def __init__(self, client: AsyncWebClient, clock: Clock) -> None:
        self._client = client
        self._clock = clock
        self._asking = asyncio.Lock()
        self._answered_at: datetime | None = None
        self._left_alone_until: datetime | None = None
        self._code = ""
        self._failures = 0

    @property
    def is_down(self) -> bool:
        """Whether the last question was not answered."""
        return self._failures > 0

    def answered(self) -> None:
        """A call was answered, whatever the answer."""
        self._answered_at = self._clock.now()
        self._left_alone_until = None
        self._failures = 0

    def broke(self) -> None:
        """A call was not answered, or Slack said that it broke."""
        self._answered_at = None

    def down(self, code: str) -> LineDownError:
        """A question was not answered: how long Slack is left alone now. Each time it is twice as long."""
        self.broke()
        self._failures += 1
        wait = min(LONGEST_SILENCE, timedelta(seconds=2 ** min(self._failures - 1, 10)))
        self._code, self._left_alone_until = code, self._clock.now() + wait
        return LineDownError(code, wait)

    async def must_stand(self) -> None:
        """Raises `LineDownError` unless Slack answers."""
        async with self._asking:
            now = self._clock.now()
            if self._answered_at is not None and timedelta(0) <= now - self._answered_at < FRESH:
                return
            if self._left_alone_until is not None and timedelta(0) < self._left_alone_until - now <= LONGEST_SILENCE:
                raise LineDownError(self._code, self._left_alone_until - now)
            try:
                await self._client.auth_test()
            except SlackApiError as fault:
                status = getattr(fault.response, "status_code", 200)
                error = fault.response.get("error") if isinstance(fault.response.data, dict) else None
                raise self.down(str(error or f"http {status}")[:64]) from None
            except (aiohttp.ClientError, TimeoutError, OSError) as fault:
                raise self.down(type(fault).__name__) from None
            self.answered()

"""The machine's own time: read here and nowhere else in the practice workspace."""

import asyncio
import time


class Machine:
    """Tests hand in one that runs ahead, so that what takes minutes in Slack takes none in a test."""

    def time(self) -> float:
        """Seconds since 1970."""
        return time.time()

    def monotonic(self) -> float:
        """Seconds that never go back, for measuring."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Returns when so much of this machine's time has passed."""
        await asyncio.sleep(seconds)

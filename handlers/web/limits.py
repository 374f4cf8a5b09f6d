"""How often something may be asked, so that nobody wears us out or guesses."""

from collections import OrderedDict
from collections.abc import Callable

from chatbot.kit.clock import stopwatch

REMEMBERED = 10_000
"""Askers that are remembered; with more, those who asked longest ago are forgotten."""


class Limit:
    """So many times in so many seconds, for each asker."""

    def __init__(self, most: int, seconds: float, seconds_now: Callable[[], float] = stopwatch) -> None:
        self._most = most
        self._seconds = seconds
        self._now = seconds_now
        self._asked: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def wait(self, asker: str) -> int:
        """0, and it counts; or how many seconds they have to wait."""
        now = self._now()
        begun, count = self._asked.pop(asker, (now, 0))
        if now - begun >= self._seconds:
            begun, count = now, 0
        over = count >= self._most
        self._asked[asker] = (begun, count if over else count + 1)
        if len(self._asked) > REMEMBERED:
            self._asked.popitem(last=False)
        return max(1, round(self._seconds - (now - begun))) if over else 0

"""Slack's rate limits as buckets of tokens that fill again steadily."""

import math
from dataclasses import dataclass

from handlers.practice.machine import Machine
from handlers.practice.methods import PER_MINUTE, Method

POSTS_A_SECOND = 1.0
POSTS_AT_ONCE = 4
"""Slack lets a short burst into one channel pass."""
POSTS_A_MINUTE = 300
"""Of the whole workspace: Slack says several hundred."""


@dataclass(kw_only=True)
class Bucket:
    holds: float
    rate: float
    level: float
    at: float

    def wait(self, now: float) -> float:
        """Seconds until there is a token; 0 means there is one now."""
        self.level = min(self.holds, self.level + (now - self.at) * self.rate)
        self.at = now
        return 0.0 if self.level >= 1 else (1 - self.level) / self.rate


class Limits:
    def __init__(self, machine: Machine, *, paced: bool) -> None:
        self._machine = machine
        self._buckets: dict[str, Bucket] = {}
        self.paced = paced

    def take(self, method: Method, channel: str) -> int | None:
        """None when the call may pass; else the seconds of `Retry-After`."""
        if not self.paced:
            return None
        now = self._machine.monotonic()
        buckets = [self._bucket(key, holds, rate, now) for key, holds, rate in self._rules(method, channel)]
        wait = max(bucket.wait(now) for bucket in buckets)
        if wait > 0:
            return max(1, math.ceil(wait))
        for bucket in buckets:
            bucket.level -= 1
        return None

    def _rules(self, method: Method, channel: str) -> list[tuple[str, float, float]]:
        if method.tier == "posting":
            return [
                (f"{method.name} {channel}", POSTS_AT_ONCE, POSTS_A_SECOND),
                (method.name, POSTS_A_MINUTE, POSTS_A_MINUTE / 60),
            ]
        a_minute = PER_MINUTE[method.tier]
        return [(method.name, a_minute, a_minute / 60)]

    def _bucket(self, key: str, holds: float, rate: float, now: float) -> Bucket:
        if key not in self._buckets:
            self._buckets[key] = Bucket(holds=holds, rate=rate, level=holds, at=now)
        return self._buckets[key]

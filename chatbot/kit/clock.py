"""The only place that knows the time."""

import time as machine
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones


class Clock:
    """Tells the time. `now()` is always an aware datetime in UTC.

    A clock can run ahead of the machine: a practice workspace moves it forward so that tomorrow can be seen today.
    """

    def __init__(self, read: Callable[[], float] = machine.time) -> None:
        self._read = read
        self._ahead = timedelta(0)

    def now(self) -> datetime:
        return datetime.fromtimestamp(self._read(), UTC) + self._ahead

    def run_ahead(self, by: timedelta) -> None:
        """From now on, tell a time that is `by` later than the machine's."""
        self._ahead = by


def machine_seconds() -> float:
    """Seconds since 1970 on this machine, whatever clock the bot lives by; for signatures only."""
    return machine.time()


def stopwatch() -> float:
    """Seconds on a clock that only runs forward; for pacing and time-outs, never for dates."""
    return machine.monotonic()


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The moment, in UTC, when `zone`'s clocks show `at` on `day`.

    An hour that the clocks skip in spring means the same distance after the last hour that existed (02:30 becomes
    03:30); an hour that comes twice in autumn means its first time.
    """
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)


def local_date(now: datetime, zone: ZoneInfo) -> date:
    """The date on a calendar in `zone` at the moment `now`."""
    return now.astimezone(zone).date()


def known_zone(name: str) -> ZoneInfo | None:
    """The IANA zone of that name, or None when there is none."""
    return ZoneInfo(name) if name in _zones() else None


@cache
def _zones() -> frozenset[str]:
    """Listing them walks through a folder of files, which would hold up everyone else each time."""
    return frozenset(available_timezones())

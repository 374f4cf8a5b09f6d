"""The timetable: what the clock does. Each room lists its own entries; `docs/timetable.md` shows all of them.

Every entry is asked at every tick and decides for itself, from rows, whether something fell due; so it does not matter
how often the clock ticks, whether a tick was missed, or how many instances tick.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from chatbot.kit.i18n import Text

TICK = timedelta(seconds=15)


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """Something the clock does: its name, when it falls due, in words, and the doing."""

    name: str
    when: Text
    do: Callable[[], Awaitable[object]]


class Schedule:
    """What the clock does, in this order."""

    def __init__(self, *entries: Entry) -> None:
        self.entries = entries

    async def tick(self) -> list[tuple[str, Exception]]:
        """Do everything that has fallen due by now. What fails holds up nothing else; it is named in what returns."""
        failures: list[tuple[str, Exception]] = []
        for entry in self.entries:
            try:
                await entry.do()
            except Exception as fault:  # noqa: BLE001 - it is handed to whoever ticks
                failures.append((entry.name, fault))
        return failures

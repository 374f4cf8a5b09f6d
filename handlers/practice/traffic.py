"""What went over the wire, for the page's inspector and for tests."""

from collections import deque
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from handlers.practice.bulletin import Bulletin
from handlers.practice.clock import Clock
from handlers.practice.masks import masked
from handlers.practice.network import JSON

KEPT = 2000


@dataclass(frozen=True, kw_only=True)
class Entry:
    """`way` is "in" for what the bot asked of Slack, "out" for what Slack sent to the bot."""

    id: int
    at: float
    way: str
    what: str
    status: int | str
    ms: float
    body: Any
    answer: Any

    def as_json(self) -> JSON:
        return asdict(self)


class Traffic:
    """The newest entries, secrets already masked."""

    def __init__(self, clock: Clock, bulletin: Bulletin) -> None:
        self._clock = clock
        self._bulletin = bulletin
        self._entries: deque[Entry] = deque(maxlen=KEPT)
        self._count = 0

    def record(self, way: str, what: str, *, status: int | str, ms: float, body: Any, answer: Any) -> None:
        self._count += 1
        entry = Entry(
            id=self._count, at=self._clock.seconds(), way=way, what=what, status=status, ms=round(ms, 1),
            body=masked(body), answer=masked(answer),
        )  # fmt: skip
        self._entries.append(entry)
        self._bulletin.tell("traffic", entry=entry)

    def calls(self, method: str) -> list[Entry]:
        """What the bot asked of this method, oldest first."""
        return [entry for entry in self._entries if entry.way == "in" and entry.what == method]

    def sent(self, what: str) -> list[Entry]:
        """What Slack sent to the bot under this name: a payload's type, an event's type or a command."""
        return [entry for entry in self._entries if entry.way == "out" and entry.what == what]

    def clear(self) -> None:
        self._entries.clear()

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

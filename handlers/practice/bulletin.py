"""News of the workspace, in the page's own frames, to whoever listens."""

from collections.abc import Callable
from dataclasses import dataclass

from handlers.practice.network import JSON


@dataclass(frozen=True, kw_only=True)
class News:
    """One frame of the page's protocol and the people it is for; None is everyone."""

    type: str
    fields: JSON
    to: frozenset[str] | None = None


class Bulletin:
    def __init__(self) -> None:
        self._listeners: list[Callable[[News], None]] = []

    def listen(self, listener: Callable[[News], None]) -> Callable[[], None]:
        """Returns what stops the listening."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, type_: str, to: frozenset[str] | None = None, **fields: object) -> None:
        news = News(type=type_, fields=fields, to=to)
        for listener in list(self._listeners):
            listener(news)

    def notice(self, user: str, text: str, level: str = "error") -> None:
        """What Slack itself says to one person."""
        self.tell("notice", frozenset({user}), level=level, text=text)

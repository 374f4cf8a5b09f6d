"""What goes to the bot, by whichever road it listens on."""

from dataclasses import dataclass
from typing import Protocol

from handlers.practice.network import JSON


@dataclass(frozen=True, kw_only=True)
class Retry:
    number: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """One delivery. `kind` is Socket Mode's name for it; `what` is how the traffic shows it."""

    kind: str
    what: str
    payload: JSON
    may_answer: bool = False
    retry: Retry | None = None


class NotDelivered(Exception):
    """`reason` is Slack's word for retries: `timeout`, `http_error`, `connection_failed`."""

    def __init__(self, reason: str, status: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status


class Road(Protocol):
    async def send(self, parcel: Parcel, /) -> JSON:
        """The body of the acknowledgement, `{}` for a bare one. Raises NotDelivered."""
        ...

    @property
    def connected(self) -> bool: ...

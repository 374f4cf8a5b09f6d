"""Every event has one effect, however often it arrives.

The door names the event it is working for with `event(key)`. The first statement of every verb then writes the key down
in the verb's own transaction; when the key is already there the verb does nothing and raises `Repeat`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import timedelta

from sqlalchemy import Column, String, Table, delete

from chatbot.kit.columns import Instant, metadata
from chatbot.kit.database import Tx
from chatbot.kit.refusal import Repeat

KEPT = timedelta(days=2)
"""Slack gives up on an event after about an hour; two days leave room for a clock that is set back."""

inbox = Table(
    "inbox",
    metadata,
    Column("key", String(255), primary_key=True),
    Column("taken_at", Instant, nullable=False, index=True),
)

_event: ContextVar[str | None] = ContextVar("event", default=None)


@contextmanager
def event(key: str) -> Iterator[None]:
    """Everything inside works for the event of this key."""
    token = _event.set(key)
    try:
        yield
    finally:
        _event.reset(token)


def current() -> str | None:
    """The key of the event being worked for, or None when nobody outside asked."""
    return _event.get()


async def take(tx: Tx, key: str, verb: str) -> None:
    """Write down that `verb` was done for the event `key`. Raises `Repeat` when it was before."""
    if not await tx.insert_new(inbox, key=f"{key}/{verb}"[:255], taken_at=tx.now):
        raise Repeat


async def forget_old(tx: Tx) -> int:
    """Drop the keys that can no longer repeat; returns how many."""
    return (await tx.execute(delete(inbox).where(inbox.c.taken_at < tx.now - KEPT))).rowcount

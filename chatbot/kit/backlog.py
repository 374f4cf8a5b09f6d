"""What waits in the outbox and why, for the operator: numbers, kinds and codes, no text and no names.

It only reads, over a connection of its own, so the bot may be running.
"""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from chatbot.kit.clock import Clock
from chatbot.kit.closed import closed_channels
from chatbot.kit.looking import looking
from chatbot.kit.outbox import State, outbox
from chatbot.kit.pacing import holds

_PARKED = (State.UNSURE, State.FAILED)


async def backlog(url: str, clock: Clock) -> AsyncIterator[str]:
    """A line each for: every state, every conversation that waits, every hold, and every row that did not arrive."""
    async with looking(url) as connection:
        for line in await _lines(connection, clock.now()):
            yield line


async def _lines(connection: AsyncConnection, now: datetime) -> list[str]:
    number, oldest = func.count().label("number"), func.min(outbox.c.created_at).label("oldest")
    states = select(outbox.c.state, number, oldest).group_by(outbox.c.state).order_by(outbox.c.state)
    found = [
        f"{row.state:8} {row.number:6}  oldest {_age(now - row.oldest)}" for row in await connection.execute(states)
    ]
    here = (outbox.c.team_id, outbox.c.conversation)
    fault = func.max(outbox.c.fault).label("fault")
    waiting = select(*here, number, oldest, fault).where(outbox.c.state == State.WAITING).group_by(*here)
    found += [
        f"waits    {row.conversation} {row.number} since {_age(now - row.oldest)}, last fault {row.fault or 'none'}"
        for row in await connection.execute(waiting.order_by(oldest).limit(20))
    ]
    held = select(holds).where(holds.c.until > now)
    found += [f"held     {row.kind} for {_age(row.until - now)}: {row.fault}" for row in await connection.execute(held)]
    found += [
        f"closed   {row.channel} for {_age(now - row.since)}: {row.code}"
        for row in await connection.execute(select(closed_channels))
    ]
    parked = select(outbox).where(outbox.c.state.in_(_PARKED)).order_by(outbox.c.id).limit(100)
    found += [
        f"{row.state:8} {row.id} {row.view} in {row.conversation} for {_age(now - row.created_at)}: {row.fault}"
        for row in await connection.execute(parked)
    ]
    return found or ["Nothing waits."]


def _age(since: timedelta) -> str:
    return str(timedelta(seconds=max(0, int(since.total_seconds()))))

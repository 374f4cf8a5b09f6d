"""Channels into which nothing can be posted any more: archived, or without the bot.

The delivery notices when it is refused for such a reason, and notices that it is over when a message gets through. A
capability that posts to a channel reads it in a job of its own and tells whoever chose the channel, for example once
for each `ClosedChannel.since`: `if await once(tx, team_id=team, what=f"digests.closed:{digest.id}:{closed.since}")`.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, String, Table, delete, select

from chatbot.kit.columns import Instant, metadata
from chatbot.kit.database import Tx


@dataclass(frozen=True, kw_only=True, slots=True)
class ClosedChannel:
    """`code` is the chat platform's word for it, such as `is_archived`; `since` the first message it refused."""

    channel: str
    code: str
    since: datetime


closed_channels = Table(
    "closed_channels",
    metadata,
    Column("team_id", String(32), primary_key=True),
    Column("channel", String(32), primary_key=True),
    Column("code", String(64), nullable=False),
    Column("since", Instant, nullable=False),
)


async def close(tx: Tx, *, team_id: str, channel: str, code: str) -> None:
    """A message was refused because of the channel. The first refusal counts."""
    await tx.insert_new(closed_channels, team_id=team_id, channel=channel, code=code, since=tx.now)


async def reopen(tx: Tx, *, team_id: str, channel: str) -> None:
    """A message got through."""
    here = (closed_channels.c.team_id == team_id, closed_channels.c.channel == channel)
    await tx.execute(delete(closed_channels).where(*here))


async def closed(tx: Tx, *, team_id: str) -> dict[str, ClosedChannel]:
    """The closed channels of the workspace by their id; empty when all is well."""
    rows = await tx.all(select(closed_channels).where(closed_channels.c.team_id == team_id))
    return {row.channel: ClosedChannel(channel=row.channel, code=row.code, since=row.since) for row in rows}

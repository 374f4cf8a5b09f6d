"""Tables and queries of digests."""

from datetime import date
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    Date,
    ForeignKey,
    Integer,
    Row,
    String,
    Table,
    Time,
    UniqueConstraint,
    delete,
    select,
    update,
)

from chatbot.digests.model import Digest, Plan
from chatbot.kit.columns import Instant, RowId, Zone, metadata
from chatbot.kit.database import Tx

digests = Table(
    "digests",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("channel", String(32), nullable=False),
    Column("at", Time, nullable=False),
    Column("weekdays", JSON, nullable=False),
    Column("zone", Zone, nullable=False),
    Column("horizon", Integer, nullable=False),
    Column("set_by", RowId, ForeignKey("people.id"), nullable=False),
    Column("set_at", Instant, nullable=False),
    UniqueConstraint("team_id", "channel"),
)

digest_runs = Table(
    "digest_runs",
    metadata,
    Column("digest_id", RowId, ForeignKey("digests.id", ondelete="CASCADE"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("sent", Integer, nullable=False),
    Column("at", Instant, nullable=False),
)


async def all_of(tx: Tx) -> list[Digest]:
    return [_digest(row) for row in await tx.all(select(digests).order_by(digests.c.id))]


async def of_channel(tx: Tx, team_id: str, channel: str) -> Digest | None:
    row = await tx.first(select(digests).where(digests.c.team_id == team_id, digests.c.channel == channel))
    return _digest(row) if row else None


async def by_id(tx: Tx, digest_id: int) -> Digest | None:
    row = await tx.first(select(digests).where(digests.c.id == digest_id))
    return _digest(row) if row else None


async def put(tx: Tx, team_id: str, channel: str, plan: Plan, *, by: int) -> None:
    """Set the channel's plan, whether it had one or not."""
    values = {
        "at": plan.at,
        "weekdays": sorted(plan.weekdays),
        "zone": plan.zone,
        "horizon": plan.horizon,
        "set_by": by,
        "set_at": tx.now,
    }
    if not await tx.insert_new(digests, team_id=team_id, channel=channel, **values):
        await tx.execute(
            update(digests).where(digests.c.team_id == team_id, digests.c.channel == channel).values(**values)
        )


async def remove(tx: Tx, team_id: str, channel: str) -> bool:
    gone = await tx.execute(delete(digests).where(digests.c.team_id == team_id, digests.c.channel == channel))
    return bool(gone.rowcount)


async def begin(tx: Tx, digest_id: int, day: date, *, sent: bool) -> bool:
    """Write down that this digest of this local date was sent or skipped; False when that was settled before."""
    return await tx.insert_new(digest_runs, digest_id=digest_id, day=day, sent=int(sent), at=tx.now)


def _digest(row: Row[Any]) -> Digest:
    return Digest(
        id=row.id,
        team_id=row.team_id,
        channel=row.channel,
        plan=Plan(at=row.at, weekdays=frozenset(row.weekdays), zone=row.zone, horizon=row.horizon),
        set_at=row.set_at,
    )

"""The table of legal holds. Their reasons are sealed."""

from sqlalchemy import Column, ForeignKey, Index, LargeBinary, String, Table, select, update
from sqlalchemy import text as sql

from chatbot.flows.holds.model import Hold
from chatbot.kit import sealed_rows
from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx
from chatbot.kit.sealed import Sealer
from chatbot.people.store import people

legal_holds = Table(
    "legal_holds",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("reason", LargeBinary),
    Column("set_by", RowId, ForeignKey("people.id"), nullable=False),
    Column("set_at", Instant, nullable=False),
    Column("ended_by", RowId, ForeignKey("people.id")),
    Column("ended_at", Instant),
    Index(
        "uq_legal_holds_one_standing",
        "team_id",
        unique=True,
        sqlite_where=sql("ended_at IS NULL"),
        postgresql_where=sql("ended_at IS NULL"),
    ),
)

_STANDING = legal_holds.c.ended_at.is_(None)


async def on_hold(tx: Tx, team_id: str) -> bool:
    """Whether a hold stands in this workspace."""
    return await tx.first(select(legal_holds.c.id).where(legal_holds.c.team_id == team_id, _STANDING)) is not None


async def on_hold_anywhere(tx: Tx) -> bool:
    """Whether a hold stands in any workspace."""
    return await tx.first(select(legal_holds.c.id).where(_STANDING)) is not None


async def standing(tx: Tx, sealer: Sealer, team_id: str) -> Hold | None:
    """The hold that stands, with its reason."""
    chosen = select(legal_holds.c.id, legal_holds.c.set_at, people.c.name)
    row = await tx.first(
        chosen.join(people, people.c.id == legal_holds.c.set_by).where(legal_holds.c.team_id == team_id, _STANDING)
    )
    if row is None:
        return None
    reason = (await sealed_rows.unseal(tx, sealer, legal_holds, row.id, ["reason"]))["reason"]
    return Hold(id=row.id, set_by=row.name, set_at=row.set_at, reason=reason)


async def set_hold(tx: Tx, sealer: Sealer, team_id: str, reason: str, *, by: int) -> bool:
    """Begin a hold; tell whether none stood before."""
    is_new = await tx.insert_new(legal_holds, team_id=team_id, set_by=by, set_at=tx.now)
    if is_new:
        number = await tx.scalar(select(legal_holds.c.id).where(legal_holds.c.team_id == team_id, _STANDING))
        await sealed_rows.seal(tx, sealer, legal_holds, number, {"reason": reason})
    return is_new


async def lift(tx: Tx, team_id: str, *, by: int) -> bool:
    """End the hold that stands; tell whether one did."""
    ended = update(legal_holds).where(legal_holds.c.team_id == team_id, _STANDING).values(ended_by=by, ended_at=tx.now)
    return bool((await tx.execute(ended)).rowcount)

"""One line for every verb, in the verb's own transaction."""

from datetime import datetime

from sqlalchemy import Column, Index, String, Table, func, select

from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx

audit = Table(
    "audit",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("at", Instant, nullable=False),
    Column("actor_id", RowId),
    Column("verb", String(64), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("detail", String(64), nullable=False, default=""),
    Index("ix_audit_subject", "team_id", "subject"),
    Index("ix_audit_actor", "team_id", "actor_id", "at"),
)


async def note(tx: Tx, *, team_id: str, actor_id: int | None, verb: str, subject: str, detail: str = "") -> None:
    """Write one line. `actor_id` is None for the clock. `detail` is a word of the program, never typed text."""
    await tx.insert(audit, team_id=team_id, at=tx.now, actor_id=actor_id, verb=verb, subject=subject, detail=detail)


async def openings(tx: Tx, *, team_id: str, actor_id: int, verb: str, since: datetime) -> int:
    """How often someone did `verb` since then."""
    return int(
        await tx.scalar(
            select(func.count())
            .select_from(audit)
            .where(audit.c.team_id == team_id, audit.c.actor_id == actor_id, audit.c.verb == verb, audit.c.at >= since)
        )
    )

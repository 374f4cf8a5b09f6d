"""One line for every verb, in the verb's own transaction.

A line gets its place in the chain of its workspace a little later (`chain`): until then its number, the hash of the
line before and its own are empty. The database lets nothing else of it change, and lets none be deleted.
"""

from sqlalchemy import Column, Index, Integer, String, Table, UniqueConstraint, text

from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx

_LOOSE = text("number IS NULL")

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
    Column("number", Integer),
    Column("previous", String(64)),
    Column("hash", String(64)),
    UniqueConstraint("team_id", "number"),
    Index("ix_audit_subject", "team_id", "subject"),
    Index("ix_audit_actor", "team_id", "actor_id", "at"),
    Index("ix_audit_at", "team_id", "at"),
    Index("ix_audit_loose", "team_id", "id", sqlite_where=_LOOSE, postgresql_where=_LOOSE),
)


async def note(tx: Tx, *, team_id: str, actor_id: int | None, verb: str, subject: str, detail: str = "") -> None:
    """Write one line. `actor_id` is None for the clock, and where who did it is nobody's business.

    `detail` is a word of the program, never typed text.
    """
    await tx.insert(audit, team_id=team_id, at=tx.now, actor_id=actor_id, verb=verb, subject=subject, detail=detail)

"""What the clock does happens once, across restarts, instances and clocks that are set back.

The clock stores no timers. At every tick it derives from the present state what is due, so whatever was moved,
answered or cancelled is not due any more; a row here, written in the same transaction as what is said, makes it happen
once. A name holds what it is about and the local date it is for: `hearings.confirm:12:7:2026-03-04`.
"""

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import Column, String, Table, delete, select

from chatbot.kit.columns import Instant, metadata
from chatbot.kit.database import Tx

KEPT = timedelta(days=800)
"""Longer than anything looks back for something to remind of: a bond's refund may take two years."""

done = Table(
    "done",
    metadata,
    Column("team_id", String(32), primary_key=True),
    Column("what", String(128), primary_key=True),
    Column("at", Instant, nullable=False, index=True),
)


async def once(tx: Tx, *, team_id: str, what: str) -> bool:
    """True the first time this is asked for `what`, and never again; another instance that asks meanwhile waits."""
    return await tx.insert_new(done, team_id=team_id, what=what, at=tx.now)


async def undone(tx: Tx, names: Collection[tuple[str, str]]) -> set[tuple[str, str]]:
    """Those of these workspaces and names that were not done yet; whether one still is, `once` decides."""
    if not names:
        return set()
    teams, what = ({name[side] for name in names} for side in (0, 1))
    here = (done.c.team_id.in_(sorted(teams)), done.c.what.in_(sorted(what)))
    rows = await tx.all(select(done.c.team_id, done.c.what).where(*here))
    return set(names) - {(row.team_id, row.what) for row in rows}


async def forget_old(tx: Tx) -> int:
    """Drop the rows of what was done long ago; returns how many."""
    return (await tx.execute(delete(done).where(done.c.at < tx.now - KEPT))).rowcount

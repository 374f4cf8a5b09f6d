"""Queries about dates that were confirmed, and about those that have to be."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import or_, update

from chatbot.hearings.model import How, State
from chatbot.hearings.store import HearingRow, hearings, some
from chatbot.kit.database import Tx


async def verify(tx: Tx, hearing_id: int, how: How, *, by: int) -> None:
    await tx.execute(
        update(hearings).where(hearings.c.id == hearing_id).values(verified_at=tx.now, verified_by=by, verified_how=how)
    )


async def unverify(tx: Tx, hearing_id: int) -> None:
    await tx.execute(
        update(hearings)
        .where(hearings.c.id == hearing_id)
        .values(verified_at=None, verified_by=None, verified_how=None)
    )


async def to_check(tx: Tx, team_id: str, *, first: date, last: date, since: datetime) -> Sequence[HearingRow]:
    """The open hearings between these days whose date nobody has confirmed since then, in the order they happen."""
    stale = or_(hearings.c.verified_at.is_(None), hearings.c.verified_at <= since)
    here = (hearings.c.team_id == team_id, hearings.c.state == State.OPEN)
    return await some(tx, *here, hearings.c.day.between(first, last), stale)

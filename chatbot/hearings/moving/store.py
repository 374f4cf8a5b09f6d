"""Tables and queries of moves: how hearings were, what was told, who still comes."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import Column, Date, ForeignKey, Index, Row, String, Table, func, select, update

from chatbot.hearings.model import Hearing, State
from chatbot.hearings.store import HearingRow, hearings, some
from chatbot.kit.columns import Instant, RowId, Zone, metadata
from chatbot.kit.database import Tx
from chatbot.signups.occasions import When

hearing_moves = Table(
    "hearing_moves",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("hearing_id", RowId, ForeignKey("hearings.id"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("zone", Zone, nullable=False),
    Column("day", Date),
    Column("starts_at", Instant),
    Column("ends_at", Instant),
    Column("place_id", RowId, ForeignKey("places.id"), nullable=False),
    Column("mode", String(16), nullable=False),
    Column("told_at", Instant),
    Index("ix_hearing_moves_hearing", "hearing_id", "told_at"),
)
"""How a hearing was before each change of time, place or way of meeting; `told_at` is empty while nobody was told."""

hearing_notices = Table(
    "hearing_notices",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("hearing_id", RowId, ForeignKey("hearings.id"), nullable=False),
    Column("move_id", RowId, ForeignKey("hearing_moves.id"), nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_hearing_notices_hearing", "hearing_id"),
)
"""What people were told: everything since this move."""

hearing_keeps = Table(
    "hearing_keeps",
    metadata,
    Column("notice_id", RowId, ForeignKey("hearing_notices.id"), primary_key=True),
    Column("person_id", RowId, ForeignKey("people.id"), primary_key=True),
    Column("at", Instant, nullable=False),
)
"""Who said that they still come."""


MoveRow = Row[Any]


class Pending(NamedTuple):
    team_id: str
    hearing_id: int


async def add_move(tx: Tx, before: Hearing) -> None:
    await tx.insert(
        hearing_moves,
        team_id=before.team_id,
        hearing_id=before.id,
        at=tx.now,
        zone=before.when.zone,
        day=before.when.day,
        starts_at=before.when.starts_at,
        ends_at=before.when.ends_at,
        place_id=before.place.id,
        mode=before.mode,
    )


async def pending(tx: Tx) -> list[Pending]:
    """The hearings of every workspace that moved without anyone having been told."""
    chosen = select(hearing_moves.c.team_id, hearing_moves.c.hearing_id).where(hearing_moves.c.told_at.is_(None))
    return [Pending(row.team_id, row.hearing_id) for row in await tx.all(chosen.distinct())]


async def untold(tx: Tx, hearing_id: int) -> Sequence[MoveRow]:
    """The moves nobody was told of, in the order they were made."""
    return await tx.all(
        select(hearing_moves)
        .where(hearing_moves.c.hearing_id == hearing_id, hearing_moves.c.told_at.is_(None))
        .order_by(hearing_moves.c.id)
    )


async def move(tx: Tx, team_id: str, move_id: int) -> MoveRow | None:
    return await tx.first(
        select(hearing_moves).where(hearing_moves.c.team_id == team_id, hearing_moves.c.id == move_id)
    )


async def are_told(tx: Tx, hearing_id: int) -> None:
    await tx.execute(
        update(hearing_moves)
        .where(hearing_moves.c.hearing_id == hearing_id, hearing_moves.c.told_at.is_(None))
        .values(told_at=tx.now)
    )


async def add_notice(tx: Tx, team_id: str, hearing_id: int, move_id: int) -> int:
    return await tx.number(hearing_notices, team_id=team_id, hearing_id=hearing_id, move_id=move_id, at=tx.now)


async def notice(tx: Tx, team_id: str, notice_id: int) -> Row[Any] | None:
    return await tx.first(
        select(hearing_notices).where(hearing_notices.c.team_id == team_id, hearing_notices.c.id == notice_id)
    )


async def newest(tx: Tx, hearing_id: int) -> int:
    """The number of the last notice about the hearing; 0 when there was none."""
    return int(
        await tx.scalar(
            select(func.coalesce(func.max(hearing_notices.c.id), 0)).where(hearing_notices.c.hearing_id == hearing_id)
        )
    )


async def keep(tx: Tx, notice_id: int, person_id: int) -> bool:
    """Write down that they still come; tell whether it is new."""
    return await tx.insert_new(hearing_keeps, notice_id=notice_id, person_id=person_id, at=tx.now)


class Told(NamedTuple):
    at: datetime
    kept: frozenset[int]


async def last_told(tx: Tx, hearing_ids: Sequence[int]) -> dict[int, Told]:
    """For each of these hearings that moved: when people were told last, and who said since that they still come."""
    last = (
        select(func.max(hearing_notices.c.id))
        .where(hearing_notices.c.hearing_id.in_(hearing_ids))
        .group_by(hearing_notices.c.hearing_id)
    )
    rows = await tx.all(
        select(hearing_notices.c.hearing_id, hearing_notices.c.at, hearing_keeps.c.person_id)
        .outerjoin(hearing_keeps, hearing_keeps.c.notice_id == hearing_notices.c.id)
        .where(hearing_notices.c.id.in_(last))
    )
    kept: defaultdict[int, set[int]] = defaultdict(set)
    for row in rows:
        kept[row.hearing_id] |= {row.person_id} - {None}
    return {row.hearing_id: Told(row.at, frozenset(kept[row.hearing_id])) for row in rows}


def when(row: MoveRow) -> When:
    return When(zone=row.zone, day=row.day, starts_at=row.starts_at, ends_at=row.ends_at)


async def with_notices(tx: Tx, team_id: str, *, since: date) -> Sequence[HearingRow]:
    """The open hearings from that day on, or without a day, about which people were told something."""
    ahead = (hearings.c.day >= since) | hearings.c.day.is_(None)
    told = hearings.c.id.in_(select(hearing_notices.c.hearing_id).where(hearing_notices.c.team_id == team_id))
    return await some(tx, hearings.c.team_id == team_id, hearings.c.state == State.OPEN, ahead, told)

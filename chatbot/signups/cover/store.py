"""Tables and queries of the searches for cover."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, ForeignKey, Index, Row, String, Table, func, select, update
from sqlalchemy import text as sql

from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx
from chatbot.signups.cover.model import Cover, State
from chatbot.signups.model import SeatRole

covers = Table(
    "covers",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("person_id", RowId, ForeignKey("people.id"), nullable=False),
    Column("role", String(16), nullable=False),
    Column("state", String(16), nullable=False),
    Column("taken_by", RowId, ForeignKey("people.id")),
    Column("opened_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Index(
        "uq_covers_one_a_seat",
        "team_id",
        "subject",
        "person_id",
        unique=True,
        sqlite_where=sql("state = 'open'"),
        postgresql_where=sql("state = 'open'"),
    ),
)

cover_asks = Table(
    "cover_asks",
    metadata,
    Column("cover_id", RowId, ForeignKey("covers.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", RowId, ForeignKey("people.id"), primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("declined_at", Instant),
    Index("ix_cover_asks_person", "team_id", "person_id", "asked_at"),
)


async def begin(tx: Tx, team_id: str, subject: str, person_id: int, role: SeatRole) -> int:
    return await tx.number(
        covers,
        team_id=team_id,
        subject=subject,
        person_id=person_id,
        role=role,
        state=State.OPEN,
        opened_at=tx.now,
    )


async def by_id(tx: Tx, team_id: str, cover_id: int) -> Cover | None:
    found = await _read(tx, covers.c.team_id == team_id, covers.c.id == cover_id)
    return found[0] if found else None


async def open_of(tx: Tx, team_id: str, subjects: Iterable[str]) -> list[Cover]:
    """The searches that go on for these subjects."""
    return await _read(
        tx, covers.c.team_id == team_id, covers.c.subject.in_(list(subjects)), covers.c.state == State.OPEN
    )


async def all_open(tx: Tx) -> list[Cover]:
    """The searches that go on in every workspace."""
    return await _read(tx, covers.c.state == State.OPEN)


async def asked_of(tx: Tx, team_id: str, person_id: int) -> list[Cover]:
    """The searches that go on for which this person was asked and has not declined."""
    mine = select(cover_asks.c.cover_id).where(
        cover_asks.c.team_id == team_id, cover_asks.c.person_id == person_id, cover_asks.c.declined_at.is_(None)
    )
    return await _read(tx, covers.c.state == State.OPEN, covers.c.id.in_(mine))


async def ask(tx: Tx, cover: Cover, person_ids: Sequence[int]) -> None:
    rows = [
        {"cover_id": cover.id, "person_id": person_id, "team_id": cover.team_id, "asked_at": tx.now}
        for person_id in person_ids
    ]
    await tx.execute(cover_asks.insert(), rows)


async def decline(tx: Tx, cover: Cover, person_id: int) -> None:
    await tx.execute(
        update(cover_asks)
        .where(cover_asks.c.cover_id == cover.id, cover_asks.c.person_id == person_id)
        .values(declined_at=tx.now)
    )


async def take(tx: Tx, cover: Cover, taken_by: int) -> None:
    await tx.execute(
        update(covers).where(covers.c.id == cover.id).values(state=State.TAKEN, taken_by=taken_by, ended_at=tx.now)
    )


async def withdraw(tx: Tx, team_id: str, subject: str, person_id: int | None = None) -> int:
    """Nobody is looked for any more, for this person or for anyone; returns how many searches ended."""
    here = [covers.c.team_id == team_id, covers.c.subject == subject, covers.c.state == State.OPEN]
    if person_id is not None:
        here.append(covers.c.person_id == person_id)
    ended = await tx.execute(update(covers).where(*here).values(state=State.WITHDRAWN, ended_at=tx.now))
    return ended.rowcount


async def last_asked(tx: Tx, team_id: str) -> dict[int, datetime]:
    """When each person was last asked to cover for someone."""
    rows = await tx.all(
        select(cover_asks.c.person_id, func.max(cover_asks.c.asked_at).label("at"))
        .where(cover_asks.c.team_id == team_id)
        .group_by(cover_asks.c.person_id)
    )
    return {row.person_id: row.at for row in rows}


async def _read(tx: Tx, *where: ColumnElement[bool]) -> list[Cover]:
    rows = await tx.all(select(covers).where(*where).order_by(covers.c.id))
    if not rows:
        return []
    asks = await tx.all(select(cover_asks).where(cover_asks.c.cover_id.in_([row.id for row in rows])))
    return [_cover(row, [ask for ask in asks if ask.cover_id == row.id]) for row in rows]


def _cover(row: Row[Any], asks: Sequence[Row[Any]]) -> Cover:
    return Cover(
        id=row.id,
        team_id=row.team_id,
        subject=row.subject,
        person_id=row.person_id,
        role=SeatRole(row.role),
        state=State(row.state),
        taken_by=row.taken_by,
        asked_at=max((ask.asked_at for ask in asks), default=None),
        asked=frozenset(ask.person_id for ask in asks),
        declined=frozenset(ask.person_id for ask in asks if ask.declined_at is not None),
    )

"""Tables and queries of events. What opens only for those who come is sealed bytes."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Row,
    Select,
    String,
    Table,
    Text,
    UniqueConstraint,
    select,
    update,
)

from chatbot.events.model import Event, Facts, Move, State
from chatbot.kit import sealed_rows
from chatbot.kit.columns import Instant, RowId, Zone, metadata
from chatbot.kit.database import Tx
from chatbot.kit.sealed import Sealer
from chatbot.signups.occasions import When


def facts_columns() -> tuple[Column[Any], ...]:
    """What a date and the series it is made from both say."""
    return (
        Column("title", String(80), nullable=False),
        Column("host", String(80), nullable=False),
        Column("spot", String(120), nullable=False),
        Column("place_id", RowId, ForeignKey("places.id")),
        Column("area", String(60), nullable=False),
        Column("zone", Zone, nullable=False),
        Column("languages", String(120), nullable=False),
        Column("note", Text, nullable=False),
        Column("page", String(400), nullable=False),
        Column("limit", Integer),
        Column("link", LargeBinary),
    )


events = Table(
    "events",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("code", String(12), nullable=False),
    Column("series_id", RowId, ForeignKey("event_series.id")),
    Column("slot", Date),
    Column("apart", Boolean, nullable=False),
    Column("day", Date, nullable=False),
    Column("starts_at", Instant, nullable=False),
    Column("ends_at", Instant),
    *facts_columns(),
    Column("state", String(12), nullable=False),
    Column("cancelled_because", Text, nullable=False),
    Column("closed_on", Date),
    Column("created_by", RowId, ForeignKey("people.id"), nullable=False),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("team_id", "code"),
    UniqueConstraint("series_id", "slot"),
    Index("ix_events_day", "team_id", "state", "day"),
)

event_moves = Table(
    "event_moves",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("event_id", RowId, ForeignKey("events.id"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("zone", Zone, nullable=False),
    Column("day", Date, nullable=False),
    Column("starts_at", Instant, nullable=False),
    Column("ends_at", Instant),
    Column("spot", String(400), nullable=False),
    Index("ix_event_moves_event", "event_id"),
)
"""How an event was before each change of its time or place."""

EventRow = Row[Any]
"""A row without its sealed column."""

CARD = "events.card"
"""The live view that shows one event in a channel."""

SEALED = ("link",)
_READ = [*(column for column in events.c if column.name not in SEALED), events.c.link.is_not(None).label("has_link")]
_IN_TIME = (events.c.day, events.c.starts_at, events.c.id)


async def add(
    tx: Tx, team_id: str, code: str, facts: Facts, at: When, *, by: int, series_id: int | None, slot: date | None
) -> int:
    return await tx.number(
        events,
        team_id=team_id,
        code=code,
        series_id=series_id,
        slot=slot,
        apart=False,
        state=State.OPEN,
        cancelled_because="",
        created_by=by,
        created_at=tx.now,
        **_when_values(at),
        **facts_values(facts),
    )


async def change(tx: Tx, event_id: int, facts: Facts, at: When, *, apart: bool) -> None:
    values = {"apart": apart, **_when_values(at), **facts_values(facts)}
    await tx.execute(update(events).where(events.c.id == event_id).values(**values))


async def cancel(tx: Tx, event_id: int, reason: str) -> None:
    cancelled = {"state": State.CANCELLED, "cancelled_because": reason, "closed_on": tx.now.date()}
    await tx.execute(update(events).where(events.c.id == event_id).values(**cancelled))


async def seal(tx: Tx, sealer: Sealer, table: Table, row_id: int, link: str) -> None:
    """Write what opens for those who come, into a date's row or a series', under the key of the present month."""
    await sealed_rows.seal(tx, sealer, table, row_id, {"link": link})


async def unseal(tx: Tx, sealer: Sealer, table: Table, row_id: int) -> str:
    """Read it; empty for nothing. Raises `Unreadable` when the key is gone."""
    return (await sealed_rows.unseal(tx, sealer, table, row_id, SEALED))["link"]


async def by_code(tx: Tx, team_id: str, code: str, *, to_change: bool = False) -> EventRow | None:
    """The event's row; locked until the end of the transaction when it is going to change."""
    chosen = select(*_READ).where(events.c.team_id == team_id, events.c.code == code)
    return await tx.first(chosen.with_for_update() if to_change else chosen)


async def numbered(tx: Tx, team_id: str, numbers: Collection[int]) -> Sequence[EventRow]:
    return await tx.all(_some(events.c.team_id == team_id, events.c.id.in_(list(numbers))))


async def coming(tx: Tx, team_id: str, since: date) -> Sequence[EventRow]:
    """What is open in this workspace from that day on, the next first."""
    return await tx.all(_some(events.c.team_id == team_id, events.c.state == State.OPEN, events.c.day >= since))


async def between(tx: Tx, first: date, last: date, *, team_id: str | None = None) -> Sequence[EventRow]:
    """What was not cancelled on these local days, in this workspace or in all."""
    where = [events.c.state == State.OPEN, events.c.day.between(first, last)]
    return await tx.all(_some(*where, *([events.c.team_id == team_id] if team_id else [])))


async def of_series(tx: Tx, series_id: int, since: date, *, to_change: bool = False) -> Sequence[EventRow]:
    """The dates of a series that are open from that day on; locked, in the order of their numbers, to be changed."""
    chosen = _some(events.c.series_id == series_id, events.c.state == State.OPEN, events.c.day >= since)
    return await tx.all(chosen.order_by(None).order_by(events.c.id).with_for_update() if to_change else chosen)


async def in_series(tx: Tx, since: date) -> Sequence[EventRow]:
    """The open dates of every workspace's series from that day on, the next first."""
    return await tx.all(_some(events.c.series_id.is_not(None), events.c.state == State.OPEN, events.c.day >= since))


async def add_move(tx: Tx, before: Event) -> int:
    return await tx.number(
        event_moves,
        event_id=before.id,
        at=tx.now,
        zone=before.when.zone,
        spot=before.where[:400],
        **_when_values(before.when),
    )


async def move(tx: Tx, move_id: int, event_id: int) -> Move | None:
    row = await tx.first(select(event_moves).where(event_moves.c.id == move_id, event_moves.c.event_id == event_id))
    return Move(when=when(row), where=row.spot) if row else None


def when(row: Row[Any]) -> When:
    return When(zone=row.zone, day=row.day, starts_at=row.starts_at, ends_at=row.ends_at)


def facts(row: Row[Any]) -> Facts:
    return Facts(
        title=row.title,
        host=row.host,
        spot=row.spot,
        place_id=row.place_id,
        area=row.area,
        zone=row.zone,
        languages=row.languages,
        note=row.note,
        page=row.page,
        limit=row.limit,
    )


def _some(*where: ColumnElement[bool]) -> Select[Any]:
    return select(*_READ).where(*where).order_by(*_IN_TIME)


def _when_values(at: When) -> dict[str, Any]:
    return {"day": at.day, "starts_at": at.starts_at, "ends_at": at.ends_at}


def facts_values(facts: Facts) -> dict[str, Any]:
    return {
        "title": facts.title,
        "host": facts.host,
        "spot": facts.spot,
        "place_id": facts.place_id,
        "area": facts.area,
        "zone": facts.zone,
        "languages": facts.languages,
        "note": facts.note,
        "page": facts.page,
        "limit": facts.limit,
    }

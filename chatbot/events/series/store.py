"""Tables and queries of series: what the dates of each are made from."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, Column, Date, ForeignKey, Row, String, Table, Time, func, select, update

from chatbot.events.model import Facts, Hours, Plan, Series
from chatbot.events.store import events, facts, facts_columns, facts_values
from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx

event_series = Table(
    "event_series",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("rule", String(200), nullable=False),
    Column("first", Date, nullable=False),
    Column("except_on", JSON, nullable=False),
    Column("start", Time, nullable=False),
    Column("end", Time),
    *facts_columns(),
    Column("made_through", Date, nullable=False),
    Column("ended_at", Instant),
    Column("created_by", RowId, ForeignKey("people.id"), nullable=False),
    Column("created_at", Instant, nullable=False),
)


async def add(tx: Tx, team_id: str, facts: Facts, hours: Hours, plan: Plan, *, by: int) -> int:
    return await tx.number(
        event_series,
        team_id=team_id,
        rule=plan.rule,
        first=plan.first,
        except_on=sorted(day.isoformat() for day in plan.except_on),
        made_through=plan.first,
        created_by=by,
        created_at=tx.now,
        start=hours.start,
        end=hours.end,
        **facts_values(facts),
    )


async def by_id(tx: Tx, series_id: int, *, to_change: bool = False) -> Series | None:
    """The series; locked until the end of the transaction when its dates are going to change."""
    chosen = select(event_series).where(event_series.c.id == series_id)
    row = await tx.first(chosen.with_for_update() if to_change else chosen)
    return _series(row) if row else None


async def change(tx: Tx, series_id: int, facts: Facts, hours: Hours) -> None:
    values = {"start": hours.start, "end": hours.end, **facts_values(facts)}
    await tx.execute(update(event_series).where(event_series.c.id == series_id).values(**values))


async def made(tx: Tx, series_id: int, through: date) -> None:
    """The dates of the series are there up to this day."""
    await tx.execute(update(event_series).where(event_series.c.id == series_id).values(made_through=through))


async def end(tx: Tx, series_id: int) -> None:
    """No more dates are made."""
    await tx.execute(update(event_series).where(event_series.c.id == series_id).values(ended_at=tx.now))


async def wanting_dates(tx: Tx, since: date, fewer_than: int) -> list[int]:
    """The series of every workspace that go on and have fewer dates than that from that day on."""
    ahead = (
        select(func.count()).where(events.c.series_id == event_series.c.id, events.c.slot >= since).scalar_subquery()
    )
    chosen = select(event_series.c.id).where(event_series.c.ended_at.is_(None), ahead < fewer_than)
    return [row.id for row in await tx.all(chosen.order_by(event_series.c.id))]


async def slots_ahead(tx: Tx, series_id: int, since: date) -> int:
    """How many dates of the series, cancelled ones too, its plan gave from that day on."""
    counted = select(func.count()).where(events.c.series_id == series_id, events.c.slot >= since)
    return int(await tx.scalar(counted) or 0)


def _series(row: Row[Any]) -> Series:
    return Series(
        id=row.id,
        team_id=row.team_id,
        facts=facts(row),
        hours=Hours(start=row.start, end=row.end),
        plan=Plan(
            rule=row.rule,
            first=row.first,
            except_on=frozenset(date.fromisoformat(day) for day in row.except_on),
        ),
        made_through=row.made_through,
        ended_at=row.ended_at,
        created_by=row.created_by,
    )

"""Tables and queries of calendars."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, Row, String, Table, delete, select, update

from chatbot.calendars.model import Entry, Facts
from chatbot.calendars.rules import Told
from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx
from chatbot.people.model import Person

calendar_feeds = Table(
    "calendar_feeds",
    metadata,
    Column("person_id", RowId, ForeignKey("people.id"), primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("token", String(64), nullable=False, unique=True),
    Column("made_at", Instant, nullable=False),
)

calendar_entries = Table(
    "calendar_entries",
    metadata,
    Column("person_id", RowId, ForeignKey("people.id"), primary_key=True),
    Column("subject", String(64), primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("code", String(12), nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("cancelled", Boolean, nullable=False),
    Column("day", Date, nullable=False, index=True),
    Column("starts_at", Instant),
    Column("ends_at", Instant),
    Column("place", String(400), nullable=False),
    Column("changed_at", Instant, nullable=False),
)


async def make(tx: Tx, team_id: str, person_id: int, token: str) -> None:
    """Give them this address and no other."""
    await stop(tx, person_id)
    await tx.insert(calendar_feeds, team_id=team_id, person_id=person_id, token=token, made_at=tx.now)


async def stop(tx: Tx, person_id: int) -> bool:
    """Tell whether there was one."""
    gone = await tx.execute(delete(calendar_feeds).where(calendar_feeds.c.person_id == person_id))
    return bool(gone.rowcount)


async def made_at(tx: Tx, person_id: int) -> datetime | None:
    row = await tx.first(select(calendar_feeds.c.made_at).where(calendar_feeds.c.person_id == person_id))
    return row.made_at if row else None


async def behind(tx: Tx, token: str) -> Row[Any] | None:
    return await tx.first(select(calendar_feeds).where(calendar_feeds.c.token == token))


async def entries(tx: Tx, person_id: int, *, since: date) -> dict[str, Entry]:
    """What their calendars were told of the days since then, by subject; locked, as it is going to change."""
    rows = await tx.all(
        select(calendar_entries)
        .where(calendar_entries.c.person_id == person_id, calendar_entries.c.day >= since)
        .order_by(calendar_entries.c.subject)
        .with_for_update()
    )
    return {row.subject: _entry(row) for row in rows}


async def tell(tx: Tx, person: Person, subject: str, *, code: str, told: Told, is_new: bool) -> None:
    """Write down what calendars are told from now on."""
    facts = told.facts
    values = {
        "code": code,
        "sequence": told.sequence,
        "cancelled": told.cancelled,
        "day": facts.day,
        "starts_at": facts.starts_at,
        "ends_at": facts.ends_at,
        "place": facts.where,
        "changed_at": tx.now,
    }
    if is_new:
        await tx.insert_new(calendar_entries, team_id=person.team_id, person_id=person.id, subject=subject, **values)
        return
    here = (calendar_entries.c.person_id == person.id, calendar_entries.c.subject == subject)
    await tx.execute(update(calendar_entries).where(*here).values(**values))


async def forget(tx: Tx, *, before: date) -> int:
    """Drop what was told of days before that one; returns how many."""
    return (await tx.execute(delete(calendar_entries).where(calendar_entries.c.day < before))).rowcount


def in_order(found: Iterable[Entry]) -> list[Entry]:
    return sorted(found, key=lambda entry: (entry.facts.day, entry.subject))


def _entry(row: Row[Any]) -> Entry:
    return Entry(
        team_id=row.team_id,
        person_id=row.person_id,
        subject=row.subject,
        code=row.code,
        sequence=row.sequence,
        cancelled=row.cancelled,
        changed_at=row.changed_at,
        facts=Facts(day=row.day, starts_at=row.starts_at, ends_at=row.ends_at, where=row.place),
    )

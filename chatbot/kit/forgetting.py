"""What is done about what the rooms say in their `Part`s: wiping, purging, taking old posts down. Inside a verb."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, Table, delete, func, or_, select, update

from chatbot.kit.columns import Instant
from chatbot.kit.database import Tx
from chatbot.kit.outbox import Act, State, outbox, post_subjects, posts
from chatbot.kit.retention import Matter, Part, Private, Record, nothing

AT_A_TIME = 200
"""Rows wiped in one transaction, so that nobody's press waits for it."""


async def wipe(tx: Tx, team_id: str, private: Private, *, before: date) -> int:
    """Empty the columns of some rows whose matter was over before that day; returns how many rows."""
    table = private.columns[0].table
    held = or_(*(column != nothing(column) for column in private.columns))
    due = belongs(private, team_id, before=before)
    found = [row.id for row in await tx.all(select(table.c.id).where(held, due).limit(AT_A_TIME))]
    if found:
        values = {column.name: nothing(column) for column in private.columns}
        await tx.execute(update(table).where(table.c.id.in_(found)).values(**values))
    return len(found)


def belongs(private: Private, team_id: str, *, before: date) -> ColumnElement[bool]:
    """Whether a row with these columns belongs to a matter that was over before that day."""
    over = select(private.matter.table.c.id).where(*_over(private.matter, team_id, before))
    return _named(private.path or (private.columns[0].table.c.id,), over)


async def first_over(tx: Tx, team_id: str, parts: Iterable[Part], *, before: date) -> date | None:
    """The first day before that one on which a matter was over whose record is still there."""
    days = [
        await tx.scalar(select(func.min(matter.over_on)).where(*_over(matter, team_id, before)))
        for part in parts
        for matter in part.matters
        if not matter.stays_because
    ]
    found = [_day(day) for day in days if day is not None]
    return min(found) if found else None


async def purge(tx: Tx, team_id: str, parts: Sequence[Part], *, before: date) -> int:
    """Delete the records of every matter that was over before that day, with all that belongs to them.

    Returns how many matters there were.
    """
    gone: list[str] = []
    for part in parts:
        for matter in part.matters:
            if matter.stays_because:
                continue
            rows = await tx.all(select(matter.table.c.id).where(*_over(matter, team_id, before)))
            numbers = [row.id for row in rows]
            for record in (one for each in parts for one in each.records if one.matter is matter and numbers):
                await _take_along(tx, record, numbers)
            gone += [f"{matter.kind}:{number}" for number in numbers]
    for column in (one for part in parts for one in part.subjects):
        if gone:
            await tx.execute(delete(column.table).where(column.table.c.team_id == team_id, column.in_(gone)))
    for part in parts:
        for matter in reversed(part.matters):
            numbers = [int(one.split(":")[1]) for one in gone if one.startswith(f"{matter.kind}:")]
            if numbers:
                await tx.execute(delete(matter.table).where(matter.table.c.id.in_(numbers)))
    return len(gone)


async def old_posts(tx: Tx, team_id: str, parts: Sequence[Part], *, before: date, moment: datetime) -> list[int]:
    """Posts that went out, or may have, before that moment and show no matter that was not over before that day.

    So are words to a person, which name what they are about.
    """
    leaving = select(outbox.c.id).where(outbox.c.post_id == posts.c.id, outbox.c.act == Act.DELETE)
    unsure = select(outbox.c.post_id).where(outbox.c.state == State.UNSURE, outbox.c.created_at < moment)
    rows = await tx.all(
        select(posts.c.id, posts.c.ref, posts.c.person_id, post_subjects.c.subject)
        .outerjoin(post_subjects, post_subjects.c.post_id == posts.c.id)
        .where(posts.c.team_id == team_id, or_(posts.c.posted_at < moment, posts.c.id.in_(unsure)), ~leaving.exists())
        .order_by(posts.c.id)
    )
    shown: dict[int, set[str]] = {}
    for row in rows:
        told = row.ref.split() if row.person_id is not None else []
        shown.setdefault(row.id, set()).update(told, [row.subject] if row.subject else [])
    going_on = await _going_on(tx, team_id, parts, set().union(*shown.values()), before)
    return [post for post, subjects in shown.items() if not subjects & going_on][:AT_A_TIME]


async def _going_on(tx: Tx, team_id: str, parts: Sequence[Part], subjects: set[str], before: date) -> set[str]:
    """Those of these subjects that are matters and were not over before that day."""
    found: set[str] = set()
    for matter in (one for part in parts for one in part.matters):
        numbers = [int(one.split(":")[1]) for one in subjects if one.startswith(f"{matter.kind}:")]
        if numbers:
            lasting = or_(matter.over_on.is_(None), matter.over_on >= _limit(matter, before))
            here = (matter.table.c.team_id == team_id, matter.table.c.id.in_(numbers), lasting)
            found |= {f"{matter.kind}:{row.id}" for row in await tx.all(select(matter.table.c.id).where(*here))}
    return found


async def _take_along(tx: Tx, record: Record, numbers: Sequence[int]) -> None:
    column = record.path[0]
    here = _named(record.path, numbers)
    if record.only_loosened:
        await tx.execute(update(column.table).where(here).values({column.name: nothing(column)}))
    else:
        await tx.execute(delete(column.table).where(here))


def _named(path: Sequence[Column[Any]], numbers: Sequence[int] | Select[Any]) -> ColumnElement[bool]:
    """Rows that the path leads from to one of these."""
    first, *rest = path
    if not rest:
        return first.in_(numbers)
    return first.in_(select(rest[0].table.c.id).where(_named(rest, numbers)))


def _over(matter: Matter, team_id: str, before: date) -> tuple[ColumnElement[bool], ...]:
    return (matter.table.c.team_id == team_id, matter.over_on < _limit(matter, before))


def _limit(matter: Matter, before: date) -> date | datetime:
    """The day itself, or where the matter knows a moment, the one at which it begins."""
    return datetime.combine(before, time(0), tzinfo=UTC) if isinstance(matter.over_on.type, Instant) else before


def _day(found: Any) -> date:
    """SQLite gives a day that was made of columns back as it keeps it."""
    if isinstance(found, datetime):
        return found.date()
    return date.fromisoformat(found) if isinstance(found, str) else found


def tables_of(parts: Iterable[Part]) -> list[Table]:
    """Every table that something is wiped in or deleted from."""
    found = [
        *(one.columns[0].table for part in parts for one in part.private),
        *(one.path[0].table for part in parts for one in part.records),
        *(one.table for part in parts for one in part.subjects),
        *(one.table for part in parts for one in part.matters),
        *(one.column.table for part in parts for one in part.about),
    ]
    return list(dict.fromkeys(found))

"""Tables and queries of alarms."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, String, Table, Text, or_, select, update
from sqlalchemy import text as sql

from chatbot.hearings.detention.model import Alarm, Line, Task
from chatbot.hearings.store import hearings
from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx
from chatbot.people.store import people

alarms = Table(
    "alarms",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("hearing_id", RowId, ForeignKey("hearings.id"), nullable=False),
    Column("raised_at", Instant, nullable=False),
    Column("raised_by", RowId, ForeignKey("people.id"), nullable=False),
    Column("heard", Boolean, nullable=False),
    Column("undone_at", Instant),
    Column("undone_by", RowId, ForeignKey("people.id")),
    Column("undone_because", Text, nullable=False, default=""),
    Index(
        "uq_alarms_one_a_hearing",
        "hearing_id",
        unique=True,
        sqlite_where=sql("undone_at IS NULL"),
        postgresql_where=sql("undone_at IS NULL"),
    ),
)

alarm_tasks = Table(
    "alarm_tasks",
    metadata,
    Column("alarm_id", RowId, ForeignKey("alarms.id"), primary_key=True),
    Column("task", String(16), primary_key=True),
    Column("taken_by", RowId, ForeignKey("people.id"), nullable=False),
    Column("done_at", Instant),
)
"""Only what somebody does or did has a row."""


async def add(tx: Tx, team_id: str, hearing_id: int, *, by: int, heard: bool) -> int:
    return await tx.number(
        alarms,
        team_id=team_id,
        hearing_id=hearing_id,
        raised_at=tx.now,
        raised_by=by,
        heard=heard,
        undone_because="",
    )


async def standing(tx: Tx, team_id: str, hearing_id: int) -> int | None:
    """The number of the alarm about a hearing that nobody took back."""
    found = await tx.scalar(
        select(alarms.c.id).where(
            alarms.c.team_id == team_id, alarms.c.hearing_id == hearing_id, alarms.c.undone_at.is_(None)
        )
    )
    return None if found is None else int(found)


async def with_part_of(tx: Tx, team_id: str, person_id: int) -> list[int]:
    """The numbers of the alarms that somebody raised, took back, or has a task of."""
    theirs = select(alarm_tasks.c.alarm_id).where(alarm_tasks.c.taken_by == person_id)
    named = or_(alarms.c.raised_by == person_id, alarms.c.undone_by == person_id, alarms.c.id.in_(theirs))
    rows = await tx.all(select(alarms.c.id).where(alarms.c.team_id == team_id, named).order_by(alarms.c.id))
    return [row.id for row in rows]


async def get(tx: Tx, team_id: str, alarm_id: int, *, to_change: bool = False) -> Alarm | None:
    """The alarm with its lines; its row locked when it is going to change."""
    here = (alarms.c.team_id == team_id, alarms.c.id == alarm_id)
    if to_change:
        await tx.first(select(alarms.c.id).where(*here).with_for_update())
    raiser, undoer = people.alias(), people.alias()
    row = await tx.first(
        select(alarms, hearings.c.code, hearings.c.zone, raiser.c.name.label("raiser"), undoer.c.name.label("undoer"))
        .join(hearings, hearings.c.id == alarms.c.hearing_id)
        .join(raiser, raiser.c.id == alarms.c.raised_by)
        .outerjoin(undoer, undoer.c.id == alarms.c.undone_by)
        .where(*here)
    )
    if row is None:
        return None
    return Alarm(
        id=row.id,
        team_id=row.team_id,
        code=row.code,
        hearing_id=row.hearing_id,
        raised_at=row.raised_at.astimezone(row.zone),
        raised_by=row.raised_by,
        raised_by_name=row.raiser,
        heard=row.heard,
        undone_at=row.undone_at,
        undone_by_name=row.undoer or "",
        undone_because=row.undone_because,
        lines=await _lines(tx, alarm_id),
    )


async def _lines(tx: Tx, alarm_id: int) -> tuple[Line, ...]:
    rows = await tx.all(
        select(alarm_tasks, people.c.name)
        .join(people, people.c.id == alarm_tasks.c.taken_by)
        .where(alarm_tasks.c.alarm_id == alarm_id)
    )
    known = {
        Task(row.task): Line(task=Task(row.task), taken_by=row.taken_by, name=row.name, done_at=row.done_at)
        for row in rows
    }
    return tuple(known.get(task) or Line(task=task) for task in Task)


async def take(tx: Tx, alarm_id: int, task: Task, *, by: int) -> None:
    await tx.insert(alarm_tasks, alarm_id=alarm_id, task=task, taken_by=by)


async def hand_back(tx: Tx, alarm_id: int, task: Task) -> None:
    await tx.execute(alarm_tasks.delete().where(alarm_tasks.c.alarm_id == alarm_id, alarm_tasks.c.task == task))


async def done(tx: Tx, alarm_id: int, task: Task) -> None:
    await tx.execute(
        update(alarm_tasks).where(alarm_tasks.c.alarm_id == alarm_id, alarm_tasks.c.task == task).values(done_at=tx.now)
    )


async def undo(tx: Tx, alarm_id: int, reason: str, *, by: int) -> None:
    await tx.execute(
        update(alarms).where(alarms.c.id == alarm_id).values(undone_at=tx.now, undone_by=by, undone_because=reason)
    )

"""Tables and queries of imports. What is still to be written down waits sealed, and goes when it is done."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, LargeBinary, Row, String, Table, delete, select, update

from chatbot.hearings.importing.model import Import, Key, State
from chatbot.hearings.model import State as HearingState
from chatbot.hearings.store import SEALED, hearings
from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx
from chatbot.kit.plain import plain

imports = Table(
    "imports",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("person_id", RowId, ForeignKey("people.id"), nullable=False),
    Column("token", String(64), nullable=False, unique=True),
    Column("state", String(12), nullable=False),
    Column("rows", LargeBinary),
    Column("total", Integer, nullable=False, default=0),
    Column("bad", Integer, nullable=False, default=0),
    Column("looked", Integer, nullable=False, default=0),
    Column("left_out", JSON, nullable=False),
    Column("began_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Index("ix_imports_state", "state", "began_at"),
    Index("ix_imports_person", "team_id", "person_id", "id"),
)

imported = Table(
    "imported",
    metadata,
    Column("hearing_id", RowId, ForeignKey("hearings.id", ondelete="CASCADE"), primary_key=True),
    Column("import_id", RowId, ForeignKey("imports.id", ondelete="CASCADE"), nullable=False),
    Column("row", Integer, nullable=False),
    Index("uq_imported_row", "import_id", "row", unique=True),
)

ImportRow = Row[Any]

_AT_WORK = (State.RUNNING, State.UNDOING)


async def begin(tx: Tx, team_id: str, person_id: int, token: str) -> int:
    return await tx.number(
        imports, team_id=team_id, person_id=person_id, token=token, state=State.OPEN, left_out=[], began_at=tx.now
    )


async def by_id(tx: Tx, team_id: str, import_id: int) -> ImportRow | None:
    """The import, its row locked: whoever asks is about to change it."""
    chosen = select(imports).where(imports.c.team_id == team_id, imports.c.id == import_id)
    return await tx.first(chosen.with_for_update())


async def by_token(tx: Tx, token: str, *, since: datetime) -> ImportRow | None:
    return await tx.first(select(imports).where(imports.c.token == token, imports.c.began_at >= since))


async def last_of(tx: Tx, team_id: str, person_id: int) -> ImportRow | None:
    """Their newest import that came to something."""
    done = (State.RUNNING, State.DONE, State.UNDOING, State.UNDONE)
    return await tx.first(
        select(imports)
        .where(imports.c.team_id == team_id, imports.c.person_id == person_id, imports.c.state.in_(done))
        .order_by(imports.c.id.desc())
        .limit(1)
    )


async def at_work(tx: Tx) -> ImportRow | None:
    """The oldest import that has something left to do, locked; one that another instance works on is passed over."""
    chosen = select(imports).where(imports.c.state.in_(_AT_WORK)).order_by(imports.c.id).limit(1)
    return await tx.first(chosen.with_for_update(skip_locked=True))


async def change(tx: Tx, import_id: int, **values: Any) -> None:
    await tx.execute(update(imports).where(imports.c.id == import_id).values(**values))


async def brought(tx: Tx, import_id: int, hearing_id: int, row: int) -> None:
    await tx.insert(imported, import_id=import_id, hearing_id=hearing_id, row=row)


async def numbers(tx: Tx, import_id: int, *, to_change: bool = False) -> list[int]:
    """The hearings an import wrote down, in the order of its rows; locked when they are going to change."""
    if to_change:
        here = select(imported.c.hearing_id).where(imported.c.import_id == import_id)
        await tx.all(select(hearings.c.id).where(hearings.c.id.in_(here)).order_by(hearings.c.id).with_for_update())
    rows = await tx.all(select(imported.c.hearing_id).where(imported.c.import_id == import_id).order_by(imported.c.row))
    return [row.hearing_id for row in rows]


async def standing(tx: Tx, import_id: int) -> dict[int, str]:
    """Those of its hearings that are not called off, and their codes."""
    rows = await tx.all(
        select(hearings.c.id, hearings.c.code)
        .join(imported, imported.c.hearing_id == hearings.c.id)
        .where(imported.c.import_id == import_id, hearings.c.state == HearingState.OPEN)
        .order_by(hearings.c.id)
    )
    return {row.id: row.code for row in rows}


async def call_off(tx: Tx, import_id: int) -> None:
    """Cancel every hearing of the import at once, and take away whatever somebody wrote into it."""
    here = select(imported.c.hearing_id).where(imported.c.import_id == import_id)
    nothing: dict[str, Any] = dict.fromkeys(SEALED)
    blank: dict[str, Any] = dict.fromkeys(("alias", "note", "languages"), "")
    called_off = (
        update(hearings)
        .where(hearings.c.id.in_(here))
        .values(state=HearingState.CANCELLED, closed_on=tx.now.date(), **blank, **nothing)
    )
    await tx.execute(called_off)


async def existing(tx: Tx, team_id: str, *, since: date) -> dict[Key, str]:
    """What stands from that day on, or without a day: alias, place and day, and the code."""
    rows = await tx.all(
        select(hearings.c.alias, hearings.c.place_id, hearings.c.day, hearings.c.code).where(
            hearings.c.team_id == team_id,
            hearings.c.state == HearingState.OPEN,
            (hearings.c.day >= since) | hearings.c.day.is_(None),
        )
    )
    return {(plain(row.alias), row.place_id, row.day): row.code for row in rows}


async def forget(tx: Tx, *, unfinished: timedelta, finished: timedelta) -> int:
    """Drop imports that were begun and left, and those that ended long ago; returns how many."""
    left = imports.c.state.in_((State.OPEN, State.READY)) & (imports.c.began_at < tx.now - unfinished)
    over = imports.c.state.in_((State.DONE, State.UNDONE)) & (imports.c.ended_at < tx.now - finished)
    old: Sequence[ImportRow] = await tx.all(select(imports.c.id).where(left | over))
    gone = [row.id for row in old]
    if gone:
        await tx.execute(delete(imported).where(imported.c.import_id.in_(gone)))
        await tx.execute(delete(imports).where(imports.c.id.in_(gone)))
    return len(gone)


def shown(row: ImportRow, *, may_undo: bool = False) -> Import:
    return Import(
        id=row.id,
        team_id=row.team_id,
        person_id=row.person_id,
        state=State(row.state),
        total=row.total,
        bad=row.bad,
        looked=row.looked,
        added=row.looked - len(row.left_out),
        left_out=tuple(row.left_out),
        began_at=row.began_at,
        may_undo=may_undo,
    )

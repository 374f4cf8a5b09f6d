"""Tables and queries of reports. The note holds sealed bytes only."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Column, ForeignKey, Index, LargeBinary, String, Table, select, update

from chatbot.hearings.model import Ending, Report, State
from chatbot.hearings.store import HearingRow, hearings, some
from chatbot.kit import sealed_rows
from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx
from chatbot.kit.sealed import Sealer
from chatbot.people.store import people

hearing_reports = Table(
    "hearing_reports",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("hearing_id", RowId, ForeignKey("hearings.id"), nullable=False),
    Column("at", Instant, nullable=False),
    Column("by_id", RowId, ForeignKey("people.id"), nullable=False),
    Column("ending", String(16), nullable=False),
    Column("note", LargeBinary),
    Column("next_id", RowId, ForeignKey("hearings.id")),
    Index("ix_hearing_reports_hearing", "hearing_id"),
)
"""What was reported, in the order it was; the last one counts."""


async def add(
    tx: Tx, sealer: Sealer, *, team_id: str, hearing_id: int, ending: Ending, note: str, next_id: int | None, by: int
) -> None:
    number = await tx.number(
        hearing_reports, team_id=team_id, hearing_id=hearing_id, at=tx.now, by_id=by, ending=ending, next_id=next_id
    )
    await sealed_rows.seal(tx, sealer, hearing_reports, number, {"note": note})


async def last(tx: Tx, sealer: Sealer, hearing_id: int) -> Report | None:
    """What was reported last. Raises `Unreadable` when the key of the note is gone."""
    after = hearings.alias()
    row = await tx.first(
        select(hearing_reports, people.c.name, after.c.code)
        .join(people, people.c.id == hearing_reports.c.by_id)
        .outerjoin(after, after.c.id == hearing_reports.c.next_id)
        .where(hearing_reports.c.hearing_id == hearing_id)
        .order_by(hearing_reports.c.id.desc())
        .limit(1)
    )
    if row is None:
        return None
    note = sealed_rows.opened(sealer, hearing_reports, "note", row.id, row.note)
    return Report(at=row.at, by=row.name, ending=Ending(row.ending), note=note, next_id=row.next_id, next_code=row.code)


async def unreported(tx: Tx, first: date, last: date, *, team_id: str | None = None) -> Sequence[HearingRow]:
    """The open hearings of these days nobody has reported on; of every workspace unless one is named."""
    known = select(hearing_reports.c.id).where(hearing_reports.c.hearing_id == hearings.c.id)
    here = [hearings.c.state == State.OPEN, hearings.c.day.between(first, last), ~known.exists()]
    if team_id is not None:
        here.append(hearings.c.team_id == team_id)
    return await some(tx, *here)


async def drafts(tx: Tx, team_id: str) -> Sequence[HearingRow]:
    return await some(tx, hearings.c.team_id == team_id, hearings.c.state == State.DRAFT)


async def post(tx: Tx, hearing_id: int, *, card_from: datetime | None) -> None:
    """Make a draft a hearing like any other; what counts from when it was written down counts from now."""
    await tx.execute(
        update(hearings)
        .where(hearings.c.id == hearing_id)
        .values(state=State.OPEN, created_at=tx.now, card_from=card_from)
    )


async def before(tx: Tx, team_id: str, hearing_id: int) -> int | None:
    """The hearing this one follows."""
    found = await tx.scalar(
        select(hearings.c.follows_id).where(hearings.c.team_id == team_id, hearings.c.id == hearing_id)
    )
    return None if found is None else int(found)

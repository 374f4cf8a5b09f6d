"""Tables and queries of gaps and watches."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import Column, ForeignKey, Index, String, Table, delete, select, update
from sqlalchemy import text as sql

from chatbot.hearings.ladder.model import Gap
from chatbot.hearings.model import State
from chatbot.hearings.store import HearingRow, hearings, some
from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx

hearing_gaps = Table(
    "hearing_gaps",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("hearing_id", RowId, ForeignKey("hearings.id"), nullable=False),
    Column("since", Instant, nullable=False),
    Column("until", Instant),
    Index(
        "uq_hearing_gaps_one_open",
        "hearing_id",
        unique=True,
        sqlite_where=sql("until IS NULL"),
        postgresql_where=sql("until IS NULL"),
    ),
)
"""Each time a hearing that is near had too few people; `until` is empty while it has."""

hearing_watches = Table(
    "hearing_watches",
    metadata,
    Column("person_id", RowId, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("what", String(32), primary_key=True),
    Column("team_id", String(32), nullable=False, index=True),
    Column("since", Instant, nullable=False),
)


async def near(tx: Tx, team_id: str, first: date, last: date) -> Sequence[HearingRow]:
    """The open hearings of these days whose hour is known."""
    here = (hearings.c.team_id == team_id, hearings.c.state == State.OPEN, hearings.c.starts_at.is_not(None))
    return await some(tx, *here, hearings.c.day.between(first, last))


async def gaps(tx: Tx, hearing_ids: Collection[int]) -> dict[int, Gap]:
    """The open gap of each of these hearings that has one."""
    rows = await tx.all(
        select(hearing_gaps).where(hearing_gaps.c.hearing_id.in_(hearing_ids), hearing_gaps.c.until.is_(None))
    )
    return {row.hearing_id: Gap(id=row.id, hearing_id=row.hearing_id, since=row.since) for row in rows}


async def open_gap(tx: Tx, team_id: str, hearing_id: int) -> None:
    """Another instance may have seen it at the same moment: then it is the same gap."""
    await tx.insert_new(hearing_gaps, team_id=team_id, hearing_id=hearing_id, since=tx.now)


async def close_gap(tx: Tx, gap: Gap) -> None:
    await tx.execute(update(hearing_gaps).where(hearing_gaps.c.id == gap.id).values(until=tx.now))


async def watch(tx: Tx, team_id: str, person_id: int, what: str) -> bool:
    return await tx.insert_new(hearing_watches, person_id=person_id, what=what, team_id=team_id, since=tx.now)


async def unwatch(tx: Tx, person_id: int, what: str) -> None:
    await tx.execute(
        delete(hearing_watches).where(hearing_watches.c.person_id == person_id, hearing_watches.c.what == what)
    )


async def watched_by(tx: Tx, person_id: int) -> list[str]:
    """What someone watches, in the order they began."""
    rows = await tx.all(
        select(hearing_watches.c.what)
        .where(hearing_watches.c.person_id == person_id)
        .order_by(hearing_watches.c.since, hearing_watches.c.what)
    )
    return [row.what for row in rows]


async def watchers(tx: Tx, team_id: str) -> dict[str, set[int]]:
    """Who watches each thing of the workspace."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for row in await tx.all(select(hearing_watches).where(hearing_watches.c.team_id == team_id)):
        found[row.what].add(row.person_id)
    return dict(found)

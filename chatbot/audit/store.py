"""The lines as the chain needs them, and who opened what: the audit is the one place where openings are counted."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, bindparam, func, select, update

from chatbot.audit.model import Line
from chatbot.audit.record import audit
from chatbot.kit.chain import NOTHING, Head
from chatbot.kit.database import Tx

VERBS = (
    "bonds.open_donor",
    "hearings.open_private",
    "needs.open_private",
    "stays.open_contact",
    "stays.open_contacts",
    "stays.open_notes",
)
"""What opens details of someone else."""

MOST = 500
"""Lines that are put into the chain in one transaction."""

_COLUMNS = [audit.c[field.name] for field in fields(Line)]
_PUT = (
    update(audit)
    .where(audit.c.id == bindparam("of"))
    .values(number=bindparam("place"), previous=bindparam("before"), hash=bindparam("own"))
)


async def waiting(tx: Tx) -> list[str]:
    """The workspaces with lines that are not in their chain yet."""
    # Not DISTINCT: for that SQLite reads every line there ever was.
    loose = select(audit.c.team_id).where(audit.c.number.is_(None)).order_by(audit.c.team_id, audit.c.id)
    return list(dict.fromkeys(row.team_id for row in await tx.all(loose)))


async def loose(tx: Tx, team_id: str, *, most: int | None = None) -> list[Line]:
    """The lines that are not in the chain yet, oldest first."""
    chosen = select(*_COLUMNS).where(audit.c.team_id == team_id, audit.c.number.is_(None)).order_by(audit.c.id)
    return [Line(**row._asdict()) for row in await tx.all(chosen.limit(most))]


async def chained(tx: Tx, team_id: str, *where: ColumnElement[bool]) -> list[Line]:
    """The lines of the chain in their order."""
    chosen = select(*_COLUMNS).where(audit.c.team_id == team_id, audit.c.number.is_not(None), *where)
    return [Line(**row._asdict()) for row in await tx.all(chosen.order_by(audit.c.number))]


async def head(tx: Tx, team_id: str) -> Head:
    row = await tx.first(
        select(audit.c.number, audit.c.hash)
        .where(audit.c.team_id == team_id, audit.c.number.is_not(None))
        .order_by(audit.c.number.desc())
        .limit(1)
    )
    return Head(number=row.number, hash=row.hash) if row else NOTHING


async def put(tx: Tx, places: Iterable[tuple[int, Head, str]]) -> None:
    """Put lines into the chain: the id of each, its place and hash, and the hash before it."""
    rows: Sequence[dict[str, object]] = [
        {"of": line_id, "place": own.number, "own": own.hash, "before": before} for line_id, own, before in places
    ]
    await tx.execute(_PUT, rows)


class Opened(NamedTuple):
    """How many records someone opened."""

    person_id: int
    records: int


async def records_opened(tx: Tx, *, team_id: str, person_id: int, since: datetime) -> set[str]:
    """The records whose details this person has opened since then, each once however often."""
    rows = await tx.all(
        select(audit.c.subject)
        .where(
            audit.c.team_id == team_id,
            audit.c.actor_id == person_id,
            audit.c.at >= since,
            audit.c.verb.in_(VERBS),
        )
        .distinct()
    )
    return {row.subject for row in rows}


async def who_opened(tx: Tx, *, team_id: str, since: datetime, at_least: int) -> list[Opened]:
    """Everyone who has opened the details of so many records since then."""
    number = func.count(audit.c.subject.distinct())
    rows = await tx.all(
        select(audit.c.actor_id, number.label("records"))
        .where(
            audit.c.team_id == team_id,
            audit.c.at >= since,
            audit.c.verb.in_(VERBS),
            audit.c.actor_id.is_not(None),
        )
        .group_by(audit.c.actor_id)
        .having(number >= at_least)
        .order_by(audit.c.actor_id)
    )
    return [Opened(row.actor_id, row.records) for row in rows]

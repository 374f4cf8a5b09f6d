"""Tables and queries of needs. The private columns hold sealed bytes only."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Date,
    ForeignKey,
    Index,
    LargeBinary,
    Row,
    String,
    Table,
    Text,
    UniqueConstraint,
    bindparam,
    delete,
    select,
    update,
)

from chatbot.kit import sealed_rows
from chatbot.kit.columns import Instant, RowId, Zone, metadata
from chatbot.kit.database import Tx
from chatbot.kit.sealed import Sealer
from chatbot.needs.model import Draft, Private, State, Step
from chatbot.people.store import people
from chatbot.signups.occasions import When

needs = Table(
    "needs",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("code", String(12), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("title", String(80), nullable=False),
    Column("alias", String(40), nullable=False),
    Column("town", String(60), nullable=False),
    Column("place_id", RowId, ForeignKey("places.id")),
    Column("area", String(60), nullable=False),
    Column("zone", Zone, nullable=False),
    Column("day", Date),
    Column("starts_at", Instant),
    Column("way", String(8)),
    Column("languages", String(120), nullable=False),
    Column("note", Text, nullable=False),
    Column("about", String(64)),
    Column("state", String(12), nullable=False),
    Column("closed_because", Text, nullable=False, default=""),
    Column("closed_on", Date),
    Column("address", LargeBinary),
    Column("contact", LargeBinary),
    Column("notes", LargeBinary),
    Column("created_by", RowId, ForeignKey("people.id"), nullable=False),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("team_id", "code"),
    Index("ix_needs_state", "team_id", "state", "day"),
    Index("ix_needs_on", "day"),
    Index("ix_needs_about", "team_id", "about"),
)

need_steps = Table(
    "need_steps",
    metadata,
    Column("need_id", RowId, ForeignKey("needs.id", ondelete="CASCADE"), primary_key=True),
    Column("step", String(16), primary_key=True),
    Column("done_by", RowId, ForeignKey("people.id"), nullable=False),
    Column("done_at", Instant, nullable=False),
)

NeedRow = Row[Any]
"""A row without its sealed columns."""

CARD = "needs.card"
"""The live view that shows one need in a channel."""

FIRST = "needs.first"
"""The same in the channel of a cluster that supports the family."""

SEALED = ("address", "contact", "notes")
_READ = [column for column in needs.c if column.name not in SEALED]
_HERE = select(*_READ).where(needs.c.team_id == bindparam("team_id"))
_BY_CODE = _HERE.where(needs.c.code == bindparam("code"))
_BY_CODE_TO_CHANGE = _BY_CODE.with_for_update()


async def add(tx: Tx, team_id: str, code: str, draft: Draft, *, state: State, by: int) -> int:
    return await tx.number(
        needs, team_id=team_id, code=code, state=state, created_by=by, created_at=tx.now, **_values(draft)
    )


async def change(tx: Tx, need_id: int, draft: Draft) -> None:
    await tx.execute(update(needs).where(needs.c.id == need_id).values(**_values(draft)))


async def set_state(tx: Tx, need_id: int, state: State, reason: str = "") -> None:
    closed_on = tx.now.date() if state in (State.DONE, State.CANCELLED) else None
    values = {"state": state, "closed_because": reason, "closed_on": closed_on}
    await tx.execute(update(needs).where(needs.c.id == need_id).values(**values))


async def seal(tx: Tx, sealer: Sealer, need_id: int, private: Private) -> None:
    """Write the private part, sealed under the key of the present month."""
    texts = {column: getattr(private, column) for column in SEALED}
    await sealed_rows.seal(tx, sealer, needs, need_id, texts)


async def unseal(tx: Tx, sealer: Sealer, need_id: int) -> Private:
    """Read the private part. Raises `Unreadable` when the key is gone."""
    return Private(**await sealed_rows.unseal(tx, sealer, needs, need_id, SEALED))


async def by_code(tx: Tx, team_id: str, code: str, *, to_change: bool = False) -> NeedRow | None:
    """The need's row; locked until the end of the transaction when it is going to change."""
    return await tx.first(_BY_CODE_TO_CHANGE if to_change else _BY_CODE, team_id=team_id, code=code)


async def numbered(tx: Tx, team_id: str, numbers: Collection[int]) -> Sequence[NeedRow]:
    return await _some(tx, needs.c.team_id == team_id, needs.c.id.in_(list(numbers)))


async def open_ones(tx: Tx, team_id: str) -> Sequence[NeedRow]:
    """What is asked for in this workspace, the next day first and what has no day last."""
    return await _some(tx, needs.c.team_id == team_id, needs.c.state == State.OPEN)


async def asked_for(tx: Tx, team_id: str) -> Sequence[NeedRow]:
    """What volunteers ask for and no coordinator has put before everyone yet."""
    return await _some(tx, needs.c.team_id == team_id, needs.c.state == State.ASKED)


async def about(tx: Tx, team_id: str, subject: str) -> Sequence[NeedRow]:
    """The needs that hang on this subject and were not cancelled."""
    return await _some(
        tx, needs.c.team_id == team_id, needs.c.about == subject, needs.c.state.in_((State.OPEN, State.DONE))
    )


async def between(tx: Tx, first: date, last: date) -> Sequence[NeedRow]:
    """The open needs of every workspace on these local days."""
    return await _some(tx, needs.c.state == State.OPEN, needs.c.day.between(first, last))


async def undated(tx: Tx, since: date) -> Sequence[NeedRow]:
    """The open needs of every workspace from that day on, or without a day, whose hour is not known."""
    ahead = (needs.c.day >= since) | needs.c.day.is_(None)
    return await _some(tx, needs.c.state == State.OPEN, needs.c.starts_at.is_(None), ahead)


async def steps(tx: Tx, need_ids: Collection[int]) -> dict[int, dict[Step, str]]:
    """The steps that are done, with the names of who did them."""
    found: defaultdict[int, dict[Step, str]] = defaultdict(dict)
    chosen = select(need_steps, people.c.name).join(people, people.c.id == need_steps.c.done_by)
    for row in await tx.all(chosen.where(need_steps.c.need_id.in_(list(need_ids)))):
        found[row.need_id][Step(row.step)] = row.name
    return found


async def do_step(tx: Tx, need_id: int, step: Step, *, by: int) -> bool:
    return await tx.insert_new(need_steps, need_id=need_id, step=step, done_by=by, done_at=tx.now)


async def undo_step(tx: Tx, need_id: int, step: Step) -> None:
    await tx.execute(delete(need_steps).where(need_steps.c.need_id == need_id, need_steps.c.step == step))


def when(row: NeedRow) -> When:
    return When(zone=row.zone, day=row.day, starts_at=row.starts_at)


async def _some(tx: Tx, *where: ColumnElement[bool]) -> Sequence[NeedRow]:
    order = (needs.c.day.is_(None), needs.c.day, needs.c.starts_at.is_(None), needs.c.starts_at, needs.c.id)
    return await tx.all(select(*_READ).where(*where).order_by(*order))


def _values(draft: Draft) -> dict[str, Any]:
    return {
        "kind": draft.kind,
        "title": draft.title,
        "alias": draft.alias,
        "town": draft.town,
        "place_id": draft.place_id,
        "area": draft.area,
        "zone": draft.when.zone,
        "day": draft.when.day,
        "starts_at": draft.when.starts_at,
        "way": draft.way,
        "languages": draft.languages,
        "note": draft.note,
        "about": draft.about,
    }

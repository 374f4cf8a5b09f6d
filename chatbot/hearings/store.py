"""Tables and queries of hearings. The private columns hold sealed bytes only."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
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
    case,
    cast,
    select,
    text,
    update,
)

from chatbot.hearings.model import Access, Draft, Filter, How, Kind, Mode, Private, State, Verified
from chatbot.kit import sealed_rows
from chatbot.kit.columns import Instant, RowId, Zone, metadata
from chatbot.kit.database import Tx
from chatbot.kit.outbox import posts
from chatbot.kit.sealed import Sealer
from chatbot.people.store import people
from chatbot.signups.occasions import When

hearings = Table(
    "hearings",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("code", String(12), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("alias", String(40), nullable=False),
    Column("place_id", RowId, ForeignKey("places.id"), nullable=False),
    Column("zone", Zone, nullable=False),
    Column("day", Date),
    Column("starts_at", Instant),
    Column("ends_at", Instant),
    Column("mode", String(16), nullable=False),
    Column("access", String(16), nullable=False),
    Column("languages", String(120), nullable=False),
    Column("note", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("cancelled_because", Text, nullable=False, default=""),
    Column("closed_on", Date),
    Column("contact", LargeBinary),
    Column("attorney", LargeBinary),
    Column("meeting", LargeBinary),
    Column("notes", LargeBinary),
    Column("verified_at", Instant),
    Column("verified_by", RowId),
    Column("verified_how", String(16)),
    Column("follows_id", RowId),
    Column("card_from", Instant),
    Column("created_by", RowId, ForeignKey("people.id"), nullable=False),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("team_id", "code"),
    Index("ix_hearings_day", "team_id", "day", "state"),
    Index("ix_hearings_on", "day"),
    Index(
        "ix_hearings_undated",
        "day",
        sqlite_where=text("starts_at IS NULL AND state = 'open'"),
        postgresql_where=text("starts_at IS NULL AND state = 'open'"),
    ),
)

HearingRow = Row[Any]
"""A row without its sealed columns."""

CARD = "hearings.card"
"""The live view that shows one hearing in a channel."""

FIRST = "hearings.first"
"""The same in the channel of a cluster that supports the family."""

SEALED = ("contact", "attorney", "meeting", "notes")
_VERIFIER = select(people.c.name).where(people.c.id == hearings.c.verified_by).scalar_subquery().label("verifier")
_UNSEALED = [*(column for column in hearings.c if column.name not in SEALED), _VERIFIER]

_IN_TURN = hearings.c.id + 0
"""By number. By the bare column SQLite would rather read every hearing there ever was than sort the few it wants."""

_HERE = select(*_UNSEALED).where(hearings.c.team_id == bindparam("team_id"))
_BY_CODE = _HERE.where(hearings.c.code == bindparam("code"))
_BY_CODE_TO_CHANGE = _BY_CODE.with_for_update()
_BY_ID = _HERE.where(hearings.c.id == bindparam("id"))
_BY_ID_TO_CHANGE = _BY_ID.with_for_update()


async def add(tx: Tx, team_id: str, code: str, draft: Draft, *, by: int, follows: int | None = None) -> int:
    """A new hearing; one that follows another is a draft until a coordinator has looked at it."""
    state = State.OPEN if follows is None else State.DRAFT
    return await tx.number(
        hearings,
        team_id=team_id,
        code=code,
        state=state,
        follows_id=follows,
        created_by=by,
        created_at=tx.now,
        **_values(draft),
    )


async def change(tx: Tx, hearing_id: int, draft: Draft) -> None:
    await tx.execute(update(hearings).where(hearings.c.id == hearing_id).values(**_values(draft)))


async def set_when(tx: Tx, hearing_id: int, when: When) -> None:
    await tx.execute(
        update(hearings)
        .where(hearings.c.id == hearing_id)
        .values(zone=when.zone, day=when.day, starts_at=when.starts_at, ends_at=when.ends_at)
    )


async def cancel(tx: Tx, hearing_id: int, reason: str) -> None:
    await tx.execute(
        update(hearings)
        .where(hearings.c.id == hearing_id)
        .values(state=State.CANCELLED, cancelled_because=reason, closed_on=tx.now.date())
    )


async def seal(tx: Tx, sealer: Sealer, hearing_id: int, private: Private) -> None:
    """Write the private part, sealed under the key of the present month."""
    texts = {column: getattr(private, column) for column in SEALED}
    await sealed_rows.seal(tx, sealer, hearings, hearing_id, texts)


async def unseal(tx: Tx, sealer: Sealer, hearing_id: int) -> Private:
    """Read the private part. Raises `Unreadable` when the key is gone."""
    return Private(**await sealed_rows.unseal(tx, sealer, hearings, hearing_id, SEALED))


async def by_code(tx: Tx, team_id: str, code: str, *, to_change: bool = False) -> HearingRow | None:
    """The hearing's row; locked until the end of the transaction when it is going to change."""
    return await tx.first(_BY_CODE_TO_CHANGE if to_change else _BY_CODE, team_id=team_id, code=code)


async def by_id(tx: Tx, team_id: str, hearing_id: int, *, to_change: bool = False) -> HearingRow | None:
    return await tx.first(_BY_ID_TO_CHANGE if to_change else _BY_ID, team_id=team_id, id=hearing_id)


async def some(tx: Tx, *where: ColumnElement[bool]) -> Sequence[HearingRow]:
    """The hearings of every workspace for which this is true, in the order they happen."""
    return await tx.all(select(*_UNSEALED).where(*where).order_by(hearings.c.day, hearings.c.starts_at, hearings.c.id))


async def numbered(tx: Tx, team_id: str, numbers: Collection[int]) -> Sequence[HearingRow]:
    return await tx.all(
        select(*_UNSEALED)
        .where(hearings.c.team_id == team_id, hearings.c.id.in_(list(numbers)))
        .order_by(hearings.c.id)
    )


async def between(tx: Tx, first: date, last: date) -> Sequence[HearingRow]:
    """The open hearings of every workspace on these local days."""
    here = (hearings.c.state == State.OPEN, hearings.c.day.between(first, last))
    return await tx.all(select(*_UNSEALED).where(*here).order_by(hearings.c.id))


async def undated(tx: Tx, since: date) -> Sequence[HearingRow]:
    """The open hearings of every workspace from that day on, or without a day, whose hour is not known."""
    ahead = (hearings.c.day >= since) | hearings.c.day.is_(None)
    here = (hearings.c.state == State.OPEN, hearings.c.starts_at.is_(None), ahead)
    return await tx.all(select(*_UNSEALED).where(*here).order_by(_IN_TURN))


async def coming(
    tx: Tx, team_id: str, wanted: Filter, *, today: date, among: frozenset[int] | None
) -> Sequence[HearingRow]:
    """The hearings of the wanted days, and those without a day unless it is one day, in the order they happen.

    `among` limits them to these ids. `wanted.open` and `wanted.language` are not looked at: no column tells.
    """
    here: list[ColumnElement[bool]] = [hearings.c.team_id == team_id, hearings.c.state == State.OPEN]
    if among is not None:
        here.append(hearings.c.id.in_(list(among)))
    if wanted.kind is not None:
        here.append(hearings.c.kind == wanted.kind)
    if wanted.place_ids:
        here.append(hearings.c.place_id.in_(wanted.place_ids))
    chosen = select(*_UNSEALED).where(*here)
    first = today + timedelta(days=wanted.start)
    last = first + timedelta(days=wanted.days - 1)
    order = (
        hearings.c.day,
        case((hearings.c.starts_at.is_(None), 1), else_=0),
        hearings.c.starts_at,
        hearings.c.id,
    )
    dated = await tx.all(chosen.where(hearings.c.day.between(first, last)).order_by(*order))
    if wanted.days == 1:
        return dated
    # Two statements: with `OR day IS NULL` in one, SQLite reads every hearing the network ever had.
    return [*dated, *await tx.all(chosen.where(hearings.c.day.is_(None)).order_by(hearings.c.id))]


async def without_card(tx: Tx, *, since: date) -> Sequence[HearingRow]:
    """The open hearings from that day on, or without a day, whose card is due and in no channel yet; locked."""
    carded = select(posts.c.id).where(
        posts.c.team_id == hearings.c.team_id, posts.c.view == CARD, posts.c.ref == cast(hearings.c.id, String(64))
    )
    ahead = (hearings.c.day >= since) | hearings.c.day.is_(None)
    due = hearings.c.card_from.is_(None) | (hearings.c.card_from <= tx.now)
    return await tx.all(
        select(*_UNSEALED)
        .where(hearings.c.state == State.OPEN, ahead, due, ~carded.exists())
        .order_by(_IN_TURN)
        .with_for_update()
    )


def when(row: HearingRow) -> When:
    return When(zone=row.zone, day=row.day, starts_at=row.starts_at, ends_at=row.ends_at)


def verified(row: HearingRow) -> Verified | None:
    if row.verified_at is None:
        return None
    return Verified(at=row.verified_at, by=row.verifier or "", how=How(row.verified_how))


def enums(row: HearingRow) -> dict[str, Any]:
    return {"kind": Kind(row.kind), "mode": Mode(row.mode), "access": Access(row.access), "state": State(row.state)}


def _values(draft: Draft) -> dict[str, Any]:
    return {
        "kind": draft.kind,
        "alias": draft.alias,
        "place_id": draft.place_id,
        "zone": draft.when.zone,
        "day": draft.when.day,
        "starts_at": draft.when.starts_at,
        "ends_at": draft.when.ends_at,
        "mode": draft.mode,
        "access": draft.access,
        "languages": draft.languages,
        "note": draft.note,
    }

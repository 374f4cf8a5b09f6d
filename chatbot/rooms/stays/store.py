"""The table and the queries of stays. The guests' contact is sealed."""

from datetime import date
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Row,
    String,
    Table,
    Text,
    UniqueConstraint,
    select,
    update,
)

from chatbot.kit import sealed_rows
from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx
from chatbot.kit.sealed import Sealer
from chatbot.people.store import people
from chatbot.rooms.matches.store import stay_matches
from chatbot.rooms.model import Feature, Nights
from chatbot.rooms.stays.model import HOLDING, Match, MatchState, Stay, StayDraft, StayState
from chatbot.rooms.store import room_offers, voice

stays = Table(
    "stays",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("code", String(12), nullable=False),
    Column("alias", String(40), nullable=False),
    Column("town", String(60), nullable=False),
    Column("adults", Integer, nullable=False),
    Column("children", Integer, nullable=False),
    Column("first_night", Date, nullable=False),
    Column("until", Date, nullable=False),
    Column("needs", String(200), nullable=False),
    Column("languages", String(120), nullable=False),
    Column("note", Text, nullable=False),
    Column("contact", LargeBinary),
    Column("state", String(12), nullable=False),
    Column("closed_on", Date),
    Column("coordinator_id", RowId, ForeignKey("people.id"), nullable=False),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("team_id", "code"),
    Index("ix_stays_state", "team_id", "state", "until"),
)

_READ = [column for column in stays.c if column.name != "contact"]


async def add(tx: Tx, team_id: str, code: str, draft: StayDraft, *, by: int) -> int:
    return await tx.number(
        stays,
        team_id=team_id,
        code=code,
        state=StayState.OPEN,
        coordinator_id=by,
        created_at=tx.now,
        **_values(draft),
    )


async def change(tx: Tx, stay_id: int, draft: StayDraft) -> None:
    await tx.execute(update(stays).where(stays.c.id == stay_id).values(**_values(draft)))


async def set_stay(tx: Tx, stay_id: int, **values: Any) -> None:
    """Any of state, coordinator_id, first_night and until."""
    if "state" in values:
        values["closed_on"] = tx.now.date() if values["state"] is StayState.WITHDRAWN else None
    await tx.execute(update(stays).where(stays.c.id == stay_id).values(**values))


async def by_code(tx: Tx, team_id: str, code: str, *, to_change: bool = False) -> Stay | None:
    """The stay; its row locked until the end of the transaction when its match is going to change."""
    return await _one(tx, stays.c.team_id == team_id, stays.c.code == code, to_change=to_change)


async def by_id(tx: Tx, team_id: str, stay_id: int, *, to_change: bool = False) -> Stay | None:
    return await _one(tx, stays.c.team_id == team_id, stays.c.id == stay_id, to_change=to_change)


async def going_on(tx: Tx, team_id: str, *, today: date) -> list[Stay]:
    """Every stay that is not over or withdrawn, the one that begins first on top."""
    here = (stays.c.team_id == team_id, stays.c.state.in_((StayState.OPEN, StayState.AGREED)))
    return await _stays(tx, *here, stays.c.until > today)


async def of_voice(tx: Tx, team_id: str, person_id: int, *, since: date) -> list[Stay]:
    """The stays that hold a bed this person answers for now, or did until that day."""
    mine = (
        select(stay_matches.c.stay_id)
        .join(room_offers, room_offers.c.id == stay_matches.c.offer_id)
        .where(voice == person_id, stay_matches.c.state.in_(HOLDING), stay_matches.c.until > since)
    )
    return await _stays(tx, stays.c.team_id == team_id, stays.c.id.in_(mine))


async def promised_by(tx: Tx, team_id: str, host_id: int, *, since: date) -> list[Stay]:
    """The agreed stays in homes of this host that end after that day, whoever answers for them."""
    mine = (
        select(stay_matches.c.stay_id)
        .join(room_offers, room_offers.c.id == stay_matches.c.offer_id)
        .where(room_offers.c.host_id == host_id, stay_matches.c.state == MatchState.AGREED)
    )
    return await _stays(tx, stays.c.team_id == team_id, stays.c.id.in_(mine), stays.c.until > since)


async def staying(tx: Tx, team_id: str, *, today: date) -> list[Stay]:
    """The agreed stays whose guests are there, or left today."""
    here = (stays.c.team_id == team_id, stays.c.state == StayState.AGREED)
    return await _stays(tx, *here, stays.c.first_night <= today, stays.c.until >= today)


async def seal_contact(tx: Tx, sealer: Sealer, stay_id: int, contact: str) -> None:
    await sealed_rows.seal(tx, sealer, stays, stay_id, {"contact": contact})


async def unseal_contact(tx: Tx, sealer: Sealer, stay_id: int) -> str:
    return (await sealed_rows.unseal(tx, sealer, stays, stay_id, ["contact"]))["contact"]


async def _one(tx: Tx, *where: ColumnElement[bool], to_change: bool) -> Stay | None:
    found = await _stays(tx, *where, to_change=to_change)
    return found[0] if found else None


async def _stays(tx: Tx, *where: ColumnElement[bool], to_change: bool = False) -> list[Stay]:
    """The stays, each with the match that holds beds for it; two statements however many there are."""
    chosen = (
        select(*_READ, people.c.name)
        .join(people, people.c.id == stays.c.coordinator_id)
        .where(*where)
        .order_by(stays.c.first_night, stays.c.id)
    )
    rows = await tx.all(chosen.with_for_update(of=stays) if to_change else chosen)
    if not rows:
        return []
    holding = (
        select(
            stay_matches,
            room_offers.c.code.label("offer_code"),
            room_offers.c.town,
            room_offers.c.keeper_id,
            voice.label("voice_id"),
            people.c.name.label("host"),
        )
        .join(room_offers, room_offers.c.id == stay_matches.c.offer_id)
        .join(people, people.c.id == room_offers.c.host_id)
        .where(stay_matches.c.stay_id.in_([row.id for row in rows]), stay_matches.c.state.in_(HOLDING))
    )
    found = await tx.all(holding.with_for_update(of=stay_matches) if to_change else holding)
    matches = {row.stay_id: _match(row) for row in found}
    return [_stay(row, matches.get(row.id)) for row in rows]


def _stay(row: Row[Any], match: Match | None) -> Stay:
    return Stay(
        id=row.id,
        team_id=row.team_id,
        code=row.code,
        alias=row.alias,
        town=row.town,
        adults=row.adults,
        children=row.children,
        nights=Nights(first=row.first_night, until=row.until),
        needs=frozenset(Feature(word) for word in row.needs.split()),
        languages=row.languages,
        note=row.note,
        state=StayState(row.state),
        coordinator_id=row.coordinator_id,
        coordinator=row.name,
        match=match,
    )


def _match(row: Row[Any]) -> Match:
    return Match(
        id=row.id,
        stay_id=row.stay_id,
        offer_id=row.offer_id,
        offer_code=row.offer_code,
        voice_id=row.voice_id,
        is_kept=row.keeper_id is not None,
        host=row.host,
        town=row.town,
        nights=Nights(first=row.first_night, until=row.until),
        beds=row.beds,
        state=MatchState(row.state),
        expires_at=row.expires_at,
        longer_until=row.longer_until,
        longer_expires_at=row.longer_expires_at,
    )


def _values(draft: StayDraft) -> dict[str, Any]:
    return {
        "alias": draft.alias,
        "town": draft.town,
        "adults": draft.adults,
        "children": draft.children,
        "first_night": draft.nights.first,
        "until": draft.nights.until,
        "needs": " ".join(sorted(draft.needs)),
        "languages": draft.languages,
        "note": draft.note,
    }

"""The table of matches between stays and homes: which beds are held on which nights."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Date,
    ForeignKey,
    Index,
    Integer,
    Row,
    String,
    Table,
    func,
    select,
    text,
    update,
)

from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx
from chatbot.rooms.model import Held, Nights, Offer
from chatbot.rooms.stays.model import HOLDING, MatchState, Stay

_HOLDS = text("state IN ('proposed', 'accepted', 'agreed')")

stay_matches = Table(
    "stay_matches",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("stay_id", RowId, ForeignKey("stays.id"), nullable=False, index=True),
    Column("stay_code", String(12), nullable=False),
    Column("offer_id", RowId, ForeignKey("room_offers.id"), nullable=False),
    Column("first_night", Date, nullable=False),
    Column("until", Date, nullable=False),
    Column("beds", Integer, nullable=False),
    Column("state", String(12), nullable=False),
    Column("proposed_by", RowId, ForeignKey("people.id"), nullable=False),
    Column("proposed_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("longer_until", Date),
    Column("longer_expires_at", Instant),
    Index("ix_stay_matches_offer", "offer_id", "state"),
    Index("ix_stay_matches_state", "state", "expires_at"),
)

MatchRow = Row[Any]

one_holding = Index(
    "uq_stay_matches_one_holding",
    stay_matches.c.stay_id,
    unique=True,
    sqlite_where=_HOLDS,
    postgresql_where=_HOLDS,
)
"""A stay never holds two homes."""


def last_night_promised(offer_id: Column[Any]) -> ColumnElement[date]:
    """The day until which beds of this offer are held, as a column; null when none are."""
    return (
        select(func.max(stay_matches.c.until))
        .where(stay_matches.c.offer_id == offer_id, stay_matches.c.state.in_(HOLDING))
        .scalar_subquery()
    )


_LONGEST = func.coalesce(stay_matches.c.longer_until, stay_matches.c.until)


async def held(tx: Tx, offers: Iterable[Offer]) -> dict[int, list[Held]]:
    """What is held of each offer: agreed, asked for, and the nights of a longer stay that was asked for."""
    found: dict[int, list[Held]] = {offer.id: [] for offer in offers}
    if found:
        rows = await tx.all(
            select(stay_matches, _LONGEST.label("longest"))
            .where(stay_matches.c.offer_id.in_(list(found)), stay_matches.c.state.in_(HOLDING))
            .order_by(stay_matches.c.first_night, stay_matches.c.id)
        )
        for row in rows:
            nights = Nights(first=row.first_night, until=row.longest)
            found[row.offer_id].append(Held(nights=nights, beds=row.beds, stay=row.stay_code))
    return found


async def overdue(tx: Tx) -> Sequence[Row[Any]]:
    """The matches, of every workspace, that nobody answered in time, and the requests for a longer stay."""
    waits = stay_matches.c.state.in_((MatchState.PROPOSED, MatchState.ACCEPTED))
    late = (waits & (stay_matches.c.expires_at <= tx.now)) | (stay_matches.c.longer_expires_at <= tx.now)
    chosen = select(stay_matches.c.team_id, stay_matches.c.stay_id).where(stay_matches.c.state.in_(HOLDING), late)
    return await tx.all(chosen.order_by(stay_matches.c.id))


async def propose(tx: Tx, stay: Stay, offer: Offer, nights: Nights, *, by: int, expires_at: datetime) -> int:
    return await tx.number(
        stay_matches,
        team_id=stay.team_id,
        stay_id=stay.id,
        stay_code=stay.code,
        offer_id=offer.id,
        first_night=nights.first,
        until=nights.until,
        beds=stay.people,
        state=MatchState.PROPOSED,
        proposed_by=by,
        proposed_at=tx.now,
        expires_at=expires_at,
    )


async def set_match(tx: Tx, match_id: int, **values: Any) -> None:
    """Any of state, until, expires_at, longer_until and longer_expires_at."""
    await tx.execute(update(stay_matches).where(stay_matches.c.id == match_id).values(**values))


async def end_unanswered(tx: Tx, offer_ids: Sequence[int], was: Sequence[MatchState], now: MatchState) -> list[int]:
    """End the matches of these offers that wait for an answer; returns the stays that look for a room again."""
    ended = await tx.all(
        update(stay_matches)
        .where(stay_matches.c.offer_id.in_(offer_ids), stay_matches.c.state.in_(was))
        .values(state=now)
        .returning(stay_matches.c.stay_id)
    )
    return sorted(row.stay_id for row in ended)


async def said_no(tx: Tx, stay_id: int) -> set[int]:
    """The offers whose host declined this stay."""
    here = (stay_matches.c.stay_id == stay_id, stay_matches.c.state == MatchState.DECLINED)
    return {row.offer_id for row in await tx.all(select(stay_matches.c.offer_id).where(*here))}


async def took_place(
    tx: Tx, team_id: str, *, since: date, until: date, offer_ids: Sequence[int] | None = None
) -> Sequence[MatchRow]:
    """The nights and beds of every agreed match that touches these days; only of these offers when they are named."""
    here = [stay_matches.c.team_id == team_id, stay_matches.c.state == MatchState.AGREED]
    if offer_ids is not None:
        here.append(stay_matches.c.offer_id.in_(offer_ids))
    return await tx.all(
        select(
            stay_matches.c.stay_id,
            stay_matches.c.offer_id,
            stay_matches.c.first_night,
            stay_matches.c.until,
            stay_matches.c.beds,
        ).where(*here, stay_matches.c.first_night < until, stay_matches.c.until > since)
    )

"""Tables and queries of rooms that are offered. The private columns hold sealed bytes only."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    Boolean,
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
    delete,
    func,
    select,
    update,
)

from chatbot.kit import sealed_rows
from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx
from chatbot.kit.sealed import Sealer
from chatbot.people.model import Standing as Member
from chatbot.people.store import people
from chatbot.rooms.model import Closed, Feature, Home, Length, Nights, Offer, OfferDraft, OfferState

room_offers = Table(
    "room_offers",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("code", String(12), nullable=False),
    Column("host_id", RowId, ForeignKey("people.id"), nullable=False, index=True),
    Column("keeper_id", RowId),
    Column("town", String(60), nullable=False),
    Column("beds", Integer, nullable=False),
    Column("first_night", Date, nullable=False),
    Column("until", Date),
    Column("lengths", String(60), nullable=False),
    Column("features", String(200), nullable=False),
    Column("languages", String(120), nullable=False),
    Column("note", Text, nullable=False),
    Column("state", String(8), nullable=False),
    Column("closed_on", Date),
    Column("good_until", Date, nullable=False),
    Column("address", LargeBinary),
    Column("phone", LargeBinary),
    Column("arrival", LargeBinary),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("team_id", "code"),
    Index("ix_room_offers_state", "team_id", "state"),
)

room_hosts = Table(
    "room_hosts",
    metadata,
    Column("person_id", RowId, ForeignKey("people.id"), primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("vetted", Boolean, nullable=False),
    Column("settled_by", RowId, ForeignKey("people.id")),
    Column("settled_at", Instant),
)

room_closed = Table(
    "room_closed",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("offer_id", RowId, ForeignKey("room_offers.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("first_night", Date, nullable=False),
    Column("until", Date, nullable=False),
)

REMEMBERED = timedelta(days=30)
"""How long coordinators still see an offer that nobody renewed: its host may have been away."""

SEALED = ("address", "phone", "arrival")
_READ = [column for column in room_offers.c if column.name not in SEALED]


voice = func.coalesce(room_offers.c.keeper_id, room_offers.c.host_id)
"""Who answers for a home."""


async def add(
    tx: Tx, team_id: str, code: str, draft: OfferDraft, *, host_id: int, keeper_id: int | None, good_until: date
) -> int:
    return await tx.number(
        room_offers,
        team_id=team_id,
        code=code,
        host_id=host_id,
        keeper_id=keeper_id,
        state=OfferState.OPEN,
        good_until=good_until,
        created_at=tx.now,
        **_values(draft),
    )


async def change(tx: Tx, offer_id: int, draft: OfferDraft) -> None:
    await tx.execute(update(room_offers).where(room_offers.c.id == offer_id).values(**_values(draft)))


async def set_state(tx: Tx, offer_id: int, state: OfferState, *, good_until: date) -> None:
    closed_on = tx.now.date() if state is OfferState.CLOSED else None
    values = {"state": state, "good_until": good_until, "closed_on": closed_on}
    await tx.execute(update(room_offers).where(room_offers.c.id == offer_id).values(**values))


async def set_keeper(tx: Tx, offer_id: int, keeper_id: int) -> None:
    await tx.execute(update(room_offers).where(room_offers.c.id == offer_id).values(keeper_id=keeper_id))


async def seal(tx: Tx, sealer: Sealer, offer_id: int, home: Home) -> None:
    """Write where it is, sealed under the key of the present month."""
    texts = {column: getattr(home, column) for column in SEALED}
    await sealed_rows.seal(tx, sealer, room_offers, offer_id, texts)


async def unseal(tx: Tx, sealer: Sealer, offer_id: int) -> Home:
    """Read where it is. Raises `Unreadable` when the key is gone."""
    return Home(**await sealed_rows.unseal(tx, sealer, room_offers, offer_id, SEALED))


async def by_code(tx: Tx, team_id: str, code: str, *, to_change: bool = False) -> Offer | None:
    """The offer; its row locked until the end of the transaction when beds of it are going to be promised."""
    found = await _offers(tx, room_offers.c.team_id == team_id, room_offers.c.code == code, to_change=to_change)
    return found[0] if found else None


async def by_ids(tx: Tx, team_id: str, offer_ids: Iterable[int], *, to_change: bool = False) -> dict[int, Offer]:
    wanted = sorted(set(offer_ids))
    here = (room_offers.c.team_id == team_id, room_offers.c.id.in_(wanted))
    return {offer.id: offer for offer in await _offers(tx, *here, to_change=to_change)} if wanted else {}


async def of_host(tx: Tx, team_id: str, host_id: int) -> list[Offer]:
    return await _offers(tx, room_offers.c.team_id == team_id, room_offers.c.host_id == host_id)


async def of_voice(tx: Tx, team_id: str, person_id: int) -> list[Offer]:
    """The homes this person answers for: their own, and those of hosts outside the workspace."""
    return await _offers(tx, room_offers.c.team_id == team_id, voice == person_id)


async def open_ones(tx: Tx, team_id: str, *, today: date) -> list[Offer]:
    """Every offer its host has not closed, by town; those that expired long ago, or are over, are left out."""
    here = (room_offers.c.team_id == team_id, room_offers.c.state == OfferState.OPEN)
    stands = room_offers.c.until.is_(None) | (room_offers.c.until > today)
    return await _offers(tx, *here, room_offers.c.good_until > today - REMEMBERED, stands)


async def running_out(tx: Tx, team_id: str, *, after: date, by_day: date) -> list[Offer]:
    """The open offers that had, or have, to be renewed between these days."""
    here = (room_offers.c.team_id == team_id, room_offers.c.state == OfferState.OPEN)
    return await _offers(tx, *here, room_offers.c.good_until > after, room_offers.c.good_until <= by_day)


async def close_nights(tx: Tx, offer_id: int, nights: Nights) -> None:
    await tx.insert(room_closed, offer_id=offer_id, first_night=nights.first, until=nights.until)


async def open_nights(tx: Tx, offer_id: int, closed_id: int) -> bool:
    """Let guests come on these nights again; tells whether they were closed."""
    here = (room_closed.c.id == closed_id, room_closed.c.offer_id == offer_id)
    return bool((await tx.execute(delete(room_closed).where(*here))).rowcount)


async def hold_host(tx: Tx, team_id: str, person_id: int) -> bool:
    """Lock the host's row, made when it is missing; tells whether they are vetted."""
    await tx.insert_new(room_hosts, person_id=person_id, team_id=team_id, vetted=False)
    return bool(
        await tx.scalar(select(room_hosts.c.vetted).where(room_hosts.c.person_id == person_id).with_for_update())
    )


async def settle_host(tx: Tx, person_id: int, *, vetted: bool, by: int) -> None:
    await tx.execute(
        update(room_hosts)
        .where(room_hosts.c.person_id == person_id)
        .values(vetted=vetted, settled_by=by, settled_at=tx.now)
    )


async def _offers(tx: Tx, *where: ColumnElement[bool], to_change: bool = False) -> list[Offer]:
    """The offers, each with its host and its closed nights; two statements however many there are."""
    keeping = people.alias("keeping")
    keeper = select(keeping.c.name).where(keeping.c.id == room_offers.c.keeper_id).scalar_subquery()
    vetted = select(room_hosts.c.vetted).where(room_hosts.c.person_id == room_offers.c.host_id).scalar_subquery()
    chosen = (
        select(
            *_READ,
            people.c.name,
            people.c.standing,
            keeper.label("keeper"),
            func.coalesce(vetted, False).label("vetted"),
        )
        .join(people, people.c.id == room_offers.c.host_id)
        .where(*where)
        .order_by(func.lower(room_offers.c.town), room_offers.c.id)
    )
    rows = await tx.all(chosen.with_for_update(of=room_offers) if to_change else chosen)
    if not rows:
        return []
    ids = [row.id for row in rows]
    closed = await tx.all(
        select(room_closed).where(room_closed.c.offer_id.in_(ids)).order_by(room_closed.c.first_night, room_closed.c.id)
    )
    return [_offer(row, [one for one in closed if one.offer_id == row.id]) for row in rows]


def _offer(row: Row[Any], closed: Sequence[Row[Any]]) -> Offer:
    return Offer(
        id=row.id,
        team_id=row.team_id,
        code=row.code,
        host_id=row.host_id,
        host=row.name,
        keeper_id=row.keeper_id,
        keeper=row.keeper or "",
        town=row.town,
        beds=row.beds,
        nights=Nights(first=row.first_night, until=row.until),
        lengths=frozenset(Length(word) for word in row.lengths.split()),
        features=frozenset(Feature(word) for word in row.features.split()),
        languages=row.languages,
        note=row.note,
        state=OfferState(row.state),
        good_until=row.good_until,
        vetted=bool(row.vetted) and row.standing == Member.MEMBER,
        closed=tuple(Closed(id=one.id, nights=Nights(first=one.first_night, until=one.until)) for one in closed),
    )


def _values(draft: OfferDraft) -> dict[str, Any]:
    return {
        "town": draft.town,
        "beds": draft.beds,
        "first_night": draft.nights.first,
        "until": draft.nights.until,
        "lengths": " ".join(sorted(draft.lengths)),
        "features": " ".join(sorted(draft.features)),
        "languages": draft.languages,
        "note": draft.note,
    }

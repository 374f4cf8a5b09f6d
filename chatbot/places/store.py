"""Tables and queries of the directory."""

from typing import Any

from sqlalchemy import JSON, Column, Row, String, Table, Text, UniqueConstraint, bindparam, select, update

from chatbot.kit.columns import Instant, RowId, Zone, metadata
from chatbot.kit.database import Tx
from chatbot.places.model import Place, PlaceFacts

places = Table(
    "places",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("name", String(120), nullable=False),
    Column("address", String(200), nullable=False),
    Column("room", String(80), nullable=False),
    Column("area", String(60), nullable=False),
    Column("zone", Zone, nullable=False),
    Column("notes", Text, nullable=False),
    Column("aliases", JSON, nullable=False),
    Column("card_channel", String(32)),
    Column("retired_at", Instant),
    UniqueConstraint("team_id", "name"),
)


async def listed(tx: Tx, team_id: str) -> list[Place]:
    """The places in use, by name."""
    rows = await tx.all(
        select(places).where(places.c.team_id == team_id, places.c.retired_at.is_(None)).order_by(places.c.name)
    )
    return [_place(row) for row in rows]


_BY_ID = select(places).where(places.c.team_id == bindparam("team_id"), places.c.id == bindparam("id"))
_BY_ID_IN_USE = _BY_ID.where(places.c.retired_at.is_(None))


async def by_id(tx: Tx, team_id: str, place_id: int, *, in_use: bool = False) -> Place | None:
    """A place, also one that is not in use any more: old hearings still happen somewhere."""
    row = await tx.first(_BY_ID_IN_USE if in_use else _BY_ID, team_id=team_id, id=place_id)
    return _place(row) if row else None


async def add(tx: Tx, team_id: str, facts: PlaceFacts) -> int | None:
    """Add a place; None when the name is taken."""
    new = await tx.insert_new(places, team_id=team_id, **_values(facts))
    if not new:
        return None
    return int(await tx.scalar(select(places.c.id).where(places.c.team_id == team_id, places.c.name == facts.name)))


async def retired(tx: Tx, team_id: str, name: str) -> Place | None:
    """The place of this name that was taken out of the directory."""
    here = (places.c.team_id == team_id, places.c.name == name, places.c.retired_at.is_not(None))
    row = await tx.first(select(places).where(*here).with_for_update())
    return _place(row) if row else None


async def bring_back(tx: Tx, place_id: int, facts: PlaceFacts) -> None:
    """Take a place into use again, as it is known now."""
    await tx.execute(update(places).where(places.c.id == place_id).values(**_values(facts), retired_at=None))


async def name_is_taken(tx: Tx, team_id: str, name: str, *, by_other_than: int) -> bool:
    same = select(places.c.id).where(places.c.team_id == team_id, places.c.name == name, places.c.id != by_other_than)
    return await tx.scalar(same) is not None


async def change(tx: Tx, place_id: int, facts: PlaceFacts) -> None:
    await tx.execute(update(places).where(places.c.id == place_id).values(**_values(facts)))


async def retire(tx: Tx, place_id: int) -> None:
    await tx.execute(update(places).where(places.c.id == place_id).values(retired_at=tx.now))


def _values(facts: PlaceFacts) -> dict[str, Any]:
    return {
        "name": facts.name,
        "address": facts.address,
        "room": facts.room,
        "area": facts.area,
        "zone": facts.zone,
        "notes": facts.notes,
        "aliases": list(facts.aliases),
        "card_channel": facts.card_channel,
    }


def _place(row: Row[Any]) -> Place:
    return Place(
        id=row.id,
        team_id=row.team_id,
        name=row.name,
        address=row.address,
        room=row.room,
        area=row.area,
        zone=row.zone,
        notes=row.notes,
        aliases=tuple(row.aliases),
        card_channel=row.card_channel,
    )

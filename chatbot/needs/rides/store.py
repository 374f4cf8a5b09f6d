"""Tables and queries of riders, cars and trips. The riders' addresses are sealed."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Row,
    String,
    Table,
    delete,
    select,
    update,
)

from chatbot.kit import sealed_rows
from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx
from chatbot.kit.money import Money
from chatbot.kit.sealed import Sealer
from chatbot.needs.rides.model import Car, Load, Rider, Trip
from chatbot.needs.store import needs
from chatbot.people.store import people

need_riders = Table(
    "need_riders",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("need_id", RowId, ForeignKey("needs.id", ondelete="CASCADE"), nullable=False),
    Column("alias", String(40), nullable=False),
    Column("town", String(60), nullable=False),
    Column("seats", Integer, nullable=False),
    Column("child_seats", Integer, nullable=False),
    Column("wheelchair", Boolean, nullable=False),
    Column("address", LargeBinary),
    Column("driver_id", RowId),
    Index("ix_need_riders_need", "need_id"),
)

need_cars = Table(
    "need_cars",
    metadata,
    Column("need_id", RowId, ForeignKey("needs.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", RowId, ForeignKey("people.id"), primary_key=True),
    Column("seats", Integer, nullable=False),
    Column("child_seats", Integer, nullable=False),
    Column("wheelchair", Boolean, nullable=False),
    Column("told_at", Instant, nullable=False),
)

need_trips = Table(
    "need_trips",
    metadata,
    Column("need_id", RowId, ForeignKey("needs.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", RowId, ForeignKey("people.id"), primary_key=True),
    Column("driven_on", Date, nullable=False),
    Column("tenths", Integer, nullable=False),
    Column("tolls_cents", Integer, nullable=False),
)

_RIDER = [column for column in need_riders.c if column.name != "address"]


async def riders(tx: Tx, need_ids: Collection[int]) -> dict[int, list[Rider]]:
    """The riders of each need, in the order they were written down."""
    found: defaultdict[int, list[Rider]] = defaultdict(list)
    chosen = select(*_RIDER).where(need_riders.c.need_id.in_(list(need_ids))).order_by(need_riders.c.id)
    for row in await tx.all(chosen):
        load = Load(seats=row.seats, child_seats=row.child_seats, wheelchair=row.wheelchair)
        rider = Rider(id=row.id, alias=row.alias, town=row.town, load=load, driver_id=row.driver_id)
        found[row.need_id].append(rider)
    return found


async def cars(tx: Tx, need_ids: Collection[int]) -> dict[int, list[Car]]:
    """The cars people told of, the first told first; whether their drivers still come says the roster."""
    found: defaultdict[int, list[Car]] = defaultdict(list)
    chosen = (
        select(need_cars, people.c.name)
        .join(people, people.c.id == need_cars.c.person_id)
        .where(need_cars.c.need_id.in_(list(need_ids)))
        .order_by(need_cars.c.told_at, need_cars.c.person_id)
    )
    for row in await tx.all(chosen):
        holds = Load(seats=row.seats, child_seats=row.child_seats, wheelchair=row.wheelchair)
        found[row.need_id].append(Car(person_id=row.person_id, name=row.name, holds=holds))
    return found


async def add_rider(tx: Tx, sealer: Sealer, need_id: int, *, alias: str, town: str, load: Load, address: str) -> int:
    number = await tx.number(
        need_riders,
        need_id=need_id,
        alias=alias,
        town=town,
        seats=load.seats,
        child_seats=load.child_seats,
        wheelchair=load.wheelchair,
    )
    await sealed_rows.seal(tx, sealer, need_riders, number, {"address": address})
    return number


async def remove_rider(tx: Tx, need_id: int, rider_id: int) -> bool:
    here = (need_riders.c.need_id == need_id, need_riders.c.id == rider_id)
    return bool((await tx.execute(delete(need_riders).where(*here))).rowcount)


async def give(tx: Tx, rider_id: int, driver_id: int | None) -> None:
    """Whose car the rider goes in from now on."""
    await tx.execute(update(need_riders).where(need_riders.c.id == rider_id).values(driver_id=driver_id))


async def addresses(tx: Tx, sealer: Sealer, rider_ids: Collection[int]) -> dict[int, str]:
    """Where these riders are picked up. Raises `Unreadable` when the key is gone."""
    chosen = select(need_riders.c.id, need_riders.c.address).where(need_riders.c.id.in_(list(rider_ids)))
    return {
        row.id: sealed_rows.opened(sealer, need_riders, "address", row.id, row.address)
        for row in await tx.all(chosen)
        if row.address is not None
    }


async def tell_car(tx: Tx, need_id: int, person_id: int, holds: Load) -> None:
    values = {"seats": holds.seats, "child_seats": holds.child_seats, "wheelchair": holds.wheelchair}
    if not await tx.insert_new(need_cars, need_id=need_id, person_id=person_id, told_at=tx.now, **values):
        here = (need_cars.c.need_id == need_id, need_cars.c.person_id == person_id)
        await tx.execute(update(need_cars).where(*here).values(**values))


async def write_trip(tx: Tx, need_id: int, person_id: int, *, driven_on: date, tenths: int, tolls: Money) -> None:
    values = {"driven_on": driven_on, "tenths": tenths, "tolls_cents": tolls.cents}
    if not await tx.insert_new(need_trips, need_id=need_id, person_id=person_id, **values):
        here = (need_trips.c.need_id == need_id, need_trips.c.person_id == person_id)
        await tx.execute(update(need_trips).where(*here).values(**values))


async def have_written(tx: Tx, need_id: int) -> set[int]:
    """Those who wrote down their drive."""
    rows = await tx.all(select(need_trips.c.person_id).where(need_trips.c.need_id == need_id))
    return {row.person_id for row in rows}


async def trips(tx: Tx, team_id: str, first: date, until: date) -> Sequence[Trip]:
    """The rides driven from `first` on and before `until`."""
    chosen = (
        select(need_trips, needs.c.code, people.c.name)
        .join(needs, needs.c.id == need_trips.c.need_id)
        .join(people, people.c.id == need_trips.c.person_id)
        .where(needs.c.team_id == team_id, need_trips.c.driven_on >= first, need_trips.c.driven_on < until)
        .order_by(need_trips.c.driven_on, needs.c.id, people.c.name)
    )
    return [
        Trip(
            need_code=row.code,
            driver=row.name,
            driven_on=row.driven_on,
            tenths=row.tenths,
            tolls=Money(row.tolls_cents),
        )
        for row in await tx.all(chosen)
    ]


async def driven(tx: Tx, team_id: str, first: date, before: date) -> Sequence[Row[Any]]:
    """Number of the need, driver and day of every drive whose miles are written down."""
    chosen = select(need_trips.c.need_id, need_trips.c.person_id, need_trips.c.driven_on)
    here = (needs.c.team_id == team_id, need_trips.c.driven_on >= first, need_trips.c.driven_on < before)
    return await tx.all(chosen.join(needs, needs.c.id == need_trips.c.need_id).where(*here))

"""Tables and queries of drives, pledges and what a network decided about money."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    BigInteger,
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
    case,
    func,
    select,
    update,
)

from chatbot.bonds.model import Draft, State
from chatbot.bonds.rules import ODD_ABOVE
from chatbot.bonds.statements import Policy
from chatbot.kit import sealed_rows
from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx
from chatbot.kit.money import Money
from chatbot.kit.sealed import Sealer
from chatbot.people.store import people

bonds = Table(
    "bonds",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("code", String(12), nullable=False),
    Column("purpose", String(8), nullable=False),
    Column("alias", String(40), nullable=False),
    Column("amount", BigInteger, nullable=False),
    Column("share", BigInteger, nullable=False),
    Column("due", Date),
    Column("story", Text, nullable=False),
    Column("link", String(500), nullable=False),
    Column("channel", String(32)),
    Column("state", String(20), nullable=False),
    Column("obligor", String(16), nullable=False, default=""),
    Column("paid_on", Date),
    Column("released_on", Date),
    Column("cancelled_on", Date),
    Column("requested_on", Date),
    Column("reviewed_on", Date),
    Column("closed_because", Text, nullable=False, default=""),
    Column("closed_on", Date),
    Column("created_by", RowId, ForeignKey("people.id"), nullable=False),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("team_id", "code"),
    Index("ix_bonds_state", "team_id", "state", "due"),
)

pledges = Table(
    "pledges",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("drive_id", RowId, ForeignKey("bonds.id")),
    Column("person_id", RowId, ForeignKey("people.id")),
    Column("donor", LargeBinary),
    Column("anonymous", Boolean, nullable=False),
    Column("amount", BigInteger, nullable=False),
    Column("fund_amount", BigInteger, nullable=False),
    Column("withdrawn", Boolean, nullable=False, default=False),
    Column("closed_on", Date),
    Column("made_at", Instant, nullable=False),
    Index("ix_pledges_drive", "team_id", "drive_id"),
    Index("ix_pledges_person", "team_id", "person_id"),
)

bond_policies = Table(
    "bond_policies",
    metadata,
    Column("team_id", String(32), primary_key=True),
    Column("odd_above", BigInteger, nullable=False),
)

bond_rates = Table(
    "bond_rates",
    metadata,
    Column("team_id", String(32), primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("rate", Integer, nullable=False),
)

DriveRow = Row[Any]
PledgeRow = Row[Any]
Where = ColumnElement[bool]

CARD = "bonds.card"
"""The live view that shows one drive in a channel."""

GOAL = "bonds.goal"
"""What the channel hears once, when the share has come in."""

ENDED = (State.REFUNDED, State.BREACHED, State.CLOSED)


async def add(tx: Tx, team_id: str, code: str, draft: Draft, *, by: int) -> int:
    return await tx.number(
        bonds, team_id=team_id, code=code, state=State.RAISING, created_by=by, created_at=tx.now, **_values(draft)
    )


async def write(tx: Tx, drive_id: int, draft: Draft) -> None:
    await tx.execute(update(bonds).where(bonds.c.id == drive_id).values(**_values(draft)))


async def say(tx: Tx, drive_id: int, values: Mapping[str, object]) -> None:
    """Write down a state, or days that belong to one."""
    ended = {"closed_on": tx.now.date() if values["state"] in ENDED else None} if "state" in values else {}
    await tx.execute(update(bonds).where(bonds.c.id == drive_id).values(**values, **ended))


async def by_code(tx: Tx, team_id: str, code: str, *, to_change: bool = False) -> DriveRow | None:
    """The drive's row; locked until the end of the transaction when it, or a pledge for it, is going to change."""
    chosen = select(bonds).where(bonds.c.team_id == team_id, bonds.c.code == code)
    return await tx.first(chosen.with_for_update() if to_change else chosen)


async def by_ids(tx: Tx, team_id: str, drive_ids: Iterable[int], *, to_change: bool = False) -> Sequence[DriveRow]:
    """These drives, in the order of their numbers; locked when they are going to change."""
    chosen = select(bonds).where(bonds.c.team_id == team_id, bonds.c.id.in_(list(drive_ids))).order_by(bonds.c.id)
    return await tx.all(chosen.with_for_update() if to_change else chosen)


async def count(tx: Tx, team_id: str, *, everything: bool) -> int:
    return int(await tx.scalar(select(func.count()).select_from(bonds).where(*_listed(team_id, everything=everything))))


async def drives(tx: Tx, team_id: str, *, everything: bool, page: int, size: int) -> Sequence[DriveRow]:
    """One page of the drives: those that take pledges first, by due day, then the newest."""
    is_open = case((bonds.c.state == State.RAISING, 0), else_=1)
    due = case((is_open == 0, bonds.c.due))
    return await tx.all(
        select(bonds)
        .where(*_listed(team_id, everything=everything))
        .order_by(is_open, due.is_(None), due, bonds.c.id.desc())
        .limit(size)
        .offset((page - 1) * size)
    )


def _listed(team_id: str, *, everything: bool) -> list[Where]:
    return [bonds.c.team_id == team_id, *([] if everything else [bonds.c.state.not_in(ENDED)])]


async def in_states(tx: Tx, states: Iterable[State], *, team_id: str | None = None) -> Sequence[DriveRow]:
    """The drives in these states, of one workspace or of all."""
    where: list[Where] = [bonds.c.state.in_(list(states))]
    if team_id is not None:
        where.append(bonds.c.team_id == team_id)
    return await tx.all(select(bonds).where(*where).order_by(bonds.c.due, bonds.c.id))


async def codes(tx: Tx, team_id: str) -> dict[int, tuple[str, str]]:
    """The code and the alias of every drive by its number."""
    rows = await tx.all(select(bonds.c.id, bonds.c.code, bonds.c.alias).where(bonds.c.team_id == team_id))
    return {row.id: (row.code, row.alias) for row in rows}


async def promise(tx: Tx, team_id: str, **values: object) -> int:
    """Write a pledge down; returns its number. What goes to no drive is settled with its year."""
    closed_on = None if values.get("drive_id") else tx.now.date().replace(month=12, day=31)
    return await tx.number(pledges, team_id=team_id, made_at=tx.now, withdrawn=False, closed_on=closed_on, **values)


async def change_pledge(tx: Tx, pledge_id: int, **values: object) -> None:
    await tx.execute(update(pledges).where(pledges.c.id == pledge_id).values(**values))


async def pledges_where(tx: Tx, team_id: str, *where: Where) -> Sequence[PledgeRow]:
    """Pledges with their drive and the donor's name, in the order they were made."""
    return await tx.all(
        select(
            *(column for column in pledges.c if column is not pledges.c.donor),
            people.c.name,
            bonds.c.code,
            bonds.c.due,
        )
        .outerjoin(people, people.c.id == pledges.c.person_id)
        .outerjoin(bonds, bonds.c.id == pledges.c.drive_id)
        .where(pledges.c.team_id == team_id, *where)
        .order_by(pledges.c.id)
    )


def of_drives(drive_ids: Iterable[int]) -> Where:
    return pledges.c.drive_id.in_(list(drive_ids))


def of_numbers(pledge_ids: Iterable[int]) -> Where:
    return pledges.c.id.in_(list(pledge_ids))


def of_parties(parties: Iterable[str]) -> Where:
    """The pledges behind these parties of the books."""
    return of_numbers(int(one.removeprefix("pledge:")) for one in parties)


def of_person(person_id: int) -> Where:
    return pledges.c.person_id == person_id


def standing() -> Where:
    return pledges.c.withdrawn.is_(False)


def due_before(day: date) -> Where:
    return bonds.c.due < day


def due_on(days: Iterable[date]) -> Where:
    """Pledges made in the chat whose drive wanted them by one of these days."""
    return pledges.c.person_id.is_not(None) & bonds.c.due.in_(list(days))


async def usual(tx: Tx, team_id: str, drive_id: int, *, least: int) -> list[Money]:
    """What people pledged for this drive lately, or for any when these are too few to speak of a usual pledge."""
    here = [pledges.c.team_id == team_id, standing()]
    for where in ([*here, pledges.c.drive_id == drive_id], here):
        rows = await tx.all(
            select((pledges.c.amount + pledges.c.fund_amount).label("cents"))
            .where(*where)
            .order_by(pledges.c.id.desc())
            .limit(50)
        )
        if len(rows) >= least:
            return [Money(int(row.cents)) for row in rows]
    return []


async def seal_donor(tx: Tx, sealer: Sealer, pledge_id: int, donor: str) -> None:
    await sealed_rows.seal(tx, sealer, pledges, pledge_id, {"donor": donor})


async def open_donor(tx: Tx, sealer: Sealer, pledge_id: int) -> str:
    return (await sealed_rows.unseal(tx, sealer, pledges, pledge_id, ["donor"]))["donor"]


async def policy(tx: Tx, team_id: str) -> Policy:
    row = await tx.first(select(bond_policies).where(bond_policies.c.team_id == team_id))
    rates = await tx.all(select(bond_rates).where(bond_rates.c.team_id == team_id).order_by(bond_rates.c.year))
    odd_above = Money(int(row.odd_above)) if row else ODD_ABOVE
    return Policy(odd_above=odd_above, rates={one.year: one.rate for one in rates})


async def set_policy(tx: Tx, team_id: str, odd_above: Money) -> None:
    if not await tx.insert_new(bond_policies, team_id=team_id, odd_above=odd_above.cents):
        await tx.execute(
            update(bond_policies).where(bond_policies.c.team_id == team_id).values(odd_above=odd_above.cents)
        )


async def set_rate(tx: Tx, team_id: str, year: int, rate: int) -> None:
    if not await tx.insert_new(bond_rates, team_id=team_id, year=year, rate=rate):
        here = (bond_rates.c.team_id == team_id, bond_rates.c.year == year)
        await tx.execute(update(bond_rates).where(*here).values(rate=rate))


async def released(tx: Tx, team_id: str, first: date, before: date) -> list[Row[Any]]:
    """Number and day of the drives whose person came out on these days."""
    here = (bonds.c.team_id == team_id, bonds.c.released_on >= first, bonds.c.released_on < before)
    return list(await tx.all(select(bonds.c.id, bonds.c.released_on).where(*here).order_by(bonds.c.id)))


def _values(draft: Draft) -> dict[str, Any]:
    return {
        "purpose": draft.purpose,
        "alias": draft.alias,
        "amount": draft.amount.cents,
        "share": draft.share.cents,
        "due": draft.due,
        "story": draft.story,
        "link": draft.link,
        "channel": draft.channel,
    }

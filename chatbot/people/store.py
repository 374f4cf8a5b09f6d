"""Tables and queries of people."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time
from itertools import groupby
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Executable,
    ForeignKey,
    Integer,
    Row,
    String,
    Table,
    Time,
    UniqueConstraint,
    bindparam,
    delete,
    func,
    literal,
    select,
    update,
)

from chatbot.kit.columns import Instant, RowId, metadata, storable
from chatbot.kit.database import Tx
from chatbot.people.model import Grant, Notice, Person, Preferences, Role, Sighting, Standing

people = Table(
    "people",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("account", String(32)),
    Column("name", String(80), nullable=False),
    Column("language", String(8), nullable=False),
    Column("chosen_language", String(8)),
    Column("standing", String(16), nullable=False),
    Column("is_owner", Boolean, nullable=False),
    Column("agreed_version", Integer, nullable=False, default=0),
    Column("agreed_at", Instant),
    Column("met_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Column("left_at", Instant),
    UniqueConstraint("team_id", "account"),
)

grants = Table(
    "grants",
    metadata,
    Column("person_id", RowId, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("role", String(16), primary_key=True),
    Column("area", String(60), primary_key=True, default=""),
)

preferences = Table(
    "preferences",
    metadata,
    Column("person_id", RowId, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("muted", JSON, nullable=False),
    Column("minimum_notice", Integer, nullable=False),
    Column("quiet_from", Time, nullable=False),
    Column("quiet_until", Time, nullable=False),
    Column("speaks", JSON, nullable=False),
    Column("areas", JSON, nullable=False),
    Column("digest_at", Time),
)


_WITH_GRANTS = (
    select(people, grants.c.role, grants.c.area)
    .outerjoin(grants, grants.c.person_id == people.c.id)
    .order_by(people.c.name, people.c.id)
)
_OF_TEAM = _WITH_GRANTS.where(people.c.team_id == bindparam("team_id"))
_BY_ACCOUNT = _OF_TEAM.where(people.c.account == bindparam("account"))
_BY_ID = _OF_TEAM.where(people.c.id == bindparam("id"))


async def by_account(tx: Tx, team_id: str, account: str) -> Person | None:
    return await _first(tx, _BY_ACCOUNT, team_id=team_id, account=account)


async def by_account_anywhere(tx: Tx, account: str) -> list[Person]:
    """Everyone behind this account, in whatever workspace."""
    teams = await tx.all(select(people.c.team_id).where(people.c.account == account))
    found = [await by_account(tx, row.team_id, account) for row in teams]
    return [person for person in found if person]


async def by_id(tx: Tx, team_id: str, person_id: int) -> Person | None:
    return await _first(tx, _BY_ID, team_id=team_id, id=person_id)


async def meet(tx: Tx, sighting: Sighting) -> Person:
    """Write down who was seen, now; a person met before keeps what the network knows of them."""
    facts = {
        "name": storable(sighting.name)[:80],
        "language": sighting.language,
        "standing": sighting.standing,
        "is_owner": sighting.is_owner,
        "seen_at": tx.now,
    }
    same = (people.c.team_id == sighting.team_id, people.c.account == sighting.account)
    left_at = tx.now if sighting.standing is Standing.GONE else None
    new = {"met_at": tx.now, "agreed_version": 0, "left_at": left_at}
    known = await tx.insert_new(people, team_id=sighting.team_id, account=sighting.account, **new, **facts)
    if not known:
        since = func.coalesce(people.c.left_at, literal(tx.now, Instant)) if left_at else None
        await tx.execute(update(people).where(*same).values(**facts, left_at=since))
    met = await by_account(tx, sighting.team_id, sighting.account)
    if met is None:
        raise LookupError("a person vanished while being met")
    return met


async def agreed(tx: Tx, team_id: str, version: int) -> list[Person]:
    """The members with an account who have agreed to this version, or to any."""
    reachable = (people.c.account.is_not(None), people.c.standing == Standing.MEMBER)
    chosen = _OF_TEAM.where(*reachable, people.c.agreed_version >= max(version, 1))
    return await _all(tx, chosen, team_id=team_id)


async def outside(tx: Tx, team_id: str, name: str) -> Person | None:
    """Someone without an account who goes by this name."""
    found = await all_outside(tx, team_id)
    return next((one for one in found if one.name.casefold() == name.casefold()), None)


async def all_outside(tx: Tx, team_id: str) -> list[Person]:
    """Everyone without an account, by name; who was erased is not among them."""
    here = (people.c.account.is_(None), people.c.standing == Standing.MEMBER)
    return await _all(tx, _OF_TEAM.where(*here), team_id=team_id)


async def left_before(tx: Tx, team_id: str, moment: datetime) -> list[Person]:
    """Everyone who left the workspace before then and was not erased yet."""
    here = (people.c.account.is_not(None), people.c.standing == Standing.GONE, people.c.left_at < moment)
    return await _all(tx, _OF_TEAM.where(*here), team_id=team_id)


async def erase(tx: Tx, person: Person, name: str) -> None:
    """Empty the row of someone; its number stays, and leads to nobody."""
    nothing = {"account": None, "agreed_at": None, "agreed_version": 0, "chosen_language": None, "left_at": None}
    nobody = {"name": name, "language": "en", "standing": Standing.GONE, "is_owner": False}
    await tx.execute(update(people).where(people.c.id == person.id).values(**nothing, **nobody))


async def write_down(tx: Tx, team_id: str, name: str) -> Person:
    """A new person without an account."""
    number = await tx.number(
        people,
        team_id=team_id,
        name=name,
        language="en",
        standing=Standing.MEMBER,
        is_owner=False,
        agreed_version=0,
        met_at=tx.now,
        seen_at=tx.now,
    )
    person = await by_id(tx, team_id, number)
    if person is None:
        raise LookupError("a person vanished while being written down")
    return person


async def trusted(tx: Tx, team_id: str) -> list[Person]:
    """The members who hold a role, owners included, by name."""
    holds = people.c.is_owner | people.c.id.in_(select(grants.c.person_id))
    return await _all(tx, _OF_TEAM.where(people.c.standing == Standing.MEMBER, holds), team_id=team_id)


async def _first(tx: Tx, chosen: Executable, **values: object) -> Person | None:
    found = await _all(tx, chosen, **values)
    return found[0] if found else None


async def _all(tx: Tx, chosen: Executable, **values: object) -> list[Person]:
    """The people and their grants in one statement."""
    rows = await tx.all(chosen, **values)
    return [_person(list(of_one)) for _, of_one in groupby(rows, key=lambda row: row.id)]


def _person(rows: Sequence[Row[Any]]) -> Person:
    row = rows[0]
    return Person(
        id=row.id,
        team_id=row.team_id,
        account=row.account,
        name=row.name,
        language=row.chosen_language or row.language,
        standing=Standing(row.standing),
        is_owner=row.is_owner,
        agreed_version=row.agreed_version,
        seen_at=row.seen_at,
        grants=frozenset(Grant(role=Role(one.role), area=one.area) for one in rows if one.role),
    )


async def agree(tx: Tx, person: Person, version: int) -> None:
    await tx.execute(update(people).where(people.c.id == person.id).values(agreed_version=version, agreed_at=tx.now))


async def set_grants(tx: Tx, person: Person, wanted: Iterable[Grant]) -> None:
    await tx.execute(delete(grants).where(grants.c.person_id == person.id))
    for grant in wanted:
        await tx.insert(grants, person_id=person.id, role=grant.role, area=grant.area)


async def admins(tx: Tx, team_id: str, *, to_change: bool = False) -> set[int]:
    """The ids of the workspace's admins, owners included; locked when someone may become one or cease to be one."""
    appointed = people.c.id.in_(select(grants.c.person_id).where(grants.c.role == Role.ADMIN))
    chosen = (
        select(people.c.id)
        .where(people.c.team_id == team_id, people.c.standing == Standing.MEMBER, people.c.is_owner | appointed)
        .order_by(people.c.id)
    )
    return {row.id for row in await tx.all(chosen.with_for_update() if to_change else chosen)}


async def preferences_of(tx: Tx, person_ids: Iterable[int]) -> dict[int, Preferences]:
    """What each of them chose; the defaults for those who never did."""
    wanted = list(person_ids)
    rows = await tx.all(select(preferences).where(preferences.c.person_id.in_(wanted)))
    return dict.fromkeys(wanted, Preferences()) | {row.person_id: _preferences(row) for row in rows}


async def prefer(tx: Tx, person: Person, chosen: Preferences, language: str | None) -> None:
    """Write down what they chose, whether they had chosen before or not; `language` None follows Slack."""
    values = {
        "muted": sorted(chosen.muted),
        "minimum_notice": chosen.minimum_notice,
        "quiet_from": chosen.quiet_from,
        "quiet_until": chosen.quiet_until,
        "speaks": sorted(chosen.speaks),
        "areas": sorted(chosen.areas),
        "digest_at": chosen.digest_at,
    }
    if not await tx.insert_new(preferences, person_id=person.id, **values):
        await tx.execute(update(preferences).where(preferences.c.person_id == person.id).values(**values))
    await tx.execute(update(people).where(people.c.id == person.id).values(chosen_language=language))


async def reading_daily(tx: Tx) -> list[tuple[str, int, time]]:
    """The members who chose an hour for their personal digest: workspace, number, hour."""
    chosen = (
        select(people.c.team_id, people.c.id, preferences.c.digest_at)
        .join(preferences, preferences.c.person_id == people.c.id)
        .where(people.c.standing == Standing.MEMBER, preferences.c.digest_at.is_not(None))
        .order_by(people.c.id)
    )
    return [(row.team_id, row.id, row.digest_at) for row in await tx.all(chosen)]


async def chosen_language(tx: Tx, person: Person) -> str | None:
    """The language they chose for themselves; None while the bot follows their Slack."""
    return await tx.scalar(select(people.c.chosen_language).where(people.c.id == person.id))  # type: ignore[no-any-return]


def _preferences(row: Row[Any]) -> Preferences:
    return Preferences(
        muted=frozenset(Notice(one) for one in row.muted if one in list(Notice)),
        minimum_notice=row.minimum_notice,
        quiet_from=row.quiet_from,
        quiet_until=row.quiet_until,
        speaks=frozenset(row.speaks),
        areas=frozenset(row.areas),
        digest_at=row.digest_at,
    )

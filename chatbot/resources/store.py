"""Tables and queries of the directory. Entries are public; the words of suggestions are sealed."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import (
    JSON,
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

from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx
from chatbot.people.store import people
from chatbot.resources.model import RECHECK_DAYS, Facts, Resource, Suggestion, Topic
from chatbot.resources.rules import same_as

resources = Table(
    "resources",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("code", String(12), nullable=False),
    Column("name", String(120), nullable=False),
    Column("topics", JSON, nullable=False),
    Column("town", String(60), nullable=False),
    Column("serves", String(200), nullable=False),
    Column("languages", String(200), nullable=False),
    Column("phone", String(200), nullable=False),
    Column("email", String(200), nullable=False),
    Column("website", String(220), nullable=False),
    Column("address", String(200), nullable=False),
    Column("hours", String(200), nullable=False),
    Column("cost", String(200), nullable=False),
    Column("notes", Text, nullable=False),
    Column("same", Text, nullable=False),
    Column("sample", String(40)),
    Column("is_sample", Boolean, nullable=False, default=False),
    Column("version", Integer, nullable=False, default=1),
    Column("checked_on", Date),
    Column("checked_by", RowId, ForeignKey("people.id")),
    Column("archived_at", Instant),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("team_id", "code"),
    UniqueConstraint("team_id", "sample"),
    Index("ix_resources_same", "team_id", "same"),
)

resource_suggestions = Table(
    "resource_suggestions",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("resource_id", RowId, ForeignKey("resources.id")),
    Column("words", LargeBinary),
    Column("person_id", RowId, ForeignKey("people.id"), nullable=False),
    Column("made_at", Instant, nullable=False),
    Index("ix_resource_suggestions_team", "team_id"),
)

resource_rules = Table(
    "resource_rules",
    metadata,
    Column("team_id", String(32), primary_key=True),
    Column("recheck_days", Integer, nullable=False),
)

CARD = "resources.card"
"""The live view that shows one entry in a channel."""

_READ = select(resources, people.c.name.label("checker")).outerjoin(people, people.c.id == resources.c.checked_by)
_SUGGESTED = (
    select(
        resource_suggestions,
        people.c.name.label("by"),
        func.coalesce(resources.c.code, "").label("code"),
        func.coalesce(resources.c.name, "").label("name"),
    )
    .join(people, people.c.id == resource_suggestions.c.person_id)
    .outerjoin(resources, resources.c.id == resource_suggestions.c.resource_id)
)


async def add(tx: Tx, team_id: str, code: str, facts: Facts, **more: Any) -> int:
    return await tx.number(resources, team_id=team_id, code=code, created_at=tx.now, **values(facts), **more)


async def add_all(tx: Tx, team_id: str, rows: Sequence[dict[str, Any]]) -> None:
    """Many at once; a row is what `values` makes of the facts, with its code."""
    if rows:
        await tx.execute(resources.insert(), [{"team_id": team_id, "created_at": tx.now, **row} for row in rows])


async def change(tx: Tx, resource_id: int, **changed: Any) -> None:
    """Write these columns; whoever keeps the directory ready for questions learns of it by the version."""
    await tx.execute(
        update(resources).where(resources.c.id == resource_id).values(version=resources.c.version + 1, **changed)
    )


async def by_code(tx: Tx, team_id: str, code: str, *, to_change: bool = False) -> Resource | None:
    """The entry of this code, archived or not; its row locked when it is going to change."""
    return await _one(tx, resources.c.team_id == team_id, resources.c.code == code, to_change=to_change)


async def by_id(tx: Tx, team_id: str, resource_id: int) -> Resource | None:
    return await _one(tx, resources.c.team_id == team_id, resources.c.id == resource_id)


async def listed(tx: Tx, team_id: str, *, archived: bool = False) -> list[Resource]:
    """All entries in use, or all that are archived, by name."""
    put_away = resources.c.archived_at.is_not(None) if archived else resources.c.archived_at.is_(None)
    rows = await tx.all(
        _READ.where(resources.c.team_id == team_id, put_away).order_by(resources.c.name, resources.c.id)
    )
    return [_resource(row) for row in rows]


async def revision(tx: Tx, team_id: str) -> int:
    """A number that grows with every change of the directory: nothing in it is ever deleted."""
    found = await tx.scalar(select(func.sum(resources.c.version)).where(resources.c.team_id == team_id))
    return int(found or 0)


async def twin(tx: Tx, team_id: str, facts: Facts, *, but: int = 0) -> str | None:
    """The code of another entry with the same name and town, archived or not."""
    here = (resources.c.team_id == team_id, resources.c.same == same_as(facts), resources.c.id != but)
    return await tx.scalar(select(resources.c.code).where(*here).limit(1))  # type: ignore[no-any-return]


async def twins(tx: Tx, team_id: str) -> dict[str, str]:
    """What every entry is the same as, and its code."""
    rows = await tx.all(select(resources.c.same, resources.c.code).where(resources.c.team_id == team_id))
    return {row.same: row.code for row in rows}


async def samples(tx: Tx, team_id: str) -> set[str]:
    """The names of the samples that were ever loaded."""
    here = (resources.c.team_id == team_id, resources.c.sample.is_not(None))
    return {row.sample for row in await tx.all(select(resources.c.sample).where(*here))}


async def suggest(tx: Tx, team_id: str, resource_id: int | None, person_id: int) -> int:
    return await tx.number(
        resource_suggestions, team_id=team_id, resource_id=resource_id, person_id=person_id, made_at=tx.now
    )


async def suggestion(tx: Tx, team_id: str, number: int, *, to_change: bool = False) -> Suggestion | None:
    chosen = _SUGGESTED.where(resource_suggestions.c.team_id == team_id, resource_suggestions.c.id == number)
    row = await tx.first(chosen.with_for_update(of=resource_suggestions) if to_change else chosen)
    return _suggestion(row) if row else None


async def suggestions(tx: Tx, team_id: str) -> list[Suggestion]:
    """What waits for a coordinator, oldest first."""
    here = _SUGGESTED.where(resource_suggestions.c.team_id == team_id)
    return [_suggestion(row) for row in await tx.all(here.order_by(resource_suggestions.c.id))]


async def forget(tx: Tx, number: int) -> None:
    """It is looked after, and nothing of it is needed any more."""
    await tx.execute(delete(resource_suggestions).where(resource_suggestions.c.id == number))


async def recheck_days(tx: Tx, team_id: str) -> int:
    found = await tx.scalar(select(resource_rules.c.recheck_days).where(resource_rules.c.team_id == team_id))
    return int(found or RECHECK_DAYS)


async def set_recheck_days(tx: Tx, team_id: str, days: int) -> None:
    if not await tx.insert_new(resource_rules, team_id=team_id, recheck_days=days):
        await tx.execute(update(resource_rules).where(resource_rules.c.team_id == team_id).values(recheck_days=days))


def values(facts: Facts) -> dict[str, Any]:
    """The columns that hold the facts."""
    return {**asdict(facts), "topics": list(facts.topics), "same": same_as(facts)}


async def _one(tx: Tx, *where: ColumnElement[bool], to_change: bool = False) -> Resource | None:
    chosen = _READ.where(*where)
    row = await tx.first(chosen.with_for_update(of=resources) if to_change else chosen)
    return _resource(row) if row else None


def _resource(row: Row[Any]) -> Resource:
    texts = ("name", "town", "serves", "languages", "phone", "email", "website", "address", "hours", "cost", "notes")
    held = row._mapping  # noqa: SLF001 - SQLAlchemy's documented way to read a row by name
    return Resource(
        id=row.id,
        team_id=row.team_id,
        code=row.code,
        facts=Facts(topics=tuple(Topic(topic) for topic in row.topics), **{name: held[name] for name in texts}),
        is_sample=row.is_sample,
        checked_on=row.checked_on,
        checked_by=row.checker or "",
        is_archived=row.archived_at is not None,
    )


def _suggestion(row: Row[Any]) -> Suggestion:
    return Suggestion(
        id=row.id,
        team_id=row.team_id,
        resource_id=row.resource_id,
        code=row.code,
        name=row.name,
        by=row.by,
        person_id=row.person_id,
        made_at=row.made_at,
    )

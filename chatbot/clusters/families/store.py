"""Tables and queries of families, of the clusters that support them, and of what hangs on them."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import (
    BindParameter,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Row,
    String,
    Table,
    UniqueConstraint,
    bindparam,
    delete,
    select,
    update,
)

from chatbot.clusters.families.model import Family
from chatbot.clusters.store import OPEN, cluster_members, clusters
from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx

families = Table(
    "families",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("code", String(12), nullable=False),
    Column("alias", String(40), nullable=False),
    Column("created_by", RowId, ForeignKey("people.id"), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("closed_at", Instant),
    UniqueConstraint("team_id", "code"),
)

family_clusters = Table(
    "family_clusters",
    metadata,
    Column("family_id", RowId, ForeignKey("families.id", ondelete="CASCADE"), primary_key=True),
    Column("cluster_id", RowId, ForeignKey("clusters.id", ondelete="CASCADE"), primary_key=True),
    Column("since", Instant, nullable=False),
)

family_ties = Table(
    "family_ties",
    metadata,
    Column("team_id", String(32), primary_key=True),
    Column("subject", String(64), primary_key=True),
    Column("family_id", RowId, ForeignKey("families.id"), nullable=False),
    Column("since", Instant),
    Column("hurried_at", Instant),
    Column("opened_at", Instant),
    Index("ix_family_ties_family", "family_id"),
)
"""`since` is when it was put before the clusters, `opened_at` when it was put before everyone.

`hurried_at` is when a coordinator ended the wait."""

_STANDING = families.c.closed_at.is_(None)
_HELD = (family_ties.c.opened_at.is_(None), family_ties.c.since.is_not(None))
_SUBJECTS: BindParameter[list[str]] = bindparam("subjects", expanding=True)
_TIES = (
    select(family_ties, families.c.code)
    .join(families, families.c.id == family_ties.c.family_id)
    .where(family_ties.c.team_id == bindparam("team_id"), family_ties.c.subject.in_(_SUBJECTS), _STANDING)
)


async def all_of(tx: Tx, team_id: str) -> list[Family]:
    """The families of a workspace that are still supported, by code."""
    chosen = select(families).where(families.c.team_id == team_id, _STANDING).order_by(families.c.id)
    return await _whole(tx, await tx.all(chosen))


async def by_code(tx: Tx, team_id: str, code: str, *, to_change: bool = False) -> Family | None:
    chosen = select(families).where(families.c.team_id == team_id, families.c.code == code, _STANDING)
    found = await _whole(tx, await tx.all(chosen.with_for_update() if to_change else chosen))
    return found[0] if found else None


async def add(tx: Tx, team_id: str, code: str, alias: str, *, by: int) -> int:
    return await tx.number(families, team_id=team_id, code=code, alias=alias, created_by=by, created_at=tx.now)


async def change(tx: Tx, family_id: int, alias: str) -> None:
    await tx.execute(update(families).where(families.c.id == family_id).values(alias=alias))


async def close(tx: Tx, family_id: int) -> None:
    await tx.execute(update(families).where(families.c.id == family_id).values(closed_at=tx.now))


async def set_clusters(tx: Tx, family_id: int, cluster_ids: Collection[int]) -> None:
    """From now on these clusters support it, and no others."""
    others = (family_clusters.c.family_id == family_id, family_clusters.c.cluster_id.not_in(list(cluster_ids)))
    await tx.execute(delete(family_clusters).where(*others))
    for cluster_id in cluster_ids:
        await tx.insert_new(family_clusters, family_id=family_id, cluster_id=cluster_id, since=tx.now)


async def ties(tx: Tx, team_id: str, subjects: Collection[str]) -> list[Row[Any]]:
    """What binds these to families that are still supported; each with its family's code."""
    if not subjects:
        return []
    return list(await tx.all(_TIES, team_id=team_id, subjects=list(subjects)))


async def tie(tx: Tx, team_id: str, subject: str, family_id: int, *, opened: bool) -> None:
    """Bind it to this family, and to no other; `opened` when everyone has seen it already."""
    await untie(tx, team_id, subject)
    await tx.insert(
        family_ties,
        team_id=team_id,
        subject=subject,
        family_id=family_id,
        since=tx.now if opened else None,
        opened_at=tx.now if opened else None,
    )


async def untie(tx: Tx, team_id: str, subject: str) -> None:
    await tx.execute(delete(family_ties).where(*_one(team_id, subject)))


async def begin(tx: Tx, team_id: str, subject: str) -> bool:
    """The clusters' turn begins; tell whether it had not."""
    return await _once(tx, team_id, subject, "since")


async def hurry(tx: Tx, team_id: str, subject: str) -> bool:
    """A coordinator ends the wait; tell whether there still was one."""
    return await _once(tx, team_id, subject, "hurried_at", family_ties.c.opened_at.is_(None))


async def open_up(tx: Tx, team_id: str, subject: str) -> bool:
    """It is put before everyone, for good; tell whether it had not been. Another instance that asks meanwhile waits."""
    return await _once(tx, team_id, subject, "opened_at")


async def unopened(tx: Tx) -> list[tuple[str, str]]:
    """The workspace and the subject of everything, everywhere, that was not put before everyone yet."""
    chosen = select(family_ties.c.team_id, family_ties.c.subject).where(*_HELD)
    return [(row.team_id, row.subject) for row in await tx.all(chosen.order_by(family_ties.c.subject))]


async def held_back(tx: Tx, team_id: str) -> set[str]:
    """What was not put before everyone yet, of the families that are still supported."""
    chosen = select(family_ties.c.subject).join(families, families.c.id == family_ties.c.family_id)
    rows = await tx.all(chosen.where(*_HELD, _STANDING, family_ties.c.team_id == team_id))
    return {row.subject for row in rows}


async def subjects_of(tx: Tx, team_id: str, cluster_ids: Collection[int]) -> set[str]:
    """What hangs on the families that any of these clusters supports."""
    chosen = (
        select(family_ties.c.subject)
        .join(families, families.c.id == family_ties.c.family_id)
        .join(family_clusters, family_clusters.c.family_id == families.c.id)
        .where(family_ties.c.team_id == team_id, family_clusters.c.cluster_id.in_(list(cluster_ids)), _STANDING)
    )
    return {row.subject for row in await tx.all(chosen)}


async def held_back_of(tx: Tx, team_id: str, family_id: int) -> set[str]:
    """What hangs on the family and was not put before everyone yet."""
    here = (family_ties.c.team_id == team_id, family_ties.c.family_id == family_id)
    return {row.subject for row in await tx.all(select(family_ties.c.subject).where(*_HELD, *here))}


async def supporters(tx: Tx, family_ids: Iterable[int]) -> dict[int, list[Row[Any]]]:
    """The clusters of each family: number, name, channel and wait, by name."""
    found: defaultdict[int, list[Row[Any]]] = defaultdict(list)
    chosen = (
        select(family_clusters.c.family_id, clusters.c.id, clusters.c.name, clusters.c.channel, clusters.c.wait)
        .join(clusters, clusters.c.id == family_clusters.c.cluster_id)
        .where(family_clusters.c.family_id.in_(list(family_ids)), OPEN)
        .order_by(clusters.c.name, clusters.c.id)
    )
    for row in await tx.all(chosen):
        found[row.family_id].append(row)
    return found


async def people_of(tx: Tx, cluster_ids: Collection[int]) -> dict[int, set[int]]:
    """The members of each cluster, by their numbers."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    chosen = select(cluster_members.c.cluster_id, cluster_members.c.person_id)
    for row in await tx.all(chosen.where(cluster_members.c.cluster_id.in_(list(cluster_ids)))):
        found[row.cluster_id].add(row.person_id)
    return found


async def _once(tx: Tx, team_id: str, subject: str, column: str, *also: ColumnElement[bool]) -> bool:
    """Set this moment, if it is not set and this holds as well."""
    moment = family_ties.c[column]
    here = (*_one(team_id, subject), moment.is_(None), *also)
    done = await tx.execute(update(family_ties).where(*here).values({moment: tx.now}))
    return bool(done.rowcount)


def _one(team_id: str, subject: str) -> tuple[Any, Any]:
    return family_ties.c.team_id == team_id, family_ties.c.subject == subject


async def _whole(tx: Tx, rows: Iterable[Row[Any]]) -> list[Family]:
    rows = list(rows)
    clusters_of = await supporters(tx, [row.id for row in rows]) if rows else {}
    return [
        Family(
            id=row.id,
            team_id=row.team_id,
            code=row.code,
            alias=row.alias,
            clusters={one.id: one.name for one in clusters_of.get(row.id, ())},
        )
        for row in rows
    ]

"""Tables and queries of clusters and their members."""

from collections.abc import Iterable

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    Integer,
    String,
    Table,
    UniqueConstraint,
    delete,
    select,
    update,
)

from chatbot.clusters.model import Cluster, ClusterFacts, Member
from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx
from chatbot.people.store import people

clusters = Table(
    "clusters",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("code", String(12), nullable=False),
    Column("name", String(60), nullable=False),
    Column("channel", String(32), nullable=False),
    Column("wait", Integer, nullable=False),
    Column("created_by", RowId, ForeignKey("people.id"), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("closed_at", Instant),
    UniqueConstraint("team_id", "code"),
)

cluster_members = Table(
    "cluster_members",
    metadata,
    Column("cluster_id", RowId, ForeignKey("clusters.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", RowId, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("leads", Boolean, nullable=False),
    Column("since", Instant, nullable=False),
)

OPEN = clusters.c.closed_at.is_(None)


async def all_of(tx: Tx, team_id: str) -> list[Cluster]:
    """The clusters of a workspace that were not closed, by name."""
    return await _some(tx, clusters.c.team_id == team_id)


async def by_code(tx: Tx, team_id: str, code: str, *, to_change: bool = False) -> Cluster | None:
    """The cluster, locked when its members are going to change."""
    found = await _some(tx, clusters.c.team_id == team_id, clusters.c.code == code, to_change=to_change)
    return found[0] if found else None


async def of_person(tx: Tx, team_id: str, person_id: int) -> list[Cluster]:
    """The clusters someone belongs to."""
    theirs = select(cluster_members.c.cluster_id).where(cluster_members.c.person_id == person_id)
    return await _some(tx, clusters.c.team_id == team_id, clusters.c.id.in_(theirs))


async def of_channel(tx: Tx, team_id: str, channel: str) -> list[Cluster]:
    """The clusters whose own channel this is."""
    return await _some(tx, clusters.c.team_id == team_id, clusters.c.channel == channel)


async def add(tx: Tx, team_id: str, code: str, facts: ClusterFacts, *, by: int) -> int:
    return await tx.number(
        clusters,
        team_id=team_id,
        code=code,
        name=facts.name,
        channel=facts.channel,
        wait=facts.wait,
        created_by=by,
        created_at=tx.now,
    )


async def change(tx: Tx, cluster_id: int, facts: ClusterFacts) -> None:
    values = {"name": facts.name, "channel": facts.channel, "wait": facts.wait}
    await tx.execute(update(clusters).where(clusters.c.id == cluster_id).values(**values))


async def close(tx: Tx, cluster_id: int) -> None:
    """It is no cluster any more, and nobody belongs to it."""
    await tx.execute(delete(cluster_members).where(cluster_members.c.cluster_id == cluster_id))
    await tx.execute(update(clusters).where(clusters.c.id == cluster_id).values(closed_at=tx.now))


async def members(tx: Tx, cluster_ids: Iterable[int]) -> dict[int, list[Member]]:
    """The members of each cluster, those who lead it first, then by name."""
    ids = list(cluster_ids)
    found: dict[int, list[Member]] = {number: [] for number in ids}
    chosen = (
        select(cluster_members, people.c.name, people.c.account)
        .join(people, people.c.id == cluster_members.c.person_id)
        .where(cluster_members.c.cluster_id.in_(ids))
        .order_by(cluster_members.c.leads.desc(), people.c.name, people.c.id)
    )
    for row in await tx.all(chosen):
        found[row.cluster_id].append(
            Member(person_id=row.person_id, name=row.name, account=row.account, leads=row.leads)
        )
    return found


async def join(tx: Tx, cluster_id: int, person_id: int) -> bool:
    """Tell whether they are new in it."""
    return await tx.insert_new(cluster_members, cluster_id=cluster_id, person_id=person_id, leads=False, since=tx.now)


async def set_lead(tx: Tx, cluster_id: int, person_id: int, *, leads: bool) -> None:
    await tx.execute(update(cluster_members).where(*_one(cluster_id, person_id)).values(leads=leads))


async def leave(tx: Tx, cluster_id: int, person_id: int) -> bool:
    return bool((await tx.execute(delete(cluster_members).where(*_one(cluster_id, person_id)))).rowcount)


def _one(cluster_id: int, person_id: int) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return cluster_members.c.cluster_id == cluster_id, cluster_members.c.person_id == person_id


async def _some(tx: Tx, *where: ColumnElement[bool], to_change: bool = False) -> list[Cluster]:
    chosen = select(clusters).where(OPEN, *where).order_by(clusters.c.name, clusters.c.id)
    return [
        Cluster(id=row.id, team_id=row.team_id, code=row.code, name=row.name, channel=row.channel, wait=row.wait)
        for row in await tx.all(chosen.with_for_update() if to_change else chosen)
    ]

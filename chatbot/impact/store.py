"""Tables and queries of the sums that outlive their records, and of the channels that follow."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import BigInteger, Column, ColumnElement, Date, ForeignKey, Row, String, Table, delete, select

from chatbot.impact.model import Followed
from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx
from chatbot.kit.figures import Figure

impact_months = Table(
    "impact_months",
    metadata,
    Column("team_id", String(32), primary_key=True),
    Column("month", Date, primary_key=True),
    Column("kept_at", Instant, nullable=False),
)
"""The months whose figures are kept, and not counted any more."""

impact_totals = Table(
    "impact_totals",
    metadata,
    Column("team_id", String(32), primary_key=True),
    Column("month", Date, primary_key=True),
    Column("cluster_id", RowId, primary_key=True, autoincrement=False),
    Column("figure", String(16), primary_key=True),
    Column("amount", BigInteger, nullable=False),
)
"""`cluster_id` is 0 for the whole network. A row names nobody."""

impact_channels = Table(
    "impact_channels",
    metadata,
    Column("team_id", String(32), primary_key=True),
    Column("channel", String(32), primary_key=True),
    Column("since", Date, nullable=False),
    Column("set_by", RowId, ForeignKey("people.id"), nullable=False),
)


async def kept(tx: Tx, team_id: str, first: date, before: date) -> set[date]:
    """Which of these months are kept."""
    here = (impact_months.c.team_id == team_id, impact_months.c.month >= first, impact_months.c.month < before)
    return {row.month for row in await tx.all(select(impact_months.c.month).where(*here))}


async def totals(tx: Tx, team_id: str, cluster_id: int, first: date, before: date) -> dict[date, dict[Figure, int]]:
    here = (impact_totals.c.team_id == team_id, impact_totals.c.cluster_id == cluster_id)
    when = (impact_totals.c.month >= first, impact_totals.c.month < before)
    found: dict[date, dict[Figure, int]] = {}
    for row in await tx.all(select(impact_totals).where(*here, *when)):
        found.setdefault(row.month, {})[Figure(row.figure)] = row.amount
    return found


async def keep(tx: Tx, team_id: str, month: date) -> bool:
    """Close the month; tell whether it was open until now."""
    return await tx.insert_new(impact_months, team_id=team_id, month=month, kept_at=tx.now)


async def add(tx: Tx, team_id: str, month: date, cluster_id: int, figures: Mapping[Figure, int]) -> None:
    for figure, amount in figures.items():
        await tx.insert(
            impact_totals, team_id=team_id, month=month, cluster_id=cluster_id, figure=figure, amount=amount
        )


async def follow(tx: Tx, team_id: str, channel: str, *, since: date, by: int) -> bool:
    """Tell whether the channel did not follow yet."""
    return await tx.insert_new(impact_channels, team_id=team_id, channel=channel, since=since, set_by=by)


async def unfollow(tx: Tx, team_id: str, channel: str) -> bool:
    here = (impact_channels.c.team_id == team_id, impact_channels.c.channel == channel)
    return bool((await tx.execute(delete(impact_channels).where(*here))).rowcount)


async def followed(tx: Tx, team_id: str | None = None) -> list[Followed]:
    """The channels that follow, of one workspace or of all."""
    chosen = select(impact_channels).order_by(impact_channels.c.team_id, impact_channels.c.channel)
    return [_followed(row) for row in await tx.all(chosen if team_id is None else chosen.where(_of(team_id)))]


def _of(team_id: str) -> ColumnElement[bool]:
    return impact_channels.c.team_id == team_id


def _followed(row: Row[Any]) -> Followed:
    return Followed(team_id=row.team_id, channel=row.channel, since=row.since)

"""The table of workspaces."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Column, Integer, String, Table, Text, bindparam, select, update

from chatbot.kit.columns import Instant, Zone, metadata
from chatbot.kit.database import Tx
from chatbot.network.model import CHECK_DAYS, OPENINGS_A_DAY, PRIVATE_DAYS, RECORD_MONTHS, Network

networks = Table(
    "networks",
    metadata,
    Column("team_id", String(32), primary_key=True),
    Column("agreement", Text),
    Column("agreement_version", Integer, nullable=False, default=1),
    Column("card_channel", String(32)),
    Column("response_channel", String(32)),
    Column("zone", Zone, nullable=False),
    Column("language", String(8), nullable=False),
    Column("check_days", Integer, nullable=False, default=CHECK_DAYS),
    Column("private_days", Integer, nullable=False, default=PRIVATE_DAYS, server_default=str(PRIVATE_DAYS)),
    Column("record_months", Integer, nullable=False, default=RECORD_MONTHS, server_default=str(RECORD_MONTHS)),
    Column("openings_a_day", Integer, nullable=False, default=OPENINGS_A_DAY),
    Column("joined_at", Instant, nullable=False),
)


_OF_TEAM = select(networks).where(networks.c.team_id == bindparam("team_id"))
_OF_TEAM_TO_CHANGE = _OF_TEAM.with_for_update()


async def join(tx: Tx, team_id: str, zone: ZoneInfo) -> bool:
    """Write a workspace down on first contact; tell whether it is new."""
    return await tx.insert_new(
        networks, team_id=team_id, agreement_version=1, zone=zone, language="en", joined_at=tx.now
    )


async def get(tx: Tx, team_id: str) -> Network:
    """The workspace's settings. Raises `LookupError` for one that never joined."""
    network = await find(tx, team_id)
    if network is None:
        raise LookupError("a workspace that never joined")
    return network


async def find(tx: Tx, team_id: str, *, to_change: bool = False) -> Network | None:
    """The workspace's settings, or None for one that never joined; locked when they are going to change."""
    row = await tx.first(_OF_TEAM_TO_CHANGE if to_change else _OF_TEAM, team_id=team_id)
    if row is None:
        return None
    return Network(
        team_id=row.team_id,
        agreement=row.agreement,
        agreement_version=row.agreement_version,
        card_channel=row.card_channel,
        response_channel=row.response_channel,
        zone=row.zone,
        language=row.language,
        check_days=row.check_days,
        private_days=row.private_days,
        record_months=row.record_months,
        openings_a_day=row.openings_a_day,
    )


async def began(tx: Tx, team_id: str) -> datetime:
    return await tx.scalar(select(networks.c.joined_at).where(networks.c.team_id == team_id))  # type: ignore[no-any-return]


async def teams(tx: Tx) -> list[str]:
    return [row.team_id for row in await tx.all(select(networks.c.team_id).order_by(networks.c.team_id))]


async def change(tx: Tx, team_id: str, **values: object) -> None:
    await tx.execute(update(networks).where(networks.c.team_id == team_id).values(**values))

"""Who opened private details of which records, read from the audit: it is the one place where openings are counted."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select

from chatbot.audit.record import audit
from chatbot.kit.database import Tx

VERBS = (
    "bonds.open_donor",
    "hearings.open_private",
    "needs.open_private",
    "stays.open_contact",
    "stays.open_contacts",
    "stays.open_notes",
)
"""What opens details of someone else."""


class Opened(NamedTuple):
    """How many records someone opened."""

    person_id: int
    records: int


async def records_opened(tx: Tx, *, team_id: str, person_id: int, since: datetime) -> set[str]:
    """The records whose details this person has opened since then, each once however often."""
    rows = await tx.all(
        select(audit.c.subject)
        .where(
            audit.c.team_id == team_id,
            audit.c.actor_id == person_id,
            audit.c.at >= since,
            audit.c.verb.in_(VERBS),
        )
        .distinct()
    )
    return {row.subject for row in rows}


async def who_opened(tx: Tx, *, team_id: str, since: datetime, at_least: int) -> list[Opened]:
    """Everyone who has opened the details of so many records since then."""
    number = func.count(audit.c.subject.distinct())
    rows = await tx.all(
        select(audit.c.actor_id, number.label("records"))
        .where(
            audit.c.team_id == team_id,
            audit.c.at >= since,
            audit.c.verb.in_(VERBS),
            audit.c.actor_id.is_not(None),
        )
        .group_by(audit.c.actor_id)
        .having(number >= at_least)
        .order_by(audit.c.actor_id)
    )
    return [Opened(row.actor_id, row.records) for row in rows]

"""Tables and queries of seats. A subject is the thing people sign up for, such as `hearing:12`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import (
    BindParameter,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    bindparam,
    delete,
    select,
    update,
)
from sqlalchemy import text as sql

from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx
from chatbot.people.store import people
from chatbot.signups.model import Roster, SeatRole, Seats, Signup

capacities = Table(
    "capacities",
    metadata,
    Column("team_id", String(32), primary_key=True),
    Column("subject", String(64), primary_key=True),
    Column("role", String(16), primary_key=True),
    Column("minimum", Integer, nullable=False),
    Column("maximum", Integer, nullable=False),
)

signups = Table(
    "signups",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("person_id", RowId, ForeignKey("people.id"), nullable=False),
    Column("role", String(16), nullable=False),
    Column("waiting", Boolean, nullable=False),
    Column("since", Instant, nullable=False),
    Column("ended_at", Instant),
    Index(
        "uq_signups_one_a_person",
        "team_id",
        "subject",
        "person_id",
        unique=True,
        sqlite_where=sql("ended_at IS NULL"),
        postgresql_where=sql("ended_at IS NULL"),
    ),
    Index("ix_signups_person", "team_id", "person_id", "ended_at"),
)


_SUBJECTS: BindParameter[list[str]] = bindparam("subjects", expanding=True)
_CAPACITIES = select(capacities).where(
    capacities.c.team_id == bindparam("team_id"), capacities.c.subject.in_(_SUBJECTS)
)
_PRESENT = (
    select(signups, people.c.name)
    .join(people, people.c.id == signups.c.person_id)
    .where(signups.c.team_id == bindparam("team_id"), signups.c.subject.in_(_SUBJECTS), signups.c.ended_at.is_(None))
    .order_by(signups.c.id)
)


async def set_seats(tx: Tx, team_id: str, subject: str, seats: Mapping[SeatRole, Seats]) -> None:
    """Make these the seats of the subject, and no others."""
    here = (capacities.c.team_id == team_id, capacities.c.subject == subject)
    await tx.execute(delete(capacities).where(*here))
    for role, number in seats.items():
        await tx.insert(
            capacities, team_id=team_id, subject=subject, role=role, minimum=number.minimum, maximum=number.maximum
        )


async def rosters(tx: Tx, team_id: str, subjects: Iterable[str]) -> dict[str, Roster]:
    """The roster of each subject, in two statements however many there are."""
    wanted = list(subjects)
    seats: defaultdict[str, dict[SeatRole, Seats]] = defaultdict(dict)
    for row in await tx.all(_CAPACITIES, team_id=team_id, subjects=wanted):
        seats[row.subject][SeatRole(row.role)] = Seats(minimum=row.minimum, maximum=row.maximum)
    held: defaultdict[str, list[Signup]] = defaultdict(list)
    for row in await tx.all(_PRESENT, team_id=team_id, subjects=wanted):
        held[row.subject].append(
            Signup(
                person_id=row.person_id, name=row.name, role=SeatRole(row.role), waiting=row.waiting, since=row.since
            )
        )
    return {
        subject: Roster(seats=dict(sorted(seats[subject].items(), key=_in_order)), signups=tuple(held[subject]))
        for subject in wanted
    }


async def roster(tx: Tx, team_id: str, subject: str) -> Roster:
    return (await rosters(tx, team_id, [subject]))[subject]


async def add(tx: Tx, team_id: str, subject: str, person_id: int, role: SeatRole, *, waiting: bool) -> None:
    await tx.insert(
        signups, team_id=team_id, subject=subject, person_id=person_id, role=role, waiting=waiting, since=tx.now
    )


async def end(tx: Tx, team_id: str, subject: str, person_id: int) -> None:
    await tx.execute(
        update(signups)
        .where(
            signups.c.team_id == team_id,
            signups.c.subject == subject,
            signups.c.person_id == person_id,
            signups.c.ended_at.is_(None),
        )
        .values(ended_at=tx.now)
    )


async def subjects_of(tx: Tx, team_id: str, person_id: int) -> set[str]:
    """What someone holds a seat in or waits for."""
    rows = await tx.all(
        select(signups.c.subject).where(
            signups.c.team_id == team_id, signups.c.person_id == person_id, signups.c.ended_at.is_(None)
        )
    )
    return {row.subject for row in rows}


def _in_order(entry: tuple[SeatRole, Seats]) -> int:
    return list(SeatRole).index(entry[0])

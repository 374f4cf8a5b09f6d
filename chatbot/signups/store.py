"""Tables and queries of seats. A subject is the thing people sign up for, such as `hearing:12`."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    Row,
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
from chatbot.signups.model import Attendance, Roster, SeatRole, Seats, Signup

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
    Column("day", Date),
    Column("sure_of", Date),
    Column("sure_at", Instant),
    Column("offered_until", Instant),
    Column("told_at", Instant),
    Column("lapsed_at", Instant),
    Column("attendance", String(16)),
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
    Index("ix_signups_day", "day", sqlite_where=sql("ended_at IS NULL"), postgresql_where=sql("ended_at IS NULL")),
    Index(
        "ix_signups_offers",
        "offered_until",
        sqlite_where=sql("offered_until IS NOT NULL"),
        postgresql_where=sql("offered_until IS NOT NULL"),
    ),
)

NO_OFFER = {"offered_until": None, "told_at": None}


_SUBJECTS: BindParameter[list[str]] = bindparam("subjects", expanding=True)
_CAPACITIES = select(capacities).where(
    capacities.c.team_id == bindparam("team_id"), capacities.c.subject.in_(_SUBJECTS)
)
_PRESENT = (
    select(
        signups.c.subject,
        signups.c.person_id,
        people.c.name,
        signups.c.role,
        signups.c.waiting,
        signups.c.since,
        signups.c.offered_until,
        signups.c.told_at.is_not(None),
        signups.c.lapsed_at.is_not(None),
        signups.c.sure_of,
        signups.c.sure_at,
        signups.c.attendance,
        people.c.account.is_not(None),
    )
    .join(people, people.c.id == signups.c.person_id)
    .where(signups.c.team_id == bindparam("team_id"), signups.c.subject.in_(_SUBJECTS), signups.c.ended_at.is_(None))
    .order_by(signups.c.id)
)

_HELD = select(signups.c.subject).where(
    signups.c.team_id == bindparam("team_id"),
    signups.c.person_id == bindparam("person_id"),
    signups.c.ended_at.is_(None),
    signups.c.day.between(bindparam("first"), bindparam("last")),
    signups.c.waiting.is_(False),
    signups.c.subject != bindparam("but"),
)

_PERSON = select(people.c.id).where(people.c.id == bindparam("person_id")).with_for_update(key_share=True)


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
        held[row[0]].append(_signup(row))
    return {
        subject: Roster(seats=dict(sorted(seats[subject].items(), key=_in_order)), signups=tuple(held[subject]))
        for subject in wanted
    }


def _signup(row: Sequence[Any]) -> Signup:
    """A row of `_PRESENT`. It is read by position: a crowd at one card reads its whole line at every press."""
    _, person_id, name, role, waiting, since, until, told, lapsed, sure_of, sure_at, attendance, reachable = row
    return Signup(
        person_id=person_id,
        name=name,
        role=SeatRole(role),
        waiting=waiting,
        since=since,
        offered_until=until,
        told=told,
        lapsed=lapsed,
        sure_of=sure_of,
        sure_at=sure_at,
        attendance=Attendance(attendance) if attendance else None,
        reachable=reachable,
    )


async def add(
    tx: Tx, team_id: str, subject: str, person_id: int, role: SeatRole, *, waiting: bool, day: date | None
) -> None:
    """A seat or a place in line for a subject that is on this day; whoever takes it is sure of that day."""
    await tx.insert(
        signups,
        team_id=team_id,
        subject=subject,
        person_id=person_id,
        role=role,
        waiting=waiting,
        since=tx.now,
        day=day,
        sure_of=day,
        sure_at=tx.now,
    )


async def end(tx: Tx, team_id: str, subject: str, *person_ids: int) -> None:
    await change(tx, team_id, subject, *person_ids, ended_at=tx.now, **NO_OFFER)


async def change(tx: Tx, team_id: str, subject: str, *person_ids: int, **values: Any) -> None:
    """Write this into the rows of these people; of everyone who comes or waits when none is named."""
    here = [signups.c.team_id == team_id, signups.c.subject == subject, signups.c.ended_at.is_(None)]
    if len(person_ids) == 1:
        here.append(signups.c.person_id == person_ids[0])
    elif person_ids:
        here.append(signups.c.person_id.in_(person_ids))
    await tx.execute(update(signups).where(*here).values(**values))


async def let_ask_again(tx: Tx, team_id: str, subject: str, role: SeatRole) -> None:
    """A seat came free: those who let an earlier offer pass are in line for this one as before."""
    await tx.execute(
        update(signups)
        .where(
            signups.c.team_id == team_id,
            signups.c.subject == subject,
            signups.c.role == role,
            signups.c.lapsed_at.is_not(None),
            signups.c.ended_at.is_(None),
        )
        .values(lapsed_at=None)
    )


async def hold_person(tx: Tx, person_id: int) -> None:
    """Until the end of the transaction nobody else decides about seats of this person; rows that name them may come."""
    await tx.scalar(_PERSON, person_id=person_id)


async def attended(tx: Tx, team_id: str, kind: str, first: date, before: date) -> list[Row[Any]]:
    """Subject, person, role and day of everyone of whom it is noted that they came to something of this kind."""
    here = (signups.c.team_id == team_id, signups.c.subject.startswith(f"{kind}:"), signups.c.ended_at.is_(None))
    when = (signups.c.day >= first, signups.c.day < before, signups.c.attendance == Attendance.ATTENDED)
    chosen = select(signups.c.subject, signups.c.person_id, signups.c.role, signups.c.day)
    return list(await tx.all(chosen.where(*here, *when).order_by(signups.c.id)))


async def subjects_of(tx: Tx, team_id: str, person_id: int) -> set[str]:
    """What someone holds a seat in or waits for."""
    rows = await tx.all(
        select(signups.c.subject).where(
            signups.c.team_id == team_id, signups.c.person_id == person_id, signups.c.ended_at.is_(None)
        )
    )
    return {row.subject for row in rows}


async def seats_of(tx: Tx, team_id: str, person_id: int, first: date, last: date, *, but: str = "") -> list[str]:
    """The subjects on these days in which someone holds a seat, other than the one named."""
    rows = await tx.all(_HELD, team_id=team_id, person_id=person_id, first=first, last=last, but=but)
    return [row.subject for row in rows]


async def seated_on(tx: Tx, team_id: str, day: date) -> set[int]:
    """Everyone who holds a seat somewhere on this day."""
    here = (signups.c.team_id == team_id, signups.c.day == day, signups.c.waiting.is_(False))
    return {
        row.person_id for row in await tx.all(select(signups.c.person_id).where(*here, signups.c.ended_at.is_(None)))
    }


async def held_between(tx: Tx, first: date, last: date) -> dict[str, list[str]]:
    """By workspace, the subjects on these days in which anybody holds a seat."""
    here = (signups.c.day.between(first, last), signups.c.ended_at.is_(None), signups.c.waiting.is_(False))
    return _by_team(await tx.all(select(signups.c.team_id, signups.c.subject).where(*here).distinct()))


async def with_offers(tx: Tx, *, ended_by: datetime | None = None) -> dict[str, list[str]]:
    """By workspace, the subjects with offers that ended by then, or else with offers that nobody was told of yet."""
    open_offers = signups.c.offered_until.is_not(None)
    which = signups.c.told_at.is_(None) if ended_by is None else signups.c.offered_until <= ended_by
    # Not DISTINCT: for that SQLite reads every seat there ever was.
    found = _by_team(await tx.all(select(signups.c.team_id, signups.c.subject).where(open_offers, which)))
    return {team_id: list(dict.fromkeys(subjects)) for team_id, subjects in found.items()}


def _by_team(rows: Iterable[Row[Any]]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        found[row.team_id].append(row.subject)
    return found


def _in_order(entry: tuple[SeatRole, Seats]) -> int:
    return list(SeatRole).index(entry[0])

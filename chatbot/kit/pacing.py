"""When the next letter may leave: the chat platform's rates, kept for all instances together and across restarts.

The outbox itself is the record: what ended lately, and what is being sent, is what counts against a rate. When the
platform asks to wait, a row of `holds` says until when.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, ColumnElement, Row, String, Table, and_, case, func, not_, or_, select, update

from chatbot.kit.columns import Instant, metadata
from chatbot.kit.database import Tx
from chatbot.kit.outbox import Act, State, outbox

MINUTE = timedelta(minutes=1)
CALLED = (State.SENT, State.UNSURE, State.FAILED)
"""What became of letters for which the platform was called."""

EVERYTHING = "all"
"""Holds back posts and updates alike."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pace:
    """`same_place` lies between two messages in one conversation, and between two updates of one message.

    `posts` and `updates` are those of a whole workspace in any one minute.
    """

    same_place: timedelta
    posts: int
    updates: int

    def most(self, kind: str) -> int:
        return self.updates if kind == Act.UPDATE else self.posts


holds = Table(
    "holds",
    metadata,
    Column("team_id", String(32), primary_key=True),
    Column("kind", String(8), primary_key=True),
    Column("until", Instant, nullable=False),
    Column("fault", String(64), nullable=False),
)

_CHANGES = (Act.UPDATE, Act.DELETE)

_kind = case((outbox.c.act.in_(_CHANGES), Act.UPDATE.value), else_=Act.POST.value)
"""Updates and deletions have a rate of their own; words to people are posts."""


def kind_of(act: Act) -> str:
    return (Act.UPDATE if act in _CHANGES else Act.POST).value


async def hold(tx: Tx, *, team_id: str, kind: str, wait: timedelta, fault: str) -> None:
    """Nothing of this kind leaves before so much time has passed; a longer hold stays."""
    until = tx.now + wait
    if not await tx.insert_new(holds, team_id=team_id, kind=kind, until=until, fault=fault):
        same = (holds.c.team_id == team_id, holds.c.kind == kind, holds.c.until < until)
        await tx.execute(update(holds).where(*same).values(until=until, fault=fault))


def may_leave(now: datetime, pace: Pace) -> ColumnElement[bool]:
    """For a row of the outbox: nothing holds it back but the minute's numbers."""
    other = outbox.alias("other")
    is_update = outbox.c.act == Act.UPDATE
    said = and_(other.c.ended_at > now - pace.same_place, other.c.ended_at <= now, other.c.state.in_(CALLED))
    here = and_(
        not_(is_update),
        other.c.act != Act.UPDATE,
        other.c.team_id == outbox.c.team_id,
        other.c.conversation == outbox.c.conversation,
    )
    this = and_(is_update, other.c.act == Act.UPDATE, other.c.post_id == outbox.c.post_id)
    unsure = and_(here, other.c.state == State.UNSURE, other.c.due_at > now)
    held = and_(
        holds.c.team_id == outbox.c.team_id,
        holds.c.kind.in_((EVERYTHING, _kind)),
        holds.c.until > now,
    )
    blocked = (
        select(other.c.id).where(said, or_(here, this)).exists(),
        select(other.c.id).where(unsure).exists(),
        select(holds.c.until).where(held).exists(),
    )
    return not_(or_(*blocked))


class Allowance:
    """What may still leave in this minute, by workspace and kind."""

    def __init__(self, pace: Pace, spent: Counter[tuple[str, str]]) -> None:
        self._pace = pace
        self._spent = spent

    @classmethod
    async def now(cls, tx: Tx, pace: Pace) -> "Allowance":
        counted = or_(outbox.c.state == State.SENDING, _within_the_minute(tx.now))
        rows = await tx.all(
            select(outbox.c.team_id, _kind.label("kind"), func.count().label("number"))
            .where(counted)
            .group_by(outbox.c.team_id, _kind)
        )
        return cls(pace, Counter({(row.team_id, row.kind): row.number for row in rows}))

    def is_left(self) -> ColumnElement[bool]:
        """For a row of the outbox: its workspace may still send one of its kind."""
        spent = [
            and_(outbox.c.team_id == team, _kind == kind)
            for (team, kind), number in self._spent.items()
            if number >= self._pace.most(kind)
        ]
        return not_(or_(False, *spent))

    def spend(self, rows: Iterable[Row[Any]]) -> list[Row[Any]]:
        """As many of these as may leave, in their order."""
        leaving = []
        for row in rows:
            place = (row.team_id, kind_of(Act(row.act)))
            if self._spent[place] < self._pace.most(place[1]):
                self._spent[place] += 1
                leaving.append(row)
        return leaving


async def next_wait(tx: Tx, pace: Pace) -> timedelta | None:
    """How long until something that waits may be able to leave that cannot now; None when nothing waits.

    It is the next moment at which anything changes: a letter falls due, a pause or a hold is over, a doubt is waited
    out, a minute has passed.
    """
    waiting = select(func.count()).where(outbox.c.state == State.WAITING)
    due = select(func.min(outbox.c.due_at)).where(
        outbox.c.state.in_((State.WAITING, State.UNSURE)), outbox.c.due_at > tx.now
    )
    over = select(func.min(holds.c.until)).where(holds.c.until > tx.now)
    paused = select(func.min(outbox.c.ended_at)).where(
        outbox.c.ended_at > tx.now - pace.same_place, outbox.c.ended_at <= tx.now, outbox.c.state.in_(CALLED)
    )
    counted = select(func.min(outbox.c.ended_at)).where(_within_the_minute(tx.now))
    parts = {"waiting": waiting, "due": due, "over": over, "paused": paused, "counted": counted}
    row = await tx.first(select(*(part.scalar_subquery().label(name) for name, part in parts.items())))
    if row is None or not row.waiting:
        return None
    after = (row.due, row.over, row.paused and row.paused + pace.same_place, row.counted and row.counted + MINUTE)
    return min((moment - tx.now for moment in after if moment is not None), default=None)


def _within_the_minute(now: datetime) -> ColumnElement[bool]:
    return and_(outbox.c.ended_at > now - MINUTE, outbox.c.ended_at <= now, outbox.c.state.in_(CALLED))

"""Queries about the letters that did not simply arrive."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select, update

from chatbot.kit.database import Tx
from chatbot.kit.letters import remember
from chatbot.kit.outbox import Act, State, outbox, posts
from chatbot.people.store import people
from chatbot.undelivered.model import Parked

OURS = "undelivered."
"""How the views of this room begin: nobody is asked about a question."""


def _parked() -> Select[Any]:
    return (
        select(outbox, posts.c.channel, people.c.name.label("to"))
        .outerjoin(posts, posts.c.id == outbox.c.post_id)
        .outerjoin(people, people.c.id == outbox.c.person_id)
        .order_by(outbox.c.id)
    )


async def one(tx: Tx, team_id: str, letter_id: int) -> Parked | None:
    """The letter, whatever became of it."""
    row = await tx.first(_parked().where(outbox.c.team_id == team_id, outbox.c.id == letter_id))
    return _read(row) if row else None


async def held(tx: Tx, team_id: str, letter_id: int) -> Parked | None:
    """The same, and nobody else settles it meanwhile."""
    await tx.first(select(outbox.c.id).where(outbox.c.id == letter_id).with_for_update())
    return await one(tx, team_id, letter_id)


async def open_questions(tx: Tx, team_id: str) -> list[Parked]:
    """What somebody was asked about and nobody has answered yet."""
    asked = (outbox.c.state == State.UNSURE, outbox.c.asked_at.is_not(None))
    return [_read(row) for row in await tx.all(_parked().where(outbox.c.team_id == team_id, *asked))]


async def to_ask(tx: Tx) -> list[Parked]:
    """What must have settled by now, and nobody was asked about."""
    waited = (outbox.c.state == State.UNSURE, outbox.c.due_at <= tx.now, outbox.c.asked_at.is_(None))
    return await _taken(tx, *waited)


async def asked_before(tx: Tx, before: datetime) -> list[Parked]:
    """What somebody was asked about before that moment, without an answer."""
    return await _taken(tx, outbox.c.state == State.UNSURE, outbox.c.asked_at < before)


async def to_tell(tx: Tx) -> list[Parked]:
    """What could not be delivered, and nobody was told."""
    return await _taken(tx, outbox.c.state == State.FAILED, outbox.c.asked_at.is_(None))


async def asked(tx: Tx, letters: Sequence[Parked]) -> None:
    """Somebody was asked, or told, about these."""
    ids = [letter.id for letter in letters]
    await tx.execute(update(outbox).where(outbox.c.id.in_(ids)).values(asked_at=tx.now))


async def send_again(tx: Tx, letter: Parked) -> None:
    """It waits to be sent, as if it had never been."""
    fresh = {"state": State.WAITING, "due_at": tx.now, "ended_at": None, "asked_at": None, "fault": None}
    await tx.execute(update(outbox).where(outbox.c.id == letter.id).values(**fresh))


async def arrived(tx: Tx, letter: Parked, *, how: str, channel: str | None = None, ts: str | None = None) -> int | None:
    """It is there, as `how` says. With the message's `ts` a live message is one again: returns its number then."""
    await tx.execute(
        update(outbox).where(outbox.c.id == letter.id).values(state=State.SENT, ended_at=tx.now, fault=how)
    )
    row = await tx.first(select(outbox.c.act, outbox.c.post_id, outbox.c.blanks).where(outbox.c.id == letter.id))
    if row is None or ts is None:
        return None
    if letter.person_id is not None and channel is not None:
        await remember(tx, letter.team_id, letter.person_id, letter.view, row.blanks, channel=channel, ts=ts)
    if row.act != Act.POST:
        return None
    await tx.execute(update(posts).where(posts.c.id == row.post_id).values(ts=ts, posted_at=letter.since))
    return int(row.post_id)


async def _taken(tx: Tx, *where: ColumnElement[bool]) -> list[Parked]:
    """Those of all workspaces, for this transaction alone."""
    rows = await tx.all(_parked().where(*where).with_for_update(of=outbox, skip_locked=True))
    return [_read(row) for row in rows]


def _read(row: Row[Any]) -> Parked:
    return Parked(
        id=row.id,
        team_id=row.team_id,
        view=row.view,
        state=State(row.state),
        channel=row.channel,
        person_id=row.person_id,
        to=row.to,
        attempts=row.attempts,
        since=row.ended_at or row.created_at,
        fault=row.fault or "",
    )

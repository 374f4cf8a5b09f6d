"""The delivering side of the outbox: taking rows, and writing down what became of them.

A letter is taken with a lease. Whoever dies while sending leaves the lease behind; an update is then simply done again,
since the last state wins, but nobody knows about a post or a word to a person, so those become `unsure`. They are not
sent a second time by themselves: what is unsure is waited out, and then somebody is asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, func, not_, select, true, update

from chatbot.kit import closed
from chatbot.kit.database import Tx
from chatbot.kit.outbox import TAKEN_DOWN, Act, State, outbox, post_subjects, posts
from chatbot.kit.pacing import Allowance, Pace, may_leave

LEASE = timedelta(minutes=2)
"""Longer than any call to Slack is waited for."""

MISTAKE = "mistake"
"""How the fault of a letter begins that could not be drawn; the number of the mistake follows."""

REF = 64
"""Signs of what a message is about."""

SETTLES = timedelta(minutes=2)
"""Longer than the chat platform may take to do what it was asked, when it did not answer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter:
    """One thing to say. `channel` and `ts` are those of the live message, `ts` being None until it is posted."""

    id: int
    team_id: str
    act: Act
    view: str
    ref: str
    blanks: Mapping[str, Any]
    conversation: str
    channel: str | None
    ts: str | None
    post_id: int | None
    person_id: int | None
    attempts: int
    may_repeat: bool
    """Nothing is lost by sending it twice: the last state of an update wins anyway."""


async def take(tx: Tx, most: int, pace: Pace) -> list[Letter]:
    """Up to so many letters that may leave now, leased; at most one a conversation, channels first, then the oldest.

    Hundreds of words to people can be waiting at Slack's pace; a card or a digest must not wait behind them.
    """
    await tx.in_turn("outbox.take")
    allowance = await Allowance.now(tx, pace)
    ahead = (
        select(func.min(outbox.c.id))
        .where(outbox.c.state.in_((State.WAITING, State.SENDING)), not_(_lingers(tx)))
        .group_by(outbox.c.team_id, outbox.c.conversation)
    )
    due = (
        select(outbox, posts.c.ref, posts.c.channel, posts.c.ts)
        .outerjoin(posts, posts.c.id == outbox.c.post_id)
        .where(outbox.c.state == State.WAITING, outbox.c.due_at <= tx.now, outbox.c.id.in_(ahead))
        .where(may_leave(tx.now, pace), allowance.is_left())
        .order_by(outbox.c.person_id.is_not(None), outbox.c.id)
        .limit(most)
        .with_for_update(of=outbox, skip_locked=True)
    )
    letters = [_letter(row, row.attempts + 1) for row in allowance.spend(await tx.all(due))]
    if letters:
        await tx.execute(
            update(outbox)
            .where(outbox.c.id.in_([letter.id for letter in letters]))
            .values(state=State.SENDING, leased_until=tx.now + LEASE, attempts=outbox.c.attempts + 1)
        )
    return letters


async def sent(tx: Tx, letter: Letter, ts: str | None, *, channel: str | None = None) -> None:
    """It arrived, as the message `ts` in `channel`; None where Slack does not tell."""
    if letter.person_id is not None and ts is not None and channel is not None:
        await remember(tx, letter.team_id, letter.person_id, letter.view, letter.blanks, channel=channel, ts=ts)
    if letter.act is Act.POST and letter.post_id is not None:
        await tx.execute(update(posts).where(posts.c.id == letter.post_id).values(ts=ts, posted_at=tx.now))
    if letter.channel is not None:
        await closed.reopen(tx, team_id=letter.team_id, channel=letter.channel)
    await end(tx, letter, State.SENT)


async def taken_down(tx: Tx, letter: Letter, code: str | None = None) -> None:
    """The message is deleted, or can never be, as `code` says. Nobody is asked any more whether it arrived."""
    await tx.execute(update(posts).where(posts.c.id == letter.post_id).values(ts=None, posted_at=None))
    unsure = (outbox.c.post_id == letter.post_id, outbox.c.state == State.UNSURE)
    await tx.execute(update(outbox).where(*unsure).values(state=State.DROPPED, ended_at=tx.now, fault=TAKEN_DOWN))
    await end(tx, letter, State.SENT if code is None else State.DROPPED, code)


async def refused(tx: Tx, letter: Letter, code: str, *, by_channel: bool = False) -> None:
    """It will never be taken, as `code` says; `by_channel` when nothing can be posted into its channel any more."""
    if by_channel and letter.channel is not None:
        await closed.close(tx, team_id=letter.team_id, channel=letter.channel, code=code)
    await end(tx, letter, State.FAILED, code)


async def let_go(tx: Tx, letter: Letter, code: str) -> None:
    """The message is not there any more, so it follows no change from now on."""
    await tx.execute(delete(post_subjects).where(post_subjects.c.post_id == letter.post_id))
    await end(tx, letter, State.DROPPED, code)


async def unsure(tx: Tx, letter: Letter, fault: str) -> None:
    """Nobody knows whether it arrived. Until it must have settled, nothing else goes into its conversation."""
    await tx.execute(
        update(outbox)
        .where(_in_hand(letter))
        .values(state=State.UNSURE, due_at=tx.now + SETTLES, ended_at=tx.now, leased_until=None, fault=fault)
    )


async def end(tx: Tx, letter: Letter, state: State, fault: str | None = None) -> None:
    """Nothing more will be done about it. `fault` is an error code, never a text."""
    await tx.execute(
        update(outbox).where(_in_hand(letter)).values(state=state, ended_at=tx.now, leased_until=None, fault=fault)
    )


async def put_back(tx: Tx, letter: Letter, wait: timedelta, fault: str) -> None:
    """Try again later. An update that newer changes have already asked for again is left to that one, as late."""
    if letter.act is Act.UPDATE:
        newer = and_(outbox.c.post_id == letter.post_id, outbox.c.act == Act.UPDATE, outbox.c.state == State.WAITING)
        if (await tx.execute(update(outbox).where(newer).values(due_at=tx.now + wait))).rowcount:
            await end(tx, letter, State.DROPPED, "superseded")
            return
    await tx.execute(
        update(outbox)
        .where(_in_hand(letter))
        .values(state=State.WAITING, due_at=tx.now + wait, leased_until=None, fault=fault)
    )


async def recover(tx: Tx, *, at_start: bool = False) -> int:
    """Settle what someone was sending when they died: updates wait again, the rest is unsure. Returns how many.

    A lease says how long a sender may still be alive. `at_start` says that no other can be: then none is waited for.
    """
    abandoned = await tx.all(
        select(outbox, posts.c.ref, posts.c.channel, posts.c.ts)
        .outerjoin(posts, posts.c.id == outbox.c.post_id)
        .where(outbox.c.state == State.SENDING, true() if at_start else outbox.c.leased_until < tx.now)
        .with_for_update(of=outbox, skip_locked=True)
    )
    for row in abandoned:
        letter = _letter(row, row.attempts)
        if letter.may_repeat:
            await put_back(tx, letter, timedelta(0), "abandoned")
        else:
            await unsure(tx, letter, "abandoned")
    return len(abandoned)


async def counted(tx: Tx) -> dict[State, int]:
    """How many rows there are in each state."""
    rows = await tx.all(select(outbox.c.state, func.count().label("number")).group_by(outbox.c.state))
    return {State(row.state): row.number for row in rows}


async def remember(
    tx: Tx, team_id: str, person_id: int, view: str, blanks: Mapping[str, Any], *, channel: str, ts: str
) -> None:
    """What was told to a person stands in `channel` as `ts`; its `ref` names every record it may be about."""
    numbers = [f"{name}:{value}" for name, value in blanks.items() if isinstance(value, int)]
    about = " ".join([str(blanks.get("subject", "")), *numbers]).strip()
    ref = about if len(about) <= REF else about[:REF].rpartition(" ")[0]
    row = {"team_id": team_id, "person_id": person_id, "view": view, "ref": ref}
    await tx.insert(posts, channel=channel, ts=ts, posted_at=tx.now, **row)


def _lingers(tx: Tx) -> ColumnElement[bool]:
    """It was written to be said a little later, and holds up nothing until then; what was put back does."""
    later = and_(outbox.c.act == Act.TELL, outbox.c.attempts == 0, outbox.c.due_at > outbox.c.created_at)
    return and_(later, outbox.c.due_at > tx.now)


def _in_hand(letter: Letter) -> ColumnElement[bool]:
    """Its row, unless it waits again or was taken again: what a call that was given up answers says nothing then."""
    return and_(outbox.c.id == letter.id, outbox.c.attempts == letter.attempts, outbox.c.state != State.WAITING)


def _letter(row: Row[Any], attempts: int) -> Letter:
    return Letter(
        id=row.id,
        team_id=row.team_id,
        act=Act(row.act),
        view=row.view,
        ref=row.ref or "",
        blanks=row.blanks,
        conversation=row.conversation,
        channel=row.channel,
        ts=row.ts,
        post_id=row.post_id,
        person_id=row.person_id,
        attempts=attempts,
        may_repeat=row.may_repeat or row.act == Act.UPDATE,
    )

"""What the bot says outside a direct answer, written in the same transaction as the fact it tells.

Three things can be said: `announce` puts a live view into a channel, `changed` brings every message that shows a
subject up to date, `tell` writes to a person. They are rows; a door delivers them later, in order per conversation.
A live view keeps no text: it is drawn from the present state when it is sent, so a row holds no word about anyone.

What was told to a person is remembered beside the live views, with where it stands and which records it is about, so
that it can be taken down like them; it follows no changes.
"""

from collections.abc import Callable, Iterable
from datetime import timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    Row,
    String,
    Table,
    and_,
    bindparam,
    delete,
    false,
    or_,
    select,
    text,
    update,
)

from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx

SOON = timedelta(minutes=1)
"""How long nothing more of its kind has to come up until a word that can wait a moment is said."""

TAKEN_DOWN = "taken down"
"""The fault of a post that nobody waits for any more: should it be there after all, it is to be taken down."""

KEPT = timedelta(days=7)
"""How long it can be seen that something was said."""

PARKED = timedelta(days=30)
"""How long what was not said stands there after somebody was told of it; nobody misses it any more after that."""


class Act(StrEnum):
    POST = "post"
    UPDATE = "update"
    TELL = "tell"
    DELETE = "delete"


class State(StrEnum):
    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    DROPPED = "dropped"
    """What it would have said no longer holds."""
    UNSURE = "unsure"
    """Nobody knows whether it arrived; it is never sent again by itself. From its `due_at` on somebody may be asked."""
    FAILED = "failed"
    """It was refused for good, or could not be drawn."""


posts = Table(
    "posts",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("channel", String(32), nullable=False),
    Column("view", String(64), nullable=False),
    Column("ref", String(64), nullable=False),
    Column("ts", String(32)),
    Column("posted_at", Instant),
    Column("person_id", RowId),
    Index("ix_posts_view_ref", "team_id", "view", "ref"),
    Index("ix_posts_person_id", "person_id"),
)

post_subjects = Table(
    "post_subjects",
    metadata,
    Column("post_id", RowId, ForeignKey("posts.id", ondelete="CASCADE"), primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("subject", String(64), primary_key=True),
    Index("ix_post_subjects_subject", "team_id", "subject"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("team_id", String(32), nullable=False),
    Column("conversation", String(48), nullable=False),
    Column("act", String(8), nullable=False),
    Column("post_id", RowId, ForeignKey("posts.id", ondelete="CASCADE")),
    Column("person_id", RowId),
    Column("view", String(64), nullable=False),
    Column("blanks", JSON, nullable=False),
    Column("state", String(8), nullable=False, default=State.WAITING),
    Column("attempts", Integer, nullable=False, default=0),
    Column("due_at", Instant, nullable=False),
    Column("leased_until", Instant),
    Column("created_at", Instant, nullable=False),
    Column("ended_at", Instant),
    Column("fault", String(64)),
    Column("may_repeat", Boolean, nullable=False, server_default=false()),
    Column("asked_at", Instant),
    Index("ix_outbox_ended_at", "ended_at"),
    Index("ix_outbox_state", "state", "due_at"),
    Index("ix_outbox_conversation", "team_id", "conversation", "id"),
)

one_waiting_update = Index(
    "uq_outbox_one_waiting_update",
    outbox.c.post_id,
    unique=True,
    sqlite_where=text("act = 'update' AND state = 'waiting'"),
    postgresql_where=text("act = 'update' AND state = 'waiting'"),
)


_UNSAID = select(outbox.c.post_id).where(outbox.c.act == Act.POST, outbox.c.state == State.WAITING)
_SHOWING = (
    select(
        posts.c.id,
        posts.c.channel,
        posts.c.view,
        _UNSAID.where(outbox.c.post_id == posts.c.id).exists().label("unsaid"),
    )
    .join(post_subjects, post_subjects.c.post_id == posts.c.id)
    .where(post_subjects.c.team_id == bindparam("team_id"), post_subjects.c.subject == bindparam("subject"))
    .order_by(posts.c.id)
)


class Outbox:
    """The writing side, used by the verbs. `listen` names who is woken once something new is durable."""

    def __init__(self) -> None:
        self._wake: Callable[[], None] = lambda: None

    def listen(self, wake: Callable[[], None]) -> None:
        self._wake = wake

    async def announce(
        self, tx: Tx, *, team_id: str, channel: str, view: str, ref: str, subjects: Iterable[str]
    ) -> int:
        """Put the live view `view` of `ref` into a channel; it follows every change of its `subjects`."""
        post = await tx.number(posts, team_id=team_id, channel=channel, view=view, ref=ref)
        rows = [{"post_id": post, "team_id": team_id, "subject": subject} for subject in dict.fromkeys(subjects)]
        if rows:
            await tx.execute(post_subjects.insert(), rows)
        await self._write(tx, team_id=team_id, conversation=channel, act=Act.POST, post_id=post, view=view, blanks={})
        return post

    async def changed(self, tx: Tx, *, team_id: str, subject: str) -> None:
        """Bring every message that shows `subject` up to date. Many changes before it is sent make one update.

        A message that was not posted yet needs none: it will be drawn from the present state anyway.
        """
        showing = await tx.all(_SHOWING, team_id=team_id, subject=subject)
        # Held, so that none is drawn before this is committed; one that is being drawn just now waits no more.
        held = [post.id for post in showing if post.unsaid]
        if held:
            rows = await tx.all(_UNSAID.where(outbox.c.post_id.in_(held)).with_for_update())
            held = [row.post_id for row in rows]
        for post in showing:
            if post.id not in held:
                await self._update(tx, post, team_id)

    async def redraw(self, tx: Tx, *, post_id: int) -> None:
        """Bring one message up to date: it was found again, and nobody knows which changes it missed."""
        post = await tx.first(select(posts).where(posts.c.id == post_id))
        if post is not None:
            await self._update(tx, post, post.team_id)

    def woken_by(self, tx: Tx) -> None:
        """What waits already may leave once this transaction is durable."""
        tx.after_commit(self._wake)

    async def shows(self, tx: Tx, *, team_id: str, subject: str, also: str) -> None:
        """From now on every message that shows `subject` follows the changes of `also` as well."""
        showing = select(post_subjects.c.post_id).where(
            post_subjects.c.team_id == team_id, post_subjects.c.subject == subject
        )
        for post in await tx.all(showing):
            await tx.insert_new(post_subjects, post_id=post.post_id, team_id=team_id, subject=also)

    async def hand_on(self, tx: Tx, *, team_id: str, view: str, ref: str, to: str, subjects: Iterable[str]) -> None:
        """From now on these subjects stand in the live message `to` and not in `ref` any more.

        `to` is put into the same channel after it, or brought up to date when it is there.
        """
        subjects = list(subjects)
        rows = await tx.all(
            select(posts).where(posts.c.team_id == team_id, posts.c.view == view, posts.c.ref.in_((ref, to)))
        )
        found = {row.ref: row for row in rows}
        moved = (post_subjects.c.post_id == found[ref].id, post_subjects.c.subject.in_(subjects))
        await tx.execute(delete(post_subjects).where(*moved))
        if to not in found:
            await self.announce(tx, team_id=team_id, channel=found[ref].channel, view=view, ref=to, subjects=subjects)
            return
        there = found[to]
        for subject in subjects:
            await tx.insert_new(post_subjects, post_id=there.id, team_id=team_id, subject=subject)
        await self._update(tx, there, team_id)

    async def take_down(self, tx: Tx, post_id: int) -> None:
        """Delete one of our own messages; it follows no changes any more."""
        post = await tx.first(select(posts).where(posts.c.id == post_id))
        if post is None:
            return
        await tx.execute(delete(post_subjects).where(post_subjects.c.post_id == post_id))
        waits = (outbox.c.post_id == post_id, outbox.c.state == State.WAITING)
        await tx.execute(delete(outbox).where(*waits))
        here = {"team_id": post.team_id, "conversation": post.channel, "post_id": post_id, "view": post.view}
        await self._write(tx, act=Act.DELETE, blanks={}, may_repeat=True, **here)

    async def take_back(self, tx: Tx, *, person_id: int) -> None:
        """Delete all that was ever told to someone, and tell them nothing that waits or of which nobody knows."""
        unsaid = (State.WAITING, State.UNSURE, State.FAILED)
        await tx.execute(delete(outbox).where(outbox.c.person_id == person_id, outbox.c.state.in_(unsaid)))
        for post in await tx.all(select(posts.c.id).where(posts.c.person_id == person_id)):
            await self.take_down(tx, post.id)

    async def let_go(self, tx: Tx, *, team_id: str, view: str, ref_prefix: str) -> None:
        """Let the messages of this view whose `ref` begins like this follow no changes any more."""
        old = select(posts.c.id).where(
            posts.c.team_id == team_id, posts.c.view == view, posts.c.ref.startswith(ref_prefix, autoescape=True)
        )
        await tx.execute(delete(post_subjects).where(post_subjects.c.post_id.in_(old)))

    async def tell(
        self, tx: Tx, *, team_id: str, person_id: int, view: str, may_repeat: bool = False, **blanks: str | int
    ) -> None:
        """Write to one person. `blanks` hold codes and numbers of records, never a detail about anyone.

        `may_repeat` says that nobody minds to get it twice; then it is sent again when its fate is not known.
        """
        await self._write(
            tx,
            team_id=team_id,
            conversation=f"person:{person_id}",
            act=Act.TELL,
            person_id=person_id,
            view=view,
            blanks=blanks,
            may_repeat=may_repeat,
        )

    async def tell_soon(self, tx: Tx, *, team_id: str, person_id: int, view: str, **blanks: str | int) -> None:
        """Write to one person once nothing more of this kind has come up for a moment: one word for all of it.

        It says how things are by then. Whatever else they are told does not wait for it.
        """
        here = {"team_id": team_id, "conversation": f"person:{person_id}", "act": Act.TELL, "view": view}
        same = [outbox.c[name] == value for name, value in here.items()]
        # Held, so that it is not drawn before this is committed.
        waiting = select(outbox).where(*same, outbox.c.state == State.WAITING, outbox.c.attempts == 0)
        for row in await tx.all(waiting.with_for_update()):
            if row.blanks == blanks:
                await tx.execute(update(outbox).where(outbox.c.id == row.id).values(due_at=tx.now + SOON))
                return
        await self._write(tx, person_id=person_id, blanks=blanks, due_at=tx.now + SOON, **here)

    async def _update(self, tx: Tx, post: Row[Any], team_id: str) -> None:
        here = {"team_id": team_id, "conversation": post.channel, "post_id": post.id, "view": post.view}
        await self._write(tx, act=Act.UPDATE, blanks={}, **here)

    async def _write(self, tx: Tx, **row: object) -> None:
        whole = {"state": State.WAITING, "attempts": 0, "due_at": tx.now, "created_at": tx.now, **row}
        if row["act"] is Act.UPDATE:
            # The update that waits already is held, so that it is not drawn before this change is committed.
            await tx.insert_or_hold(outbox, one_waiting_update, **whole)
        else:
            await tx.insert(outbox, **whole)
        tx.after_commit(self._wake)


async def forget_gone(tx: Tx, *, team_id: str) -> int:
    """Drop what was known of messages that are not there, once nothing waits to be said about them."""
    spoken_of = select(outbox.c.id).where(outbox.c.post_id == posts.c.id).exists()
    gone = (posts.c.team_id == team_id, posts.c.ts.is_(None), ~spoken_of)
    return (await tx.execute(delete(posts).where(*gone))).rowcount


async def forget_old(tx: Tx) -> int:
    """Drop the rows that ended a week ago, and those that stand there for a month after somebody was told of them."""
    said = and_(outbox.c.state.in_((State.SENT, State.DROPPED)), outbox.c.ended_at < tx.now - KEPT)
    parked = and_(outbox.c.state.in_((State.UNSURE, State.FAILED)), outbox.c.asked_at < tx.now - PARKED)
    return (await tx.execute(delete(outbox).where(or_(said, parked)))).rowcount

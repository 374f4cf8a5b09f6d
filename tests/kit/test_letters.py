"""The delivering side of the outbox: order, leases, and what becomes of a letter whose sender died."""

import asyncio
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select

from chatbot.kit import letters
from chatbot.kit.database import Database, Tx, Work
from chatbot.kit.letters import LEASE, Letter
from chatbot.kit.outbox import Act, Outbox, State, outbox, posts
from chatbot.kit.pacing import next_wait
from tests.fixtures.database import ON_POSTGRESQL, ON_SQLITE, Hand
from tests.fixtures.pace import AT_ONCE

OUTBOX = Outbox()


async def announced(tx: Tx, channel: str = "C1", ref: str = "1") -> int:
    return await OUTBOX.announce(tx, team_id="T1", channel=channel, view="card", ref=ref, subjects=["hearing:1"])


async def changed(tx: Tx) -> None:
    await OUTBOX.changed(tx, team_id="T1", subject="hearing:1")


async def taken(database: Database, most: int = 16) -> list[Letter]:
    return await database.run(lambda tx: letters.take(tx, most, AT_ONCE))


async def arrived(database: Database, letter: Letter) -> None:
    await database.run(lambda tx: letters.sent(tx, letter, "1.0"))


async def states(database: Database) -> list[str]:
    async def read(tx: Tx) -> list[str]:
        return [f"{row.act} {row.state}" for row in await tx.all(select(outbox).order_by(outbox.c.id))]

    return await database.run(read)


async def posted(database: Database) -> None:
    """A card that stands in its channel."""
    await database.run(announced)
    (letter,) = await taken(database)
    await arrived(database, letter)


async def test_letters_of_one_conversation_leave_one_after_the_other(database: Database) -> None:
    for ref in ("1", "2", "3"):
        await database.run(partial(announced, ref=ref))
    left = []
    while letters_now := await taken(database):
        assert len(letters_now) == 1
        assert await taken(database) == []
        await arrived(database, letters_now[0])
        left.append(letters_now[0].ref)
    assert left == ["1", "2", "3"]


async def test_conversations_do_not_wait_for_each_other(database: Database) -> None:
    for channel in ("C1", "C2", "C1", "C3"):
        await database.run(partial(announced, channel=channel))
    assert [letter.channel for letter in await taken(database)] == ["C1", "C2", "C3"]


async def test_no_more_are_taken_than_asked_for(database: Database) -> None:
    for channel in ("C1", "C2", "C3"):
        await database.run(partial(announced, channel=channel))
    assert [letter.channel for letter in await taken(database, most=2)] == ["C1", "C2"]
    assert [letter.channel for letter in await taken(database, most=2)] == ["C3"]


async def test_the_same_conversation_of_two_workspaces_is_two(database: Database) -> None:
    for team in ("T1", "T2"):
        await database.run(partial(OUTBOX.tell, team_id=team, person_id=1, view="hello"))
    assert [letter.team_id for letter in await taken(database)] == ["T1", "T2"]


async def test_a_letter_put_back_waits_and_holds_up_those_behind_it(database: Database, hand: Hand) -> None:
    for ref in ("1", "2"):
        await database.run(partial(announced, ref=ref))
    (letter,) = await taken(database)
    await database.run(lambda tx: letters.put_back(tx, letter, timedelta(minutes=1), "ratelimited"))
    assert await taken(database) == []
    assert await database.run(lambda tx: next_wait(tx, AT_ONCE)) is not None
    hand.move(minutes=1)
    (again,) = await taken(database)
    assert (again.id, again.attempts) == (letter.id, 2)


async def test_an_update_put_back_yields_to_a_newer_one(database: Database) -> None:
    await posted(database)
    await database.run(changed)
    (letter,) = await taken(database)
    await database.run(changed)
    await database.run(lambda tx: letters.put_back(tx, letter, timedelta(minutes=1), "http 500"))
    assert await states(database) == ["post sent", "update dropped", "update waiting"]


@pytest.mark.parametrize(("minutes", "fate"), [(1.9, "sending"), (2.1, "unsure")])
async def test_a_post_whose_sender_died_is_unsure_and_never_sent_by_itself(
    database: Database, hand: Hand, minutes: float, fate: str
) -> None:
    """T8"""
    await database.run(announced)
    await database.run(lambda tx: OUTBOX.tell(tx, team_id="T1", person_id=1, view="hello"))
    assert len(await taken(database)) == 2
    hand.move(minutes=minutes)
    await database.run(letters.recover)
    assert await states(database) == [f"post {fate}", f"tell {fate}"]
    assert await taken(database) == []


async def test_who_starts_alone_does_not_wait_for_the_leases_of_the_dead(database: Database) -> None:
    await database.run(announced)
    await taken(database)
    await database.run(lambda tx: letters.recover(tx, at_start=True))
    assert await states(database) == ["post unsure"]


async def test_an_update_whose_sender_died_is_simply_done_again(database: Database, hand: Hand) -> None:
    await posted(database)
    await database.run(changed)
    (letter,) = await taken(database)
    hand.now += LEASE + timedelta(seconds=1)
    assert await database.run(letters.recover) == 1
    (again,) = await taken(database)
    assert (again.id, again.act, again.ts) == (letter.id, Act.UPDATE, "1.0")


async def test_the_late_answer_of_a_call_given_up_does_not_end_the_update_that_waits_again(
    database: Database, hand: Hand
) -> None:
    await posted(database)
    await database.run(changed)
    (slow,) = await taken(database)
    hand.now += LEASE + timedelta(seconds=1)
    await database.run(letters.recover)
    await database.run(changed)
    await arrived(database, slow)
    assert await states(database) == ["post sent", "update waiting"]


async def test_the_late_answer_of_a_post_given_up_says_that_it_arrived(database: Database, hand: Hand) -> None:
    await database.run(announced)
    (slow,) = await taken(database)
    hand.now += LEASE + timedelta(seconds=1)
    await database.run(letters.recover)
    await arrived(database, slow)
    assert await states(database) == ["post sent"]


async def test_what_was_refused_for_good_holds_up_nobody(database: Database) -> None:
    for ref in ("1", "2"):
        await database.run(partial(announced, ref=ref))
    (letter,) = await taken(database)
    await database.run(lambda tx: letters.end(tx, letter, State.FAILED, "channel_not_found"))
    assert [one.ref for one in await taken(database)] == ["2"]
    assert await database.run(letters.counted) == {State.FAILED: 1, State.SENDING: 1}


@ON_SQLITE
async def test_nothing_waiting_is_never_due(database: Database) -> None:
    assert await database.run(lambda tx: next_wait(tx, AT_ONCE)) is None


class Held:
    """A transaction that does something and then stays open until it is let go."""

    def __init__(self, database: Database, work: Work[object]) -> None:
        self._database, self._work = database, work
        self._done, self._go = asyncio.Event(), asyncio.Event()

    async def __aenter__(self) -> None:
        self._task = asyncio.create_task(self._database.run(self._stay))
        await self._done.wait()

    async def __aexit__(self, *_: object) -> None:
        self._go.set()
        await self._task

    async def _stay(self, tx: Tx) -> None:
        await self._work(tx)
        self._done.set()
        await self._go.wait()


@ON_POSTGRESQL
@pytest.mark.parametrize("already_posted", [True, False])
async def test_a_message_is_not_drawn_while_a_change_it_will_show_is_not_yet_committed(
    database: Database, *, already_posted: bool
) -> None:
    await (posted(database) if already_posted else database.run(announced))
    await database.run(changed)
    async with Held(database, changed):
        assert await taken(database) == []
    assert len(await taken(database)) == 1


@ON_POSTGRESQL
@pytest.mark.parametrize("already_posted", [True, False])
async def test_a_change_while_a_message_is_being_taken_makes_an_update_of_its_own(
    database: Database, *, already_posted: bool
) -> None:
    await (posted(database) if already_posted else database.run(announced))
    await database.run(changed)
    async with Held(database, partial(letters.take, most=16, pace=AT_ONCE)):
        change = asyncio.create_task(database.run(changed))
        await asyncio.sleep(0)
    await change
    assert (await states(database))[-2:] == [f"{'update' if already_posted else 'post'} sending", "update waiting"]


@ON_POSTGRESQL
async def test_two_instances_never_take_the_same_letter_nor_two_of_one_conversation(database: Database) -> None:
    """T8"""
    for number in range(40):
        await database.run(partial(announced, channel=f"C{number % 20}", ref=str(number)))
    found = await asyncio.gather(*(taken(database, most=3) for _ in range(10)))
    ids = [letter.id for letters_of_one in found for letter in letters_of_one]
    channels = [letter.channel for letters_of_one in found for letter in letters_of_one]
    assert len(ids) == len(set(ids))
    assert len(channels) == len(set(channels))


async def test_a_card_does_not_wait_behind_words_to_many_people(database: Database) -> None:
    async def told(tx: Tx, person: int) -> None:
        await OUTBOX.tell(tx, team_id="T1", person_id=person, view="cancelled", hearing=1)

    for person in range(1, 6):
        await database.run(partial(told, person=person))
    await database.run(announced)
    first, second = await taken(database, 2)
    assert (first.act, second.act) == (Act.POST, Act.TELL)
    assert second.person_id == 1


async def test_a_word_to_a_person_is_remembered_by_place_and_numbers_alone(database: Database) -> None:
    blanks: dict[str, Any] = {"subject": "hearing:7", "day": "2026-03-02", **{f"one{n}": 10**9 + n for n in range(5)}}
    told: dict[str, Any] = {"team_id": "T1", "person_id": 3, "view": "signups.offer", **blanks}
    await database.run(lambda tx: OUTBOX.tell(tx, **told))
    (letter,) = await taken(database)
    await database.run(lambda tx: letters.sent(tx, letter, "1.0", channel="D1"))
    (row,) = await database.run(lambda tx: tx.all(select(posts)))
    assert (row.channel, row.ts, row.person_id, row.view) == ("D1", "1.0", 3, "signups.offer")
    assert row.ref == "hearing:7 one0:1000000000 one1:1000000001 one2:1000000002"

"""The rates hold for all instances together, and a 429 is waited for exactly as long as it says."""

import asyncio
from datetime import timedelta
from functools import partial

import pytest

from chatbot.kit import letters
from chatbot.kit.database import Database, Tx
from chatbot.kit.letters import SETTLES, Letter
from chatbot.kit.outbox import Act, Outbox
from chatbot.kit.pacing import EVERYTHING, Pace, hold, next_wait
from tests.fixtures.database import ON_POSTGRESQL, ON_SQLITE, Hand

OUTBOX = Outbox()
SECOND = timedelta(seconds=1)
PACE = Pace(same_place=SECOND, posts=5, updates=3)


async def post(database: Database, channel: str = "C1", *, team: str = "T1", ref: str = "1") -> None:
    await database.run(
        partial(OUTBOX.announce, team_id=team, channel=channel, view="card", ref=ref, subjects=[f"hearing:{ref}"])
    )


async def change(database: Database, ref: str = "1") -> None:
    await database.run(lambda tx: OUTBOX.changed(tx, team_id="T1", subject=f"hearing:{ref}"))


async def taken(database: Database) -> list[Letter]:
    return await database.run(lambda tx: letters.take(tx, 50, PACE))


async def sent(database: Database) -> list[Letter]:
    """Take what may leave and say that it arrived."""

    async def arrive(tx: Tx, leaving: list[Letter]) -> None:
        for letter in leaving:
            await letters.sent(tx, letter, "1.0")

    leaving = await taken(database)
    await database.run(partial(arrive, leaving=leaving))
    return leaving


async def wait(database: Database) -> timedelta | None:
    return await database.run(lambda tx: next_wait(tx, PACE))


async def held(database: Database, kind: str, until: timedelta) -> None:
    await database.run(partial(hold, team_id="T1", kind=kind, wait=until, fault="ratelimited"))


async def test_two_messages_in_one_channel_are_a_second_apart(database: Database, hand: Hand) -> None:
    """T17"""
    for _ in range(2):
        await post(database)
    assert len(await sent(database)) == 1
    assert (await taken(database), await wait(database)) == ([], SECOND)
    hand.now += SECOND - timedelta(microseconds=1)
    assert await taken(database) == []
    hand.now += timedelta(microseconds=1)
    assert len(await taken(database)) == 1


async def test_two_updates_of_one_message_are_a_second_apart_and_those_of_another_do_not_wait(
    database: Database, hand: Hand
) -> None:
    """P3"""
    await post(database, "C1", ref="1")
    await post(database, "C2", ref="2")
    await sent(database)
    for expected in (["C1"], []):
        await change(database)
        assert [letter.channel for letter in await sent(database)] == expected
    await change(database, "2")
    assert [letter.channel for letter in await sent(database)] == ["C2"]
    hand.now += SECOND
    assert [letter.act for letter in await sent(database)] == [Act.UPDATE]


async def test_a_workspace_sends_no_more_in_a_minute_than_it_may(database: Database, hand: Hand) -> None:
    for number in range(8):
        await post(database, f"C{number}")
        await post(database, f"C{number}", team="T2")
    assert len(await sent(database)) == 10
    hand.now += SECOND
    assert (await sent(database), await wait(database)) == ([], timedelta(seconds=59))
    hand.now += timedelta(seconds=59)
    assert len(await sent(database)) == 6


async def test_what_is_being_sent_counts_as_well(database: Database) -> None:
    for number in range(8):
        await post(database, f"C{number}")
    assert (len(await taken(database)), await taken(database)) == (5, [])


async def test_updates_have_a_rate_of_their_own(database: Database, hand: Hand) -> None:
    for number in range(5):
        await post(database, f"C{number}", ref=str(number))
    await sent(database)
    for number in range(5):
        await change(database, str(number))
    assert len(await sent(database)) == 3
    hand.now += timedelta(minutes=1)
    assert len(await sent(database)) == 2


@pytest.mark.parametrize(("kind", "leave"), [("post", [Act.UPDATE]), ("update", [Act.POST]), (EVERYTHING, [])])
async def test_what_slack_asked_to_wait_waits_exactly_so_long(
    database: Database, hand: Hand, kind: str, leave: list[Act]
) -> None:
    """T17"""
    await post(database, "C1")
    await sent(database)
    hand.now += SECOND
    await change(database)
    await post(database, "C2")
    await held(database, kind, timedelta(seconds=30))
    await held(database, kind, timedelta(seconds=10))
    assert [letter.act for letter in await sent(database)] == leave
    hand.now += timedelta(seconds=30, microseconds=-1)
    assert await sent(database) == []
    assert await wait(database) == timedelta(microseconds=1)
    hand.now += timedelta(microseconds=1)
    assert len(await sent(database)) == 2 - len(leave)


async def test_another_workspace_does_not_wait_with_it(database: Database) -> None:
    await held(database, EVERYTHING, timedelta(minutes=1))
    await post(database, team="T2")
    assert len(await taken(database)) == 1


async def test_a_conversation_waits_until_what_is_unsure_in_it_has_settled(database: Database, hand: Hand) -> None:
    """T8"""
    await post(database, "C1", ref="1")
    await sent(database)
    hand.now += SECOND
    await post(database, "C1", ref="2")
    (lost,) = await taken(database)
    await database.run(partial(letters.unsure, letter=lost, fault="TimeoutError"))
    await post(database, "C1", ref="3")
    await post(database, "C2", ref="4")
    assert [letter.ref for letter in await sent(database)] == ["4"]
    hand.now += SETTLES
    assert [letter.ref for letter in await sent(database)] == ["3"]


async def test_a_card_follows_its_hearing_while_another_message_is_unsure(database: Database, hand: Hand) -> None:
    await post(database, "C1", ref="1")
    await sent(database)
    hand.now += SECOND
    await post(database, "C1", ref="2")
    (lost,) = await taken(database)
    await database.run(partial(letters.unsure, letter=lost, fault="TimeoutError"))
    await change(database, "1")
    assert [letter.act for letter in await sent(database)] == [Act.UPDATE]


@ON_SQLITE
async def test_a_clock_that_is_set_back_mutes_nobody(database: Database, hand: Hand) -> None:
    """T16"""
    await post(database)
    await sent(database)
    hand.move(hours=-1)
    await post(database)
    assert len(await taken(database)) == 1


@ON_SQLITE
async def test_nobody_waits_when_nothing_is_to_be_said(database: Database) -> None:
    await post(database)
    await sent(database)
    assert await wait(database) is None


@ON_POSTGRESQL
async def test_ten_instances_together_keep_the_rate_of_one(database: Database) -> None:
    """T17"""
    for number in range(20):
        await post(database, f"C{number}")
    found = await asyncio.gather(*(taken(database) for _ in range(10)))
    assert sum(map(len, found)) == PACE.posts

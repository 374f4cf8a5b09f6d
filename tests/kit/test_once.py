"""What the clock does happens once."""

import asyncio
from datetime import timedelta

from chatbot.bootstrap import Chatbot
from chatbot.kit.database import Database, Tx
from chatbot.kit.once import KEPT, forget_old, once
from tests.fixtures.database import ON_POSTGRESQL, Hand


async def asked(database: Database, what: str, *, team: str = "T1") -> bool:
    async def ask(tx: Tx) -> bool:
        return await once(tx, team_id=team, what=what)

    return await database.run(ask)


async def test_the_first_to_ask_does_it_and_nobody_after_them(database: Database) -> None:
    assert [await asked(database, "remind:1:2026-03-02") for _ in range(3)] == [True, False, False]
    assert await asked(database, "remind:1:2026-03-03")
    assert await asked(database, "remind:1:2026-03-02", team="T2")


async def test_what_was_rolled_back_was_not_done(database: Database) -> None:
    async def fail(tx: Tx) -> None:
        await once(tx, team_id="T1", what="remind")
        raise LookupError

    await asyncio.gather(database.run(fail), return_exceptions=True)
    assert await asked(database, "remind")


@ON_POSTGRESQL
async def test_of_two_instances_that_ask_at_once_one_does_it(chatbot: Chatbot, other_instance: Chatbot) -> None:
    asking = (asked(one.database, "remind") for one in (chatbot, other_instance) * 4)
    assert sum(await asyncio.gather(*asking)) == 1


async def test_a_clock_that_is_set_back_does_not_do_it_again(database: Database, hand: Hand) -> None:
    assert await asked(database, "remind")
    hand.move(hours=-1)
    assert not await asked(database, "remind")


async def test_it_is_remembered_for_longer_than_anything_is_due(database: Database, hand: Hand) -> None:
    await asked(database, "remind")
    hand.move(days=KEPT / timedelta(days=1))
    assert await database.run(forget_old) == 0
    hand.move(minutes=1)
    assert await database.run(forget_old) == 1

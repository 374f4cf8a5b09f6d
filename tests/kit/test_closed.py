"""Channels into which nothing can be posted any more."""

from functools import partial

from chatbot.kit import letters
from chatbot.kit.closed import ClosedChannel, closed
from chatbot.kit.database import Database
from chatbot.kit.letters import Letter
from chatbot.kit.outbox import Outbox
from tests.fixtures.database import MONDAY, ON_SQLITE, Hand
from tests.fixtures.pace import AT_ONCE

OUTBOX = Outbox()


async def posting(database: Database, channel: str = "C1") -> Letter:
    await database.run(
        partial(OUTBOX.announce, team_id="T1", channel=channel, view="card", ref="1", subjects=["hearing:1"])
    )
    (letter,) = await database.run(lambda tx: letters.take(tx, 16, AT_ONCE))
    return letter


async def refused(database: Database, code: str = "is_archived", *, by_channel: bool = True) -> None:
    letter = await posting(database)
    await database.run(partial(letters.refused, letter=letter, code=code, by_channel=by_channel))


async def test_a_channel_that_refuses_is_known_with_the_reason_and_since_when(database: Database, hand: Hand) -> None:
    await refused(database)
    hand.move(minutes=5)
    await refused(database, "not_in_channel")
    assert await database.run(partial(closed, team_id="T1")) == {
        "C1": ClosedChannel(channel="C1", code="is_archived", since=MONDAY)
    }
    assert await database.run(partial(closed, team_id="T2")) == {}


async def test_it_is_open_again_when_a_message_gets_through(database: Database) -> None:
    await refused(database)
    letter = await posting(database)
    await database.run(lambda tx: letters.sent(tx, letter, "1.0"))
    assert await database.run(partial(closed, team_id="T1")) == {}


@ON_SQLITE
async def test_a_message_that_slack_does_not_like_says_nothing_about_its_channel(database: Database) -> None:
    await refused(database, "invalid_blocks", by_channel=False)
    assert await database.run(partial(closed, team_id="T1")) == {}

"""What an operator sees of the outbox."""

from datetime import timedelta
from functools import partial

from chatbot.kit import letters
from chatbot.kit.backlog import backlog
from chatbot.kit.clock import Clock
from chatbot.kit.database import Database
from chatbot.kit.outbox import Outbox
from chatbot.kit.pacing import EVERYTHING, hold
from tests.fixtures.database import Hand
from tests.fixtures.pace import AT_ONCE

OUTBOX = Outbox()


async def shown(database_url: str, hand: Hand) -> list[str]:
    return [line async for line in backlog(database_url, Clock(read=hand.read))]


async def test_with_nothing_to_say_it_says_so(database: Database, database_url: str, hand: Hand) -> None:
    assert await shown(database_url, hand) == ["Nothing waits."]


async def test_what_waits_what_is_held_and_what_did_not_arrive(
    database: Database, database_url: str, hand: Hand
) -> None:
    for channel in ("C1", "C2", "C3"):
        await database.run(
            partial(OUTBOX.announce, team_id="T1", channel=channel, view="card", ref="1", subjects=["hearing:1"])
        )
    lost, refused = await database.run(lambda tx: letters.take(tx, 2, AT_ONCE))
    await database.run(partial(letters.unsure, letter=lost, fault="TimeoutError"))
    await database.run(partial(letters.refused, letter=refused, code="is_archived", by_channel=True))
    await database.run(partial(hold, team_id="T1", kind=EVERYTHING, wait=timedelta(minutes=10), fault="token_revoked"))
    hand.move(minutes=5)
    assert await shown(database_url, hand) == [
        "failed        1  oldest 0:05:00",
        "unsure        1  oldest 0:05:00",
        "waiting       1  oldest 0:05:00",
        "waits    C3 1 since 0:05:00, last fault none",
        "held     all for 0:05:00: token_revoked",
        "closed   C2 for 0:05:00: is_archived",
        "unsure   1 card in C1 for 0:05:00: TimeoutError",
        "failed   2 card in C2 for 0:05:00: is_archived",
    ]

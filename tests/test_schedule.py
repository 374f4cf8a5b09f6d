"""The timetable: everything on it is done at a tick, in order, and stands there in words."""

from chatbot.bootstrap import Chatbot
from chatbot.kit import inbox
from chatbot.kit.i18n import Catalogues
from chatbot.kit.inbox import inbox as table
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import SmallNetwork

pytestmark = ON_SQLITE


async def test_a_tick_with_nothing_due_does_nothing(network: SmallNetwork) -> None:
    before = await network.written_down(), await network.said()
    await network.chatbot.schedule.tick()
    assert (await network.written_down(), await network.said()) == before


async def test_a_tick_forgets_old_events(network: SmallNetwork, hand: Hand) -> None:
    await network.chatbot.database.run(lambda tx: inbox.take(tx, "press-1", "claim"))
    hand.move(days=3)
    await network.chatbot.schedule.tick()
    assert await network.size(table) == 0


async def test_every_entry_says_in_words_when_it_falls_due(chatbot: Chatbot) -> None:
    names = [entry.name for entry in chatbot.schedule.entries]
    assert len(names) == len(set(names))
    assert "digests.send_due" in names
    assert all(Catalogues().tongue("en").say(entry.when).endswith(".") for entry in chatbot.schedule.entries)

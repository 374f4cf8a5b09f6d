"""Private details are opened as the work needs it: whoever opens very many is stopped, and admins hear of it before."""

import pytest

from chatbot.audit.record import audit
from chatbot.audit.record import OPENING
from chatbot.network.refusals import TooManyOpened
from chatbot.people.refusals import NotAllowed
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import SmallNetwork
from tests.sealing.journey import every_room


async def opens(network: SmallNetwork, *codes: str) -> None:
    for code in codes:
        await network.chatbot.hearings.open_details(code, by=network.coordinator)


async def some(network: SmallNetwork, number: int, limit: str = "4") -> list[str]:
    """So many hearings, in a network in which one may open a few a day."""
    await network.chatbot.networks.set_openings({"openings_a_day": limit}, by=network.admin)
    return [(await network.add_hearing(alias=f"{n}", contact="Ask for Tia")).code for n in range(number)]


async def test_as_many_records_as_the_network_says_and_no_more(network: SmallNetwork, hand: Hand) -> None:
    *few, last = await some(network, 5)
    await opens(network, *few)
    with pytest.raises(TooManyOpened):
        await opens(network, last)
    await opens(network, *few)
    assert (await network.chatbot.hearings.open_details(last, by=network.admin)).private is not None
    hand.move(hours=13.9)
    with pytest.raises(TooManyOpened):
        await opens(network, last)
    hand.move(hours=0.2)
    await opens(network, last)


@ON_SQLITE
async def test_admins_hear_once_a_day_of_half_as_many(network: SmallNetwork, hand: Hand) -> None:
    codes = await some(network, 4)
    await network.delivered()
    await opens(network, codes[0], codes[0], codes[0])
    assert await network.chatbot.network_jobs.watch_openings() == 0
    await opens(network, codes[1])
    assert await network.chatbot.network_jobs.watch_openings() == 1
    await opens(network, codes[2])
    assert await network.chatbot.network_jobs.watch_openings() == 0
    (letter,) = await network.delivered()
    assert (letter.view, letter.blanks) == ("openings.many", {"person": network.coordinator.id, "many": 2})
    hand.move(days=1)
    assert await network.chatbot.network_jobs.watch_openings() == 0


@ON_SQLITE
async def test_only_admins_choose_the_limit(network: SmallNetwork) -> None:
    with pytest.raises(NotAllowed):
        await network.chatbot.networks.set_openings({"openings_a_day": "1000"}, by=network.coordinator)
    assert (await network.chatbot.networks.get("T1")).openings_a_day == 40


@ON_SQLITE
async def test_every_room_counts(network: SmallNetwork, hand: Hand) -> None:
    """Whatever the journey through all rooms opened is counted, but a host's own home and a link to a meeting."""
    await every_room(network, hand)
    opened = {row.verb for row in await network.rows(audit.select()) if ".open_" in row.verb}
    assert opened - set(VERBS) == {"events.open_link"}
    assert {"hearings.open_private", "needs.open_private", "stays.open_contacts"} <= opened

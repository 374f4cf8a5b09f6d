"""Private details are opened as the work needs it: whoever opens very many is stopped, and admins hear of it before."""

from datetime import timedelta
from functools import partial

import pytest

from chatbot.audit.record import OPENING, audit, note, opened
from chatbot.audit.store import who_opened
from chatbot.network.refusals import TooManyOpened
from chatbot.people.model import Person
from chatbot.people.refusals import NotAllowed
from tests.events.parts import LINK, added
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


async def opened_by(network: SmallNetwork, person: Person) -> list[str]:
    """The openings of this person, by the audit."""
    lines = await network.rows(audit.select().where(audit.c.actor_id == person.id).order_by(audit.c.id))
    return [line.verb for line in lines if OPENING in line.verb]


@ON_SQLITE
async def test_whatever_opens_counts_in_whichever_room(network: SmallNetwork, hand: Hand) -> None:
    """A link, a suggestion, a report, the reason of a hold. Control: what holds nothing private is open to all."""
    bot, rosa = network.chatbot, network.admin
    hearing = await network.add_hearing()
    await bot.hearings.claim(hearing.code, by=network.ana)
    meeting = await added(network, link=LINK, closed=True, day=network.day(5))
    picnic = await added(network, day=network.day(5))
    suggestion = await bot.suggesting.suggest("", {"words": "Please add the clinic"}, by=network.ana)
    await bot.networks.set_openings({"openings_a_day": "3"}, by=rosa)
    hand.move(days=2)
    await bot.reporting.open_to_report(hearing.code, by=network.ana)
    await bot.reporting.report(hearing.code, {"ending": "happened", "note": "She asked for water"}, by=network.ana)
    await bot.holds.begin(reason="", by=rosa)
    await bot.holds.open_standing(by=rosa)
    await bot.holds.lift(by=rosa)
    await bot.events.open_details(picnic.code, by=rosa)
    assert await opened_by(network, rosa) == await opened_by(network, network.ana) == []

    await bot.events.open_details(meeting.code, by=rosa)
    await bot.suggesting.open(suggestion.id, by=rosa)
    await bot.reporting.open_to_report(hearing.code, by=rosa)
    await bot.holds.begin(reason="A court asked for it", by=rosa)
    with pytest.raises(TooManyOpened):
        await bot.holds.open_standing(by=rosa)
    assert await opened_by(network, rosa) == ["events.open_link", "resources.open_suggestion", "hearings.open_report"]


@ON_SQLITE
async def test_a_report_is_corrected_without_reading_it_once_its_private_part_is_closed(
    network: SmallNetwork, hand: Hand
) -> None:
    hearing = await network.add_hearing()
    await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    hand.move(days=3)
    await network.chatbot.reporting.report(hearing.code, {"ending": "happened", "note": "Tired"}, by=network.ana)
    assert (await network.chatbot.reporting.open_to_report(hearing.code, by=network.ana))[1] is not None
    hand.move(days=8)
    assert (await network.chatbot.reporting.open_to_report(hearing.code, by=network.ana))[1] is None


@ON_SQLITE
async def test_all_that_the_journey_through_every_room_opens_is_counted(network: SmallNetwork, hand: Hand) -> None:
    await every_room(network, hand)
    lines = [row for row in await network.rows(audit.select()) if OPENING in row.verb]
    assert {"events.open_link", "hearings.open_private", "needs.open_private"} <= {row.verb for row in lines}
    since = hand.now - timedelta(days=9)
    counted = await network.chatbot.database.run(partial(who_opened, team_id="T1", since=since, at_least=1))
    assert {one.person_id: one.records for one in counted} == {
        who: len({row.subject for row in lines if row.actor_id == who}) for who in {row.actor_id for row in lines}
    }


@ON_SQLITE
async def test_an_opening_is_written_down_where_it_is_counted_and_nowhere_else(network: SmallNetwork) -> None:
    """A verb that forgets to ask whether it was enough for today fails the first time it is called."""
    for write, verb in ((note, "hearings.open_private"), (opened, "hearings.read_private")):
        line = partial(write, team_id="T1", actor_id=network.ana.id, verb=verb, subject="hearing:1")
        with pytest.raises(ValueError, match="opening"):
            await network.chatbot.database.run(line)

"""Finding somebody who comes instead, with a real database."""

import asyncio
from typing import Any

import pytest

from chatbot.people.model import Person
from chatbot.signups.cover.model import Cover
from chatbot.signups.cover.refusals import CoverOver
from chatbot.signups.model import SeatRole
from chatbot.signups.refusals import NoSeat
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import SmallNetwork


async def seeks(network: SmallNetwork, role: SeatRole = SeatRole.COMPANION, **typed: Any) -> Cover:
    """Ana, or Mei as the lead, has a seat in H101 and looks for cover."""
    await network.add_hearing(companions="1", roles=("lead",), **typed)
    who = network.lead if role is SeatRole.LEAD else network.ana
    await network.chatbot.signups.claim("H101", role, by=who)
    await network.chatbot.covers.ask("H101", by=who)
    return await cover(network)


async def cover(network: SmallNetwork) -> Cover:
    found = await network.chatbot.covers.get(1, team_id="T1")
    assert found is not None
    return found[0]


async def asked(network: SmallNetwork) -> list[str]:
    return [line.removeprefix("tell signups.cover_asked to ") for line in await network.said() if "cover_asked" in line]


async def prefers(network: SmallNetwork, who: Person, **typed: Any) -> None:
    kinds = ("offers", "cover", "confirmations", "reminders")
    await network.chatbot.people.prefer({"wanted": kinds, **typed}, by=who)


async def test_of_two_who_say_yes_at_once_one_has_the_seat(network: SmallNetwork) -> None:
    found = await seeks(network)
    first, second = [await network.chatbot.people.by_id(team_id="T1", person_id=one) for one in sorted(found.asked)]
    assert first is not None
    assert second is not None
    answers = [network.chatbot.covers.take(1, by=one) for one in (first, second)]
    ends = await asyncio.gather(*answers, return_exceptions=True)
    assert sum(isinstance(one, CoverOver) for one in ends) == 1
    roster = (await network.chatbot.signups.get("H101", team_id="T1")).roster
    assert len(roster.holders(SeatRole.COMPANION)) == 1
    assert roster.of(network.ana.id) is None


@ON_SQLITE
async def test_a_few_are_asked_at_a_time_and_never_the_same_twice(network: SmallNetwork, hand: Hand) -> None:
    await seeks(network)
    before = await asked(network)
    assert len(before) == 2
    assert await network.chatbot.covers.ask_more() == 0
    hand.move(minutes=45)
    assert await network.chatbot.covers.ask_more() == 2
    everyone = await asked(network)
    assert len(set(everyone)) == len(everyone) == 4
    assert "Ana" not in everyone


@ON_SQLITE
async def test_whoever_waits_in_line_is_asked_first_and_then_the_languages_count(network: SmallNetwork) -> None:
    await network.add_hearing(companions="1", languages="Spanish")
    await network.chatbot.signups.claim("H101", by=network.ana)
    await network.chatbot.signups.claim("H101", by=network.cleo)
    await prefers(network, network.ben, speaks="spanish")
    await network.chatbot.covers.ask("H101", by=network.ana)
    assert await asked(network) == ["Cleo", "Ben"]


@ON_SQLITE
async def test_only_those_who_can_and_want_to_are_asked(network: SmallNetwork) -> None:
    await prefers(network, network.ben, wanted=("offers",))
    await prefers(network, network.cleo, minimum_notice="72")
    await prefers(network, network.coordinator, areas=("Merrimack Valley",))
    await seeks(network)
    assert set(await asked(network)) <= {"Rosa", "Luz", "Mei"}


@ON_SQLITE
async def test_a_lead_is_replaced_by_a_lead(network: SmallNetwork) -> None:
    await seeks(network, SeatRole.LEAD)
    assert await asked(network) == ["Rosa"]


@ON_SQLITE
async def test_nobody_is_woken_and_on_the_day_everybody_is_asked(network: SmallNetwork, hand: Hand) -> None:
    hand.move(hours=13)
    found = await seeks(network)
    assert found.asked == frozenset()
    hand.move(hours=9)
    assert await network.chatbot.covers.ask_more() == 2


@ON_SQLITE
async def test_releasing_ends_the_search_and_who_has_no_seat_cannot_begin_one(network: SmallNetwork) -> None:
    await seeks(network)
    await network.chatbot.signups.release("H101", by=network.ana)
    with pytest.raises(CoverOver):
        await network.chatbot.covers.take(1, by=network.ben)
    with pytest.raises(NoSeat):
        await network.chatbot.covers.ask("H101", by=network.ana)

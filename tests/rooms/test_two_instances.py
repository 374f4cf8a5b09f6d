"""Two coordinators in the same second, each at an instance of their own on one PostgreSQL database."""

import asyncio

import pytest

from chatbot.bootstrap import Chatbot
from chatbot.kit.refusal import Refusal
from chatbot.rooms.refusals import BedsTaken, NightsPromised
from chatbot.rooms.stays.refusals import AlreadyAsked
from tests.fixtures.database import ON_POSTGRESQL
from tests.rooms.homes import Homes


@ON_POSTGRESQL
@pytest.mark.parametrize("_round", range(3))
async def test_one_bed_and_two_families_makes_one_promise(homes: Homes, other_instance: Chatbot, _round: int) -> None:
    await homes.offered()
    stays = [await homes.asked() for _ in range(2)]
    answers = await asyncio.gather(
        homes.chatbot.stays.propose(stays[0].code, "R101", by=homes.coordinator),
        other_instance.stays.propose(stays[1].code, "R101", by=homes.network.admin),
        return_exceptions=True,
    )
    assert sorted(isinstance(answer, BedsTaken) for answer in answers) == [False, True]


@ON_POSTGRESQL
async def test_one_family_and_two_rooms_makes_one_promise(homes: Homes, other_instance: Chatbot) -> None:
    await homes.offered()
    await homes.offered(by=homes.network.ben)
    stay = await homes.asked()
    answers = await asyncio.gather(
        homes.chatbot.stays.propose(stay.code, "R101", by=homes.coordinator),
        other_instance.stays.propose(stay.code, "R102", by=homes.network.admin),
        return_exceptions=True,
    )
    assert sorted(isinstance(answer, AlreadyAsked) for answer in answers) == [False, True]


@ON_POSTGRESQL
async def test_a_longer_stay_and_the_next_family_make_one_promise(homes: Homes, other_instance: Chatbot) -> None:
    stay = await homes.agreed(await homes.asked(), await homes.offered())
    next_one = await homes.asked(first=homes.network.day(28), until=homes.network.day(40))
    longer = {"until": homes.network.day(30)}
    answers = await asyncio.gather(
        homes.chatbot.hosting.ask_longer(stay.code, longer, by=homes.coordinator),
        other_instance.stays.propose(next_one.code, "R101", by=homes.network.admin),
        return_exceptions=True,
    )
    assert sorted(isinstance(answer, BedsTaken) for answer in answers) == [False, True]


@ON_POSTGRESQL
async def test_a_night_is_closed_or_promised_but_never_both(homes: Homes, other_instance: Chatbot) -> None:
    await homes.offered()
    stay = await homes.asked()
    nights = {"first": homes.network.day(10), "until": homes.network.day(12)}
    answers = await asyncio.gather(
        homes.chatbot.rooms.close_nights("R101", nights, by=homes.network.ana),
        other_instance.stays.propose(stay.code, "R101", by=homes.network.admin),
        return_exceptions=True,
    )
    assert sum(isinstance(answer, Refusal) for answer in answers) == 1
    assert not isinstance(answers[0], BaseException) or isinstance(answers[0], NightsPromised)


@ON_POSTGRESQL
async def test_a_yes_that_is_taken_back_in_the_same_second_promises_nothing(
    homes: Homes, other_instance: Chatbot
) -> None:
    await homes.offered()
    stay = await homes.asked()
    await homes.chatbot.stays.propose(stay.code, "R101", by=homes.coordinator)
    answers = await asyncio.gather(
        homes.chatbot.stays.accept(stay.code, by=homes.network.ana),
        other_instance.stays.take_back(stay.code, by=homes.network.admin),
        return_exceptions=True,
    )
    assert not [one for one in answers if isinstance(one, BaseException) and not isinstance(one, Refusal)]
    assert (await homes.again(stay)).match is None

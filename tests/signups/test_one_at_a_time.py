"""One person, two hearings at the same hour, both pressed at once."""

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest

from chatbot.signups import store
from chatbot.signups.model import SeatRole
from chatbot.signups.refusals import SameHour
from tests.fixtures.database import ON_POSTGRESQL
from tests.fixtures.network import SmallNetwork

CODES = ("H101", "H102")


@pytest.fixture
async def network(network: SmallNetwork, monkeypatch: pytest.MonkeyPatch) -> SmallNetwork:
    """Two hearings at the same hour; whoever looked what else they hold waits a moment until the other has too."""
    for _ in CODES:
        await network.add_hearing()
    everyone, looks = asyncio.Barrier(2), store.seats_of

    async def together(*args: Any, **named: Any) -> list[str]:
        found = await looks(*args, **named)
        try:
            async with asyncio.timeout(0.3):
                await everyone.wait()
        except TimeoutError:
            pass  # the other has to wait for the person
        return found

    monkeypatch.setattr(store, "seats_of", together)
    return network


async def refused(*presses: Coroutine[Any, Any, Any]) -> int:
    """How many of these presses at once are refused because of the hour."""
    heard = await asyncio.gather(*presses, return_exceptions=True)
    return sum(isinstance(one, SameHour) for one in heard)


async def seats(network: SmallNetwork) -> int:
    """In how many of the two Ana holds a seat."""
    rosters = [(await network.chatbot.signups.get(code, team_id="T1")).roster for code in CODES]
    return sum(one.of(network.ana.id) is not None for one in rosters)


@ON_POSTGRESQL
async def test_of_two_presses_for_the_same_hour_one_is_refused(network: SmallNetwork) -> None:
    claims = (network.chatbot.signups.claim(code, by=network.ana) for code in CODES)
    assert (await refused(*claims), await seats(network)) == (1, 1)


@ON_POSTGRESQL
async def test_of_a_press_and_a_coordinators_hand_for_the_same_hour_one_is_refused(network: SmallNetwork) -> None:
    signups, companion = network.chatbot.signups, SeatRole.COMPANION
    claim = signups.claim("H101", by=network.ana)
    sign_up = signups.sign_up("H102", companion, person_id=network.ana.id, by=network.coordinator)
    assert (await refused(claim, sign_up), await seats(network)) == (1, 1)


@ON_POSTGRESQL
async def test_control_without_holding_the_person_both_would_be_theirs(
    network: SmallNetwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both look before either takes: nothing but the person's row keeps them apart."""

    async def nobody(*_: object) -> None: ...

    monkeypatch.setattr(store, "hold_person", nobody)
    claims = (network.chatbot.signups.claim(code, by=network.ana) for code in CODES)
    assert (await refused(*claims), await seats(network)) == (0, 2)

"""T20: 400 days with every room, and nothing private is older than its limit and a day."""

import random
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from chatbot.bootstrap.privacy import PARTS
from chatbot.kit.clock import local_date
from chatbot.kit.forgetting import belongs
from chatbot.kit.retention import Private
from tests.events.parts import typed as event_typed
from tests.fixtures.database import Hand
from tests.fixtures.fund import SmallFund
from tests.fixtures.network import EASTERN, SmallNetwork
from tests.fixtures.size import PROOF, quick_or_full
from tests.needs.parts import asked, rider
from tests.rooms.homes import Homes

DAYS = 400
LIMIT = 30
STRIDE = quick_or_full(50, 1)
"""Nights between two looks: all of them before a release."""

PRIVATE: dict[str, Any] = {"contact": "617-555-0123", "attorney": "A. Counsel", "notes": "ring twice"}


async def left_over(network: SmallNetwork, private: Private, before: date) -> int:
    """Rows whose private columns are not empty although their matter was over before that day."""
    due = belongs(private, network.admin.team_id, before=before)
    rows = await network.rows(select(*private.columns).where(due))
    return sum(any(value is not None for value in row) for row in rows)


async def held(network: SmallNetwork) -> int:
    """Private columns of any room that hold something."""
    every = [column for part in PARTS for one in part.private for column in one.columns]
    return sum([len(await network.rows(select(column).where(column.is_not(None)))) for column in every])


async def a_week(network: SmallNetwork, fund: SmallFund, chance: random.Random) -> None:
    """What a network writes down in a week, each room something private."""
    bot, daniel, luz = network.chatbot, network.coordinator, network.ana
    day = network.day(chance.randint(1, 40))
    hearing = await network.add_hearing(day=day, **PRIVATE)
    await bot.hearings.claim(hearing.code, by=luz)
    if chance.random() < 0.3:
        await bot.hearings.cancel(hearing.code, reason="moved away", by=daniel)
    need = await asked(network, day=day, address="12 Elm Street", contact="617-555-0123")
    await rider(network, need.code, address="13 Elm Street")
    if chance.random() < 0.3:
        await bot.needs.finish(need.code, by=daniel)
    homes = Homes(network)
    offer = await homes.offered(until=network.day(30))
    stay = await homes.asked(first=network.day(2), until=network.day(9))
    await bot.stays.propose(stay.code, offer.code, by=daniel)
    await bot.events.add(event_typed(network, day=day, link="https://meet.example.org/secret"), by=daniel)
    gift = {"amount": "20", "donor": "Bea from church, 617-555-0123"}
    await bot.treasury.receive_outside("", gift, key=f"gift-{day}-{chance.random()}", by=fund.treasurer)


@PROOF
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"], indirect=True)
async def test_for_four_hundred_days_nothing_private_is_older_than_its_limit_and_a_day(
    network: SmallNetwork, hand: Hand
) -> None:
    """T20"""
    chance = random.Random(20)
    fund = await SmallFund.of(network)
    forget = next(one for one in network.chatbot.schedule.entries if one.name == "retention.forget").do
    most = 0
    for night in range(0, DAYS, STRIDE):
        if night % 50 == 0 and night < DAYS - 100:
            await a_week(network, fund, chance)
            most = max(most, await held(network))
        hand.move(days=STRIDE)
        await forget()
        today = local_date(hand.now, EASTERN)
        for private in (one for part in PARTS for one in part.private):
            assert await left_over(network, private, today - timedelta(days=LIMIT + 1)) == 0, private.columns[0]
    assert most > 10
    donors_of_this_year = 4
    assert await held(network) <= donors_of_this_year, "receipts are written at the end of the year"


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
async def test_control_without_the_nights_it_would_be_older(network: SmallNetwork, hand: Hand) -> None:
    await network.add_hearing(**PRIVATE)
    hand.move(days=60)
    today = local_date(hand.now, EASTERN)
    found = [
        await left_over(network, private, today - timedelta(days=LIMIT + 1))
        for part in PARTS
        for private in part.private
    ]
    assert sum(found) == 1

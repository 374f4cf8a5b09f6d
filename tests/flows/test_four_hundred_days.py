"""T20: 400 days with every room, and nothing private is older than its limit and a day.

The days are reckoned here by hand from what docs/privacy.md says, and not by asking the program what is over: a rule
that is wrong there, or a column it leaves out, is found.
"""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Column, Table, func, select

from chatbot.actions.store import actions
from chatbot.bonds.store import pledges
from chatbot.clusters.families.store import families
from chatbot.events.model import Reach
from chatbot.events.series.store import event_series
from chatbot.events.store import events
from chatbot.flows.holds.store import legal_holds
from chatbot.hearings.store import hearings
from chatbot.kit.clock import local_date
from chatbot.kit.sealed_rows import columns as sealed_columns
from chatbot.needs.rides.store import need_riders
from chatbot.needs.store import needs
from chatbot.resources.store import resource_suggestions
from chatbot.rooms.stays.store import stays
from chatbot.rooms.store import room_offers
from tests.actions.parts import launched
from tests.clusters.parts import family
from tests.events.parts import added as event_added
from tests.events.parts import typed as event_typed
from tests.fixtures.database import Hand
from tests.fixtures.fund import SmallFund
from tests.fixtures.network import EASTERN, SmallNetwork
from tests.fixtures.size import PROOF, quick_or_full
from tests.needs.parts import asked, rider
from tests.rooms.homes import Homes

DAYS = 400
LIMIT = timedelta(days=30)
AT_THE_LATEST = timedelta(days=1)
STRIDE = quick_or_full(50, 1)
"""Nights between two looks: all of them before a release."""

PRIVATE: dict[str, Any] = {"contact": "617-555-0123", "attorney": "A. Counsel", "notes": "ring twice"}


ONLINE: dict[str, Any] = {"link": "https://meet.example.org/secret", "closed": True}


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """One row with something private, and the day on which its matter is over as docs/privacy.md has it."""

    table: Table
    number: int
    over: date
    goes: bool = True

    @property
    def gone_on(self) -> date:
        """The first of the month after the same month a year later."""
        return (self.over.replace(day=1, year=self.over.year + 1) + timedelta(days=31)).replace(day=1)


@dataclass(kw_only=True)
class Notebook:
    """What a person with a calendar would note down."""

    network: SmallNetwork
    hand: Hand
    written: list[Written] = field(default_factory=list)

    @property
    def today(self) -> date:
        return local_date(self.hand.now, EASTERN)

    async def note(self, table: Table, over: str | date, *, goes: bool = True) -> None:
        """The newest row of the table belongs to a matter that is over on that day."""
        (row,) = await self.network.rows(select(func.max(table.c.id).label("number")))
        day = date.fromisoformat(over) if isinstance(over, str) else over
        self.written.append(Written(table=table, number=row.number, over=day, goes=goes))

    async def faults(self) -> list[str]:
        """What is there too long, or went too early."""
        found = []
        for one in self.written:
            names = [column for column in sealed_columns() if column.table is one.table]
            rows = await self.network.rows(select(one.table.c.id, *names).where(one.table.c.id == one.number))
            held = any(value is not None for row in rows for value in tuple(row)[1:])
            if held and self.today >= one.over + LIMIT + AT_THE_LATEST:
                found.append(f"{one.table} of {one.over} is private still")
            if names and not held and self.today <= one.over + LIMIT:
                found.append(f"{one.table} of {one.over} was wiped early")
            if one.goes and bool(rows) is (self.today >= one.gone_on):
                found.append(f"the record of {one.table} of {one.over}: {len(rows)}")
        return found


async def a_week(book: Notebook, fund: SmallFund, chance: random.Random) -> None:
    """What a network writes down in a week, each room something private."""
    network = book.network
    bot, daniel, luz = network.chatbot, network.coordinator, network.ana
    day = network.day(chance.randint(1, 40))
    hearing, cancelled = await network.add_hearing(day=day, **PRIVATE), chance.random() < 0.3
    await bot.hearings.claim(hearing.code, by=luz)
    if cancelled:
        await bot.hearings.cancel(hearing.code, reason="moved away", by=daniel)
    await book.note(hearings, book.today if cancelled else day)
    need, met = await asked(network, day=day, address="12 Elm Street", contact="617-555-0123"), chance.random() < 0.3
    await rider(network, need.code, address="13 Elm Street")
    if met:
        await bot.needs.finish(need.code, by=daniel)
    await book.note(needs, book.today if met else day)
    await book.note(need_riders, book.today if met else day)
    homes = Homes(network)
    offer = await homes.offered(until=network.day(30))
    await book.note(room_offers, network.day(30))
    stay = await homes.asked(first=network.day(2), until=network.day(9))
    await bot.stays.propose(stay.code, offer.code, by=daniel)
    await book.note(stays, network.day(9))
    await bot.events.add(event_typed(network, day=day, **ONLINE), by=daniel)
    await book.note(events, day)
    gift = {"amount": "20", "donor": "Bea from church, 617-555-0123"}
    await bot.treasury.receive_outside("", gift, key=f"gift-{day}-{chance.random()}", by=fund.treasurer)
    await book.note(pledges, date(book.today.year, 12, 31), goes=False)


async def the_rest(book: Notebook, fund: SmallFund) -> None:
    """What is over as soon as somebody says so, once in the 400 days."""
    network = book.network
    bot, daniel = network.chatbot, network.coordinator
    await bot.suggesting.suggest("", {"words": "Lantern Legal Aid moved to Natick"}, by=network.ana)
    await book.note(resource_suggestions, book.today)
    await bot.families.close((await family(network)).code, by=daniel)
    await book.note(families, book.today)
    await launched(network)
    await book.note(actions, network.day(5))
    first = await event_added(network, repeats="weekly", **ONLINE)
    await bot.events.cancel(first.code, reason="", reach=Reach.LATER, by=daniel)
    await book.note(event_series, book.today)
    drive, gift = await fund.start(), {"amount": "20", "donor": "Bea from church, 617-555-0123"}
    await bot.treasury.receive_outside(drive.code, gift, key="in", by=fund.treasurer)
    (pledge,) = await bot.bonds.pledges(drive.code, by=daniel)
    await bot.treasury.give_back(pledge.id, {}, key="out", by=fund.treasurer)
    await bot.bonds.close(drive.code, reason="he is free", by=daniel)
    await book.note(pledges, book.today, goes=False)
    await bot.holds.begin(reason="A letter from counsel", by=network.admin)
    await bot.holds.lift(by=network.admin)
    await book.note(legal_holds, book.today)


async def held(network: SmallNetwork) -> dict[Column[Any], int]:
    """How often each sealed column of any room holds something."""
    found = {one: len(await network.rows(select(one).where(one.is_not(None)))) for one in sealed_columns()}
    return {column: number for column, number in found.items() if number}


@PROOF
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"], indirect=True)
async def test_for_four_hundred_days_nothing_private_is_older_than_its_limit_and_a_day(
    network: SmallNetwork, hand: Hand
) -> None:
    """T20"""
    chance, book = random.Random(20), Notebook(network=network, hand=hand)
    fund = await SmallFund.of(network)
    forget = next(one for one in network.chatbot.schedule.entries if one.name == "retention.forget").do
    most = 0
    await the_rest(book, fund)
    for night in range(0, DAYS, STRIDE):
        if night % 50 == 0 and night < DAYS - 100:
            await a_week(book, fund, chance)
            most = max(most, len(await held(network)))
            assert await book.faults() == []
        hand.move(days=STRIDE)
        await forget()
        assert await book.faults() == []
    assert most > 10
    assert await held(network) == {}, "nor anything nobody noted down"


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
async def test_control_without_the_nights_everything_would_be_older(network: SmallNetwork, hand: Hand) -> None:
    book = Notebook(network=network, hand=hand)
    await a_week(book, await SmallFund.of(network), random.Random(20))
    hand.move(days=440)
    assert sum("is private still" in fault for fault in await book.faults()) == len(book.written) == 7
    assert sum("the record of" in fault for fault in await book.faults()) == 6

"""The figures of a small network, beside those counted by hand; before and after the records have gone."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import delete

from chatbot.impact.jobs import MONTHLY
from chatbot.impact.model import Period
from chatbot.kit.figures import Figure
from chatbot.kit.outbox import Act
from chatbot.people.refusals import NotAllowed
from chatbot.signups.model import Attendance, SeatRole
from chatbot.signups.store import signups
from tests.clusters.parts import cluster, family
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.fund import SmallFund
from tests.fixtures.network import SmallNetwork
from tests.needs.parts import CAR, asked
from tests.rooms.homes import Homes

MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)

BY_HAND = {
    MARCH: {
        Figure.HEARINGS: 2,  # Ana and Ben at one, Ana at another; to the third nobody came
        Figure.VOLUNTEERS: 3,  # Ana, Ben, and Cleo who drove; Ana hosted as well
        Figure.RAISED: 500_000,
        Figure.NIGHTS: 22,  # from the 10th to the last of March
        Figure.RIDES: 1,
    },
    APRIL: {Figure.BONDED_OUT: 1, Figure.NIGHTS: 4, Figure.VOLUNTEERS: 1},
}


def filled(months: tuple[tuple[date, Any], ...]) -> dict[date, dict[Figure, int]]:
    return {month: {figure: amount for figure, amount in figures.items() if amount} for month, figures in months}


async def came(network: SmallNetwork, code: str, *people: Any, attendance: Attendance = Attendance.ATTENDED) -> None:
    for person in people:
        await network.chatbot.signups.mark(code, person.id, attendance, by=network.coordinator)


async def two_months(network: SmallNetwork, hand: Hand) -> None:
    """Two hearings, a ride, a bond and a room, in March and the first days of April 2026."""
    bot, ana, ben, cleo = network.chatbot, network.ana, network.ben, network.cleo
    blue = await family(network, await cluster(network, "Grace"))
    first = await network.add_hearing(family=blue.code)
    await bot.families.open_now(first.subject, by=network.coordinator)
    second, third = await network.add_hearing(), await network.add_hearing(start="13:00")
    for hearing, person in ((first, ana), (first, ben), (third, ana), (second, network.lead)):
        await bot.hearings.claim(hearing.code, SeatRole.COMPANION, by=person)
    ride = await asked(network)
    await bot.rides.drive(ride.code, CAR, by=cleo)
    homes = Homes(network)
    await homes.agreed(await homes.asked(first=network.day(8), until=network.day(60)), await homes.offered())
    fund = await SmallFund.of(network)
    drive = await fund.paid()
    hand.move(days=4)
    await came(network, first.code, ana, ben)
    await came(network, third.code, ana)
    await came(network, second.code, network.lead, attendance=Attendance.MISSED)
    await came(network, ride.code, cleo)
    await bot.rides.write_trip(ride.code, {"miles": "84"}, by=cleo)  # the same car: still one ride
    hand.move(days=30)  # the fifth of April, in the afternoon: four nights of it are over
    await bot.posted_bonds.mark_released(drive.code, {"on": ""}, by=fund.treasurer)


async def test_the_figures_are_those_counted_by_hand(network: SmallNetwork, hand: Hand) -> None:
    await two_months(network, hand)
    everything = await network.chatbot.impacts.get(Period.ALL, by=network.ana)
    assert filled(everything.months) == BY_HAND
    assert everything.totals[Figure.VOLUNTEERS] == 3, "the most there were in one month, not a sum over months"
    this, last = [await network.chatbot.impacts.get(one, by=network.ana) for one in (Period.MONTH, Period.LAST_MONTH)]
    assert filled(this.months) == {APRIL: BY_HAND[APRIL]}
    assert filled(last.months) == {MARCH: BY_HAND[MARCH]}


async def test_a_cluster_sees_what_its_families_were_given(network: SmallNetwork, hand: Hand) -> None:
    await two_months(network, hand)
    grace = await network.chatbot.impacts.get(Period.ALL, "c101", by=network.ana)
    assert grace.cluster == "Grace"
    assert filled(grace.months) == {MARCH: {Figure.HEARINGS: 1, Figure.VOLUNTEERS: 2}, APRIL: {}}
    parts = await network.chatbot.impacts.by_cluster(Period.ALL, by=network.ana)
    assert [one.cluster for one in parts] == ["", "Grace"]


async def forget(network: SmallNetwork) -> None:
    """What the clock does at night."""
    await next(one for one in network.chatbot.schedule.entries if one.name == "retention.forget").do()


async def test_the_figures_stay_when_the_records_go(network: SmallNetwork, hand: Hand) -> None:
    await two_months(network, hand)
    hand.move(days=450)
    bot = network.chatbot
    before = [filled((await bot.impacts.get(Period.ALL, of, by=network.ana)).months) for of in ("", "C101")]
    assert before[0][MARCH] == BY_HAND[MARCH]
    assert await network.size(signups) > 0
    await forget(network)
    await forget(network)
    assert await network.size(signups) == 0, "control: the records they were counted from are gone"
    after = [filled((await bot.impacts.get(Period.ALL, of, by=network.ana)).months) for of in ("", "C101")]
    assert after == before


async def test_control_without_keeping_them_they_would_be_gone(network: SmallNetwork, hand: Hand) -> None:
    await two_months(network, hand)
    await network.chatbot.database.run(lambda tx: tx.execute(delete(signups)))
    assert filled((await network.chatbot.impacts.get(Period.ALL, by=network.ana)).months) != BY_HAND


@ON_SQLITE
async def test_a_channel_that_asks_for_it_gets_the_month_once(network: SmallNetwork, hand: Hand) -> None:
    bot = network.chatbot
    with pytest.raises(NotAllowed):
        await bot.impacts.follow("C-ALL", by=network.ana)
    assert await bot.impacts.follow("C-ALL", by=network.coordinator)
    assert not await bot.impacts.follow("C-ALL", by=network.coordinator)
    posted: list[str] = []
    for hours in (24 * 29, 21, 1, 24, 24, 24, 24 * 25):  # to March 31, over nine on April 1, and on to the end of April
        hand.move(hours=hours)
        assert await bot.schedule.tick() == []
        posted += [
            f"{letter.ref} in {letter.channel}" for letter in await network.delivered() if letter.view == MONTHLY
        ]
    assert posted == ["2026-03-01 in C-ALL"]
    assert await bot.impacts.unfollow("C-ALL", by=network.coordinator)
    hand.move(days=4)
    await bot.schedule.tick()
    assert not [letter for letter in await network.delivered() if letter.view == MONTHLY and letter.act is Act.POST]

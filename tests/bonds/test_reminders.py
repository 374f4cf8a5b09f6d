"""What the clock does about bonds: in the morning, a few times, and no more once it is settled."""

import pytest

from chatbot.bonds.digest import BondsSection
from chatbot.bonds.reading import Reading as BondsReading
from chatbot.kit.sections import Scope
from chatbot.people.model import Notice
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.fund import SmallFund, key
from tests.fixtures.network import EASTERN, SmallNetwork

pytestmark = ON_SQLITE


@pytest.fixture
async def fund(network: SmallNetwork) -> SmallFund:
    return await SmallFund.of(network)


async def days_told(fund: SmallFund, hand: Hand, days: int, view: str) -> list[int]:
    """On which of the next days somebody was told, the clock ticking twice every morning and evening."""
    told, jobs = [], fund.network.chatbot.bond_jobs
    for day in range(1, days + 1):
        hand.move(days=1)
        before = len([line for line in await fund.network.said() if view in line])
        for _ in range(2):
            await jobs.remind_donors()
            await jobs.remind_treasurers()
        hand.move(hours=8)
        await jobs.remind_donors()
        await jobs.remind_treasurers()
        hand.move(hours=-8)
        after = len([line for line in await fund.network.said() if view in line])
        told += [day] * (after - before)
    return told


async def test_donors_are_reminded_three_times_after_the_day_and_never_again(fund: SmallFund, hand: Hand) -> None:
    drive = await fund.start(due=fund.network.day(1))
    await fund.pledge(drive, "40", by=fund.network.ana)
    # The day is tomorrow, so the day after it is the second from now.
    assert await days_told(fund, hand, 40, "bonds.reminder to Ana") == [2, 9, 23]


async def test_what_came_in_or_was_withdrawn_reminds_nobody(fund: SmallFund, hand: Hand) -> None:
    drive, network = await fund.start(due=fund.network.day(1)), fund.network
    ana = await fund.pledge(drive, "40", by=network.ana)
    await fund.pledge(drive, "50", by=network.ben)
    await fund.pledge(drive, "60", by=network.cleo)
    assert await days_told(fund, hand, 3, "bonds.reminder") == [2, 2, 2]
    await fund.receive(ana)
    await network.chatbot.bonds.withdraw(drive.code, by=network.ben)
    assert await days_told(fund, hand, 30, "bonds.reminder") == [6, 20]


async def test_who_switched_reminders_of_pledges_off_gets_none(fund: SmallFund, hand: Hand) -> None:
    drive = await fund.start(due=fund.network.day(1))
    await fund.pledge(drive, "40", by=fund.network.ana)
    wanted = tuple(one for one in Notice if one is not Notice.PLEDGES)
    await fund.network.chatbot.people.prefer({"wanted": wanted}, by=fund.network.ana)
    assert await days_told(fund, hand, 10, "bonds.reminder") == []


async def test_treasurers_are_reminded_to_file_until_they_have_and_then_to_ask(fund: SmallFund, hand: Hand) -> None:
    drive, posted = await fund.paid(), fund.network.chatbot.posted_bonds
    await posted.mark_cancelled(drive.code, {}, by=fund.treasurer)
    assert "tell bonds.file_refund to Tess" in await fund.network.said()
    assert await days_told(fund, hand, 61, "bonds.file_refund to Tess") == [14, 30, 60]
    await posted.refund_requested(drive.code, {}, by=fund.treasurer)
    assert await days_told(fund, hand, 61, "bonds.file_refund") == []
    await fund.network.chatbot.posted_bonds.refund(drive.code, {"interest": "0"}, key=key(), by=fund.treasurer)
    said = await fund.network.said()
    assert said.count("tell bonds.ask_refund to Tess") == 1
    assert await days_told(fund, hand, 70, "tell bonds.") == []


async def test_the_obligors_address_is_looked_at_every_ninety_days(fund: SmallFund, hand: Hand) -> None:
    drive = await fund.paid()
    assert await days_told(fund, hand, 91, "bonds.review_address to Tess") == [90]
    await fund.network.chatbot.posted_bonds.address_reviewed(drive.code, by=fund.treasurer)
    assert await days_told(fund, hand, 91, "bonds.review_address to Tess") == [90]


async def test_the_digest_tells_what_is_being_raised_and_the_report_what_is_to_be_settled(
    fund: SmallFund, hand: Hand
) -> None:
    network = fund.network
    bond, fees = await fund.start(due=network.day(3)), await fund.start(purpose="fees", amount="300", due="")
    pledge = await fund.pledge(bond, "40", by=network.ana)
    cancelled = await fund.paid()
    await network.chatbot.posted_bonds.mark_cancelled(cancelled.code, {}, by=fund.treasurer)
    reading = BondsReading(network.chatbot.ledger, network.chatbot.networks)
    section, run = BondsSection(reading, network.chatbot.ledger), network.chatbot.database.run
    scope = Scope(team_id="T1", days=7, zone=EASTERN)
    only_fees = Scope(team_id="T1", days=7, zone=EASTERN, kinds=frozenset({"fees"}))
    assert {one.subject for one in await run(lambda tx: section.coming(tx, scope))} == {bond.subject, fees.subject}
    assert [one.subject for one in await run(lambda tx: section.coming(tx, only_fees))] == [fees.subject]
    mine = await run(lambda tx: section.mine(tx, scope, person_id=network.ana.id))
    assert [one.subject for one in mine] == [bond.subject]
    settle = await run(lambda tx: section.to_settle(tx, scope))
    assert [one.subject for one in settle] == [cancelled.subject, "books"]
    hand.move(days=4)
    settle = await run(lambda tx: section.to_settle(tx, scope))
    assert [one.subject for one in settle] == [cancelled.subject, pledge.subject, "books"]

"""What people may pledge, and what they are asked before."""

import asyncio
from datetime import date
from typing import Any

import pytest

from chatbot.bonds.model import Pledged, PledgeState, Rest, State
from chatbot.bonds.refusals import (
    BondTooSmall,
    DriveOver,
    InThePast,
    MoreThanMissing,
    NoPledge,
    NoSuchDrive,
    OddAmount,
    PledgedBefore,
    ReasonMissing,
    ReceivedBefore,
    ShareTooLarge,
    ShareTooSmall,
    StillMoney,
)
from chatbot.kit.money import Money, NoAmount
from chatbot.kit.refusal import Invalid, Refusal
from chatbot.people.refusals import NotAllowed
from tests.fixtures.database import ON_POSTGRESQL, ON_SQLITE, Hand
from tests.fixtures.fund import SmallFund
from tests.fixtures.network import SmallNetwork

CARD = "4111 1111 1111 1111"


@pytest.fixture
async def fund(network: SmallNetwork) -> SmallFund:
    return await SmallFund.of(network)


@ON_SQLITE
async def test_a_drive_gets_a_code_a_card_and_what_is_missing(fund: SmallFund) -> None:
    drive = await fund.start(amount="8,000", share="$2,500")
    assert (drive.code, drive.state) == ("B101", State.RAISING)
    assert (drive.amount, drive.share) == (Money(800_000), Money(250_000))
    assert drive.figures.missing == Money(250_000)
    assert await fund.network.said() == ["post bonds.card"]


@ON_SQLITE
@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ({"amount": "1,499.99"}, BondTooSmall),
        ({"amount": "5,000", "share": "5,001"}, ShareTooLarge),
        ({"due": "2026-03-01"}, InThePast),
        ({"amount": "40,5"}, Invalid),
        ({"link": "http://example.org"}, Invalid),
        ({"link": "https://example.org/a|b"}, Invalid),
        ({"alias": ""}, Invalid),
        ({"story": "Call 617-555-0142"}, Invalid),
        ({"alias": "A123 456 789"}, Invalid),
    ],
)
async def test_a_drive_that_makes_no_sense_is_refused(
    fund: SmallFund, typed: dict[str, str], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        await fund.start(**typed)


@ON_SQLITE
async def test_legal_fees_may_be_small_and_know_no_bond(fund: SmallFund) -> None:
    drive = await fund.start(purpose="fees", amount="300")
    assert (drive.amount, drive.state) == (Money(30_000), State.RAISING)


@ON_SQLITE
async def test_volunteers_start_no_drives(fund: SmallFund) -> None:
    with pytest.raises(NotAllowed):
        await fund.network.chatbot.bonds.start(fund.typed(), by=fund.network.ana)


@ON_SQLITE
async def test_a_pledge_is_promised_not_received(fund: SmallFund) -> None:
    drive = await fund.start()
    pledge = await fund.pledge(drive, "$40", by=fund.network.ana)
    assert (pledge.state, pledge.total) == (PledgeState.PLEDGED, Money(4000))
    now = (await fund.again(drive)).figures
    assert (now.received, now.promised, now.missing) == (Money(0), Money(4000), Money(496_000))
    assert await fund.network.chatbot.bonds.mine(by=fund.network.ana) == [pledge]


@ON_SQLITE
async def test_one_open_pledge_a_person_and_it_can_be_changed_and_withdrawn(fund: SmallFund) -> None:
    drive, ana, bonds = await fund.start(), fund.network.ana, fund.network.chatbot.bonds
    await fund.pledge(drive, "40", by=ana)
    with pytest.raises(PledgedBefore, match="Change your pledge"):
        await fund.pledge(drive, "50", by=ana)
    changed = await bonds.change_pledge(drive.code, "60", anonymous=True, by=ana)
    assert (changed.pledge.total, changed.pledge.anonymous) == (Money(6000), True)
    assert (await bonds.withdraw(drive.code, by=ana)).figures.promised == Money(0)
    with pytest.raises(NoPledge):
        await bonds.withdraw(drive.code, by=ana)
    assert (await fund.pledge(drive, "70", by=ana)).total == Money(7000)


@ON_SQLITE
async def test_once_money_came_in_only_a_treasurer_changes_a_pledge(fund: SmallFund) -> None:
    drive, ana, bonds = await fund.start(), fund.network.ana, fund.network.chatbot.bonds
    pledge = await fund.pledge(drive, "100", by=ana)
    await fund.receive(pledge, amount="30")
    assert (await fund.pledge_again(pledge)).state is PledgeState.PARTLY_RECEIVED
    for tried in (bonds.withdraw(drive.code, by=ana), bonds.change_pledge(drive.code, "10", by=ana)):
        with pytest.raises(ReceivedBefore):
            await tried
    with pytest.raises(PledgedBefore):
        await fund.pledge(drive, "10", by=ana)
    settled = await fund.network.chatbot.treasury.expect_no_more(pledge.id, by=fund.treasurer)
    assert (settled.state, settled.total) == (PledgeState.RECEIVED, Money(3000))
    assert (await fund.again(drive)).figures.missing == Money(497_000)


@ON_SQLITE
async def test_what_the_drive_does_not_need_goes_where_the_donor_says(fund: SmallFund) -> None:
    drive = await fund.start(amount="1,500")
    await fund.pledge(drive, "1,400", by=fund.network.ben)
    with pytest.raises(MoreThanMissing) as asked:
        await fund.pledge(drive, "150", by=fund.network.ana)
    assert (asked.value.missing, asked.value.over) == (Money(10_000), Money(5000))
    ana = await fund.pledge(drive, "150", rest=Rest.FUND, by=fund.network.ana)
    assert (ana.amount, ana.fund_amount) == (Money(10_000), Money(5000))
    await fund.network.chatbot.bonds.withdraw(drive.code, by=fund.network.ana)
    ana = await fund.pledge(drive, "150", rest=Rest.LEAVE, by=fund.network.ana)
    assert (ana.amount, ana.fund_amount) == (Money(10_000), Money(0))
    changed = await fund.network.chatbot.bonds.change_pledge(drive.code, "100", by=fund.network.ana)
    assert changed.drive.figures.missing == Money(0)


@ON_SQLITE
async def test_an_odd_amount_is_asked_about_once_more(fund: SmallFund) -> None:
    drive, network = await fund.start(amount="20,000"), fund.network
    with pytest.raises(OddAmount, match="Is that what you meant"):
        await fund.pledge(drive, "2,500.01", by=network.ana)
    await fund.network.chatbot.bookkeeping.set_policy({"odd_above": "3,000"}, by=fund.treasurer)
    await fund.pledge(drive, "20", by=network.ana)
    await fund.pledge(drive, "40", by=network.ben)
    await fund.pledge(drive, "400.01", by=network.cleo)
    with pytest.raises(OddAmount):
        await fund.pledge(drive, "400.01", by=network.lead)
    assert (await fund.pledge(drive, "400.01", sure=True, by=network.lead)).total == Money(40_001)
    # Another drive, without pledges of its own, compares with what the network gives.
    with pytest.raises(OddAmount):
        await fund.pledge(await fund.start(), "2,200.06", by=network.ana)


@ON_SQLITE
@pytest.mark.parametrize("typed", ["40,5", "-3", "NaN", "1e3", "$0", "ten"])
async def test_an_amount_that_is_none_is_refused_with_a_sentence(fund: SmallFund, typed: str) -> None:
    with pytest.raises(NoAmount):
        await fund.pledge(await fund.start(), typed, by=fund.network.ana)


@ON_SQLITE
async def test_who_wishes_it_stays_nameless_to_all_but_treasurers(fund: SmallFund) -> None:
    drive, network = await fund.start(), fund.network
    await fund.pledge(drive, "40", by=network.ana)
    await fund.pledge(drive, "50", by=network.ben, anonymous=True)
    assert (await fund.again(drive)).donors == ("Ana",)
    seen = await network.chatbot.bonds.pledges(drive.code, by=network.coordinator)
    assert [one.name for one in seen] == ["Ana", ""]
    seen = await network.chatbot.bonds.pledges(drive.code, by=fund.treasurer)
    assert [one.name for one in seen] == ["Ana", "Ben"]
    with pytest.raises(NotAllowed):
        await network.chatbot.bonds.pledges(drive.code, by=network.ana)


@ON_SQLITE
async def test_a_drive_keeps_what_it_has_when_it_is_written_anew(fund: SmallFund) -> None:
    drive, bonds = await fund.start(), fund.network.chatbot.bonds
    await fund.pledge(drive, "1,000", by=fund.network.ana)
    with pytest.raises(ShareTooSmall):
        await bonds.change(drive.code, fund.typed(share="999"), by=fund.network.coordinator)
    changed = await bonds.change(drive.code, fund.typed(share="1,000"), by=fund.network.coordinator)
    assert changed.figures.missing == Money(0)
    with pytest.raises(NoSuchDrive):
        await bonds.change("B999", fund.typed(), by=fund.network.coordinator)


@ON_SQLITE
async def test_a_drive_that_ends_without_a_bond_lets_its_pledges_go(fund: SmallFund) -> None:
    drive, network = await fund.start(), fund.network
    ana = await fund.pledge(drive, "100", by=network.ana)
    await fund.pledge(drive, "50", by=network.ben)
    await fund.receive(ana, amount="10")

    async def close(reason: str) -> Any:
        return await network.chatbot.bonds.close(drive.code, reason=reason, by=network.coordinator)

    with pytest.raises(StillMoney):
        await close("The case was won.")
    await network.chatbot.treasury.roll_over(drive.code, {"to": "general"}, key="r", by=fund.treasurer)
    with pytest.raises(ReasonMissing):
        await close("  ")
    with pytest.raises(Invalid):
        await close(f"Paid with {CARD}")
    assert (await close("The case was won.")).state is State.CLOSED
    assert [line for line in await network.said() if "closed" in line] == [
        "tell bonds.closed to Ana",
        "tell bonds.closed to Ben",
    ]
    with pytest.raises(DriveOver):
        await fund.pledge(drive, "5", by=network.cleo)


@ON_SQLITE
async def test_the_list_begins_with_what_is_due_first(fund: SmallFund, hand: Hand) -> None:
    later, never, soon = [await fund.start(due=day) for day in ("2026-03-20", "", "2026-03-05")]
    paid = await fund.paid()
    bonds, ana = fund.network.chatbot.bonds, fund.network.ana
    page = await bonds.listed(by=ana)
    assert [one.code for one in page.drives] == [soon.code, later.code, never.code, paid.code]
    second = await bonds.listed(size=3, page=9, by=ana)
    assert ([one.code for one in second.drives], second.number, second.pages) == ([paid.code], 2, 2)
    await bonds.close(never.code, reason="Not needed.", by=fund.network.coordinator)
    assert never.code not in [one.code for one in (await bonds.listed(by=ana)).drives]
    assert never.code in [one.code for one in (await bonds.listed(everything=True, by=ana)).drives]
    assert soon.due == date(2026, 3, 5)


@ON_POSTGRESQL
async def test_sixteen_who_pledge_at_once_promise_no_more_than_is_missing(fund: SmallFund) -> None:
    """T15"""
    drive = await fund.start(amount="1,500")
    crowd = await fund.network.crowd(16)
    pledges = [fund.network.chatbot.bonds.pledge(drive.code, "200", by=one) for one in crowd]
    ends = await asyncio.gather(*pledges, return_exceptions=True)
    assert sum(isinstance(end, Pledged) for end in ends) == 7
    assert sum(isinstance(end, MoreThanMissing) for end in ends) == 9
    assert (await fund.again(drive)).figures.promised == Money(140_000)


@ON_SQLITE
@pytest.mark.parametrize("field", ["alias", "story", "link"])
async def test_a_pasted_card_number_is_refused_wherever_a_drive_is_written_down(fund: SmallFund, field: str) -> None:
    typed = f"https://example.org/{CARD.replace(' ', '')}" if field == "link" else f"Card {CARD}"
    with pytest.raises(Invalid) as refused:
        await fund.start(**{field: typed})
    assert list(refused.value.problems) == [field]

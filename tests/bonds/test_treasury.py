"""What treasurers record, take back and pass on."""

import asyncio
from typing import Any

import pytest

from chatbot.bonds.model import Over, PledgeState, Posted, Rest, State
from chatbot.bonds.refusals import (
    ChosenTwice,
    MoreThanMissing,
    MoreThanPledged,
    NoSuchPledge,
    NothingChosen,
    NotYet,
    PledgeEnded,
    ReasonMissing,
    SameFund,
)
from chatbot.kit.money import Money
from chatbot.kit.refusal import Invalid, Refusal
from chatbot.ledger.model import GENERAL, Account
from chatbot.ledger.refusals import KeyTaken, MonthClosed, NoSuchEntry, NotEnough, ReversedBefore
from chatbot.people.refusals import NotAllowed
from tests.fixtures.database import ON_POSTGRESQL, ON_SQLITE, Hand
from tests.fixtures.fund import SmallFund, key
from tests.fixtures.network import SmallNetwork

CARD = "4111-1111-1111-1111"


@pytest.fixture
async def fund(network: SmallNetwork) -> SmallFund:
    return await SmallFund.of(network)


@ON_SQLITE
async def test_money_in_is_spread_over_the_pledges_it_was_recorded_for(fund: SmallFund) -> None:
    drive = await fund.start()
    ana = await fund.pledge(drive, "100", by=fund.network.ana)
    ben = await fund.pledge(drive, "50", by=fund.network.ben)
    await fund.receive(ana, ben, amount="120")
    assert [(await fund.pledge_again(one)).received for one in (ana, ben)] == [Money(10_000), Money(2000)]
    await fund.receive(ben)
    assert (await fund.pledge_again(ben)).state is PledgeState.RECEIVED
    assert [line for line in await fund.network.said() if "received" in line] == [
        "tell bonds.received to Ana",
        "tell bonds.received to Ben",
        "tell bonds.received to Ben",
    ]


@ON_SQLITE
async def test_money_above_a_pledge_goes_where_the_treasurer_says(fund: SmallFund) -> None:
    drive = await fund.start()
    ana = await fund.pledge(drive, "100", by=fund.network.ana)
    with pytest.raises(MoreThanPledged) as asked:
        await fund.receive(ana, amount="130")
    assert asked.value.over == Money(3000)
    await fund.receive(ana, amount="130", over=Over.FUND)
    await fund.receive(ana, amount="20", over=Over.DRIVE)
    assert await fund.holds(Account.BANK, drive.subject) == "120.00"
    assert await fund.holds(Account.BANK, GENERAL) == "30.00"
    assert (await fund.pledge_again(ana)).received == Money(15_000)


@ON_SQLITE
async def test_the_drives_part_of_a_pledge_is_filled_first(fund: SmallFund) -> None:
    drive = await fund.start(amount="1,500")
    ana = await fund.pledge(drive, "2,000", rest=Rest.FUND, by=fund.network.ana)
    await fund.receive(ana, amount="1,600")
    assert await fund.holds(Account.BANK, drive.subject) == "1500.00"
    assert await fund.holds(Account.BANK, GENERAL) == "100.00"
    assert (await fund.again(drive)).state is State.FUNDED


@ON_SQLITE
async def test_what_cannot_be_recorded_is_refused(fund: SmallFund) -> None:
    drive, network = await fund.start(), fund.network
    ana = await fund.pledge(drive, "100", by=network.ana)
    with pytest.raises(NothingChosen):
        await fund.receive()
    with pytest.raises(ChosenTwice):
        await fund.receive(ana, ana)
    with pytest.raises(NotYet):
        await fund.receive(ana, on="2026-03-03")
    with pytest.raises(NoSuchPledge):
        await network.chatbot.treasury.receive({"pledges": ("99",)}, key=key(), by=fund.treasurer)
    with pytest.raises(NotAllowed):
        await network.chatbot.treasury.receive({"pledges": (str(ana.id),)}, key=key(), by=network.coordinator)
    await network.chatbot.bonds.withdraw(drive.code, by=network.ana)
    with pytest.raises(PledgeEnded):
        await fund.receive(ana)
    assert await fund.books() == []


@ON_SQLITE
async def test_money_from_outside_is_a_pledge_whose_donor_is_sealed(fund: SmallFund) -> None:
    drive, treasury = await fund.start(amount="1,500"), fund.network.chatbot.treasury
    typed = {"amount": "1,600", "donor": "First Parish, ask for the sexton"}
    with pytest.raises(MoreThanMissing):
        await treasury.receive_outside(drive.code, typed, key=key(), by=fund.treasurer)
    await treasury.receive_outside(drive.code, typed, over=Over.FUND, key=key(), by=fund.treasurer)
    await treasury.receive_outside(None, {"amount": "25"}, key=key(), by=fund.treasurer)
    assert await fund.holds(Account.BANK, GENERAL) == "125.00"
    (pledge,) = await fund.network.chatbot.bonds.pledges(drive.code, by=fund.treasurer)
    assert (pledge.person_id, pledge.name, pledge.state) == (None, "", PledgeState.RECEIVED)
    assert await treasury.open_donor(pledge.id, by=fund.treasurer) == "First Parish, ask for the sexton"
    assert "Tess bonds.open_donor" in await fund.network.written_down()
    with pytest.raises(NotAllowed):
        await treasury.open_donor(pledge.id, by=fund.network.coordinator)


@ON_SQLITE
@pytest.mark.parametrize("verb", ["donor", "reason"])
async def test_a_pasted_card_number_is_refused_wherever_a_treasurer_writes(fund: SmallFund, verb: str) -> None:
    treasury = fund.network.chatbot.treasury
    await fund.funded()
    typed = {"amount": "25", "donor": f"Visa {CARD}"}
    attempts = {
        "donor": lambda: treasury.receive_outside(None, typed, key=key(), by=fund.treasurer),
        "reason": lambda: treasury.reverse(1, reason=f"Visa {CARD}", key=key(), by=fund.treasurer),
    }
    with pytest.raises(Invalid) as refused:
        await attempts[verb]()
    assert list(refused.value.problems) == [verb]


@ON_SQLITE
async def test_the_same_form_again_has_no_second_effect_and_another_one_of_that_name_is_refused(
    fund: SmallFund,
) -> None:
    """T15"""
    drive = await fund.start()
    ana = await fund.pledge(drive, "100", by=fund.network.ana)
    first = await fund.receive(ana, amount="40", form="view-1")
    again = await fund.receive(ana, amount="40", form="view-1")
    assert again == first
    assert (await fund.pledge_again(ana)).received == Money(4000)
    assert (await fund.network.written_down()).count("Tess bonds.receive 1") == 1
    others: list[dict[str, Any]] = [{"amount": "41"}, {"amount": "40", "on": "2026-03-01"}]
    for other in others:
        with pytest.raises(KeyTaken):
            await fund.receive(ana, form="view-1", **other)


@ON_SQLITE
async def test_money_goes_back_to_its_donor_and_never_more_than_they_gave(fund: SmallFund) -> None:
    drive, treasury = await fund.start(), fund.network.chatbot.treasury
    ana = await fund.pledge(drive, "100", by=fund.network.ana)
    await fund.receive(await fund.pledge(drive, "500", by=fund.network.ben))
    await fund.receive(ana)

    async def back(**typed: str) -> Posted:
        return await treasury.give_back(ana.id, typed, key=key(), by=fund.treasurer)

    await back(amount="30")
    assert (await fund.again(drive)).figures.received == Money(57_000)
    with pytest.raises(NotEnough) as refused:
        await back(amount="70.01")
    assert refused.value.left == Money(7000)
    await back()
    assert (await fund.pledge_again(ana)).state is PledgeState.RETURNED
    with pytest.raises(PledgeEnded):
        await back()
    assert [line for line in await fund.network.said() if "returned" in line] == ["tell bonds.returned to Ana"] * 2


@ON_SQLITE
async def test_a_gift_that_was_rolled_over_goes_back_from_the_general_fund(fund: SmallFund) -> None:
    drive, treasury = await fund.start(), fund.network.chatbot.treasury
    ana = await fund.pledge(drive, "100", by=fund.network.ana)
    await fund.receive(ana)
    await treasury.roll_over(drive.code, {"to": "general", "amount": "80"}, key=key(), by=fund.treasurer)
    await treasury.give_back(ana.id, {}, key=key(), by=fund.treasurer)
    assert await fund.holds(Account.BANK) == "0.00"
    assert await fund.holds(Account.RETURNED, GENERAL) == "80.00"


@ON_SQLITE
async def test_what_is_rolled_over_counts_for_the_drive_that_gets_it(fund: SmallFund) -> None:
    treasury, tess = fund.network.chatbot.treasury, fund.treasurer
    await treasury.receive_outside(None, {"amount": "2,000"}, key=key(), by=tess)
    drive = await fund.start(amount="1,500")
    posted = await treasury.roll_over(None, {"to": drive.code}, key=key(), by=tess)
    assert posted.drives[0].figures.transferred == Money(200_000)
    assert posted.drives[0].state is State.FUNDED
    for typed, refusal in (({"to": drive.code}, SameFund), ({"to": "general", "amount": "2,000.01"}, NotEnough)):
        with pytest.raises(refusal):
            await treasury.roll_over(drive.code, typed, key=key(), by=tess)
    with pytest.raises(NothingChosen):
        await treasury.roll_over(None, {"to": drive.code}, key=key(), by=tess)


async def test_a_number_that_no_entry_can_have_is_no_entry(fund: SmallFund) -> None:
    with pytest.raises(NoSuchEntry):
        await fund.network.chatbot.treasury.reverse(10**17, reason="Made up.", key=key(), by=fund.treasurer)


@ON_SQLITE
async def test_an_entry_is_taken_back_once_and_with_a_reason(fund: SmallFund) -> None:
    drive, treasury = await fund.start(), fund.network.chatbot.treasury
    ana = await fund.pledge(drive, "100", by=fund.network.ana)
    entry = (await fund.receive(ana)).entry

    async def reverse(number: int, reason: str = "Typed twice.") -> Posted:
        return await treasury.reverse(number, reason=reason, key=key(), by=fund.treasurer)

    with pytest.raises(ReasonMissing):
        await reverse(entry.number, " ")
    with pytest.raises(NoSuchEntry):
        await reverse(99)
    taken_back = await reverse(entry.number)
    assert (taken_back.entry.reverses, taken_back.entry.reason) == (entry.number, "Typed twice.")
    assert await fund.books() == []
    for number in (entry.number, taken_back.entry.number):
        with pytest.raises(ReversedBefore):
            await reverse(number)
    now = await fund.pledge_again(ana)
    assert (now.state, now.outstanding) == (PledgeState.PLEDGED, Money(10_000))


@ON_SQLITE
async def test_nothing_is_awaited_from_outside_when_the_money_turned_out_not_to_have_come(fund: SmallFund) -> None:
    drive, treasury = await fund.start(), fund.network.chatbot.treasury
    posted = await treasury.receive_outside(drive.code, {"amount": "50"}, key=key(), by=fund.treasurer)
    await treasury.reverse(posted.entry.number, reason="The check bounced.", key=key(), by=fund.treasurer)
    assert await treasury.to_collect(by=fund.treasurer) == []
    assert (await fund.again(drive)).figures.missing == Money(500_000)


@ON_SQLITE
async def test_money_that_was_spent_since_cannot_be_taken_back(fund: SmallFund) -> None:
    await fund.paid()
    with pytest.raises(NotEnough):
        await fund.network.chatbot.treasury.reverse(1, reason="Wrong.", key=key(), by=fund.treasurer)


@ON_SQLITE
async def test_nothing_is_dated_into_a_closed_month(fund: SmallFund, hand: Hand) -> None:
    drive, treasury = await fund.start(due="2026-05-01"), fund.network.chatbot.treasury
    ana = await fund.pledge(drive, "100", by=fund.network.ana)
    with pytest.raises(NotYet):
        await treasury.close_month({"month": "2026-03"}, by=fund.treasurer)
    hand.move(days=31)
    await treasury.close_month({"month": "2026-03"}, by=fund.treasurer)
    await treasury.close_month({"month": "2026-02"}, by=fund.treasurer)
    with pytest.raises(MonthClosed):
        await fund.receive(ana, on="2026-03-31")
    await fund.receive(ana, on="2026-04-01")


@ON_SQLITE
async def test_what_is_to_be_collected_begins_with_what_is_due_first(fund: SmallFund) -> None:
    later, sooner = await fund.start(due="2026-03-20"), await fund.start(due="2026-03-05")
    await fund.pledge(later, "10", by=fund.network.ana)
    await fund.pledge(sooner, "20", by=fund.network.ben, anonymous=True)
    paid = await fund.pledge(sooner, "30", by=fund.network.ana)
    await fund.receive(paid)
    waiting = await fund.network.chatbot.treasury.to_collect(by=fund.treasurer)
    assert [(one.name, one.outstanding) for one in waiting] == [("Ben", Money(2000)), ("Ana", Money(1000))]


@ON_SQLITE
async def test_the_goal_is_celebrated_once(fund: SmallFund) -> None:
    drive = await fund.funded("1,500")
    posted = await fund.network.chatbot.treasury.reverse(1, reason="Wrong.", key=key(), by=fund.treasurer)
    assert posted.drives[0].state is State.RAISING
    (ana,) = await fund.network.chatbot.bonds.mine(by=fund.network.ana)
    assert (await fund.receive(ana)).drives[0].state is State.FUNDED
    assert (await fund.network.said()).count("post bonds.goal") == 1
    assert (await fund.again(drive)).figures.missing == Money(0)


@ON_POSTGRESQL
async def test_of_sixteen_who_spend_the_last_money_at_once_one_does(fund: SmallFund) -> None:
    """T15"""
    drive = await fund.funded("1,500")
    posted = fund.network.chatbot.posted_bonds
    typed = {"amount": "1,500", "obligor": "O7"}
    ends = await together([posted.mark_paid(drive.code, typed, key=key(), by=fund.treasurer) for _ in range(16)])
    assert sum(isinstance(end, Posted) for end in ends) == 1
    assert sum(isinstance(end, Refusal) for end in ends) == 15
    assert await fund.holds(Account.DEPOSITS) == "1500.00"


@ON_POSTGRESQL
async def test_of_sixteen_that_send_the_same_form_at_once_one_writes(fund: SmallFund) -> None:
    """T15"""
    drive = await fund.start()
    ana = await fund.pledge(drive, "100", by=fund.network.ana)
    ends = await together([fund.receive(ana, amount="40", form="view-1") for _ in range(16)])
    assert {end.entry.number for end in ends} == {1}
    assert (await fund.pledge_again(ana)).received == Money(4000)
    assert (await fund.network.chatbot.ledger.verify("T1")).is_sound


async def together(asks: list[Any]) -> list[Any]:
    return list(await asyncio.gather(*asks, return_exceptions=True))

"""One bond, from the first pledge to the last cent a year later, and the books beside it."""

from typing import Any

import pytest

from chatbot.bonds.model import Drive, Rest, State
from chatbot.bonds.refusals import MoreThanMissing
from chatbot.kit.money import Money
from chatbot.ledger.model import GENERAL, Account
from tests.fixtures.database import Hand
from tests.fixtures.fund import SmallFund, key
from tests.fixtures.network import SmallNetwork


async def test_a_bond_from_the_first_pledge_to_the_refund_a_year_later(network: SmallNetwork, hand: Hand) -> None:
    fund = await SmallFund.of(network)
    bot, tess = network.chatbot, fund.treasurer

    async def figures(drive: Drive) -> str:
        now = (await fund.again(drive)).figures
        return f"{now.received.plain} received, {now.promised.plain} promised, {now.missing.plain} missing"

    async def statement(month: str) -> dict[str, str]:
        told = await bot.bookkeeping.statement({"month": month}, by=tess)
        names = ("before", "came_in", "went_out", "after", "deposited")
        return {name: getattr(told, name).plain for name in names}

    # Monday, March 2, 2026: a bond of $5,000, all of it raised here. Six pledges, one of them anonymous, ...
    drive = await fund.start(story="A father of two waits in detention.", link="https://example.org/give")
    ana = await fund.pledge(drive, "$1,000", by=network.ana)
    ben = await fund.pledge(drive, "500", by=network.ben, anonymous=True)
    cleo = await fund.pledge(drive, "40 USD", by=network.cleo)
    mei = await fund.pledge(drive, "1,500.00", by=network.lead)
    daniel = await fund.pledge(drive, "960", by=network.coordinator)
    assert await figures(drive) == "0.00 received, 4000.00 promised, 1000.00 missing"

    # ... one from a parish that is not in Slack, whose check came with it, ...
    typed = {"amount": "500", "donor": "First Parish, the pastor brings checks"}
    await bot.treasury.receive_outside(drive.code, typed, key=key(), by=tess)
    assert await figures(drive) == "500.00 received, 4000.00 promised, 500.00 missing"

    # ... and one that is too large: $800 where $500 are missing. The other $300 may go to the general fund.
    with pytest.raises(MoreThanMissing) as asked:
        await fund.pledge(drive, "800", by=network.admin)
    assert (asked.value.missing, asked.value.over) == (Money(50_000), Money(30_000))
    rosa = await fund.pledge(drive, "800", by=network.admin, rest=Rest.FUND)
    assert await figures(drive) == "500.00 received, 4500.00 promised, 0.00 missing"
    assert (await fund.again(drive)).donors == ("Ana", "Cleo", "Mei", "Daniel", "Rosa")
    assert (await fund.again(drive)).figures.donors == 7

    # Within the week the money comes in: Mei's in two parts, Ana's and Ben's in one transfer.
    await fund.receive(mei, amount="600")
    await fund.receive(ana, ben, amount="1,500")
    await fund.receive(cleo)
    await fund.receive(daniel)
    await fund.receive(mei)
    assert (await fund.again(drive)).state is State.RAISING
    await fund.receive(rosa)
    assert await figures(drive) == "5000.00 received, 0.00 promised, 0.00 missing"
    assert (await fund.again(drive)).state is State.FUNDED
    assert (await network.said()).count("post bonds.goal") == 1

    async def on(day: str, verb: Any, **typed: Any) -> Drive:
        """The treasurer's verb on that day."""
        then: Drive = await verb(drive.code, {"on": day, **typed}, by=tess)
        return then

    # March 9: the bond is paid by an obligor, and the next day they are out.
    hand.move(days=8)
    paid = {"amount": "5,000", "obligor": "o7", "on": "2026-03-09"}
    (drive,) = (await bot.posted_bonds.mark_paid(drive.code, paid, key=key(), by=tess)).drives
    assert (drive.state, drive.obligor) == (State.PAID, "O7")
    assert (await on("2026-03-10", bot.posted_bonds.mark_released)).state is State.RELEASED
    assert await statement("2026-03") == {
        "before": "0.00",
        "came_in": "5300.00",
        "went_out": "5000.00",
        "after": "300.00",
        "deposited": "5000.00",
    }
    await network.delivered()

    # A year passes; the case ends, and the government cancels the bond. The refund comes on May 3, 2027.
    hand.move(days=419)
    assert (await fund.again(drive)).state is State.ACTIVE
    assert (await on("2027-03-09", bot.posted_bonds.mark_cancelled)).state is State.CANCELLED
    assert "tell bonds.file_refund to Tess" in await network.said()
    assert (await on("2027-03-10", bot.posted_bonds.refund_requested)).state is State.REFUND_REQUESTED
    await bot.bookkeeping.set_rate({"year": "2026", "rate": "3"}, by=tess)
    await bot.bookkeeping.set_rate({"year": "2027", "rate": "2.75%"}, by=tess)
    # March 10 to December 31, 2026: 297 days; 5,000 x 0.03   x 297/365 = 122.0548
    # January 1 to May 3, 2027:      123 days; 5,000 x 0.0275 x 123/365 =  46.3356, together 168.39
    quote = await bot.posted_bonds.quote(drive.code, {"on": "2027-05-03"}, by=tess)
    assert (quote.principal.plain, quote.interest.plain) == ("5000.00", "168.39")
    await bot.posted_bonds.refund(drive.code, {"on": "2027-05-03"}, key=key(), by=tess)
    assert (await fund.again(drive)).state is State.REFUNDED
    assert await fund.holds(Account.DEPOSITS) == "0.00"

    # What came back is rolled over, for the next one.
    await bot.treasury.roll_over(drive.code, {"to": "general", "on": "2027-05-03"}, key=key(), by=tess)
    assert await fund.holds(Account.BANK, drive.subject) == "0.00"
    assert await fund.holds(Account.BANK, GENERAL) == "5468.39"
    assert await statement("2027-05") == {
        "before": "300.00",
        "came_in": "5168.39",
        "went_out": "0.00",
        "after": "5468.39",
        "deposited": "0.00",
    }

    # The totals say the same, by fund and by obligor, and nobody changed anything behind the books' back.
    totals = await bot.bookkeeping.totals(by=tess)
    of_drive = next(one for one in totals.funds if one.code == drive.code)
    assert (of_drive.received.plain, of_drive.interest.plain) == ("5000.00", "168.39")
    assert (of_drive.transferred.plain, of_drive.at_hand.plain) == ("-5168.39", "0.00")
    assert totals.obligors == {}
    assert totals.at_hand.plain == "5468.39"
    verdict = await bot.ledger.verify(tess.team_id)
    assert verdict.is_sound
    assert verdict.head == totals.head

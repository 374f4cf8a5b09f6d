"""A bond's own life: paid, released, cancelled, refunded or lost."""

from typing import Any

import pytest

from chatbot.bonds.model import Drive, State
from chatbot.bonds.refusals import BeforeThat, DriveOver, NoRate, NotNow, NotYet, OnlyForBonds
from chatbot.kit.money import Money
from chatbot.kit.refusal import Invalid, Refusal
from chatbot.ledger.model import Account
from chatbot.ledger.refusals import NotEnough
from chatbot.people.refusals import NotAllowed
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.fund import SmallFund, key
from tests.fixtures.network import SmallNetwork

pytestmark = ON_SQLITE


@pytest.fixture
async def fund(network: SmallNetwork) -> SmallFund:
    return await SmallFund.of(network)


async def paying(fund: SmallFund, drive: Drive, **typed: str) -> Drive:
    typed = {"amount": "5,000", "obligor": "O7", **typed}
    posted = await fund.network.chatbot.posted_bonds.mark_paid(drive.code, typed, key=key(), by=fund.treasurer)
    return posted.drives[0]


async def doing(fund: SmallFund, verb: str, drive: Drive, **typed: str) -> Drive:
    """One of the treasurer's verbs that says how far a bond has come, or moves its money."""
    posted = fund.network.chatbot.posted_bonds
    words: dict[str, Any] = {"key": key()} if verb in ("refund", "breach") else {}
    await getattr(posted, verb)(drive.code, typed, by=fund.treasurer, **words)
    return await fund.again(drive)


async def test_a_bond_is_paid_from_what_the_drive_has_and_no_more(fund: SmallFund) -> None:
    drive = await fund.start()
    await fund.receive(await fund.pledge(drive, "2,000", by=fund.network.ana))
    await fund.network.chatbot.treasury.receive_outside(None, {"amount": "9,000"}, key=key(), by=fund.treasurer)
    with pytest.raises(NotEnough) as refused:
        await paying(fund, drive)
    assert refused.value.left == Money(200_000)
    assert (await paying(fund, drive, amount="2,000")).figures.deposited == Money(200_000)


@pytest.mark.parametrize("obligor", ["Maria Gomez", "Maria", "7", "O7; Maria", ""])
async def test_the_obligor_is_a_reference_never_a_name(fund: SmallFund, obligor: str) -> None:
    drive = await fund.funded()
    with pytest.raises(Invalid) as refused:
        await paying(fund, drive, obligor=obligor)
    assert list(refused.value.problems) == ["obligor"]


async def test_what_stands_with_each_obligor_is_told(fund: SmallFund) -> None:
    await fund.paid("2,000")
    await paying(fund, await fund.funded("3,000"), amount="3,000", obligor="OBL-12")
    totals = await fund.network.chatbot.bookkeeping.totals(by=fund.network.coordinator)
    assert totals.obligors == {"O7": Money(200_000), "OBL-12": Money(300_000)}
    assert totals.deposited == Money(500_000)


async def test_each_state_follows_the_one_before(fund: SmallFund, hand: Hand) -> None:
    drive = await fund.funded()
    for verb in ("mark_released", "mark_cancelled", "refund_requested", "refund", "breach"):
        with pytest.raises(NotNow):
            await doing(fund, verb, drive)
    drive = await paying(fund, drive, on="2026-03-01")
    with pytest.raises(NotNow):
        await paying(fund, drive)
    with pytest.raises(BeforeThat):
        await doing(fund, "mark_released", drive, on="2026-02-28")
    with pytest.raises(NotYet):
        await doing(fund, "mark_released", drive, on="2026-03-03")
    assert (await doing(fund, "mark_released", drive)).state is State.RELEASED
    hand.move(days=30)
    assert (await fund.again(drive)).state is State.ACTIVE
    assert (await doing(fund, "mark_cancelled", drive)).state is State.CANCELLED
    with pytest.raises(BeforeThat):
        await doing(fund, "refund_requested", drive, on="2026-03-31")
    assert (await doing(fund, "refund_requested", drive)).state is State.REFUND_REQUESTED
    assert (await doing(fund, "refund", drive, interest="0")).state is State.REFUNDED
    with pytest.raises(NotNow):
        await doing(fund, "refund", drive)


async def test_a_breach_loses_the_principal(fund: SmallFund) -> None:
    drive = await doing(fund, "breach", await fund.paid())
    assert (drive.state, drive.figures.lost) == (State.BREACHED, Money(500_000))
    assert await fund.holds(Account.DEPOSITS) == "0.00"
    assert await fund.holds(Account.BANK) == "0.00"


async def test_a_refund_brings_what_came_or_what_the_table_says(fund: SmallFund, hand: Hand) -> None:
    typed, by_table = await fund.paid("2,000"), await fund.paid("36,500")
    hand.move(days=10)
    for drive in (typed, by_table):
        await doing(fund, "mark_cancelled", drive)
    assert (await doing(fund, "refund", typed, interest="1.23")).figures.at_hand == Money(200_123)
    with pytest.raises(NoRate):
        await doing(fund, "refund", by_table)
    await fund.network.chatbot.bookkeeping.set_rate({"year": "2026", "rate": "3.00"}, by=fund.treasurer)
    # Ten days of 3 percent on $36,500: 36,500 x 0.03 x 10 / 365 = 30.00.
    assert (await doing(fund, "refund", by_table)).figures.interest == Money(3000)


@pytest.mark.parametrize("rate", ["3.01", "-1", "3,0", "three"])
async def test_a_rate_lies_between_nothing_and_three_percent(fund: SmallFund, rate: str) -> None:
    with pytest.raises(Invalid):
        await fund.network.chatbot.bookkeeping.set_rate({"year": "2026", "rate": rate}, by=fund.treasurer)


@pytest.mark.parametrize(
    ("done", "before"),
    [
        (("mark_released",), State.RAISING),
        (("mark_cancelled",), State.RAISING),
        (("mark_released", "breach"), State.RELEASED),
        (("breach",), State.PAID),
        (("mark_cancelled", "refund"), State.CANCELLED),
        (("mark_cancelled", "refund_requested", "refund"), State.REFUND_REQUESTED),
    ],
)
async def test_a_drive_goes_back_to_where_it_was_when_its_entry_is_reversed(
    fund: SmallFund, done: tuple[str, ...], before: State
) -> None:
    drive = await fund.paid()
    for verb in done:
        await doing(fund, verb, drive, **({"interest": "0"} if verb == "refund" else {}))
    last = (await fund.network.chatbot.bookkeeping.entries(by=fund.treasurer))[0]
    await fund.network.chatbot.treasury.reverse(last.number, reason="Wrong one.", key=key(), by=fund.treasurer)
    now = await fund.again(drive)
    assert now.state is (State.FUNDED if before is State.RAISING else before)
    assert bool(now.obligor) == (before is not State.RAISING)


async def test_fees_are_paid_in_parts_and_know_no_bond(fund: SmallFund) -> None:
    drive = await fund.funded("900", purpose="fees")
    await paying(fund, drive, amount="300", obligor="")
    drive = await paying(fund, drive, amount="600")
    assert (drive.state, drive.figures.spent, drive.obligor) == (State.FUNDED, Money(90_000), "")
    for verb in ("mark_released", "mark_cancelled", "refund", "breach"):
        with pytest.raises(OnlyForBonds):
            await doing(fund, verb, drive)
    await fund.network.chatbot.bonds.close(drive.code, reason="All paid.", by=fund.treasurer)
    with pytest.raises(DriveOver):
        await paying(fund, drive, amount="1")


@pytest.mark.parametrize(
    "verb", ["mark_paid", "mark_released", "mark_cancelled", "refund_requested", "quote", "refund", "breach"]
)
async def test_only_treasurers_say_how_far_a_bond_has_come(fund: SmallFund, verb: str) -> None:
    drive = await fund.paid()
    words = {"key": key()} if verb in ("mark_paid", "refund", "breach") else {}
    for person in (fund.network.ana, fund.network.coordinator, fund.network.admin):
        with pytest.raises(NotAllowed):
            await getattr(fund.network.chatbot.posted_bonds, verb)(drive.code, {}, by=person, **words)


async def test_a_form_about_a_bond_that_is_sent_again_is_done_once(fund: SmallFund) -> None:
    drive, posted = await fund.funded(), fund.network.chatbot.posted_bonds
    typed = {"amount": "5,000", "obligor": "O7"}
    first = await posted.mark_paid(drive.code, typed, key="view-1", by=fund.treasurer)
    assert (await posted.mark_paid(drive.code, typed, key="view-1", by=fund.treasurer)).entry == first.entry
    with pytest.raises(Refusal, match="used for another entry"):
        await posted.mark_paid(drive.code, {**typed, "amount": "4,000"}, key="view-1", by=fund.treasurer)

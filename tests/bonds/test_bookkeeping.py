"""What treasurers read: statements, files for accountants, and the bank beside the books."""

import csv
from io import StringIO

import pytest

from chatbot.bonds.refusals import NoBankTable
from chatbot.kit.money import Money
from chatbot.kit.refusal import Invalid
from chatbot.people.refusals import NotAllowed
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.fund import SmallFund, key
from tests.fixtures.network import SmallNetwork

pytestmark = ON_SQLITE


@pytest.fixture
async def fund(network: SmallNetwork) -> SmallFund:
    return await SmallFund.of(network)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text, newline="")))


async def test_a_statement_shows_one_month_between_what_was_there_before_and_after(fund: SmallFund, hand: Hand) -> None:
    drive = await fund.start(due="2026-05-01")
    ana = await fund.pledge(drive, "100", by=fund.network.ana)
    await fund.receive(ana, amount="30")
    hand.move(days=40)
    await fund.receive(ana, amount="50", on="2026-04-01")
    await fund.network.chatbot.treasury.give_back(ana.id, {"amount": "15"}, key=key(), by=fund.treasurer)
    told = await fund.network.chatbot.bookkeeping.statement({}, by=fund.treasurer)
    shown = [one.plain for one in (told.before, told.came_in, told.went_out, told.after)]
    assert shown == ["30.00", "50.00", "15.00", "65.00"]
    assert [entry.number for entry in told.entries] == [2, 3]
    march = await fund.network.chatbot.bookkeeping.statement({"month": "2026-03"}, by=fund.treasurer)
    assert (march.before, march.after) == (Money(0), Money(3000))
    sheet = await fund.network.chatbot.bookkeeping.statement_sheet({"month": "2026-04"}, by=fund.treasurer)
    assert "at hand after,65.00" in sheet.splitlines()
    with pytest.raises(Invalid):
        await fund.network.chatbot.bookkeeping.statement({"month": "April"}, by=fund.treasurer)


async def test_the_file_for_the_accountant_balances_and_names_nobody(fund: SmallFund) -> None:
    drive = await fund.paid()
    posted = await fund.network.chatbot.treasury.receive_outside(
        None, {"amount": "25", "donor": "First Parish"}, key=key(), by=fund.treasurer
    )
    reason = "=HYPERLINK(0)"
    await fund.network.chatbot.treasury.reverse(posted.entry.number, reason=reason, key=key(), by=fund.treasurer)
    text = await fund.network.chatbot.bookkeeping.export({}, by=fund.treasurer)
    read = rows(text)
    assert len(read) == 8
    assert {row["fund"] for row in read} == {drive.code, "general"}
    sums = {side: sum(round(float(row[side] or 0) * 100) for row in read) for side in ("debit", "credit")}
    assert sums == {"debit": 1_005_000, "credit": 1_005_000}
    assert {row["reason"] for row in read} == {"", f"'{reason}"}
    assert "Parish" not in text
    assert "Ana" not in text
    first = await fund.network.chatbot.bookkeeping.export({"last": "2026-03-01"}, by=fund.treasurer)
    assert rows(first) == []


async def test_the_last_entries_are_shown_newest_first(fund: SmallFund) -> None:
    drive = await fund.paid()
    await fund.funded()
    bookkeeping = fund.network.chatbot.bookkeeping
    assert [one.number for one in await bookkeeping.entries(by=fund.treasurer)] == [3, 2, 1]
    assert [one.number for one in await bookkeeping.entries(code=drive.code, by=fund.treasurer)] == [2, 1]
    with pytest.raises(NotAllowed):
        await bookkeeping.entries(by=fund.network.coordinator)


async def test_the_bank_beside_the_books_matches_proposes_and_writes_nothing(fund: SmallFund) -> None:
    drive, network = await fund.start(), fund.network
    ana = await fund.pledge(drive, "100", by=network.ana)
    ben = await fund.pledge(drive, "40", by=network.ben)
    cleo = await fund.pledge(drive, "40", by=network.cleo)
    received = (await fund.receive(ana)).entry
    alone = (await fund.receive(ben, amount="7")).entry
    text = "\ufeffDate,Text,Amount\r\n02/27/2026,ANA,100.00\r\n2026-03-02,C,$40.00\r\n03/01/26,FEE,(3.50)\r\n\r\n"
    found = await network.chatbot.bookkeeping.reconcile(text, by=fund.treasurer)
    assert [(row.number, entry.number) for row, entry in found.matched] == [(2, received.number)]
    assert [(row.number, row.amount) for row in found.only_in_bank] == [(3, Money(4000)), (4, Money(-350))]
    assert [entry.number for entry in found.only_in_books] == [alone.number]
    assert [(one.row.number, one.pledge.id) for one in found.proposals] == [(3, cleo.id)]
    assert (await fund.pledge_again(cleo)).received == Money(0)

    # Confirmed twice, it is written once; and the file read again finds it.
    (proposal,) = found.proposals
    for _ in range(2):
        await fund.receive(proposal.pledge, amount="40.00", on="2026-03-02", form=proposal.row.key)
    assert (await fund.pledge_again(cleo)).received == Money(4000)
    again = await network.chatbot.bookkeeping.reconcile(text, by=fund.treasurer)
    assert [row.number for row, _ in again.matched] == [2, 3]
    assert again.proposals == ()


async def test_rows_alike_are_different_money(fund: SmallFund) -> None:
    drive = await fund.start()
    for person in (fund.network.ana, fund.network.ben):
        await fund.pledge(drive, "40", by=person)
    text = "date,credit,debit\n2026-03-02,40.00,\n2026-03-02,40.00,\n2026-03-02,,12.00\n"
    found = await fund.network.chatbot.bookkeeping.reconcile(text, by=fund.treasurer)
    assert len({one.row.key for one in found.proposals}) == 2
    assert found.only_in_bank[-1].amount == Money(-1200)
    same = await fund.network.chatbot.bookkeeping.reconcile(text, by=fund.treasurer)
    assert same == found


@pytest.mark.parametrize(
    "text", ["", "date\n2026-03-02\n", "date,amount\n", "date,amount\nMarch,40\n", "date,amount\n2026-03-02,40,5\n"]
)
async def test_a_file_that_is_no_banks_is_refused(fund: SmallFund, text: str) -> None:
    wrong = text.replace("40,5", '"40,5"')
    with pytest.raises(NoBankTable):
        await fund.network.chatbot.bookkeeping.reconcile(wrong, by=fund.treasurer)

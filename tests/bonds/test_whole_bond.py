"""smoke"""

from chatbot.ledger.model import Account
from tests.fixtures.fund import SmallFund, key
from tests.fixtures.network import SmallNetwork


async def test_smoke(network: SmallNetwork) -> None:
    fund = await SmallFund.of(network)
    drive = await fund.paid()
    assert await fund.holds(Account.DEPOSITS) == "5000.00"
    bot = network.chatbot
    await bot.bookkeeping.set_rate({"year": "2026", "rate": "3"}, by=fund.treasurer)
    await bot.posted_bonds.mark_cancelled(drive.code, {}, by=fund.treasurer)
    await bot.posted_bonds.refund(drive.code, {}, key=key(), by=fund.treasurer)
    assert (await bot.ledger.verify("T1")).is_sound
    await bot.treasury.roll_over(drive.code, {"to": "general"}, key=key(), by=fund.treasurer)
    await bot.treasury.close_month({"month": "2026-02"}, by=fund.treasurer)

"""`bot.py ledger verify` finds what somebody changed behind the books' back."""

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from chatbot.bonds.model import Over
from chatbot.ledger.model import Fault
from handlers.operator.ledger import verify
from tests.fixtures.fund import SmallFund, key
from tests.fixtures.network import SmallNetwork

UNGUARD = {
    "sqlite": "DROP TRIGGER ledger_lines_no_update",
    "postgresql": "ALTER TABLE ledger_lines DISABLE TRIGGER USER",
}
FLIP = "UPDATE ledger_lines SET cents = cents + 1 WHERE number = 2 AND line = 1"


async def three_entries(network: SmallNetwork) -> None:
    fund = await SmallFund.of(network)
    drive = await fund.paid()
    typed = {"amount": "25"}
    await network.chatbot.treasury.receive_outside(drive.code, typed, over=Over.FUND, key=key(), by=fund.treasurer)


async def tampered(url: str, *statements: str) -> None:
    """Somebody with the rights to do it takes the guard away and changes something."""
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
    try:
        async with engine.connect() as connection:
            for statement in statements:
                await connection.execute(text(statement))
    finally:
        await engine.dispose()


async def test_books_that_nobody_touched_are_sound(network: SmallNetwork) -> None:
    await three_entries(network)
    well, lines = await verify(network.chatbot, head=None)
    assert well
    (line,) = lines
    assert line.startswith("ok    T1: 3 entries, head 3:")


async def test_a_flipped_cent_is_found(network: SmallNetwork, kind: str, database_url: str) -> None:
    """T15"""
    await three_entries(network)
    await tampered(database_url, UNGUARD[kind], FLIP)
    verdict = await network.chatbot.ledger.verify("T1")
    assert verdict.faults == ((2, Fault.CHANGED), (2, Fault.UNBALANCED))
    well, lines = await verify(network.chatbot, head=None)
    assert not well
    assert "FAULT T1: entry 2 is changed" in lines


async def test_control_with_its_guard_the_cent_cannot_be_flipped(network: SmallNetwork, database_url: str) -> None:
    await three_entries(network)
    with pytest.raises(Exception, match="append-only"):
        await tampered(database_url, FLIP)
    assert (await network.chatbot.ledger.verify("T1")).is_sound


async def test_the_head_of_an_earlier_report_still_stands(network: SmallNetwork) -> None:
    fund = await SmallFund.of(network)
    await fund.funded()
    before = (await network.chatbot.ledger.verify("T1")).head
    await fund.funded()
    shown = f"{before.number}:{before.hash[:16]}"
    assert (await verify(network.chatbot, head=shown))[0]
    for wrong in (f"2:{before.hash[:16]}", f"{before.number}:{'0' * 16}", f"{before.number}:{before.hash[:4]}", "x"):
        well, lines = await verify(network.chatbot, head=wrong)
        assert not well
        assert lines[-1] == f"FAULT the head {wrong} is not there"

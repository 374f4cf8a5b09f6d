"""The audit is a chain that nobody changes unnoticed, and verbs do not wait for each other to write into it."""

import asyncio

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine

from chatbot.audit import store
from chatbot.audit.model import Fault
from chatbot.bootstrap import Chatbot
from handlers.operator.audit import verify
from tests.fixtures.database import ON_POSTGRESQL, ON_SQLITE, Hand
from tests.fixtures.network import TEAM, SmallNetwork

UNGUARD = {
    "sqlite": ["DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete", "DROP TRIGGER audit_new"],
    "postgresql": ["ALTER TABLE audit DISABLE TRIGGER USER"],
}
A_LINE = (
    "(team_id, at, verb, subject, detail{more}) VALUES ('T1', {at}, 'hearings.open_private', 'hearing:1', ''{with_})"
)
REMOVED = "DELETE FROM audit WHERE number = 3"
TAMPERED = {
    "the person": ("UPDATE audit SET actor_id = 99 WHERE number = 3", Fault.CHANGED),
    "the hour": ("UPDATE audit SET at = at + 1 WHERE number = 3", Fault.CHANGED),
    "the verb": ("UPDATE audit SET verb = 'hearings.claim' WHERE number = 3", Fault.CHANGED),
    "the record": ("UPDATE audit SET subject = 'hearing:9' WHERE number = 3", Fault.CHANGED),
    "the word": ("UPDATE audit SET detail = 'x' WHERE number = 3", Fault.CHANGED),
    "one is gone": (REMOVED, Fault.MISSING),
    "the first is gone": ("DELETE FROM audit WHERE number = 1", Fault.MISSING),
    "one from another day": (f"INSERT INTO audit {A_LINE.format(more='', at=1, with_='')}", Fault.ADDED),
    "one with a hash made up": (
        f"INSERT INTO audit {A_LINE.format(more=', number, previous, hash', at=1, with_=', 99, 1, 2')}",
        Fault.CHANGED,
    ),
}


async def at_work(network: SmallNetwork) -> None:
    """A few lines, in the chain."""
    hearing = await network.add_hearing()
    for person in (network.ana, network.ben):
        await network.chatbot.hearings.claim(hearing.code, by=person)
    await network.chatbot.audit.chain()


async def by_hand(url: str, *statements: str) -> None:
    """Somebody opens the database with a tool of their own."""
    engine = create_async_engine(url)
    try:
        async with engine.begin() as connection:
            for statement in statements:
                await connection.execute(text(statement))
    finally:
        await engine.dispose()


async def test_an_audit_nobody_touched_is_sound_and_its_head_stands(network: SmallNetwork) -> None:
    await at_work(network)
    well, (line,) = await verify(network.chatbot, head=None)
    assert well
    head = line.rsplit(" ", 1)[1]
    await network.add_hearing()
    assert await verify(network.chatbot, head=head) == (
        True,
        [f"{line}, 1 newer not chained yet", f"ok    the head {head} still stands"],
    )
    assert await network.chatbot.audit.chain() == 1
    assert await network.chatbot.audit.chain() == 0
    assert (await verify(network.chatbot, head=head))[0]


@ON_SQLITE
@pytest.mark.parametrize("change", TAMPERED)
async def test_a_line_that_was_changed_removed_or_slipped_in_is_found(
    network: SmallNetwork, database_url: str, change: str
) -> None:
    await at_work(network)
    statement, fault = TAMPERED[change]
    await by_hand(database_url, *UNGUARD["sqlite"], statement)
    verdict = await network.chatbot.audit.verify(TEAM)
    assert fault in {one for _, one in verdict.faults}
    well, lines = await verify(network.chatbot, head=None)
    assert not well
    assert f"FAULT T1: line {verdict.faults[0][0]} is {verdict.faults[0][1]}" in lines


async def test_a_tail_that_was_cut_off_is_found_by_a_head_somebody_noted(
    network: SmallNetwork, kind: str, database_url: str
) -> None:
    """Control: the chain alone does not know how long it was."""
    await at_work(network)
    head = str((await network.chatbot.audit.verify(TEAM)).head)
    newest = "DELETE FROM audit WHERE number = (SELECT max(number) FROM audit)"
    await by_hand(database_url, *UNGUARD[kind], newest)
    assert (await verify(network.chatbot, head=None))[0]
    assert not (await verify(network.chatbot, head=head))[0]


FORBIDDEN = [
    *(statement for statement, _ in TAMPERED.values() if "at, verb, subject, detail)" not in statement),
    "UPDATE audit SET number = NULL, previous = NULL, hash = NULL",
    "UPDATE audit SET verb = 'x' WHERE number IS NULL",
    "UPDATE audit SET number = 99, previous = 'x', hash = 'x' WHERE number IS NULL",
    "DELETE FROM audit WHERE number IS NULL",
]


async def test_the_database_refuses_whatever_is_no_new_line(
    network: SmallNetwork, kind: str, database_url: str
) -> None:
    await at_work(network)
    await network.add_hearing()
    more = ["TRUNCATE audit"] if kind == "postgresql" else [f"REPLACE INTO audit {REPLACED}"]
    for statement in (*FORBIDDEN, *more):
        with pytest.raises(DBAPIError, match="append-only"):
            await by_hand(database_url, statement)
    await by_hand(database_url, f"INSERT INTO audit {A_LINE.format(more='', at=1, with_='')}")


REPLACED = "(id, team_id, at, verb, subject, detail) VALUES (1, 'T1', 1, 'x', 'x', '')"


@ON_POSTGRESQL
async def test_two_instances_make_one_chain_however_their_lines_fall(
    network: SmallNetwork, other_instance: Chatbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "MOST", 3)
    hearing = await network.add_hearing(companions="5")
    people = (network.ana, network.ben, network.cleo, network.lead, network.coordinator)
    work = [
        chatbot.hearings.claim(hearing.code, by=person)
        for chatbot, person in zip((network.chatbot, other_instance) * 3, people, strict=False)
    ]
    await asyncio.gather(*work, *(one.audit.chain() for one in (network.chatbot, other_instance) * 4))
    await network.chatbot.audit.chain()
    verdict = await network.chatbot.audit.verify(TEAM)
    assert verdict.is_sound
    assert (verdict.loose, verdict.head.number) == (0, len(await network.written_down()))


@ON_SQLITE
async def test_a_clock_that_is_set_back_an_hour_makes_no_fault(network: SmallNetwork, hand: Hand) -> None:
    await at_work(network)
    hand.move(hours=-1)
    await network.add_hearing()
    await network.chatbot.audit.chain()
    assert (await network.chatbot.audit.verify(TEAM)).is_sound

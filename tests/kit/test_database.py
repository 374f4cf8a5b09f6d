"""One verb is one transaction, whoever else is at work, and whatever becomes of its caller."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import pytest
from sqlalchemy import func, select

from chatbot.kit import inbox
from chatbot.kit.database import Database, DatabaseUnavailableError, Tx, Work, is_sqlite, with_driver
from chatbot.kit.ids import next_code
from chatbot.kit.inbox import inbox as table
from chatbot.kit.refusal import Repeat
from tests.fixtures.database import ON_POSTGRESQL, ON_SQLITE, Hand


async def write(tx: Tx, key: str = "one") -> str:
    await tx.insert(table, key=key, taken_at=tx.now)
    return key


async def write_and_fail(tx: Tx, key: str = "one") -> None:
    await write(tx, key)
    raise ZeroDivisionError


async def written(database: Database) -> set[str]:
    async def read(tx: Tx) -> set[str]:
        return {row.key for row in await tx.all(select(table))}

    return await database.run(read)


async def test_what_a_verb_wrote_is_there_for_the_next(database: Database) -> None:
    assert await database.run(write) == "one"
    assert await written(database) == {"one"}


async def test_a_verb_that_raises_leaves_nothing_and_its_caller_gets_the_very_error(database: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        await database.run(write_and_fail)
    assert await written(database) == set()


async def test_a_verb_that_raises_does_not_harm_its_neighbours(database: Database) -> None:
    works: list[Callable[[Tx], Awaitable[object]]] = [
        partial(write_and_fail if number % 3 == 0 else write, key=str(number)) for number in range(60)
    ]
    ends = await asyncio.gather(*(database.run(work) for work in works), return_exceptions=True)
    assert [isinstance(end, ZeroDivisionError) for end in ends] == [number % 3 == 0 for number in range(60)]
    assert await written(database) == {str(number) for number in range(60) if number % 3}


async def test_a_verb_whose_statement_fails_does_not_harm_its_neighbours(database: Database) -> None:
    await database.run(partial(write, key="taken"))
    ends = await asyncio.gather(
        *(database.run(partial(write, key=key)) for key in ("a", "taken", "b")), return_exceptions=True
    )
    assert [type(end).__name__ for end in ends] == ["str", "IntegrityError", "str"]
    assert await written(database) == {"taken", "a", "b"}


async def test_a_caller_that_is_cancelled_does_no_harm(database: Database) -> None:
    callers = [asyncio.create_task(database.run(partial(write, key=str(number)))) for number in range(20)]
    await asyncio.sleep(0)
    for caller in callers[::2]:
        caller.cancel()
    ends = await asyncio.gather(*callers, return_exceptions=True)
    assert [isinstance(end, asyncio.CancelledError) for end in ends] == [True, False] * 10
    await database.run(partial(write, key="after"))
    assert await written(database) == {str(number) for number in range(20)} | {"after"}


async def test_stopping_finishes_what_waits(database: Database) -> None:
    callers = [asyncio.create_task(database.run(partial(write, key=str(number)))) for number in range(20)]
    await asyncio.sleep(0)
    await database.stop()
    assert [await caller for caller in callers] == [str(number) for number in range(20)]


async def test_a_database_that_stopped_says_so(database: Database) -> None:
    await database.stop()
    with pytest.raises(DatabaseUnavailableError):
        await database.run(write)


async def nothing_is_begun_while_it_stops(database: Database, work: Work[Any], end: Callable[[], None]) -> None:
    under_way = asyncio.create_task(database.run(work))
    await asyncio.sleep(0)
    stopping = asyncio.create_task(database.stop())
    await asyncio.sleep(0)
    try:
        with pytest.raises(DatabaseUnavailableError):
            await database.run(write)
    finally:
        end()
        await asyncio.gather(under_way, stopping)


@ON_POSTGRESQL
async def test_while_it_stops_nothing_new_is_begun(database: Database) -> None:
    gate = asyncio.Event()

    async def long(_tx: Tx) -> None:
        await gate.wait()

    await nothing_is_begun_while_it_stops(database, long, gate.set)


@ON_SQLITE
async def test_while_the_file_is_closed_nothing_new_is_begun(database: Database) -> None:
    """Its verbs run in a thread."""
    gate = threading.Event()

    async def long(_tx: Tx) -> None:
        gate.wait()

    await nothing_is_begun_while_it_stops(database, long, gate.set)


async def test_a_verb_has_one_idea_of_the_time(database: Database, hand: Hand) -> None:
    before = hand.now

    async def work(tx: Tx) -> bool:
        hand.move(hours=1)
        return tx.now == before

    assert await database.run(work)


async def test_a_verb_is_done_once_for_an_event_however_often_it_comes(database: Database) -> None:
    """T2"""
    ends = await asyncio.gather(
        *(database.run(lambda tx: inbox.take(tx, "press-1", "claim")) for _ in range(5)), return_exceptions=True
    )
    assert sorted(type(end).__name__ for end in ends) == ["NoneType"] + ["Repeat"] * 4


async def test_two_verbs_may_work_for_one_event(database: Database) -> None:
    for verb in ("agree", "claim"):
        await database.run(lambda tx, verb=verb: inbox.take(tx, "press-1", verb))  # type: ignore[misc]
    assert await written(database) == {"press-1/agree", "press-1/claim"}


async def test_a_verb_that_was_refused_may_be_tried_again_for_the_same_event(database: Database) -> None:
    async def refused(tx: Tx) -> None:
        await inbox.take(tx, "press-1", "claim")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await database.run(refused)
    await database.run(lambda tx: inbox.take(tx, "press-1", "claim"))
    with pytest.raises(Repeat):
        await database.run(lambda tx: inbox.take(tx, "press-1", "claim"))


async def test_events_are_forgotten_after_two_days(database: Database, hand: Hand) -> None:
    await database.run(lambda tx: inbox.take(tx, "press-1", "claim"))
    hand.move(days=2)
    assert await database.run(inbox.forget_old) == 0
    hand.move(minutes=1)
    assert await database.run(inbox.forget_old) == 1


async def test_codes_are_counted_without_a_gap_and_never_given_twice(database: Database) -> None:
    codes = await asyncio.gather(*(database.run(lambda tx: next_code(tx, "T1", "H")) for _ in range(50)))
    assert sorted(codes) == [f"H{number}" for number in range(101, 151)]


async def test_each_workspace_and_each_letter_counts_for_itself(database: Database) -> None:
    for team, letter in (("T1", "H"), ("T2", "H"), ("T1", "N")):
        assert await database.run(partial(next_code, team_id=team, letter=letter)) == f"{letter}101"


async def test_a_refused_verb_uses_up_no_code(database: Database) -> None:
    async def refused(tx: Tx) -> None:
        await next_code(tx, "T1", "H")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await database.run(refused)
    assert await database.run(lambda tx: next_code(tx, "T1", "H")) == "H101"


async def test_a_row_is_written_once_and_the_second_is_told(database: Database) -> None:
    async def twice(tx: Tx) -> tuple[bool, bool, int]:
        first = await tx.insert_new(table, key="one", taken_at=tx.now)
        second = await tx.insert_new(table, key="one", taken_at=tx.now)
        return first, second, await tx.scalar(select(func.count()).select_from(table))

    assert await database.run(twice) == (True, False, 1)


@pytest.mark.parametrize(
    ("typed", "used"),
    [
        ("sqlite:///data/a.db", "sqlite+aiosqlite:///data/a.db"),
        ("sqlite+aiosqlite:///data/a.db", "sqlite+aiosqlite:///data/a.db"),
        ("postgres://u:p%40ss@host/db", "postgresql+asyncpg://u:p%40ss@host/db"),
        ("postgresql+psycopg://host/db", "postgresql+asyncpg://host/db"),
    ],
)
def test_the_database_may_be_named_in_any_common_way(typed: str, used: str) -> None:
    assert with_driver(typed) == used
    assert is_sqlite(used) == typed.startswith("sqlite")


@pytest.mark.parametrize("typed", ["mysql://u:hunter2@host/db", "hunter2", ""])
def test_another_database_is_refused_without_repeating_its_password(typed: str) -> None:
    with pytest.raises(ValueError) as refused:
        with_driver(typed)
    assert "hunter2" not in str(refused.value)

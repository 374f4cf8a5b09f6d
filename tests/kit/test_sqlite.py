"""SQLite: what waits is committed together, and when that fails nothing of it remains and everyone is told."""

import asyncio
import resource
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url, select, text
from sqlalchemy.exc import OperationalError

from chatbot.kit.clock import Clock
from chatbot.kit.database import DatabaseUnavailableError, Tx, Work
from chatbot.kit.inbox import inbox
from chatbot.kit.sqlite import LARGEST_GROUP, SqliteDatabase
from chatbot.people.store import grants
from tests.fixtures.database import Databases, Hand


@pytest.fixture
def file(databases: Databases) -> Path:
    return Path(make_url(databases.make("sqlite")).database or "")


@pytest.fixture
async def database(file: Path, hand: Hand) -> AsyncIterator[SqliteDatabase]:
    database = SqliteDatabase(f"sqlite+aiosqlite:///{file}", Clock(read=hand.read))
    await database.start()
    yield database
    await database.stop()


async def write(tx: Tx, key: str) -> None:
    await tx.insert(inbox, key=key, taken_at=tx.now)


async def written(database: SqliteDatabase) -> int:
    async def read(tx: Tx) -> int:
        return len(await tx.all(select(inbox)))

    return await database.run(read)


async def many(database: SqliteDatabase, prefix: str, size: int = 200) -> list[Any]:
    """So many verbs at once; how each ended."""
    works = (partial(write, key=f"{prefix} {number:0200}") for number in range(size))
    return await asyncio.gather(*(database.run(work) for work in works), return_exceptions=True)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("secure_delete", 1),
        ("busy_timeout", 5000),
    ],
)
async def test_the_file_is_written_with_care(database: SqliteDatabase, pragma: str, value: object) -> None:
    """T5: `synchronous` 2 is FULL, which a power cut does not undo."""
    assert await database.run(lambda tx: tx.scalar(text(f"PRAGMA {pragma}"))) == value


async def test_two_hundred_verbs_at_once_cost_few_commits(database: SqliteDatabase) -> None:
    statements: list[str] = []
    await database._owner.set_trace_callback(statements.append)
    assert await many(database, "a") == [None] * 200
    assert statements.count("COMMIT") == statements.count("BEGIN IMMEDIATE") <= 200 // LARGEST_GROUP + 2
    assert await written(database) == 200


async def test_a_commit_that_fails_is_told_to_every_caller_and_leaves_nothing(database: SqliteDatabase) -> None:
    async def promise_too_much(tx: Tx) -> None:
        await tx.execute(text("PRAGMA defer_foreign_keys=ON"))
        await tx.insert(grants, person_id=404, role="lead", area="")

    works: list[Work[None]] = [partial(write, key="before"), promise_too_much, partial(write, key="behind")]
    ends = await asyncio.gather(*(database.run(work) for work in works), return_exceptions=True)
    assert [type(end) for end in ends] == [DatabaseUnavailableError] * 3
    assert await written(database) == 0
    await database.run(partial(write, key="after"))
    assert await written(database) == 1


async def test_when_the_database_may_grow_no_more_every_caller_is_told_and_nothing_is_half(
    database: SqliteDatabase,
) -> None:
    pages = await database.run(lambda tx: tx.scalar(text("PRAGMA page_count")))
    await database.run(lambda tx: tx.execute(text(f"PRAGMA max_page_count={pages}")))
    ends = await many(database, "full")
    done = ends.count(None)
    assert done < 200
    assert all(end is None or isinstance(end, OperationalError | DatabaseUnavailableError) for end in ends)
    assert await written(database) == done
    await database.run(lambda tx: tx.execute(text("PRAGMA max_page_count=100000")))
    assert await many(database, "more") == [None] * 200


@contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    """As on a full disk, every write beyond that fails (Python ignores the signal that comes along)."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_when_the_disk_is_full_every_caller_is_told_and_nothing_is_half(
    database: SqliteDatabase, file: Path
) -> None:
    """T5"""
    assert await many(database, "before") == [None] * 200
    log = file.with_name(f"{file.name}-wal")
    with no_file_longer_than(log.stat().st_size + 100_000):
        ends = [end for round_ in range(5) for end in await many(database, f"full {round_}")]
    done = ends.count(None)
    assert done < 1000
    assert all(end is None or isinstance(end, OperationalError | DatabaseUnavailableError) for end in ends)
    assert await written(database) == 200 + done
    assert await many(database, "after") == [None] * 200
    assert await database.run(lambda tx: tx.scalar(text("PRAGMA integrity_check"))) == "ok"


async def test_a_verb_inside_a_verb_is_a_mistake_that_is_told(database: SqliteDatabase) -> None:
    """The writer would wait for itself."""

    async def nested(_tx: Tx) -> None:
        await database.run(partial(write, key="inner"))

    with pytest.raises(RuntimeError, match="inside"):
        await database.run(nested)


async def test_a_verb_that_waits_for_anything_else_is_a_mistake_that_is_told(database: SqliteDatabase) -> None:
    async def waiting(tx: Tx) -> None:
        await write(tx, "half")
        await asyncio.sleep(0)

    with pytest.raises(RuntimeError, match="other than its transaction"):
        await database.run(waiting)
    assert await written(database) == 0


async def test_a_verb_that_is_cancelled_from_within_ends_alone(database: SqliteDatabase) -> None:
    async def cancelled(tx: Tx) -> None:
        await write(tx, "inner")
        raise asyncio.CancelledError

    with pytest.raises(asyncio.CancelledError):
        await database.run(cancelled)
    assert await many(database, "after") == [None] * 200
    assert await written(database) == 200


async def test_a_folder_for_the_file_is_made_for_the_bot_alone(tmp_path: Path, hand: Hand) -> None:
    database = SqliteDatabase(f"sqlite+aiosqlite:///{tmp_path}/data/new.db", Clock(read=hand.read))
    await database.start()
    await database.stop()
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700

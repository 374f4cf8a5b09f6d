"""The database itself keeps the books: whoever opens it with a tool of their own changes nothing that was written."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine

from chatbot.kit.database import Database
from tests.fixtures.database import ON_POSTGRESQL, ON_SQLITE
from tests.fixtures.fund import SmallFund
from tests.fixtures.network import SmallNetwork

LINE = "INSERT INTO ledger_lines (team_id, number, line, account, fund, party, cents) VALUES ('T1'"
ENTRY = (
    "INTO ledger_entries (team_id, number, what, day, at, by_id, key, asked, reason, reverses, previous, hash)"
    " SELECT team_id, {number}, what, day, at, by_id, '{key}', asked, reason, {reverses}, {previous}, 'h'"
    " FROM ledger_entries WHERE number = 1"
)

CHANGES = [
    "UPDATE ledger_lines SET cents = cents + 1 WHERE line = 1",
    "UPDATE ledger_entries SET reason = 'x'",
    "UPDATE ledger_entries SET hash = hash",
    "DELETE FROM ledger_lines",
    "DELETE FROM ledger_entries",
    f"{LINE}, 1, 3, 'bank', 'general', '', 100)",
    f"{LINE}, 1, 1, 'bank', 'general', '', 100)",
]
"""What must be refused on either database."""

REPLACES = [
    LINE.replace("INSERT", "INSERT OR REPLACE") + ", 1, 1, 'bank', 'general', '', 100)",
    LINE.replace("INSERT", "REPLACE") + ", 1, 2, 'bank', 'general', '', 100)",
    f"INSERT OR REPLACE {ENTRY.format(number=1, key='new', reverses='NULL', previous='previous')}",
    f"INSERT OR REPLACE {ENTRY.format(number=3, key='form', reverses='NULL', previous='hash')}",
    f"REPLACE {ENTRY.format(number=1, key='form', reverses='NULL', previous='previous')}",
]

UNSOUND = [
    # no lines at all
    [f"INSERT {ENTRY.format(number=2, key='a', reverses='NULL', previous='hash')}"],
    # lines that do not sum to zero
    [
        f"{LINE}, 2, 1, 'bank', 'general', '', 100)",
        f"{LINE}, 2, 2, 'gifts', 'general', 'pledge:1', -99)",
        f"INSERT {ENTRY.format(number=2, key='a', reverses='NULL', previous='hash')}",
    ],
    # lines that sum to zero over two funds only
    [
        f"{LINE}, 2, 1, 'bank', 'general', '', 100)",
        f"{LINE}, 2, 2, 'gifts', 'bond:1', 'pledge:1', -100)",
        f"INSERT {ENTRY.format(number=2, key='a', reverses='NULL', previous='hash')}",
    ],
    # a number that leaves a gap
    [
        f"{LINE}, 3, 1, 'bank', 'general', '', 100)",
        f"{LINE}, 3, 2, 'gifts', 'general', 'pledge:1', -100)",
        f"INSERT {ENTRY.format(number=3, key='a', reverses='NULL', previous='hash')}",
    ],
    # an entry that does not follow the last
    [
        f"{LINE}, 2, 1, 'bank', 'general', '', 100)",
        f"{LINE}, 2, 2, 'gifts', 'general', 'pledge:1', -100)",
        f"INSERT {ENTRY.format(number=2, key='a', reverses='NULL', previous=repr('0' * 64))}",
    ],
]


async def one_entry(network: SmallNetwork) -> None:
    """Books in which one entry stands; its key is `form`."""
    fund = await SmallFund.of(network)
    drive = await fund.start()
    await fund.receive(await fund.pledge(drive, "40", by=network.ana), form="form")


async def tried(url: str, statements: list[str]) -> str:
    """What the database says when these statements are one transaction of a stranger's."""
    engine = create_async_engine(url)
    try:
        async with engine.begin() as connection:
            for statement in statements:
                await connection.execute(text(statement.replace(":", r"\:")))
    except DBAPIError as refused:
        return str(refused.orig)
    finally:
        await engine.dispose()
    return ""


async def refused(network: SmallNetwork, database: Database, url: str, attempts: list[list[str]]) -> None:
    await one_entry(network)
    await database.stop()
    for statements in attempts:
        said = await tried(url, statements)
        assert any(word in said for word in ("append-only", "sum to zero", "follow the last")), statements


async def test_what_was_written_is_neither_changed_nor_deleted_nor_added_to(
    network: SmallNetwork, database: Database, database_url: str
) -> None:
    """T15"""
    await refused(network, database, database_url, [[statement] for statement in CHANGES])


async def test_an_entry_that_is_not_sound_is_refused_whoever_writes_it(
    network: SmallNetwork, database: Database, database_url: str
) -> None:
    """T15"""
    await refused(network, database, database_url, UNSOUND)


async def test_control_a_sound_entry_of_a_strangers_is_taken(
    network: SmallNetwork, database: Database, database_url: str
) -> None:
    await one_entry(network)
    await database.stop()
    sound = [
        f"{LINE}, 2, 1, 'bank', 'general', '', 100)",
        f"{LINE}, 2, 2, 'gifts', 'general', 'pledge:1', -100)",
        f"INSERT {ENTRY.format(number=2, key='a', reverses='NULL', previous='hash')}",
    ]
    assert await tried(database_url, sound) == ""


async def test_lines_without_their_entry_are_not_kept(
    network: SmallNetwork, database: Database, database_url: str
) -> None:
    await one_entry(network)
    await database.stop()
    lines = [
        "PRAGMA foreign_keys=ON" if "sqlite" in database_url else "SELECT 1",
        f"{LINE}, 2, 1, 'bank', 'general', '', 100)",
        f"{LINE}, 2, 2, 'gifts', 'general', 'pledge:1', -100)",
    ]
    assert "foreign key" in (await tried(database_url, lines)).casefold()


@ON_SQLITE
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
async def test_nothing_is_replaced_whether_or_not_triggers_are_recursive(
    network: SmallNetwork, database: Database, database_url: str, recursive: str
) -> None:
    """T15: REPLACE deletes without asking the triggers for DELETE unless the connection wishes it."""
    await one_entry(network)
    await database.stop()
    with closing(sqlite3.connect(database_url.removeprefix("sqlite+aiosqlite:///"))) as connection:
        connection.execute(f"PRAGMA recursive_triggers={recursive}")
        before = connection.execute("SELECT * FROM ledger_lines").fetchall()
        for statement in REPLACES:
            with pytest.raises(sqlite3.IntegrityError, match=r"append-only|follow the last|sum to zero"):
                connection.execute(statement)
        assert connection.execute("SELECT * FROM ledger_lines").fetchall() == before


@ON_POSTGRESQL
@pytest.mark.parametrize("tables", ["ledger_lines", "ledger_entries, ledger_lines", "ledger_books CASCADE"])
async def test_the_books_are_not_emptied(
    network: SmallNetwork, database: Database, database_url: str, tables: str
) -> None:
    """T15"""
    await refused(network, database, database_url, [[f"TRUNCATE {tables}"]])

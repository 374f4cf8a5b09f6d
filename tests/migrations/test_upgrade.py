"""The way up: from nothing to the newest schema, whole or not at all."""

import asyncio
import os
import signal
import sys
import traceback
from pathlib import Path
from typing import Any

import pytest
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import create_async_engine

from chatbot.kit.database import DatabaseUnavailableError
from chatbot.migrations import SchemaTooNewError, at_head, migrate
from chatbot.migrations.tables import metadata
from tests.fixtures.database import ON_POSTGRESQL, ON_SQLITE, Databases
from tests.fixtures.network import SmallNetwork


def looked_at(url: str, look: Any) -> Any:
    """What `look` finds in the database, read through a connection of its own."""

    async def read() -> Any:
        engine = create_async_engine(url)
        async with engine.begin() as connection:
            found = await connection.run_sync(look)
        await engine.dispose()
        return found

    return asyncio.run(read())


def tables(url: str) -> set[str]:
    return set(looked_at(url, lambda connection: inspect(connection).get_table_names()))


def migrated(url: str) -> None:
    asyncio.run(migrate(url))


@pytest.fixture
def empty_url(kind: str, databases: Databases) -> str:
    return databases.empty(kind)


def test_the_migrated_schema_is_the_one_the_program_believes_in(database_url: str) -> None:
    """T18"""

    def differences(connection: Connection) -> list[Any]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    assert looked_at(database_url, differences) == []


def test_control_a_column_that_nobody_migrated_is_noticed(database_url: str) -> None:
    def differences(connection: Connection) -> list[Any]:
        connection.execute(text("ALTER TABLE people ADD COLUMN shoe_size INTEGER"))
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    assert [difference[0] for difference in looked_at(database_url, differences)] == ["remove_column"]


def test_everything_is_made_from_nothing_and_a_second_start_changes_nothing(empty_url: str) -> None:
    assert tables(empty_url) == set()
    for _ in range(2):
        migrated(empty_url)
        assert tables(empty_url) == {*metadata.tables, "alembic_version"}
        assert asyncio.run(at_head(empty_url))


def test_a_database_of_a_newer_version_is_left_alone(database_url: str) -> None:
    looked_at(
        database_url, lambda connection: connection.execute(text("UPDATE alembic_version SET version_num='9999'"))
    )
    assert not asyncio.run(at_head(database_url))
    with pytest.raises(SchemaTooNewError):
        migrated(database_url)


def die_while_making(last: str) -> None:
    """From now on this process is killed when it makes the table of that name."""
    make = op.create_table

    def make_or_die(name: str, *columns: Any, **words: Any) -> Any:
        if name == last:
            os.kill(os.getpid(), signal.SIGKILL)
        return make(name, *columns, **words)

    op.create_table = make_or_die  # type: ignore[assignment]


@pytest.mark.parametrize("last", ["audit", "networks", "digest_runs"])
def test_killed_half_way_it_leaves_nothing_and_the_next_start_does_it_all(empty_url: str, last: str) -> None:
    """T18"""
    child = os.fork()
    if child == 0:
        try:
            die_while_making(last)
            migrated(empty_url)
        except BaseException:  # noqa: BLE001 - a forked test must never run on as a test
            traceback.print_exc(file=sys.__stderr__)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the migration came to its end"
    assert tables(empty_url) == set()
    migrated(empty_url)
    assert asyncio.run(at_head(empty_url))


@ON_POSTGRESQL
def test_instances_that_start_at_once_migrate_one_after_the_other(empty_url: str) -> None:
    """T18"""

    async def start() -> None:
        await asyncio.gather(*(migrate(empty_url) for _ in range(5)))

    asyncio.run(start())
    assert tables(empty_url) == {*metadata.tables, "alembic_version"}


@ON_SQLITE
async def test_a_file_in_use_is_not_migrated(network: SmallNetwork, database_url: str) -> None:
    """Two connections can damage it."""
    with pytest.raises(DatabaseUnavailableError, match="Another program is using"):
        await migrate(database_url)
    assert await at_head(database_url)
    assert await network.chatbot.networks.teams() == ["T1"]


def test_the_folder_of_a_new_file_is_made_for_the_bot_alone(tmp_path: Path) -> None:
    migrated(f"sqlite+aiosqlite:///{tmp_path}/data/new.db")
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700

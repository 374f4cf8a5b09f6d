"""Runs the migrations. All of them happen in one transaction, so a kill half way leaves the schema as it was."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from chatbot.kit.alone import Alone
from chatbot.kit.cipher import engine
from chatbot.kit.database import DatabaseUnavailableError, database_file, is_sqlite
from chatbot.kit.looking import looking

LOCK = 0x616C6F6E67
"""The advisory lock that lets one of several starting instances migrate PostgreSQL while the others wait."""


class SchemaTooNewError(Exception):
    """The database was written by a newer version of this program."""


async def migrate(url: str) -> None:
    """Bring the database at `url` to the newest schema, creating it when there is none.

    Raises `SchemaTooNewError`, and `DatabaseUnavailableError` while another program uses an SQLite file.
    """
    file = database_file(url)
    alone = Alone(file) if file else None
    try:
        await _migrate(url)
    finally:
        if alone is not None:
            alone.release()


async def _migrate(url: str) -> None:
    hands = engine(url, isolation_level="AUTOCOMMIT")
    try:
        async with _begun(hands, "BEGIN IMMEDIATE" if is_sqlite(url) else "BEGIN") as connection:
            try:
                if not is_sqlite(url):
                    await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
                await connection.run_sync(_upgrade)
            except BaseException:
                await connection.execute(text("ROLLBACK"))
                raise
            await connection.execute(text("COMMIT"))
    finally:
        await hands.dispose()


@asynccontextmanager
async def _begun(hands: AsyncEngine, begin: str) -> AsyncIterator[AsyncConnection]:
    """A connection with a transaction begun. Raises `DatabaseUnavailableError`, whatever the driver says instead."""
    async with AsyncExitStack() as stack:
        try:
            connection = await stack.enter_async_context(hands.connect())
            await connection.execute(text(begin))
        except DatabaseUnavailableError:
            raise
        except Exception as fault:
            sentence = f"The database cannot be opened ({type(fault).__name__}). Check DATABASE_URL."
            raise DatabaseUnavailableError(sentence) from fault
        yield connection


async def at_head(url: str) -> bool:
    """Whether the database at `url` has the newest schema. An SQLite file is only read, so the bot may be running."""
    async with looking(url) as connection:
        return await connection.run_sync(_current) == _script().get_current_head()


def knows(schema: str) -> bool:
    """Whether this program has seen that version of the schema: its own newest, or one before."""
    return schema in {one.revision for one in _script().walk_revisions()}


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    return config


@cache
def _script() -> ScriptDirectory:
    """The migrations that come with this program; reading them imports each one."""
    return ScriptDirectory.from_config(_config())


def _current(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _upgrade(connection: Connection) -> None:
    current = _current(connection)
    if current == _script().get_current_head():
        return
    try:
        command.upgrade(_config(connection), "head")
    except CommandError as fault:
        if current is not None and not knows(current):
            raise SchemaTooNewError(current) from fault
        raise

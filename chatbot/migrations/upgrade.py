"""Runs the migrations. All of them happen in one transaction, so a kill half way leaves the schema as it was."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection, make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from chatbot.kit.database import is_sqlite

LOCK = 0x616C6F6E67
"""The advisory lock that lets one of several starting instances migrate PostgreSQL while the others wait."""


class SchemaTooNewError(Exception):
    """The database was written by a newer version of this program."""


async def migrate(url: str) -> None:
    """Bring the database at `url` to the newest schema, creating it when there is none.

    Nobody else may be connected to an SQLite file. Raises `SchemaTooNewError`.
    """
    file = make_url(url).database
    if is_sqlite(url) and file:
        Path(file).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    engine = create_async_engine(url, isolation_level="AUTOCOMMIT", hide_parameters=True)
    try:
        async with engine.connect() as connection:
            await connection.execute(text("BEGIN IMMEDIATE" if is_sqlite(url) else "BEGIN"))
            try:
                if not is_sqlite(url):
                    await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
                await connection.run_sync(_upgrade)
            except BaseException:
                await connection.execute(text("ROLLBACK"))
                raise
            await connection.execute(text("COMMIT"))
    finally:
        await engine.dispose()


async def at_head(url: str) -> bool:
    """Whether the database at `url` has the newest schema."""
    engine = create_async_engine(url, hide_parameters=True)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(lambda sync: _current(sync) == _script().get_current_head())
    finally:
        await engine.dispose()


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    return config


def _script() -> ScriptDirectory:
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
        if current is not None and current not in {one.revision for one in _script().walk_revisions()}:
            raise SchemaTooNewError(current) from fault
        raise

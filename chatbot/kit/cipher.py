"""SQLite files that are encrypted as a whole, with SQLCipher, where the operator wants it.

`DATABASE_URL=sqlite:///data/alongside.db?key_file=keys/database.key` says so and where the key lies. Whoever opens a
file, plain or encrypted, does it through `connect` or `engine`.
"""

import asyncio
import re
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import quote

import aiosqlite
from sqlalchemy import NullPool, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from chatbot.kit import owned
from chatbot.kit.database import DatabaseUnavailableError, database_file, is_sqlite
from chatbot.kit.durable import new_file, sync_file, sync_folder

_KEY = re.compile(rb"\s*([0-9a-f]{64})\s*")
_LARGEST_FILE = 1000
_PLAIN = b"SQLite format 3\0"


def key_file(url: str) -> Path | None:
    """Where the key lies that opens the whole file; None for a plain file, and for a server."""
    named = make_url(url).query.get("key_file") if is_sqlite(url) else None
    return Path(str(named)) if named else None


def beside(url: str, file: Path) -> str:
    """The URL of another file, under the same key."""
    return make_url(url).set(database=str(file)).render_as_string(hide_password=False)


def make_key(path: Path) -> None:
    """Make the file of a new key, for this user alone. Raises `FileExistsError`: a key in use is never touched."""
    with open(new_file(path), "w") as file:  # noqa: PTH123 - a descriptor, not a path
        file.write(f"{secrets.token_hex(32)}\n")
    sync_file(path)
    sync_folder(path.parent)


def driver(url: str) -> Any:
    """The module that opens the file. Raises `DatabaseUnavailableError` when SQLCipher is asked for and not there."""
    if key_file(url) is None:
        return sqlite3
    try:
        return import_module("sqlcipher3.dbapi2")
    except ImportError:
        raise DatabaseUnavailableError(
            "DATABASE_URL names a key_file, and SQLCipher is not installed. Run: uv sync --extra sqlcipher"
        ) from None


def connect(url: str, *, read_only: bool = False) -> sqlite3.Connection:
    """Open the file, with its key where it has one. Raises `DatabaseUnavailableError` when the key does not fit."""
    file, path, module = database_file(url), key_file(url), driver(url)
    name = f"file:{quote(str(file))}{'?mode=ro' if read_only else ''}" if file else ":memory:"
    connection: sqlite3.Connection = module.connect(name, uri=file is not None, isolation_level=None)
    if path is None:
        return connection
    try:
        connection.execute("PRAGMA cipher_log_level = NONE").close()
        connection.execute(f"PRAGMA key = \"x'{_key(path)}'\"").close()
        connection.execute("SELECT count(*) FROM sqlite_master").close()
    except module.DatabaseError:
        connection.close()
        raise DatabaseUnavailableError(
            f"{file} does not open with the key in {path}: it is another one, or the file is not encrypted."
            " Bring back the right key, or see docs/operating.md on encrypting a database."
        ) from None
    except BaseException:
        connection.close()
        raise
    return connection


def engine(url: str, *, read_only: bool = False, **how: Any) -> AsyncEngine:
    """An engine on the database, for work that is not the bot's own; `read_only` counts for files."""
    if not is_sqlite(url):
        return create_async_engine(url, hide_parameters=True, **how)

    async def opened() -> aiosqlite.Connection:
        if key_file(url) is not None:  # a refusal inside aiosqlite's thread would be told a second time, by the thread
            await asyncio.to_thread(lambda: connect(url, read_only=read_only).close())
        return await aiosqlite.Connection(lambda: connect(url, read_only=read_only), iter_chunk_size=64)

    return create_async_engine(
        "sqlite+aiosqlite://", async_creator=opened, poolclass=NullPool, hide_parameters=True, **how
    )


@contextmanager
def said_kindly(url: str) -> Iterator[None]:
    """What SQLCipher says is told like what SQLite says. Raises `DatabaseUnavailableError` for it."""
    try:
        yield
    except driver(url).Error as fault:
        raise DatabaseUnavailableError(
            f"The database cannot be read ({type(fault).__name__}). Run: uv run bot.py check"
        ) from fault


def is_plain(file: Path) -> bool:
    """Whether everybody can open this SQLite file."""
    with file.open("rb") as opened:
        return opened.read(len(_PLAIN)) == _PLAIN


def encrypt(plain: Path, url: str) -> None:
    """Write what is in a plain file into the new file of the URL, under its key."""
    path = key_file(url)
    if path is None:
        raise ValueError("no key to encrypt with")
    with closing(driver(url).connect(str(plain), isolation_level=None)) as connection:
        connection.execute(f"ATTACH ? AS encrypted KEY \"x'{_key(path)}'\"", (str(database_file(url)),)).close()
        connection.execute("SELECT sqlcipher_export('encrypted')").close()
        connection.execute("DETACH encrypted").close()


def _key(path: Path) -> str:
    try:
        content, _ = owned.read(path, most=_LARGEST_FILE)
    except FileNotFoundError:
        raise DatabaseUnavailableError(
            f"There is no {path}. Bring back its copy, or for a new network run: uv run bot.py keys database"
        ) from None
    except owned.NotOwned as fault:
        raise DatabaseUnavailableError(str(fault)) from None
    found = _KEY.fullmatch(content)
    if found is None:
        raise DatabaseUnavailableError(f"{path} is damaged or no key of a database. Put the copy you keep of it back.")
    return found[1].decode()

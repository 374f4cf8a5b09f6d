"""Bringing a backup back: whole, looked through, and saying nothing twice; or nothing is changed."""

import asyncio
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import SecretStr

from chatbot.backups import archive, rules, store
from chatbot.backups.catching_up import catch_up
from chatbot.backups.later import known_of_later
from chatbot.backups.model import BackupFault, Later, Manifest, Restored
from chatbot.kit import copies, dumps
from chatbot.kit.alone import Alone
from chatbot.kit.cipher import beside, encrypt, key_file
from chatbot.kit.clock import Clock
from chatbot.kit.database import database_file
from chatbot.kit.keyring import KeyRing
from chatbot.kit.looking import Frozen, looking
from chatbot.kit.postgres import PostgresDatabase
from chatbot.migrations import knows
from chatbot.opening import open_chatbot
from chatbot.settings import Settings


async def restore(settings: Settings, clock: Clock, backup: Path, *, replace: bool, hold: bool = False) -> Restored:
    """Bring a backup back. A database that is there is replaced only when that is meant, and none while the bot runs.

    `hold` sets a legal hold in it before anything is forgotten.

    Raises `BackupFault`, `DumpFault`, `KeyringFault`, `DatabaseUnavailableError`; then everything is as it was.
    """
    url = settings.database_url.get_secret_value()
    file = database_file(url)
    if file is None:
        return await _into_server(settings, clock, backup, url, hold=hold)
    alone = Alone(file)
    try:
        return await _into_file(settings, clock, backup, file, replace=replace, hold=hold)
    finally:
        alone.release()


async def _into_file(
    settings: Settings, clock: Clock, backup: Path, file: Path, *, replace: bool, hold: bool
) -> Restored:
    is_there = await asyncio.to_thread(file.exists)
    if is_there and not replace:
        raise BackupFault(f"There is a database at {file}. With --replace the backup takes its place, and it is gone.")
    for left in file.parent.glob(f".{file.name}.*"):  # by a kill
        shutil.rmtree(left)
    with TemporaryDirectory(prefix=f".{file.name}.", dir=file.parent) as folder:
        copy = Path(folder) / file.name
        manifest = await _unpacked(settings, backup, copy, "sqlite")
        there = settings.database_url.get_secret_value()
        url = beside(there, copy)
        rules.require_file_key(manifest, is_named=key_file(there) is not None)
        if key_file(there) is not None and not manifest.encrypted:
            plain = copy.rename(copy.with_name("plain"))
            await asyncio.to_thread(encrypt, plain, url)
        if not await asyncio.to_thread(copies.is_whole, url):
            raise BackupFault(f"{backup} holds a database that is broken. Take another one.")
        await _must_hold(url, clock, manifest)
        later = await known_of_later(there, clock, manifest) if is_there else None
        aside = settings.model_copy(update={"database_url": SecretStr(url)})
        restored = await _at_work(aside, clock, manifest, later, hold=hold)
        # Here and not in a thread: who is told to stop shall not leave it half done.
        copies.put_in_place(copy, there, file)
    return restored


async def _into_server(settings: Settings, clock: Clock, backup: Path, url: str, *, hold: bool) -> Restored:
    """PostgreSQL's database must be empty: it is not ours to replace."""
    database = PostgresDatabase(url, clock, connections=1)
    await database.start()
    try:
        if not await database.run(store.is_empty):
            raise BackupFault("The database is not empty. Make a new one (createdb), and let DATABASE_URL lead to it.")
        with TemporaryDirectory() as folder:
            dump = Path(folder) / archive.DATABASE
            manifest = await _unpacked(settings, backup, dump, "postgresql")
            await dumps.load(url, dump)
        try:
            await _must_hold(url, clock, manifest)
            return await _at_work(settings, clock, manifest, None, hold=hold)
        except BaseException:
            await database.run(store.lay_bare)
            raise
    finally:
        await database.stop()


async def _unpacked(settings: Settings, backup: Path, to: Path, kind: str) -> Manifest:
    ring = KeyRing.load(settings.keyring_file)
    manifest = await asyncio.to_thread(archive.unpack, backup, to)
    rules.require_kind(manifest, kind)
    rules.require_schema(manifest, knows)
    rules.require_keys(manifest, lambda name: key.fingerprint if (key := ring.key(name)) else None, ring.path)
    return manifest


async def _must_hold(url: str, clock: Clock, manifest: Manifest) -> None:
    async with looking(url) as connection:
        rules.require_rows(manifest, await Frozen(connection, clock).run(lambda tx: store.rows(tx, manifest.rows)))


async def _at_work(
    settings: Settings, clock: Clock, manifest: Manifest, later: Later | None, *, hold: bool
) -> Restored:
    """Migrate it, look through it, and do what fell due; nothing is sent."""
    chatbot = await open_chatbot(settings, clock)
    try:
        return await catch_up(chatbot, manifest, later, hold=hold)
    finally:
        await chatbot.database.stop()

"""Making a backup, while the bot runs or not."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from chatbot.backups import archive, store
from chatbot.backups.chains import looked_through
from chatbot.backups.model import BackupFault, Manifest
from chatbot.bootstrap import build
from chatbot.kit import copies, dumps
from chatbot.kit.cipher import beside, key_file
from chatbot.kit.clock import Clock
from chatbot.kit.database import database_file
from chatbot.kit.keyring import KeyRing
from chatbot.kit.looking import Frozen, looking
from chatbot.kit.sealed import Sealer
from chatbot.migrations import at_head
from chatbot.migrations.tables import metadata
from chatbot.settings import Settings


async def back_up(settings: Settings, clock: Clock, to: Path) -> Manifest:
    """Write the network into a new file, for this user alone; the bot may be running.

    Raises `BackupFault`, `DumpFault`, `KeyringFault`.
    """
    _must_be_new(to, settings.keyring_file)
    url = settings.database_url.get_secret_value()
    ring = KeyRing.load(settings.keyring_file)
    with TemporaryDirectory(prefix=f".{to.name}.", dir=to.parent) as folder:
        content = Path(folder) / archive.DATABASE
        async with _one_state(url, clock, content) as database:
            chatbot = build(clock=clock, database=database, sealer=Sealer(ring), zone=settings.zone)
            manifest = Manifest(
                made_at=clock.now(),
                kind="sqlite" if database_file(url) else "postgresql",
                encrypted=key_file(url) is not None,
                schema_version=await database.run(store.schema_version),
                sha256=await asyncio.to_thread(archive.digest, content),
                rows=await database.run(lambda tx: store.rows(tx, metadata.tables)),
                keys={
                    use.name: key.fingerprint if use.opens and (key := ring.key(use.name)) else ""
                    for use in await chatbot.keys.listed()
                    if use.values
                },
                chains=await looked_through(chatbot),
            )
        await asyncio.to_thread(archive.pack, manifest, content, to)
    return manifest


@asynccontextmanager
async def _one_state(url: str, clock: Clock, content: Path) -> AsyncIterator[Frozen]:
    """Write one state of the database into a file, and look at that very state."""
    file = database_file(url)
    if file is not None:
        if not file.exists():
            raise BackupFault(f"There is no database at {file} yet.")
        await asyncio.to_thread(copies.copy, url, content)
        url = beside(url, content)
    if not await at_head(url):
        raise BackupFault(
            "Its schema is not the newest. Back it up with the program that wrote it, or run: uv run bot.py migrate"
        )
    async with looking(url) as connection:
        database = Frozen(connection, clock)
        if file is None:
            await dumps.dump(url, content, snapshot=await database.run(store.snapshot))
        yield database


def _must_be_new(to: Path, ring: Path) -> None:
    if to.exists():
        raise BackupFault(f"{to} exists already, and is not written over. Choose another name.")
    if not to.parent.is_dir():
        raise BackupFault(f"There is no folder {to.parent}.")
    if to.parent.resolve() == ring.parent.resolve():
        raise BackupFault(f"{to} would lie beside the key ring. Choose another folder: they must be kept apart.")

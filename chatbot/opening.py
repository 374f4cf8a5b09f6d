"""Opens a network: its database, its key ring, and the Chatbot on them."""

from pathlib import Path

from chatbot.bootstrap import Chatbot, build
from chatbot.kit.address import Address
from chatbot.kit.cipher import key_file
from chatbot.kit.clock import Clock
from chatbot.kit.database import Database, database_file, is_sqlite
from chatbot.kit.keyring import KeyRing, KeyringFault, misplaced
from chatbot.kit.postgres import PostgresDatabase
from chatbot.kit.sealed import Sealer
from chatbot.kit.sqlite import SqliteDatabase
from chatbot.migrations import migrate
from chatbot.network.service import Networks
from chatbot.resources.towns import Towns
from chatbot.settings import Settings


def open_database(url: str, clock: Clock) -> Database:
    """The database behind the URL; it is not connected yet."""
    return SqliteDatabase(url, clock) if is_sqlite(url) else PostgresDatabase(url, clock)


class KeyRingMissingError(Exception):
    """There are sealed details in the database and no key ring to open them with."""


async def open_chatbot(settings: Settings, clock: Clock, *, whatever_opens: bool = False) -> Chatbot:
    """The Chatbot of these settings on its database, migrated and connected; close it with `chatbot.database.stop()`.

    A network that is just beginning gets a key ring; one that has begun must bring its own, with every key that is
    needed unless it is opened `whatever_opens`.

    Raises `KeyRingMissingError`, `KeyringFault`, `SchemaTooNewError`, and whatever the database says when it is out of
    reach.
    """
    url = settings.database_url.get_secret_value()
    _must_lie_apart(settings.keyring_file, url)
    await migrate(url)
    database = open_database(url, clock)
    await database.start()
    try:
        begun = bool(await Networks(database, zone=settings.zone).teams())
        chatbot = build(
            clock=clock,
            database=database,
            sealer=Sealer(_ring(settings.keyring_file, begun=begun)),
            zone=settings.zone,
            first_admins=settings.admin_users,
            address=Address(settings.public_url),
            towns=Towns.read(settings.towns_folder) if settings.towns_folder else None,
        )
        if not whatever_opens:
            await chatbot.keys.must_open()
    except BaseException:
        await database.stop()
        raise
    return chatbot


def _must_lie_apart(ring: Path, url: str) -> None:
    """Raises `KeyringFault` when a copy of the data's folder would hold the keys as well."""
    file, key = database_file(url), key_file(url)
    if file is not None and misplaced(ring, file.parent):
        raise KeyringFault(f"Move {ring} out of the folder of the database and set KEYRING_FILE to where it is then.")
    if file is not None and key is not None and misplaced(key, file.parent):
        raise KeyringFault(f"Move {key} out of the folder of the database and say in DATABASE_URL where it is then.")


def _ring(path: Path, *, begun: bool) -> KeyRing:
    if path.exists():
        return KeyRing.load(path)
    if begun:
        raise KeyRingMissingError(str(path))
    try:
        return KeyRing.create(path)
    except KeyringFault:
        if not path.exists():
            raise
        return KeyRing.load(path)  # another instance was beginning at the same moment

"""Copies of an SQLite file: made while the bot runs, looked through, and put in the place of another."""

from contextlib import closing, suppress
from pathlib import Path

from chatbot.kit.cipher import connect, driver
from chatbot.kit.database import DatabaseUnavailableError
from chatbot.kit.durable import sync_file, sync_folder

_LOGS = ("-wal", "-shm", "-journal")


def copy(url: str, to: Path) -> None:
    """Write what is in a file at this moment into a new one, without remnants of what was deleted; under the same key.

    The connection only reads, so it cannot harm the log of a bot that runs (see `kit/sqlite`), and nobody waits for it.
    """
    with closing(connect(url, read_only=True)) as connection:
        connection.execute("VACUUM INTO ?", (str(to),)).close()
    to.chmod(0o600)
    sync_file(to)


def is_whole(url: str) -> bool:
    """Whether the file is a database in which nothing is broken. Raises `DatabaseUnavailableError` for a wrong key."""
    try:
        with closing(connect(url, read_only=True)) as connection:
            broken = connection.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]
            return not broken and not connection.execute("PRAGMA foreign_key_check").fetchall()
    except driver(url).Error:
        return False


def put_in_place(copy: Path, url: str, file: Path) -> None:
    """Let the copy be the file. At every moment the old one or the new one is there, whole.

    The caller holds the file's lock. The old one's log is written into it first: a log that stayed would be read into
    the new one.
    """
    copy.chmod(0o600)
    sync_file(copy)
    if file.exists():
        # A broken one is replaced as it is.
        with suppress(driver(url).Error, DatabaseUnavailableError), closing(connect(url)) as old:
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    for end in _LOGS:
        file.with_name(f"{file.name}{end}").unlink(missing_ok=True)
    sync_folder(file.parent)
    copy.rename(file)
    sync_folder(file.parent)

"""Copies of an SQLite file: made while the bot runs, looked through, and put in the place of another."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from urllib.parse import quote

from chatbot.kit.durable import sync_file, sync_folder

_LOGS = ("-wal", "-shm", "-journal")


def copy(file: Path, to: Path) -> None:
    """Write what is in the file at this moment into a new one, without remnants of what was deleted.

    The connection only reads, so it cannot harm the log of a bot that runs (see `kit/sqlite`), and nobody waits for it.
    """
    with closing(sqlite3.connect(f"file:{quote(str(file))}?mode=ro", uri=True)) as connection:
        connection.execute("VACUUM INTO ?", (str(to),)).close()
    to.chmod(0o600)
    sync_file(to)


def is_whole(file: Path) -> bool:
    """Whether the file is a database in which nothing is broken."""
    try:
        with closing(sqlite3.connect(f"file:{quote(str(file))}?mode=ro", uri=True)) as connection:
            broken = connection.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]
            return not broken and not connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.Error:
        return False


def put_in_place(copy: Path, file: Path) -> None:
    """Let the copy be the file. At every moment the old one or the new one is there, whole.

    The caller holds the file's lock. The old one's log is written into it first: a log that stayed would be read into
    the new one.
    """
    copy.chmod(0o600)
    sync_file(copy)
    if file.exists():
        with suppress(sqlite3.Error), closing(sqlite3.connect(file)) as old:  # a broken one is replaced as it is
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    for end in _LOGS:
        file.with_name(f"{file.name}{end}").unlink(missing_ok=True)
    sync_folder(file.parent)
    copy.rename(file)
    sync_folder(file.parent)

"""One program at a time on an SQLite file.

Two connections to one file can damage its write-ahead log (see `kit/sqlite`), so whoever opens it holds a lock beside
it. The lock goes with the process, also when the process is killed.
"""

import fcntl
import os
from pathlib import Path

from chatbot.kit.database import DatabaseUnavailableError


class Alone:
    """The lock of one SQLite file."""

    def __init__(self, file: Path) -> None:
        """Take the lock. Raises `DatabaseUnavailableError` when another program has it."""
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._handle = os.open(file.with_name(f"{file.name}.lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(self._handle)
            raise DatabaseUnavailableError(f"Another program is using {file}. Stop it first.") from None

    def release(self) -> None:
        """Let the next program have the file."""
        os.close(self._handle)

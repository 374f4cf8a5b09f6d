"""Files that belong to the bot's user alone, such as keys."""

import os
import stat
from pathlib import Path


class NotOwned(Exception):
    """The file may not be trusted. The sentence says why and what to do, and nothing of what the file holds."""


def read(path: Path, *, most: int) -> tuple[bytes, os.stat_result]:
    """The file's bytes, once the open file itself (not its name) has shown to be the owner's alone.

    Raises `NotOwned`, and `FileNotFoundError`.
    """
    try:
        # O_NONBLOCK: a pipe put there by mistake must not hang the start.
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        raise
    except OSError as fault:
        raise NotOwned(
            f"{path} cannot be opened ({fault.strerror}). Name the file itself, no link, owned by the bot's user."
        ) from None
    with open(handle, "rb") as file:  # noqa: PTH123 - a descriptor, not a path
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise NotOwned(f"{path} is not a file. The settings must name the file of keys itself.")
        if status.st_uid != os.geteuid():
            raise NotOwned(f"{path} belongs to another user. Run as its owner, or: chown it to the bot's user.")
        if stat.S_IMODE(status.st_mode) & 0o177:
            raise NotOwned(f"{path} is open to others. Run: chmod 600 {path}")
        return file.read(most), status

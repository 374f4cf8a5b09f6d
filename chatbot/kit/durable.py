"""Files that are whole under their name or not there at all, also after a power cut."""

import os
from pathlib import Path


def sync_file(path: Path) -> None:
    """What was written into the file lies on the disk from here on."""
    _sync(path, os.O_RDONLY)


def sync_folder(folder: Path) -> None:
    """What was named, renamed or deleted in the folder stays so from here on."""
    _sync(folder, os.O_RDONLY | os.O_DIRECTORY)


def new_file(path: Path) -> int:
    """The handle of a new file for this user alone, whatever the umask. Raises `FileExistsError`."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    os.fchmod(handle, 0o600)
    return handle


def _sync(path: Path, how: int) -> None:
    handle = os.open(path, how | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

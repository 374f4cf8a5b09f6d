"""The file of a backup: a zip with what it says of itself in front, and the database behind."""

import hashlib
import os
import zlib
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from pydantic import ValidationError

from chatbot.backups.model import BackupFault, Manifest
from chatbot.kit.durable import new_file, sync_folder

MANIFEST = "manifest.json"
DATABASE = "database"
_LARGEST_MANIFEST = 1_000_000
_PIECE = 1 << 20

_NO_BACKUP = (BadZipFile, zlib.error, EOFError, KeyError, ValidationError, NotImplementedError, RuntimeError)
"""What a file that is damaged, or is something else, makes zipfile and pydantic raise."""


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def pack(manifest: Manifest, database: Path, to: Path) -> None:
    """Write the backup. It is whole under its name, or not there at all. Raises `BackupFault`."""
    beside = to.with_name(f".{to.name}.new")
    try:
        beside.unlink(missing_ok=True)  # what a kill left
        with open(new_file(beside), "wb") as file:  # noqa: PTH123 - a descriptor, not a path
            with ZipFile(file, "w", ZIP_DEFLATED) as packed:
                packed.writestr(MANIFEST, manifest.model_dump_json(indent=1))
                packed.write(database, DATABASE)
            file.flush()
            os.fsync(file.fileno())
        beside.rename(to)
        sync_folder(to.parent)
    except OSError as fault:
        raise BackupFault(f"{to} cannot be written ({fault.strerror}). Choose another folder.") from None
    finally:
        beside.unlink(missing_ok=True)


def unpack(backup: Path, to: Path) -> Manifest:
    """Read the backup; its database lies in the new file `to` then. Raises `BackupFault` for anything else."""
    try:
        with ZipFile(backup) as packed:
            manifest = Manifest.model_validate_json(packed.open(MANIFEST).read(_LARGEST_MANIFEST))
            found = hashlib.sha256()
            with packed.open(DATABASE) as database, open(new_file(to), "wb") as file:  # noqa: PTH123 - a descriptor
                while piece := database.read(_PIECE):
                    found.update(piece)
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
    except FileNotFoundError:
        raise BackupFault(f"There is no {backup}.") from None
    except _NO_BACKUP:
        raise BackupFault(f"{backup} is damaged, or no backup of Alongside. Take another one.") from None
    if found.hexdigest() != manifest.sha256:
        raise BackupFault(f"{backup} is damaged. Take another one.")
    return manifest

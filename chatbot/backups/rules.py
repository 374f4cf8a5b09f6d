"""Whether a backup can be brought back, and how far codes jump. Pure."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path

from chatbot.backups.model import BackupFault, Chains, Manifest

JUMP = 100
"""How many codes of each letter are left out for each week that was begun since a backup."""


def require_kind(manifest: Manifest, kind: str) -> None:
    """Raises `BackupFault` for a backup of the other kind of database."""
    if manifest.kind != kind:
        raise BackupFault(f"This is a backup of {manifest.kind}, and DATABASE_URL leads to {kind}.")


def require_file_key(manifest: Manifest, *, is_named: bool) -> None:
    """Raises `BackupFault` for a backup that is encrypted as a whole when no key is named for it."""
    if manifest.encrypted and not is_named:
        raise BackupFault("This backup is encrypted as a whole. Name its key: DATABASE_URL=sqlite:///...?key_file=...")


def require_schema(manifest: Manifest, knows: Callable[[str], bool]) -> None:
    """Raises `BackupFault` for what a newer program wrote."""
    if not knows(manifest.schema_version):
        raise BackupFault("This backup was made by a newer version of Alongside. Update the program first.")


def require_keys(manifest: Manifest, fingerprint: Callable[[str], str | None], ring: Path) -> None:
    """Raises `BackupFault` unless the ring has every key that the backup needs, and those very keys."""
    for name, wanted in sorted(manifest.keys.items()):
        found = fingerprint(name)
        if found is None:
            raise BackupFault(
                f"This backup needs the key {name}, which is not in {ring}. Bring back the copy of the ring from those"
                " days; when the key was destroyed, the backup's private details open to nobody, and it stays closed."
            )
        if wanted and found != wanted:
            raise BackupFault(
                f"This backup needs the key {name}, and {ring} has another one of that name."
                " Bring back the right copy of the ring."
            )


def require_rows(manifest: Manifest, rows: Mapping[str, int]) -> None:
    """Raises `BackupFault` when a table does not hold as many rows as the backup says."""
    amiss = sorted(name for name in {*manifest.rows, *rows} if manifest.rows.get(name) != rows.get(name))
    if amiss:
        raise BackupFault(f"This backup does not hold what it says it holds (table {amiss[0]}). Take another one.")


def require_chains(manifest: Manifest, found: Mapping[str, Chains]) -> int:
    """How many faults the chains have, all of which were there before. Raises `BackupFault` for any that is new."""
    if manifest.chains != found:
        raise BackupFault("Its books or its audit are not those that this backup was made of. Take another one.")
    return sum(chains.faults for chains in found.values())


def jump(age: timedelta) -> int:
    """How many codes are left out: those that may have been given out since the backup, and stand on cards."""
    return JUMP * (max(age, timedelta(0)) // timedelta(weeks=1) + 1)


def is_later(manifest: Manifest, made_of: Mapping[str, str | None]) -> bool:
    """Whether a database is a later state of the one that was backed up.

    `made_of` says, for each workspace of the backup, the hash of the line at which the backup's audit ends.
    """
    return all(
        chains.audit.partition(":")[2] == made_of.get(team_id) or chains.audit.startswith("0:")
        for team_id, chains in manifest.chains.items()
    )

"""What a backup says of itself, and what became of one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class BackupFault(Exception):
    """There is no backup, or none is brought back. The sentence says why and what to do; nothing was changed."""


class Chains(BaseModel):
    """Where the two chains of a workspace end, and how many faults were found in them when the backup was made."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    audit: str
    books: str
    faults: int = Field(ge=0)


class Manifest(BaseModel):
    """What lies in front of a backup. Keys are known by their fingerprints; no key is ever in there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal[1] = 1
    made_at: datetime
    kind: Literal["sqlite", "postgresql"]
    encrypted: bool = False
    """Whether the file inside is encrypted as a whole, under a key of its own."""
    schema_version: str
    sha256: str
    rows: dict[str, int]
    keys: dict[str, str]
    """The name of each key that seals something, and its fingerprint; empty when the ring did not have it."""
    chains: dict[str, Chains]

    @property
    def day(self) -> str:
        """When it was made, as people read it."""
        return f"{self.made_at:%Y-%m-%d %H:%M} UTC"


@dataclass(frozen=True, kw_only=True, slots=True)
class Later:
    """What the present database knows of the time after a backup: who was erased, and where a legal hold stands."""

    erased: frozenset[tuple[str, int]] = frozenset()
    """Workspace and number of a person."""
    held: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class Restored:
    """What became of a backup that was brought back."""

    manifest: Manifest
    faults: int
    """Faults in the books and the audit that were there when it was made."""
    later_is_known: bool
    erased: int
    still_needed: int
    """People who were erased since and cannot be just now: somebody counts on them, or a legal hold stands."""
    set_aside: int
    """Messages that may have been sent before."""
    failures: tuple[str, ...]
    """What the clock could not catch up with."""

"""Chains of hashes: every link carries the hash of the one before it, so that a changed, removed or added one shows."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

START = "0" * 64
"""The hash before the first link."""
SHORTEST = 8
"""How many signs of a hash it takes to tell one from another."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """The number and the hash of the last link. Whoever notes them can see later whether the chain still stands."""

    number: int
    hash: str

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"

    @classmethod
    def written(cls, text: str) -> "Head":
        """The head that somebody noted as `41:5d69a3d4`; one that is nowhere when it is not written like that."""
        number, _, signs = text.partition(":")
        return cls(number=int(number) if number.isdecimal() else 0, hash=signs)

    def is_of(self, full: str) -> bool:
        """Whether this is that hash, perhaps cut short."""
        return len(self.hash) >= SHORTEST and full.startswith(self.hash)


NOTHING = Head(number=0, hash=START)
"""The head of a chain without links."""


def linked(previous: str, said: Mapping[str, object]) -> str:
    """The hash of what a link says and of the hash before it. Every sign of it counts."""
    body = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(f"{previous}\n{body}".encode()).hexdigest()

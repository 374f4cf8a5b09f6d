"""What a round of renewing did, and what the keys are in use for."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Renewed:
    """What became of what old keys had sealed."""

    values: int = 0
    """So many were sealed anew."""
    unreadable: int = 0
    """So many did not open; they are as they were, or given up."""
    destroyed: tuple[str, ...] = ()
    """Keys that nothing needed any more."""
    kept: tuple[str, ...] = ()
    """Old keys that something still needs."""
    held: tuple[str, ...] = ()
    """Old keys that stay because a legal hold stands."""


@dataclass(frozen=True, kw_only=True, slots=True)
class KeyUse:
    """One key, and how many values it seals. `opens` is false when the ring lacks it or has another of its name."""

    name: str
    values: int
    is_there: bool
    is_old: bool
    opens: bool

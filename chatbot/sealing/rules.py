"""Which keys are old. Pure."""

from collections.abc import Sequence
from datetime import datetime

from chatbot.kit.months import month_of, months_before

MONTHS_KEPT = 2
"""The present month and the one before: a backup opens for a month at least, and for two at most."""


def old(names: Sequence[str], now: datetime) -> tuple[str, ...]:
    """The keys under which nothing shall stay sealed: those of months long over, and all before a further key.

    A further key of a month is made when somebody fears for the keys in use, so it makes all before it old.
    """
    first_kept = f"{months_before(month_of(now.date()), MONTHS_KEPT - 1):%Y-%m}"
    feared = max((name for name in names if "." in name), default="")
    return tuple(name for name in sorted(names) if name < max(first_kept, feared))

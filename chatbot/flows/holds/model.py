"""A legal hold, as the network knows it."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Hold:
    """Nothing is forgotten while it stands. The reason is sealed; admins read it."""

    id: int
    set_by: str = field(repr=False)
    set_at: datetime
    reason: str = field(default="", repr=False)

"""What someone watches, and how long a hearing has been uncovered."""

from dataclasses import dataclass
from datetime import datetime

from chatbot.kit.i18n import Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Watch:
    """`what` is `hearing:12`, `place:3` or `kind:bond`; `name` what people call it."""

    what: str
    name: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Gap:
    """That a hearing which is near has too few people, and since when."""

    id: int
    hearing_id: int
    since: datetime

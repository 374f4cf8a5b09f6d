"""How a hearing was before it moved, and what people were told of it."""

from dataclasses import dataclass, field
from datetime import datetime

from chatbot.hearings.model import Hearing, Mode
from chatbot.places.model import Place
from chatbot.signups.occasions import When


@dataclass(frozen=True, kw_only=True, slots=True)
class Before:
    """Time, place and way of meeting as they were."""

    when: When
    place: Place
    mode: Mode


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """One change that people have to know about: when it was made, and how it was before."""

    id: int
    hearing_id: int
    at: datetime
    before: Before


@dataclass(frozen=True, kw_only=True, slots=True)
class MoveNotice:
    """What was told: how it was, the hearing as it is now, and whether this is still the newest word about it."""

    id: int
    before: Before
    hearing: Hearing
    is_newest: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Unanswered:
    """A hearing that moved, and those with a seat who have not said whether they still come."""

    hearing: Hearing
    names: tuple[str, ...] = field(repr=False)

"""Someone who cannot come and looks for somebody who can."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from chatbot.signups.model import SeatRole
from chatbot.signups.occasions import Occasion


class State(StrEnum):
    OPEN = "open"
    TAKEN = "taken"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True, slots=True)
class Cover:
    """One search. `person_id` keeps the seat, and stays responsible, until somebody takes it."""

    id: int
    team_id: str
    subject: str
    person_id: int
    role: SeatRole
    state: State
    taken_by: int | None
    asked_at: datetime | None
    """When somebody was asked last; None when nobody fits."""
    asked: frozenset[int]
    """Everyone who was asked."""
    declined: frozenset[int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Searching:
    """A search as it is now; `asked` is how many have been asked so far."""

    occasion: Occasion
    asked: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Taken:
    """The seat changed hands."""

    occasion: Occasion
    role: SeatRole
    instead_of: str

"""A stay that is asked for, and its match with a home."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from chatbot.kit.i18n import Text
from chatbot.rooms.model import Feature, Home, Nights, Offer

CODE = "S"
"""The letter of a stay's code."""


class StayState(StrEnum):
    OPEN = "open"
    """A room is looked for, or somebody was asked."""
    AGREED = "agreed"
    """Both sides said yes."""
    WITHDRAWN = "withdrawn"


class MatchState(StrEnum):
    """How far a match has come. Its beds are held in the first three."""

    PROPOSED = "proposed"
    """The host was asked."""
    ACCEPTED = "accepted"
    """The host said yes; the guests have not answered."""
    AGREED = "agreed"
    """Both said yes: contacts are open."""
    DECLINED = "declined"
    REFUSED = "refused"
    """The guests said no."""
    EXPIRED = "expired"
    """Nobody answered in time."""
    TAKEN_BACK = "taken_back"


HOLDING = (MatchState.PROPOSED, MatchState.ACCEPTED, MatchState.AGREED)


class Phase(StrEnum):
    """Where a stay is, as people see it."""

    LOOKING = "looking"
    HOST_ASKED = "host_asked"
    GUESTS_ASKED = "guests_asked"
    AGREED = "agreed"
    OVER = "over"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True, slots=True)
class StayDraft:
    """Everything a coordinator writes down about a stay. `contact` is private: how the guests are reached."""

    alias: str
    town: str
    adults: int
    children: int
    nights: Nights
    needs: frozenset[Feature]
    languages: str
    note: str
    contact: str = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """A home proposed for a stay. `longer_until` is the later day that was asked for and not yet answered."""

    id: int
    stay_id: int
    offer_id: int
    offer_code: str
    voice_id: int
    """Who answers for the home: its host, or a coordinator for a host who is not in the workspace."""
    is_kept: bool
    """Whether it is a coordinator who does."""
    host: str = field(repr=False)
    town: str
    nights: Nights
    beds: int
    state: MatchState
    expires_at: datetime
    longer_until: date | None
    longer_expires_at: datetime | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Stay:
    """A stay that is asked for. It holds nothing private. `match` is the one that holds beds now."""

    id: int
    team_id: str
    code: str
    alias: str
    town: str
    adults: int
    children: int
    nights: Nights
    needs: frozenset[Feature]
    languages: str
    note: str
    state: StayState
    coordinator_id: int
    """Who looks after it and hears the answers."""
    coordinator: str = field(repr=False)
    match: Match | None

    @property
    def subject(self) -> str:
        return subject(self.id)

    @property
    def people(self) -> int:
        return self.adults + self.children


def subject(stay_id: int) -> str:
    """The name of a stay among all things that something may hang on."""
    return f"stay:{stay_id}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Fit:
    """How well a home would do for a stay: what speaks for it, and what does not fit."""

    offer: Offer
    fits: tuple[Text, ...]
    misfits: tuple[Text, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Contacts:
    """Both sides' contacts, opened once both said yes."""

    stay: Stay
    home: Home | None
    """None for the host, who knows where they live."""
    guests: str = field(repr=False)


class NoteKind(StrEnum):
    HANDOVER = "handover"
    """Between coordinators."""
    QUESTION = "question"
    """From the host who was asked."""
    ANSWER = "answer"


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """Something written about a stay for few eyes. Sealed in the database."""

    kind: NoteKind
    author: str = field(repr=False)
    written_at: datetime
    words: str = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Hosted:
    """What was given: nights with a roof, and the same counted once for each person."""

    stays: int
    nights: int
    person_nights: int

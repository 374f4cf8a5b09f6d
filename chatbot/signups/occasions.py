"""What people sign up for, whichever capability keeps it: a hearing, a ride, an event.

A capability that has seats writes one `Occasions` and hands it to the `Diary` in `bootstrap`. Everything about seats is
then done here, for all of them alike.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from chatbot.clusters.families.model import Turn
from chatbot.kit.database import Tx
from chatbot.kit.i18n import Text
from chatbot.signups.model import Outcome, Roster


@dataclass(frozen=True, kw_only=True, slots=True)
class When:
    """The local day in `zone`, and the hour when it is known. No day means: to be announced.

    `starts_at` and `ends_at` are instants in UTC; `ends_at` is only there with a start.
    """

    zone: ZoneInfo
    day: date | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Occasion:
    """Something with seats, as far as seats are concerned. It holds nothing private.

    `subject` is its name among all things (`hearing:12`), `code` what people call it. `what` and `alias` say what it is
    and for whom. `spot` is where people meet, as the card says it; `place_id` is None where nobody travels to a place
    of the directory. `area` says whose coordinators it belongs to, `keeper` who wrote it down. `agreement` is the
    version that one must have agreed to before coming, 0 for none. `home` is the zone of the network. `command` lists
    what else there is of its kind. `spot_is_public` says that nobody lives there, so that it may stand in a calendar;
    at what `is_gathering` nobody is missing who stays away. `first` says whose turn it is while it is not everyone's;
    until then it is spoken of in no channel of the network's.
    """

    team_id: str
    subject: str
    code: str
    what: Text
    alias: str
    when: When
    spot: str
    place_id: int | None
    area: str
    languages: str
    channel: str | None
    cancelled: bool
    agreement: int
    keeper: int
    home: ZoneInfo
    command: str
    roster: Roster
    spot_is_public: bool = False
    is_gathering: bool = False
    first: Turn | None = None

    @property
    def kind(self) -> str:
        """The word before the number in its subject. Its door opens the details with the action `{kind}s.details`."""
        return self.subject.partition(":")[0]


@dataclass(frozen=True, kw_only=True, slots=True)
class Claimed:
    """What pressing Claim led to, and the occasion as it is now."""

    occasion: Occasion
    outcome: Outcome


class Occasions(Protocol):
    """The occasions of one capability. Every method runs inside a verb and reads the present state."""

    @property
    def kind(self) -> str:
        """The word before the number in their subjects, such as `hearing`."""
        ...

    @property
    def letter(self) -> str:
        """What their codes begin with, such as `H`."""
        ...

    async def by_code(self, tx: Tx, team_id: str, code: str, *, to_change: bool = False) -> Occasion:
        """The one of this code, its own row locked (`FOR UPDATE`) when its seats are going to change.

        Raises the capability's own refusal, a `NoSuchOccasion`, when there is none.
        """
        ...

    async def numbered(self, tx: Tx, team_id: str, numbers: Collection[int]) -> Sequence[Occasion]:
        """Those of these numbers, the ones after the colon of a subject; cancelled and past ones too."""
        ...

    async def undated(self, tx: Tx, since: date) -> Sequence[Occasion]:
        """Of every workspace, those not cancelled, not before that day, whose day or hour is not known yet."""
        ...

"""How a capability joins the channels' digests, the personal digest and the coordinators' weekly report.

A capability writes one `Section` in a file of its own folder; `bootstrap` lists it. How it looks is the door's part.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from zoneinfo import ZoneInfo

from chatbot.kit.database import Tx


@dataclass(frozen=True, kw_only=True, slots=True)
class Scope:
    """What a reader asks of a section: so many `days` from today on, `zone` saying what today is.

    An empty filter lets everything pass. `kinds` are the words of the section's own kinds; a section that has no
    places, kinds or languages does not look at them.
    """

    team_id: str
    days: int
    zone: ZoneInfo
    place_ids: frozenset[int] = frozenset()
    kinds: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()


class Item(Protocol):
    """Anything a section lists. A message follows the changes of the subjects it shows."""

    @property
    def subject(self) -> str: ...

    @property
    def urgent(self) -> bool:
        """Whether somebody has to do something about it; urgent items come first."""
        ...

    @property
    def happens_on(self) -> date | None:
        """The local day it happens or is due; None when that is open."""
        ...


class Section(Protocol):
    """What one capability has to say; every method reads the present state and writes nothing."""

    @property
    def name(self) -> str:
        """The capability's own name, such as `hearings`."""
        ...

    async def coming(self, tx: Tx, scope: Scope) -> Sequence[Item]:
        """What a channel should know: in the order it happens, nothing private."""
        ...

    async def mine(self, tx: Tx, scope: Scope, *, person_id: int) -> Sequence[Item]:
        """What concerns this one person, for their personal digest."""
        ...

    async def to_settle(self, tx: Tx, scope: Scope) -> Sequence[Item]:
        """What coordinators have to look after this week: at risk, unverified, overdue, to collect."""
        ...

"""What events add to digests and to the weekly report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from chatbot.events import rules
from chatbot.events.model import Event
from chatbot.events.reading import Reading
from chatbot.kit.clock import local_date
from chatbot.kit.database import Tx
from chatbot.kit.sections import Scope
from chatbot.signups.times import is_over

LATELY = timedelta(days=7)
"""How long somebody is asked to note who came."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Coming:
    """An event in a list. Nothing has to be done about it, so none is urgent."""

    event: Event
    urgent: bool = False

    @property
    def subject(self) -> str:
        return self.event.subject

    @property
    def happens_on(self) -> date | None:
        return self.event.when.day


class EventsSection:
    """The gatherings of the next days."""

    name = "events"

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    async def coming(self, tx: Tx, scope: Scope) -> Sequence[Coming]:
        """Everything people can still come to."""
        return await self._ahead(tx, scope)

    async def mine(self, tx: Tx, scope: Scope, *, person_id: int) -> Sequence[Coming]:
        """Where this person comes, or waits."""
        return [one for one in await self._ahead(tx, scope) if one.event.roster.of(person_id) is not None]

    async def to_settle(self, tx: Tx, scope: Scope) -> Sequence[Coming]:
        """What was lately, and nobody noted who came."""
        today = local_date(tx.now, scope.zone)
        found = await self._reading.between(tx, today - LATELY, today, team_id=scope.team_id)
        return [Coming(event=one) for one in found if rules.is_untold(one) and is_over(one.when, tx.now)]

    async def _ahead(self, tx: Tx, scope: Scope) -> list[Coming]:
        last = local_date(tx.now, scope.zone) + timedelta(days=scope.days - 1)
        return [
            Coming(event=one)
            for one in await self._reading.coming(tx, scope.team_id)
            if one.when.day is not None
            and one.when.day <= last
            and (not scope.place_ids or one.facts.place_id in scope.place_ids)
        ]

"""What needs add to digests and to the weekly report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from chatbot.kit.clock import local_date
from chatbot.kit.database import Tx
from chatbot.kit.sections import Scope
from chatbot.needs import rules
from chatbot.needs.model import Need
from chatbot.needs.reading import Reading
from chatbot.signups.times import is_over


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """A need in a list; urgent while something is missing and the day is near."""

    need: Need
    urgent: bool

    @property
    def subject(self) -> str:
        return self.need.subject

    @property
    def happens_on(self) -> date | None:
        return self.need.when.day


class NeedsSection:
    """What is asked for in the next days, and what has no day."""

    name = "needs"

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    async def coming(self, tx: Tx, scope: Scope) -> Sequence[Asked]:
        """What still misses something."""
        return [one for one in await self._ahead(tx, scope) if rules.missing(one.need)]

    async def mine(self, tx: Tx, scope: Scope, *, person_id: int) -> Sequence[Asked]:
        """Where this person helps, waits, or promised something."""
        return [one for one in await self._ahead(tx, scope) if rules.helps(one.need, person_id)]

    async def to_settle(self, tx: Tx, scope: Scope) -> Sequence[Asked]:
        """What is near and still misses something."""
        return [one for one in await self._ahead(tx, scope) if one.urgent]

    async def _ahead(self, tx: Tx, scope: Scope) -> list[Asked]:
        last = local_date(tx.now, scope.zone) + timedelta(days=scope.days - 1)
        return [
            Asked(need=need, urgent=rules.is_urgent(need, tx.now))
            for need in await self._reading.open_ones(tx, scope.team_id)
            if not is_over(need.when, tx.now)
            and (need.when.day is None or need.when.day <= last)
            and (not scope.kinds or need.kind in scope.kinds)
            and (not scope.place_ids or need.place_id in scope.place_ids)
        ]

"""What alerts add to digests and to the weekly report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from chatbot.actions import rules, store
from chatbot.actions.model import Action, State
from chatbot.actions.reading import Reading
from chatbot.kit.clock import local_date
from chatbot.kit.database import Tx
from chatbot.kit.sections import Scope


@dataclass(frozen=True, kw_only=True, slots=True)
class Running:
    """An alert in a list; urgent while it ends soon and its goal is not reached."""

    action: Action
    urgent: bool

    @property
    def subject(self) -> str:
        return self.action.subject

    @property
    def happens_on(self) -> date | None:
        return self.action.ends_on


class ActionsSection:
    """What is open, in the order it ends."""

    name = "actions"

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    async def coming(self, tx: Tx, scope: Scope) -> Sequence[Running]:
        """Everything that is open, also what ends later than the digest looks ahead."""
        today = local_date(tx.now, scope.zone)
        found = await self._reading.every(tx, scope.team_id, store.in_state(State.OPEN), store.on_or_after(today))
        return [Running(action=one, urgent=rules.is_urgent(one, today)) for one in found]

    async def mine(self, tx: Tx, scope: Scope, *, person_id: int) -> Sequence[Running]:
        """What is open and this person has done nothing for today."""
        found = await self.coming(tx, scope)
        mine = await self._reading.mine(tx, scope.team_id, [one.action.id for one in found], person_id)
        return [one for one in found if not mine[one.action.id].today]

    async def to_settle(self, tx: Tx, scope: Scope) -> Sequence[Running]:
        """Drafts that were not launched, and what ends soon below its goal."""
        drafts = await self._reading.every(tx, scope.team_id, store.in_state(State.DRAFT))
        near = [one for one in await self.coming(tx, scope) if one.urgent]
        return [*(Running(action=one, urgent=False) for one in drafts), *near]

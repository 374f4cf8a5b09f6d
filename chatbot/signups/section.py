"""What seats add to the coordinators' weekly report: those that may stay empty."""

from collections.abc import Sequence

from chatbot.kit.database import Tx
from chatbot.kit.sections import Item, Scope
from chatbot.signups.diary import Diary
from chatbot.signups.risk import AtRisk, Risks


class SeatsSection:
    """Channels and people read of seats where they read of what the seats are in."""

    name = "signups"

    def __init__(self, diary: Diary) -> None:
        self._risks = Risks(diary)

    async def coming(self, tx: Tx, scope: Scope) -> Sequence[Item]:  # noqa: ARG002
        return []

    async def mine(self, tx: Tx, scope: Scope, *, person_id: int) -> Sequence[Item]:  # noqa: ARG002
        return []

    async def to_settle(self, tx: Tx, scope: Scope) -> Sequence[AtRisk]:
        """Nobody confirmed them, or whoever holds them looks for somebody else."""
        return await self._risks.of(tx, scope.team_id, days=scope.days)

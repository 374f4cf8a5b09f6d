"""What the directory adds to the weekly report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from chatbot.kit.database import Tx
from chatbot.kit.sections import Scope
from chatbot.resources import store
from chatbot.resources.reading import Reading


@dataclass(frozen=True, kw_only=True, slots=True)
class Waiting:
    """What waits for the coordinators, all in one item: a long list would hide everything else in the report."""

    stale: int
    suggestions: int
    urgent: bool = False
    happens_on: date | None = None

    @property
    def subject(self) -> str:
        return "resources"


class ResourcesSection:
    """Entries to check again, and suggestions; nothing of it concerns a channel or one person."""

    name = "resources"

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    async def coming(self, tx: Tx, scope: Scope) -> Sequence[Waiting]:  # noqa: ARG002
        """Nothing: a directory has no days."""
        return []

    async def mine(self, tx: Tx, scope: Scope, *, person_id: int) -> Sequence[Waiting]:  # noqa: ARG002
        """Nothing."""
        return []

    async def to_settle(self, tx: Tx, scope: Scope) -> Sequence[Waiting]:
        """How many entries have to be checked again, and how many suggestions wait."""
        checking = await self._reading.checking(tx, scope.team_id)
        waiting = Waiting(stale=len(checking.stale), suggestions=len(await store.suggestions(tx, scope.team_id)))
        return [waiting] if waiting.stale or waiting.suggestions else []

"""Whose hearing it is among the coordinators."""

from chatbot.hearings.model import Hearing
from chatbot.kit.database import Tx
from chatbot.people.service import People


class Keepers:
    """Finds the coordinators of hearings, inside a verb."""

    def __init__(self, people: People) -> None:
        self._people = people

    async def of(self, tx: Tx, hearing: Hearing) -> list[int]:
        """Whoever wrote it down while they coordinate its area; else everyone who does."""
        found = [one.id for one in await self._people.coordinating(tx, hearing.team_id, hearing.place.area)]
        return [hearing.created_by] if hearing.created_by in found else found

    async def all_of(self, tx: Tx, hearing: Hearing) -> list[int]:
        """Everyone who coordinates its area, admins included."""
        return [one.id for one in await self._people.coordinating(tx, hearing.team_id, hearing.place.area)]

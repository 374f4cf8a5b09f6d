"""Who holds which seats, read inside a verb; the capabilities draw their own records with it."""

from collections.abc import Iterable

from chatbot.kit.database import Tx
from chatbot.people.model import Person
from chatbot.signups import store
from chatbot.signups.model import Roster


class Rosters:
    """Reads the seats of every workspace."""

    async def of(self, tx: Tx, *, team_id: str, subjects: Iterable[str]) -> dict[str, Roster]:
        """The roster of each subject."""
        return await store.rosters(tx, team_id, subjects)

    async def held_by(self, tx: Tx, person: Person) -> set[str]:
        """The subjects someone holds a seat in or waits for."""
        return await store.subjects_of(tx, person.team_id, person.id)

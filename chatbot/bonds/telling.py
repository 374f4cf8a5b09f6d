"""Who is told about a bond: those who look after the network's money."""

from chatbot.bonds.model import Drive
from chatbot.kit.database import Tx
from chatbot.kit.outbox import Outbox
from chatbot.people.model import Role
from chatbot.people.service import People


class Telling:
    """Writes to treasurers."""

    def __init__(self, outbox: Outbox, people: People) -> None:
        self._outbox = outbox
        self._people = people

    async def treasurers(self, tx: Tx, team_id: str, view: str, drive: Drive) -> None:
        """Tell every treasurer of the workspace about a drive."""
        for person in await self._people.holding(tx, team_id, Role.TREASURER):
            await self._outbox.tell(
                tx, team_id=team_id, person_id=person.id, view=view, subject=drive.subject, drive=drive.id
            )

"""Writing down what happened to a stay and telling whom it concerns, inside a verb."""

from chatbot.audit import note
from chatbot.kit.database import Tx
from chatbot.kit.outbox import Outbox
from chatbot.people.model import Person
from chatbot.rooms.stays.model import Stay


class Telling:
    """One audit line a verb, and the words to the host and to whoever looks after the stay."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox

    async def done(self, tx: Tx, verb_name: str, stay: Stay, by: Person | None, detail: str = "") -> None:
        """Write the line; whatever shows the stay, or the room it is with, is drawn anew. None is the clock."""
        actor = by.id if by else None
        await note(tx, team_id=stay.team_id, actor_id=actor, verb=verb_name, subject=stay.subject, detail=detail)
        await self._outbox.changed(tx, team_id=stay.team_id, subject=stay.subject)
        if stay.match is not None:
            await self._outbox.changed(tx, team_id=stay.team_id, subject=f"offer:{stay.match.offer_id}")

    async def coordinator(self, tx: Tx, stay: Stay, view: str) -> None:
        await self._tell(tx, stay, view, stay.coordinator_id)

    async def host(self, tx: Tx, stay: Stay, view: str) -> None:
        """Tell who answers for the home the stay is with; the word names the match, so that it falls silent with it."""
        if stay.match is not None:
            await self._tell(tx, stay, view, stay.match.voice_id)

    async def _tell(self, tx: Tx, stay: Stay, view: str, person_id: int) -> None:
        match_id = stay.match.id if stay.match else 0
        await self._outbox.tell(tx, team_id=stay.team_id, person_id=person_id, view=view, stay=stay.id, match=match_id)

"""Someone is erased: an alarm they had a part in stands without their name, and a task they had not done is free."""

from chatbot.hearings.detention import store
from chatbot.hearings.detention.model import subject_of
from chatbot.kit.database import Tx
from chatbot.kit.i18n import Text
from chatbot.kit.outbox import Outbox
from chatbot.people.model import Person


class AlarmsLeft:
    """What this room does when someone is erased."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox

    async def reason_to_stay(self, _tx: Tx, _person: Person) -> Text | None:
        """The rest of the response team goes on."""
        return None

    async def leave(self, tx: Tx, person: Person) -> None:
        """The team has to see which tasks nobody does any more."""
        for number in await store.with_part_of(tx, person.team_id, person.id):
            await self._outbox.changed(tx, team_id=person.team_id, subject=subject_of(number))

"""Someone is erased: what they promised and did not give is expected no more. What they gave stays, under no name."""

from chatbot.bonds import rules, store
from chatbot.bonds.reading import Reading
from chatbot.kit.database import Tx
from chatbot.kit.i18n import Text
from chatbot.kit.outbox import Outbox
from chatbot.people.model import Person


class PledgesLeft:
    """What this room does when someone is erased."""

    def __init__(self, outbox: Outbox, reading: Reading) -> None:
        self._outbox = outbox
        self._reading = reading

    async def reason_to_stay(self, _tx: Tx, _person: Person) -> Text | None:
        """The books name nobody, so they can wait for nobody."""
        return None

    async def leave(self, tx: Tx, person: Person) -> None:
        """The drives are held first, so that no money is written down for a pledge meanwhile."""
        mine = await self._reading.pledges(tx, person.team_id, store.of_person(person.id), store.standing())
        drives = sorted({one.drive_id for one in mine if one.drive_id})
        await store.by_ids(tx, person.team_id, drives, to_change=True)
        for pledge in await self._reading.pledges(tx, person.team_id, store.of_person(person.id), store.standing()):
            if rules.waits(pledge):
                await store.change_pledge(tx, pledge.id, **rules.settled(pledge))
            await self._outbox.changed(tx, team_id=person.team_id, subject=pledge.subject)

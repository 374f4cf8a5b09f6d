"""Someone is erased: their seats are given up, and those who wait are offered them."""

from chatbot.kit.database import Tx
from chatbot.kit.i18n import Text
from chatbot.kit.outbox import Outbox
from chatbot.people.model import Person
from chatbot.signups import store
from chatbot.signups.diary import Diary
from chatbot.signups.seating import Seating
from chatbot.signups.times import stands


class SeatsLeft:
    """What this room does when someone is erased."""

    def __init__(self, outbox: Outbox, *, seating: Seating, diary: Diary) -> None:
        self._outbox = outbox
        self._seating = seating
        self._diary = diary

    async def reason_to_stay(self, _tx: Tx, _person: Person) -> Text | None:
        """Somebody else can always come instead."""
        return None

    async def leave(self, tx: Tx, person: Person) -> None:
        """Seats in what is still to come are given up; what is over keeps them as someone without a name."""
        held = await store.subjects_of(tx, person.team_id, person.id)
        for found in await self._diary.of_subjects(tx, person.team_id, sorted(held)):
            if stands(found, tx.now):
                occasion = await self._diary.by_code(tx, person.team_id, found.code, to_change=True)
                mine = occasion.roster.of(person.id)
                if mine is not None:
                    await self._seating.leave(tx, occasion, mine)
        for subject in sorted(held):
            await self._outbox.changed(tx, team_id=person.team_id, subject=subject)

"""Erasing someone, inside a verb: all rooms in one transaction, or none."""

from collections.abc import Sequence

from chatbot.flows.person.refusals import StillNeeded
from chatbot.kit import personal
from chatbot.kit.database import Tx
from chatbot.kit.i18n import Catalogues, Text, _
from chatbot.kit.outbox import Outbox
from chatbot.kit.retention import Part
from chatbot.network.service import Networks
from chatbot.people.leaving import Leaving
from chatbot.people.model import Person
from chatbot.people.service import People


class Erasing:
    """Lets every room give up what someone holds, and then forget them."""

    def __init__(
        self,
        parts: Sequence[Part],
        rooms: Sequence[Leaving],
        outbox: Outbox,
        *,
        catalogues: Catalogues,
        networks: Networks,
        people: People,
    ) -> None:
        self._parts = parts
        self._rooms = rooms
        self._outbox = outbox
        self._catalogues = catalogues
        self._networks = networks
        self._people = people

    async def reason_to_stay(self, tx: Tx, person: Person) -> Text | None:
        """Why they cannot be erased just now; None when they can."""
        for room in self._rooms:
            reason = await room.reason_to_stay(tx, person)
            if reason is not None:
                return reason
        return None

    async def erase(self, tx: Tx, person: Person) -> None:
        """Nothing leads to them any more; records that others need say *someone*. What was told to them is taken down.

        Raises `StillNeeded`, `LastAdmin`.
        """
        reason = await self.reason_to_stay(tx, person)
        if reason is not None:
            raise StillNeeded(reason)
        await self._people.may_be_erased(tx, person)
        for room in self._rooms:
            await room.leave(tx, person)
        await self._outbox.take_back(tx, person_id=person.id)
        await personal.erase(tx, self._parts, person_id=person.id)
        language = (await self._networks.joined(tx, person.team_id)).language
        await self._people.erased(tx, person, self._catalogues.tongue(language).say(_("someone")))

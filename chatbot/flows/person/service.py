"""The verbs about what is kept about one person."""

import json
from collections.abc import Sequence

from chatbot.audit import note
from chatbot.flows.forgetting.rules import night
from chatbot.flows.holds.refusals import OnHold
from chatbot.flows.holds.store import on_hold
from chatbot.flows.person.erasing import Erasing
from chatbot.flows.person.model import Shown
from chatbot.flows.person.refusals import StillNeeded
from chatbot.kit import forgetting, personal
from chatbot.kit.database import Database, Tx
from chatbot.kit.once import once
from chatbot.kit.retention import Part
from chatbot.kit.sealed import Sealer
from chatbot.kit.verbs import query, verb
from chatbot.network.service import Networks
from chatbot.people.model import Person
from chatbot.people.refusals import LastAdmin, NotAPerson
from chatbot.people.rules import require_coordinator
from chatbot.people.service import People


class Personal:
    """What is kept about each person of every workspace."""

    def __init__(
        self,
        database: Database,
        sealer: Sealer,
        parts: Sequence[Part],
        *,
        networks: Networks,
        people: People,
        erasing: Erasing,
    ) -> None:
        self.database = database
        self._sealer = sealer
        self._parts = parts
        self._networks = networks
        self._people = people
        self._erasing = erasing

    @query
    async def mine(self, tx: Tx, *, by: Person) -> Shown:
        """What is kept about whoever asks."""
        return await self._shown(tx, by)

    @query
    async def outside(self, tx: Tx, *, by: Person) -> list[Person]:
        """Everyone the network knows outside of the workspace; for coordinators. Raises `NotAllowed`."""
        require_coordinator(by)
        return await self._people.all_outside(tx, by.team_id)

    @query
    async def of_outsider(self, tx: Tx, person_id: int, *, by: Person) -> Shown:
        """What is kept about someone outside of the workspace; for coordinators. Raises `NotAllowed`, `NotAPerson`."""
        return await self._shown(tx, await self._outsider(tx, person_id, by))

    @verb
    async def copy(self, tx: Tx, *, by: Person) -> str:
        """Everything that is kept about whoever asks, as JSON, with what is sealed of their own; written down."""
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="person.copy", subject=f"person:{by.id}")
        found = await personal.copied(tx, self._parts, self._sealer, by.id)
        return json.dumps(found, ensure_ascii=False, indent=1)

    async def erase(self, *, by: Person) -> None:
        """Forget whoever asks, in all rooms at once; their seats are given up.

        The books and the audit keep a number that leads to nobody. Raises `OnHold`, `StillNeeded`, `LastAdmin`.
        """
        await self._erase_me(by)
        await self.database.tidy(forgetting.tables_of(self._parts))

    async def erase_outsider(self, person_id: int, *, by: Person) -> None:
        """A coordinator has someone outside of the workspace forgotten. Raises `NotAllowed`, `NotAPerson`, `OnHold`."""
        await self._erase_other(person_id, by)
        await self.database.tidy(forgetting.tables_of(self._parts))

    async def erase_again(self, *, team_id: str, person_id: int) -> bool:
        """Forget someone whom a backup brought back; tell whether that can be just now."""
        try:
            await self._erase_returned(team_id, person_id)
        except (OnHold, StillNeeded, LastAdmin):
            return False
        await self.database.tidy(forgetting.tables_of(self._parts))
        return True

    @verb
    async def _erase_returned(self, tx: Tx, team_id: str, person_id: int) -> None:
        person = await self._people.numbered(tx, team_id, person_id)
        if person is not None:
            await self._forget(tx, person, None)

    @verb
    async def _erase_me(self, tx: Tx, by: Person) -> None:
        await self._forget(tx, by, by)

    @verb
    async def _erase_other(self, tx: Tx, person_id: int, by: Person) -> None:
        await self._forget(tx, await self._outsider(tx, person_id, by), by)

    async def _forget(self, tx: Tx, person: Person, by: Person | None) -> None:
        """`by` is nobody where a backup has it done again."""
        if await on_hold(tx, person.team_id):
            raise OnHold
        actor = by.id if by else None
        await note(tx, team_id=person.team_id, actor_id=actor, verb="person.erase", subject=f"person:{person.id}")
        await self._erasing.erase(tx, person)
        # Should the bot die before the files are tidied, the night does it.
        tonight = night(await self._networks.joined(tx, person.team_id), tx.now)
        await once(tx, team_id=person.team_id, what=tonight.next_changed)

    async def _outsider(self, tx: Tx, person_id: int, by: Person) -> Person:
        require_coordinator(by)
        found = [one for one in await self._people.all_outside(tx, by.team_id) if one.id == person_id]
        if not found:
            raise NotAPerson
        return found[0]

    async def _shown(self, tx: Tx, person: Person) -> Shown:
        network = await self._networks.joined(tx, person.team_id)
        return Shown(
            person=person,
            rooms=tuple(await personal.kept(tx, self._parts, person.id)),
            private_days=network.private_days,
            record_months=network.record_months,
            reason_to_stay=await self._erasing.reason_to_stay(tx, person),
            on_hold=await on_hold(tx, person.team_id),
        )

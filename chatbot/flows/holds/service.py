"""The verbs about legal holds."""

from dataclasses import replace
from datetime import time

from chatbot.audit import note
from chatbot.flows.holds import store
from chatbot.flows.holds.model import Hold
from chatbot.kit.clock import instant, local_date
from chatbot.kit.columns import storable
from chatbot.kit.database import Database, Tx
from chatbot.kit.guard import Exposure
from chatbot.kit.once import once
from chatbot.kit.outbox import Outbox
from chatbot.kit.private import refuse_private
from chatbot.kit.sealed import Sealer
from chatbot.kit.verbs import query, verb
from chatbot.network.openings import opening
from chatbot.network.service import Networks
from chatbot.people.model import Person, Role
from chatbot.people.rules import require_admin
from chatbot.people.service import People

STANDS = "holds.stands"
MONDAY, AT = 0, time(8)


class Holds:
    """The legal holds of every workspace."""

    def __init__(
        self, database: Database, outbox: Outbox, sealer: Sealer, *, networks: Networks, people: People
    ) -> None:
        self.database = database
        self._outbox = outbox
        self._sealer = sealer
        self._networks = networks
        self._people = people

    @verb
    async def open_standing(self, tx: Tx, *, by: Person) -> Hold | None:
        """The hold that stands, for admins; that they open its reason, when it has one, is written down.

        Raises `NotAllowed`, `TooManyOpened`.
        """
        require_admin(by)
        hold = await store.standing(tx, self._sealer, by.team_id)
        if hold is not None and hold.reason:
            await opening(tx, "holds.open_reason", f"hold:{hold.id}", by=by)
        return hold

    @query
    async def drawn(self, tx: Tx, *, team_id: str) -> bool:
        """Whether a hold stands now, as a message says it."""
        return await store.on_hold(tx, team_id)

    @verb
    async def begin(self, tx: Tx, *, reason: str, by: Person) -> Hold:
        """From now on nothing is forgotten. The reason may be left out. All admins are told.

        One that stands already stays as it is. Its reason is not among what comes back: that is an opening, and a hold
        shall begin whatever somebody opened before. Raises `NotAllowed`, and `Invalid` for a reason that holds what is
        kept nowhere.
        """
        require_admin(by)
        reason = storable(reason).strip()
        refuse_private({"reason": reason}, Exposure.PRIVATE)
        if await store.set_hold(tx, self._sealer, by.team_id, reason, by=by.id):
            await note(tx, team_id=by.team_id, actor_id=by.id, verb="holds.begin", subject="network")
            await self._tell_admins(tx, by.team_id)
        hold = await store.standing(tx, self._sealer, by.team_id)
        if hold is None:
            raise LookupError("a hold vanished while it was begun")
        return replace(hold, reason="")

    @verb
    async def lift(self, tx: Tx, *, by: Person) -> None:
        """Forget again; what fell due meanwhile is forgotten the next time the clock looks. Raises `NotAllowed`."""
        require_admin(by)
        if await store.lift(tx, by.team_id, by=by.id):
            await note(tx, team_id=by.team_id, actor_id=by.id, verb="holds.lift", subject="network")

    @verb
    async def stand_again(self, tx: Tx, *, team_id: str) -> None:
        """A hold that a backup does not know stands again, in an admin's name and without its reason; all are told."""
        admins = await self._people.holding(tx, team_id, Role.ADMIN)
        if admins and await store.set_hold(tx, self._sealer, team_id, "", by=min(one.id for one in admins)):
            await note(tx, team_id=team_id, actor_id=None, verb="holds.begin", subject="network")
            await self._tell_admins(tx, team_id)

    async def remind(self) -> int:
        """What the clock does: while a hold stands its admins hear so every Monday. Returns in how many networks."""
        return sum([await self._remind(team_id) for team_id in await self._networks.teams()])

    @query
    async def _remind(self, tx: Tx, team_id: str) -> bool:
        zone = (await self._networks.joined(tx, team_id)).zone
        day = local_date(tx.now, zone)
        due = day.weekday() == MONDAY and tx.now >= instant(day, AT, zone) and await store.on_hold(tx, team_id)
        told = due and await once(tx, team_id=team_id, what=f"{STANDS}:{day}")
        if told:
            await self._tell_admins(tx, team_id)
        return told

    async def _tell_admins(self, tx: Tx, team_id: str) -> None:
        for person in await self._people.holding(tx, team_id, Role.ADMIN):
            await self._outbox.tell(tx, team_id=team_id, person_id=person.id, view=STANDS, may_repeat=True)

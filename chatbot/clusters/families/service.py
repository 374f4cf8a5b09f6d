"""The verbs about families."""

from collections.abc import Mapping

from chatbot.audit import note
from chatbot.clusters import store as clusters
from chatbot.clusters.families import store
from chatbot.clusters.families.model import CODE, Family
from chatbot.clusters.forms import FamilyForm
from chatbot.clusters.model import Seen
from chatbot.clusters.refusals import NoSuchFamily
from chatbot.clusters.rules import must_know_members
from chatbot.kit.database import Database, Tx
from chatbot.kit.forms import read
from chatbot.kit.guard import Exposure
from chatbot.kit.ids import next_code, parse_code
from chatbot.kit.outbox import Outbox
from chatbot.kit.private import refuse_private
from chatbot.kit.verbs import query, verb
from chatbot.people.model import Person
from chatbot.people.rules import require_coordinator


class Families:
    """The families of every workspace. Only coordinators know the list."""

    def __init__(self, database: Database, outbox: Outbox) -> None:
        self.database = database
        self._outbox = outbox

    @query
    async def listed(self, tx: Tx, *, by: Person) -> list[Family]:
        """The families that are supported. Raises `NotAllowed`."""
        require_coordinator(by)
        return await store.all_of(tx, by.team_id)

    @query
    async def get(self, tx: Tx, code: str, *, by: Person) -> Family:
        """One family. Raises `NotAllowed`, `NoSuchFamily`."""
        require_coordinator(by)
        return await self._known(tx, code, by)

    @query
    async def of_cluster(self, tx: Tx, found: Seen, *, by: Person) -> list[Family]:
        """The families this cluster supports. Raises `NotAllowed` for someone outside of the cluster."""
        must_know_members(found)
        return [one for one in await store.all_of(tx, by.team_id) if found.cluster.id in one.clusters]

    @verb
    async def add(self, tx: Tx, typed: Mapping[str, object], *, by: Person) -> Family:
        """Write a family down by an alias or initials, with the clusters that support it.

        `typed` is the form as strings. Raises `NotAllowed`, `Invalid`.
        """
        form = self._read(typed, by)
        code = await next_code(tx, by.team_id, CODE)
        family_id = await store.add(tx, by.team_id, code, form.alias, by=by.id)
        await self._adopted(tx, family_id, form, by)
        return await self._noted(tx, "families.add", code, by)

    @verb
    async def change(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Family:
        """Write it down anew, with the clusters that support it from now on.

        Raises what `add` raises, and `NoSuchFamily`.
        """
        form = self._read(typed, by)
        family = await self._known(tx, code, by, to_change=True)
        await store.change(tx, family.id, form.alias)
        await self._adopted(tx, family.id, form, by)
        await self._redraw(tx, family)
        return await self._noted(tx, "families.change", family.code, by)

    @verb
    async def close(self, tx: Tx, code: str, *, by: Person) -> Family:
        """It needs no support any more; what hangs on it is for everyone. Raises `NotAllowed`, `NoSuchFamily`."""
        require_coordinator(by)
        family = await self._known(tx, code, by, to_change=True)
        await store.close(tx, family.id)
        await self._redraw(tx, family)
        await self._note(tx, "families.close", family, by)
        return family

    @verb
    async def open_now(self, tx: Tx, subject: str, *, by: Person) -> bool:
        """End the wait: from now on it is for everyone. Tells whether there was one. Raises `NotAllowed`."""
        require_coordinator(by)
        ended = await store.hurry(tx, by.team_id, subject)
        if ended:
            await self._outbox.changed(tx, team_id=by.team_id, subject=subject)
            await note(tx, team_id=by.team_id, actor_id=by.id, verb="families.end_wait", subject=subject)
        return ended

    async def _redraw(self, tx: Tx, family: Family) -> None:
        """The cards that say whose turn it is say something else now."""
        for subject in sorted(await store.held_back_of(tx, family.team_id, family.id)):
            await self._outbox.changed(tx, team_id=family.team_id, subject=subject)

    def _read(self, typed: Mapping[str, object], by: Person) -> FamilyForm:
        require_coordinator(by)
        form = read(FamilyForm, typed)
        refuse_private({"alias": form.alias}, Exposure.PUBLIC)
        return form

    async def _known(self, tx: Tx, code: str, by: Person, *, to_change: bool = False) -> Family:
        family = await store.by_code(tx, by.team_id, parse_code(code) or "", to_change=to_change)
        if family is None:
            raise NoSuchFamily
        return family

    async def _adopted(self, tx: Tx, family_id: int, form: FamilyForm, by: Person) -> None:
        ours = {one.id for one in await clusters.all_of(tx, by.team_id)}
        await store.set_clusters(tx, family_id, sorted(ours & set(form.clusters)))

    async def _noted(self, tx: Tx, verb_name: str, code: str, by: Person) -> Family:
        """One audit line, and the family as it is now."""
        family = await self._known(tx, code, by)
        await self._note(tx, verb_name, family, by)
        return family

    async def _note(self, tx: Tx, verb_name: str, family: Family, by: Person) -> None:
        await note(tx, team_id=by.team_id, actor_id=by.id, verb=verb_name, subject=f"family:{family.id}")

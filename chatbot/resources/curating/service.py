"""The verbs of coordinators who keep the directory right."""

from collections.abc import Mapping

from chatbot.audit import note
from chatbot.kit.database import Database, Tx
from chatbot.kit.forms import read
from chatbot.kit.ids import next_code, next_codes
from chatbot.kit.outbox import Outbox
from chatbot.kit.verbs import query, verb
from chatbot.people.model import Person
from chatbot.people.rules import require_coordinator
from chatbot.resources import store
from chatbot.resources.curating.starter import starter
from chatbot.resources.forms import RecheckForm, ResourceForm
from chatbot.resources.model import CODE, Facts, Resource
from chatbot.resources.reading import Checking, Reading
from chatbot.resources.refusals import AlreadyThere, Archived
from chatbot.resources.rules import same_as


class Curating:
    """Adding, changing, archiving and checking the entries of every workspace."""

    def __init__(self, database: Database, outbox: Outbox, *, reading: Reading) -> None:
        self.database = database
        self._outbox = outbox
        self._reading = reading

    @verb
    async def add(self, tx: Tx, typed: Mapping[str, object], *, by: Person) -> Resource:
        """Write an entry down; whoever does counts as having checked it today.

        `typed` is the form as strings. Raises `NotAllowed`, `Invalid`, `AlreadyThere`.
        """
        require_coordinator(by)
        facts = read(ResourceForm, typed).facts()
        await self._must_be_new(tx, by.team_id, facts)
        code = await next_code(tx, by.team_id, CODE)
        today = await self._reading.today(tx, by.team_id)
        await store.add(tx, by.team_id, code, facts, checked_on=today, checked_by=by.id)
        resource = await self._reading.by_code(tx, by.team_id, code)
        await self._note(tx, "resources.add", resource, by)
        return resource

    @verb
    async def change(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Resource:
        """Write an entry down anew; every card of it follows.

        Raises `NotAllowed`, `NoSuchResource`, `Archived`, `Invalid`, `AlreadyThere`.
        """
        resource = await self._to_change(tx, code, by)
        facts = read(ResourceForm, typed).facts()
        await self._must_be_new(tx, by.team_id, facts, but=resource.id)
        await store.change(tx, resource.id, **store.values(facts))
        return await self._changed(tx, "resources.change", resource, by)

    @verb
    async def check(self, tx: Tx, code: str, *, by: Person) -> Resource:
        """Somebody looked today whether everything is right. A sample is one no more.

        Raises `NotAllowed`, `NoSuchResource`, `Archived`.
        """
        resource = await self._to_change(tx, code, by)
        today = await self._reading.today(tx, by.team_id)
        await store.change(tx, resource.id, checked_on=today, checked_by=by.id, is_sample=False)
        return await self._changed(tx, "resources.check", resource, by)

    @verb
    async def archive(self, tx: Tx, code: str, *, by: Person) -> Resource:
        """Nobody finds it any more; its cards say so. Raises `NotAllowed`, `NoSuchResource`, `Archived`."""
        resource = await self._to_change(tx, code, by)
        await store.change(tx, resource.id, archived_at=tx.now)
        return await self._changed(tx, "resources.archive", resource, by)

    @verb
    async def bring_back(self, tx: Tx, code: str, *, by: Person) -> Resource:
        """People find it again. Twice is as good as once. Raises `NotAllowed`, `NoSuchResource`."""
        require_coordinator(by)
        resource = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        await store.change(tx, resource.id, archived_at=None)
        return await self._changed(tx, "resources.bring_back", resource, by)

    @verb
    async def load_samples(self, tx: Tx, *, by: Person) -> int:
        """Write down the entries of the starter list that were never loaded here; returns how many.

        One that is here already by its name and town is left alone, and one that was archived stays so.
        Raises `NotAllowed`.
        """
        require_coordinator(by)
        await tx.in_turn(turn(by.team_id))
        loaded, twins = await store.samples(tx, by.team_id), await store.twins(tx, by.team_id)
        fresh = [one for one in starter() if one.key not in loaded and same_as(one.facts) not in twins]
        codes = await next_codes(tx, by.team_id, CODE, len(fresh))
        rows = [
            {
                **store.values(one.facts),
                "code": code,
                "sample": one.key,
                "is_sample": True,
                "checked_on": one.checked_on,
            }
            for code, one in zip(codes, fresh, strict=True)
        ]
        await store.add_all(tx, by.team_id, rows)
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="resources.load_samples", subject="resources")
        return len(fresh)

    @query
    async def checking(self, tx: Tx, *, by: Person) -> Checking:
        """What has to be checked again, and how long a check counts. Raises `NotAllowed`."""
        require_coordinator(by)
        return await self._reading.checking(tx, by.team_id)

    @query
    async def archived(self, tx: Tx, *, by: Person) -> list[Resource]:
        """What was put away, by name. Raises `NotAllowed`."""
        require_coordinator(by)
        return await store.listed(tx, by.team_id, archived=True)

    @verb
    async def set_recheck_days(self, tx: Tx, typed: Mapping[str, object], *, by: Person) -> int:
        """Choose after how many days an entry is checked again. Raises `NotAllowed`, `Invalid`."""
        require_coordinator(by)
        days = read(RecheckForm, typed).days
        await store.set_recheck_days(tx, by.team_id, days)
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="resources.set_recheck_days", subject="resources")
        return days

    async def _to_change(self, tx: Tx, code: str, by: Person) -> Resource:
        require_coordinator(by)
        resource = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        if resource.is_archived:
            raise Archived(resource.code)
        return resource

    async def _must_be_new(self, tx: Tx, team_id: str, facts: Facts, *, but: int = 0) -> None:
        await tx.in_turn(turn(team_id))
        if (twin := await store.twin(tx, team_id, facts, but=but)) is not None:
            raise AlreadyThere(twin)

    async def _changed(self, tx: Tx, verb: str, resource: Resource, by: Person) -> Resource:
        await self._note(tx, verb, resource, by)
        return await self._reading.by_code(tx, by.team_id, resource.code)

    async def _note(self, tx: Tx, verb: str, resource: Resource, by: Person) -> None:
        await note(tx, team_id=by.team_id, actor_id=by.id, verb=verb, subject=resource.subject)
        await self._outbox.changed(tx, team_id=by.team_id, subject=resource.subject)


def turn(team_id: str) -> str:
    """Entries are written one after the other, so that two of the same name are noticed."""
    return f"resources:{team_id}"

"""The verbs about places."""

from dataclasses import replace

from chatbot.audit import note
from chatbot.kit.database import Database, Tx
from chatbot.kit.guard import Exposure
from chatbot.kit.outbox import Outbox
from chatbot.kit.private import refuse_private
from chatbot.kit.verbs import query, verb
from chatbot.people.model import Person
from chatbot.people.rules import require_coordinator
from chatbot.places import rules, store
from chatbot.places.model import Place, PlaceFacts
from chatbot.places.refusals import NameTaken, NoSuchPlace
from chatbot.places.starter import STARTER


class Places:
    """The directory of every workspace."""

    def __init__(self, database: Database, outbox: Outbox) -> None:
        self.database = database
        self._outbox = outbox

    @query
    async def listed(self, tx: Tx, team_id: str) -> list[Place]:
        """The places in use, by name."""
        return await store.listed(tx, team_id)

    @query
    async def start(self, tx: Tx, team_id: str) -> None:
        """Give a workspace whose directory is empty the starter places. Doing it again changes nothing."""
        if not await store.listed(tx, team_id):
            for facts in STARTER:
                await store.add(tx, team_id, facts)

    @verb
    async def add(self, tx: Tx, facts: PlaceFacts, *, by: Person) -> Place:
        """Add a place; one of that name that was taken out comes back with what is known now.

        Raises `NotAllowed`, `NameTaken`, and `Invalid` for private details in the notes.
        """
        require_coordinator(by, facts.area)
        _check(facts)
        number = await store.add(tx, by.team_id, facts) or await self._bring_back(tx, facts, by)
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="places.add", subject=f"place:{number}")
        return await self.get(tx, by.team_id, number)

    async def _bring_back(self, tx: Tx, facts: PlaceFacts, by: Person) -> int:
        """Take the place of this name into use again: it keeps the names it had, and hearings that are there follow."""
        before = await store.retired(tx, by.team_id, facts.name)
        if before is None:
            raise NameTaken(facts.name)
        require_coordinator(by, before.area)
        aliases = tuple(dict.fromkeys((*facts.aliases, *before.aliases)))
        await store.bring_back(tx, before.id, replace(facts, aliases=aliases))
        await self._outbox.changed(tx, team_id=by.team_id, subject=f"place:{before.id}")
        return before.id

    @verb
    async def change(self, tx: Tx, place_id: int, facts: PlaceFacts, *, by: Person) -> Place:
        """Change a place; its earlier name stays as an alias and the cards of its hearings are redrawn."""
        before = await self.get(tx, by.team_id, place_id)
        require_coordinator(by, before.area)
        require_coordinator(by, facts.area)
        _check(facts)
        if await store.name_is_taken(tx, by.team_id, facts.name, by_other_than=place_id):
            raise NameTaken(facts.name)
        earlier = rules.as_alias(before.name)
        if facts.name != before.name and earlier not in facts.aliases:
            facts = replace(facts, aliases=(*facts.aliases, earlier))
        await store.change(tx, place_id, facts)
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="places.change", subject=f"place:{place_id}")
        await self._outbox.changed(tx, team_id=by.team_id, subject=f"place:{place_id}")
        return await self.get(tx, by.team_id, place_id)

    @verb
    async def retire(self, tx: Tx, place_id: int, *, by: Person) -> Place:
        """Take a place out of the directory; hearings that are there stay there."""
        place = await self.get(tx, by.team_id, place_id)
        require_coordinator(by, place.area)
        await store.retire(tx, place_id)
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="places.retire", subject=f"place:{place_id}")
        return place

    async def known(self, tx: Tx, team_id: str) -> list[Place]:
        """The places in use, inside a verb."""
        return await store.listed(tx, team_id)

    async def get(self, tx: Tx, team_id: str, place_id: int, *, in_use: bool = False) -> Place:
        """The place, inside a verb; `in_use`: only when it is in the directory still. Raises `NoSuchPlace`."""
        place = await store.by_id(tx, team_id, place_id, in_use=in_use)
        if place is None:
            raise NoSuchPlace
        return place


def _check(facts: PlaceFacts) -> None:
    """A public building's address and telephone are no secret; numbers about people still are."""
    fields = {
        "name": facts.name,
        "address": facts.address,
        "room": facts.room,
        "area": facts.area,
        "aliases": ", ".join(facts.aliases),
        "notes": facts.notes,
    }
    refuse_private(fields, Exposure.PRIVATE)

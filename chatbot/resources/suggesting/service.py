"""The verbs about suggestions: anyone makes one, coordinators look after it."""

from collections.abc import Mapping

from chatbot.audit import note
from chatbot.kit import sealed_rows
from chatbot.kit.database import Database, Tx
from chatbot.kit.forms import read
from chatbot.kit.guard import Exposure
from chatbot.kit.outbox import Outbox
from chatbot.kit.private import refuse_private
from chatbot.kit.sealed import Sealer
from chatbot.kit.verbs import query, verb
from chatbot.network.openings import opening
from chatbot.people.model import Person
from chatbot.people.rules import require_coordinator, require_member
from chatbot.people.service import People
from chatbot.resources import store
from chatbot.resources.forms import SuggestionForm
from chatbot.resources.model import Opened, Suggestion
from chatbot.resources.reading import Reading
from chatbot.resources.refusals import Settled


class Suggesting:
    """The suggestions of every workspace."""

    def __init__(self, database: Database, outbox: Outbox, sealer: Sealer, *, people: People, reading: Reading) -> None:
        self.database = database
        self._outbox = outbox
        self._sealer = sealer
        self._people = people
        self._reading = reading

    @verb
    async def suggest(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Suggestion:
        """Suggest what should change about an entry, or, without a code, a new one; the coordinators are told.

        Raises `NoSuchResource`, and `Invalid` for numbers about people.
        """
        require_member(by)
        words = read(SuggestionForm, typed).words
        refuse_private({"words": words}, Exposure.PRIVATE)
        about = await self._reading.by_code(tx, by.team_id, code) if code else None
        number = await store.suggest(tx, by.team_id, about.id if about else None, by.id)
        await sealed_rows.seal(tx, self._sealer, store.resource_suggestions, number, {"words": words})
        for person in await self._people.coordinators(tx, by.team_id):
            await self._outbox.tell(
                tx, team_id=by.team_id, person_id=person.id, view="resources.suggested", suggestion=number
            )
        made = await self._found(tx, by.team_id, number)
        await self._note(tx, "resources.suggest", made, by)
        return made

    @verb
    async def open(self, tx: Tx, number: int, *, by: Person) -> Opened:
        """What was suggested, word by word; the opening is written down.

        Raises `NotAllowed`, `Settled`, `TooManyOpened`.
        """
        require_coordinator(by)
        found = await self._found(tx, by.team_id, number)
        await opening(tx, "resources.open_suggestion", _subject(number), by=by)
        opened = await sealed_rows.unseal(tx, self._sealer, store.resource_suggestions, number, ("words",))
        about = await self._reading.by_id(tx, by.team_id, found.resource_id) if found.resource_id else None
        return Opened(suggestion=found, words=opened["words"], resource=about)

    @verb
    async def settle(self, tx: Tx, number: int, *, by: Person) -> Suggestion:
        """It is looked after: it is forgotten, and whoever made it is thanked. Raises `NotAllowed`, `Settled`."""
        require_coordinator(by)
        found = await self._found(tx, by.team_id, number, to_change=True)
        await store.forget(tx, number)
        await self._note(tx, "resources.settle", found, by)
        if found.person_id != by.id:
            await self._outbox.tell(
                tx, team_id=by.team_id, person_id=found.person_id, view="resources.settled", code=found.code
            )
        return found

    @query
    async def waiting(self, tx: Tx, *, by: Person) -> list[Suggestion]:
        """What waits for a coordinator, oldest first. Raises `NotAllowed`."""
        require_coordinator(by)
        return await store.suggestions(tx, by.team_id)

    @query
    async def drawn(self, tx: Tx, number: int, *, team_id: str) -> Suggestion | None:
        """The suggestion as a message tells of it, without its words; None once somebody has looked after it."""
        return await store.suggestion(tx, team_id, number)

    async def _found(self, tx: Tx, team_id: str, number: int, *, to_change: bool = False) -> Suggestion:
        found = await store.suggestion(tx, team_id, number, to_change=to_change)
        if found is None:
            raise Settled
        return found

    async def _note(self, tx: Tx, verb: str, suggestion: Suggestion, by: Person) -> None:
        await note(tx, team_id=by.team_id, actor_id=by.id, verb=verb, subject=_subject(suggestion.id))


def _subject(number: int) -> str:
    return f"suggestion:{number}"

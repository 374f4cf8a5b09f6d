"""The verbs about watching: being told of what stays uncovered."""

from chatbot.audit import note
from chatbot.hearings.ladder import rules, store
from chatbot.hearings.ladder.model import Watch
from chatbot.hearings.ladder.refusals import NothingToWatch
from chatbot.hearings.messages import kind_name
from chatbot.hearings.model import Filter, Hearing, Kind, State
from chatbot.hearings.reading import Reading
from chatbot.hearings.refusals import NoSuchHearing
from chatbot.hearings.rules import may_see
from chatbot.kit.database import Database, Tx
from chatbot.kit.i18n import Text, value
from chatbot.kit.verbs import query, verb
from chatbot.people.model import Person
from chatbot.places.service import Places
from chatbot.signups.refusals import Cancelled
from chatbot.signups.times import is_over


class Watching:
    """What the people of every workspace watch."""

    def __init__(self, database: Database, *, places: Places, reading: Reading) -> None:
        self.database = database
        self._places = places
        self._reading = reading

    @verb
    async def hearing(self, tx: Tx, code: str, *, by: Person) -> Hearing:
        """Watch one hearing; doing it again changes nothing. Raises `NoSuchHearing`, `Cancelled`."""
        hearing = await self._reading.by_code(tx, by.team_id, code)
        if not may_see(hearing, by):
            raise NoSuchHearing(hearing.code)
        if hearing.state is State.CANCELLED:
            raise Cancelled(hearing.code)
        await self._watch(tx, hearing.subject, by)
        return hearing

    @verb
    async def such(self, tx: Tx, wanted: Filter, *, by: Person) -> list[Watch]:
        """Watch the places and the kind of this filter; returns all they watch now. Raises `NothingToWatch`."""
        found = [rules.place(number) for number in wanted.place_ids]
        found += [rules.kind(wanted.kind)] if wanted.kind else []
        if not found:
            raise NothingToWatch
        for what in found:
            await self._watch(tx, what, by)
        return await self._all(tx, by)

    @verb
    async def stop(self, tx: Tx, what: str, *, by: Person) -> list[Watch]:
        """Watch it no more; returns what they still watch."""
        await store.unwatch(tx, by.id, what)
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="hearings.unwatch", subject=what[:64])
        return await self._all(tx, by)

    @query
    async def of(self, tx: Tx, *, by: Person) -> list[Watch]:
        """What someone watches; hearings that are over are left out."""
        return await self._all(tx, by)

    async def _watch(self, tx: Tx, what: str, by: Person) -> None:
        if await store.watch(tx, by.team_id, by.id, what):
            await note(tx, team_id=by.team_id, actor_id=by.id, verb="hearings.watch", subject=what)

    async def _all(self, tx: Tx, by: Person) -> list[Watch]:
        whats = await store.watched_by(tx, by.id)
        numbers = [int(what.partition(":")[2]) for what in whats if what.startswith("hearing:")]
        hearings = {one.subject: one for one in await self._reading.numbered(tx, by.team_id, numbers)}
        places = {rules.place(one.id): one.name for one in await self._places.known(tx, by.team_id)}
        names: dict[str, Text] = {rules.kind(kind): kind_name(kind) for kind in Kind}
        names |= {what: value(name) for what, name in places.items()}
        names |= {what: value(one.code) for what, one in hearings.items() if not is_over(one.when, tx.now)}
        return [Watch(what=what, name=names[what]) for what in whats if what in names]

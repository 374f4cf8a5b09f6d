"""The verbs of everyone about the directory: looking, finding, sharing."""

import asyncio
from dataclasses import dataclass

from chatbot.audit import note
from chatbot.kit.database import Database, Tx
from chatbot.kit.once import once
from chatbot.kit.outbox import Outbox
from chatbot.kit.pages import turned_to
from chatbot.kit.verbs import query, verb
from chatbot.people.model import Person
from chatbot.people.rules import require_member
from chatbot.resources import rules, store
from chatbot.resources.finding.ranking import Index
from chatbot.resources.model import Page, Resource
from chatbot.resources.reading import Reading
from chatbot.resources.refusals import Archived, SharedToday
from chatbot.resources.towns import Towns


@dataclass(frozen=True, kw_only=True, slots=True)
class Ready:
    """A directory made ready for questions, and the revision it was made of."""

    revision: int
    index: Index


class Resources:
    """The directory of every workspace.

    Each is made ready for questions once and kept until somebody changes it, so that a question costs one small
    statement however many entries there are.
    """

    def __init__(self, database: Database, outbox: Outbox, *, reading: Reading, towns: Towns) -> None:
        self.database = database
        self._outbox = outbox
        self._reading = reading
        self._towns = towns
        self._ready: dict[str, Ready] = {}

    @query
    async def get(self, tx: Tx, code: str, *, team_id: str) -> Resource:
        """The entry of this code, archived or not. Raises `NoSuchResource`."""
        return await self._reading.by_code(tx, team_id, code)

    @query
    async def drawn(self, tx: Tx, resource_id: int, *, team_id: str) -> Resource:
        """The entry as its card shows it now. Raises `NoSuchResource`."""
        return await self._reading.by_id(tx, team_id, resource_id)

    async def search(self, words: str, *, page: int = 1, size: int = rules.PAGE, by: Person) -> Page:
        """One page of what answers these words, best first; without words everything, by name.

        A page beyond the last is the last one.
        """
        require_member(by)
        index = await self._index(by.team_id)
        asked, found, elsewhere = index.ask(words)
        number, pages = turned_to(page, total=len(found), size=size)
        return Page(
            hits=tuple(found[(number - 1) * size : number * size]),
            total=len(found),
            number=number,
            pages=pages,
            understood=asked.understood(),
            elsewhere=elsewhere,
            counts=index.counts,
            known=len(index.entries),
        )

    @verb
    async def share(self, tx: Tx, code: str, *, channel: str, by: Person) -> Resource:
        """Put the entry's card into a channel, once a day; it follows every change.

        Raises `NoSuchResource`, `Archived`, `SharedToday`.
        """
        require_member(by)
        resource = await self._reading.by_code(tx, by.team_id, code)
        if resource.is_archived:
            raise Archived(resource.code)
        today = await self._reading.today(tx, by.team_id)
        if not await once(tx, team_id=by.team_id, what=f"resources.share:{resource.id}:{channel}:{today.isoformat()}"):
            raise SharedToday(resource.code)
        await self._outbox.announce(
            tx,
            team_id=by.team_id,
            channel=channel,
            view=store.CARD,
            ref=str(resource.id),
            subjects=(resource.subject,),
        )
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="resources.share", subject=resource.subject)
        return resource

    async def _index(self, team_id: str) -> Index:
        ready = self._ready.get(team_id)
        if ready is None or ready.revision != await self._revision(team_id):
            revision, entries = await self._all(team_id)
            index = await asyncio.to_thread(Index, entries, self._towns)
            ready = self._ready[team_id] = Ready(revision=revision, index=index)
        return ready.index

    @query
    async def _revision(self, tx: Tx, team_id: str) -> int:
        return await store.revision(tx, team_id)

    @query
    async def _all(self, tx: Tx, team_id: str) -> tuple[int, list[Resource]]:
        return await store.revision(tx, team_id), await store.listed(tx, team_id)

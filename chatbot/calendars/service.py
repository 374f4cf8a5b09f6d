"""The verbs about calendars."""

from collections.abc import Mapping
from datetime import timedelta

from chatbot.audit import note
from chatbot.calendars import rules, store
from chatbot.calendars.ics import CANCEL, PUBLISH, written
from chatbot.calendars.model import Entry, Facts, File, Standing
from chatbot.calendars.refusals import NoSuchCalendar, NotInCalendar
from chatbot.kit.database import Database, Tx
from chatbot.kit.i18n import Catalogues
from chatbot.kit.secret import fingerprint, new_secret
from chatbot.kit.verbs import query, verb
from chatbot.people.model import Person
from chatbot.people.model import Standing as MemberStanding
from chatbot.people.rules import require_member
from chatbot.people.service import People
from chatbot.places.refusals import NoSuchPlace
from chatbot.places.service import Places
from chatbot.signups.diary import Diary
from chatbot.signups.occasions import Occasion
from chatbot.signups.rosters import Rosters

SHOWN = timedelta(days=30)
"""How long what is over stays in a calendar."""

KEPT = timedelta(days=90)
"""How long it is remembered what calendars were told."""


class Calendars:
    """The calendars of every workspace's people.

    Nothing has to tell a calendar that something changed: whenever one is read, what stands now is compared with what
    was told last, and what differs gets a higher number. So it holds for every kind of occasion and every reason.
    """

    def __init__(
        self,
        database: Database,
        catalogues: Catalogues,
        *,
        people: People,
        places: Places,
        diary: Diary,
        rosters: Rosters,
    ) -> None:
        self.database = database
        self._catalogues = catalogues
        self._people = people
        self._places = places
        self._diary = diary
        self._rosters = rosters

    @query
    async def standing(self, tx: Tx, *, by: Person) -> Standing:
        """Whether they have an address, and anything to put behind it."""
        held = await self._rosters.held_by(tx, by)
        return Standing(made_at=await store.made_at(tx, by.id), has_seats=bool(held))

    @verb
    async def make(self, tx: Tx, *, by: Person) -> str:
        """A new secret for their calendar; one they had before leads nowhere from now on. It is shown this once."""
        require_member(by)
        secret = new_secret()
        await store.make(tx, by.team_id, by.id, fingerprint(secret))
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="calendars.make", subject=f"person:{by.id}")
        return secret

    @verb
    async def stop(self, tx: Tx, *, by: Person) -> bool:
        """Let their address lead nowhere; tell whether there was one."""
        if not await store.stop(tx, by.id):
            return False
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="calendars.stop", subject=f"person:{by.id}")
        return True

    @query
    async def feed(self, tx: Tx, secret: str) -> str:
        """The calendar behind a secret, brought up to date. Raises `NoSuchCalendar`, also for those who left."""
        person = await self._owner(tx, secret)
        entries = await self._told(tx, person)
        return written(store.in_order(entries.values()), self._catalogues.tongue(person.language).say)

    @query
    async def reader(self, tx: Tx, secret: str) -> Person:
        """Whose calendar it is. Raises `NoSuchCalendar`."""
        return await self._owner(tx, secret)

    @query
    async def file(self, tx: Tx, code: str, *, by: Person) -> File:
        """One occasion as a file; for what is theirs no more a file that takes it out. Raises `NotInCalendar`."""
        occasion = await self._diary.by_code(tx, by.team_id, code)
        entry = (await self._told(tx, by)).get(occasion.subject)
        if entry is None:
            raise NotInCalendar(occasion.code)
        method = CANCEL if entry.cancelled else PUBLISH
        content = written([entry], self._catalogues.tongue(by.language).say, method=method)
        return File(name=f"{occasion.code}.ics", content=content)

    @query
    async def forget_old(self, tx: Tx) -> int:
        """What the clock does: what calendars were told of days long over is forgotten."""
        return await store.forget(tx, before=tx.now.date() - KEPT)

    async def _owner(self, tx: Tx, secret: str) -> Person:
        row = await store.behind(tx, fingerprint(secret))
        person = await self._people.numbered(tx, row.team_id, row.person_id) if row else None
        if person is None or person.standing is not MemberStanding.MEMBER:
            raise NoSuchCalendar
        return person

    async def _told(self, tx: Tx, person: Person) -> Mapping[str, Entry]:
        """What their calendar shows, everything that changed told anew."""
        since = tx.now.date() - SHOWN
        before = await store.entries(tx, person.id, since=since)
        held = await self._rosters.held_by(tx, person)
        occasions = await self._diary.of_subjects(tx, person.team_id, held | set(before))
        by_subject = {occasion.subject: occasion for occasion in occasions}
        for subject in held | set(before):
            occasion, entry = by_subject.get(subject), before.get(subject)
            last = rules.Told(sequence=entry.sequence, cancelled=entry.cancelled, facts=entry.facts) if entry else None
            facts = await self._facts(tx, occasion, person.id) if occasion else None
            told = rules.next_told(last, facts if facts and facts.day >= since else None)
            if told is not None:
                code = occasion.code if occasion else entry.code if entry else ""
                await store.tell(tx, person, subject, code=code, told=told, is_new=entry is None)
        return await store.entries(tx, person.id, since=since)

    async def _facts(self, tx: Tx, occasion: Occasion, person_id: int) -> Facts | None:
        if not rules.comes(occasion, person_id):
            return None
        return Facts.of(occasion.when, await self._where(tx, occasion))

    async def _where(self, tx: Tx, occasion: Occasion) -> str:
        """Where they go, when it is a public place. Nothing where nobody travels, or where somebody lives."""
        if occasion.place_id is None:
            return occasion.spot if occasion.spot_is_public else ""
        try:
            place = await self._places.get(tx, occasion.team_id, occasion.place_id)
        except NoSuchPlace:
            return occasion.spot[:400]
        spot = occasion.spot if occasion.spot_is_public else place.name
        return ", ".join(part for part in (spot, place.room, place.address) if part)[:400]

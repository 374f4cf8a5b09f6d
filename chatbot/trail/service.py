"""Admins read the audit. That somebody did is written into it as well."""

from chatbot.audit import note
from chatbot.kit.database import Database, Tx
from chatbot.kit.ids import parse_code
from chatbot.kit.verbs import verb
from chatbot.network.service import Networks
from chatbot.people.model import Person
from chatbot.people.rules import require_admin
from chatbot.people.service import People
from chatbot.trail import store
from chatbot.trail.model import Page, Step, Wanted
from chatbot.trail.refusals import NoSuchRecord

PAGE = 15
"""Lines that are read at once."""


class Trail:
    """The audit of every workspace, for its admins. `tables` are those of what has a code."""

    def __init__(self, database: Database, *, people: People, networks: Networks, tables: store.Tables) -> None:
        self.database = database
        self._people = people
        self._networks = networks
        self._tables = tables

    @verb
    async def read(self, tx: Tx, wanted: Wanted, *, by: Person) -> Page:
        """The newest lines that are wanted; the look itself is written down. Raises `NotAllowed`, `NoSuchRecord`."""
        require_admin(by)
        subject = await self._subject(tx, wanted.code, by)
        found = await store.lines(
            tx, by.team_id, person_id=wanted.person_id, subject=subject, before=wanted.before, most=PAGE + 1
        )
        rows = found[:PAGE]
        codes = await store.codes_of(tx, self._tables, by.team_id, {row.subject for row in rows})
        names = {number: await self._name(tx, by, number) for number in {row.actor_id for row in rows}}
        steps = [
            Step(
                id=row.id,
                at=row.at,
                who=names[row.actor_id],
                verb=row.verb,
                record=codes.get(row.subject) or await self._named(tx, by, row.subject),
                detail=row.detail,
            )
            for row in rows
        ]
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="audit.read", subject=subject or "audit")
        return Page(
            steps=tuple(steps),
            wanted=wanted,
            person=await self._name(tx, by, wanted.person_id),
            has_older=len(found) > PAGE,
            openings_a_day=(await self._networks.joined(tx, by.team_id)).openings_a_day,
        )

    async def _subject(self, tx: Tx, code: str, by: Person) -> str | None:
        if not code:
            return None
        subject = await store.subject_of(tx, self._tables, by.team_id, parse_code(code) or code)
        if subject is None:
            raise NoSuchRecord(code)
        return subject

    async def _named(self, tx: Tx, by: Person, subject: str) -> str:
        """A person's name; of everything else what the audit has."""
        word, _, number = subject.partition(":")
        known = await self._name(tx, by, int(number)) if word == "person" and number.isdecimal() else ""
        return known or subject

    async def _name(self, tx: Tx, by: Person, number: int | None) -> str:
        person = await self._people.numbered(tx, by.team_id, number) if number is not None else None
        return person.name if person else ""

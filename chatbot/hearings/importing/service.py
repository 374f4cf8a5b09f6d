"""The verbs about imports."""

import asyncio
import json
from collections.abc import Callable
from datetime import timedelta

from chatbot.audit import note
from chatbot.hearings.forms import HearingForm, guarded
from chatbot.hearings.importing import store
from chatbot.hearings.importing.model import Findings, Import, State
from chatbot.hearings.importing.refusals import AlreadyClaimed, NoSuchImport
from chatbot.hearings.importing.rows import Surroundings, drafted, key_of, looked_at
from chatbot.hearings.importing.words import NEEDED, Terms, heading
from chatbot.hearings.model import subject
from chatbot.hearings.writing import Writing
from chatbot.kit import sealed_rows
from chatbot.kit.database import Database, Tx
from chatbot.kit.i18n import Catalogues
from chatbot.kit.outbox import Outbox
from chatbot.kit.refusal import Refusal
from chatbot.kit.sealed import Sealer
from chatbot.kit.secret import fingerprint, new_secret
from chatbot.kit.tables import NoRows, RowsAmiss, decoded, read_table
from chatbot.kit.verbs import query, verb
from chatbot.people.model import Person
from chatbot.people.rules import require_coordinator
from chatbot.people.service import People
from chatbot.places.service import Places
from chatbot.signups.rosters import Rosters

AT_A_TIME = 20
"""Rows written in one transaction: about a tenth of a second, so that nobody's press waits for an import."""

OPEN_FOR = timedelta(hours=1)
"""How long a link leads to an import, and how long rows nobody confirmed are kept."""

KEPT = timedelta(days=30)
"""How long an import can be undone."""


class Imports:
    """The imports of every workspace."""

    def __init__(
        self,
        database: Database,
        outbox: Outbox,
        sealer: Sealer,
        catalogues: Catalogues,
        *,
        people: People,
        places: Places,
        rosters: Rosters,
        writing: Writing,
    ) -> None:
        self.database = database
        self._outbox = outbox
        self._sealer = sealer
        self._catalogues = catalogues
        self._people = people
        self._places = places
        self._rosters = rosters
        self._writing = writing
        self._wake: Callable[[], None] = lambda: None

    def listen(self, wake: Callable[[], None]) -> None:
        """Name who is woken when an import has something to do, so that it need not wait for the clock."""
        self._wake = wake

    @verb
    async def begin(self, tx: Tx, *, by: Person) -> tuple[Import, str]:
        """A new import, and the secret by which a page may lead to it for an hour. Raises `NotAllowed`."""
        require_coordinator(by)
        secret = new_secret()
        number = await store.begin(tx, by.team_id, by.id, fingerprint(secret))
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="hearings.begin_import", subject=_subject(number))
        return store.shown(await self._row(tx, number, by)), secret

    @query
    async def behind(self, tx: Tx, secret: str) -> tuple[Import, Person]:
        """The import a secret leads to, and whose it is. Raises `NoSuchImport`, also when they may not import now."""
        row = await store.by_token(tx, fingerprint(secret), since=tx.now - OPEN_FOR)
        person = await self._people.numbered(tx, row.team_id, row.person_id) if row else None
        if row is None or person is None or not may_import(person):
            raise NoSuchImport
        return store.shown(row, may_undo=await self._may_undo(tx, row)), person

    @query
    async def last(self, tx: Tx, *, by: Person) -> Import | None:
        """Their newest import that came to something."""
        row = await store.last_of(tx, by.team_id, by.id)
        return store.shown(row, may_undo=await self._may_undo(tx, row)) if row else None

    async def look(self, import_id: int, content: bytes, *, by: Person) -> Findings:
        """Look at a table without writing down a hearing: a dry run. The good rows wait, sealed, to be confirmed.

        The rules run beside everything else, for thousands of rows take a second or two. Raises `NotAllowed`,
        `NoTable`, `NotATable`, `TooLong`, `NoSuchImport`.
        """
        require_coordinator(by)
        terms = Terms.of(self._catalogues.tongue(by.language).say, by.language)
        around = await self._surroundings(terms, by=by)

        needed = {column: heading(column) for column in NEEDED}

        def work() -> Findings:
            return looked_at(read_table(decoded(content), terms.columns, needed), around)

        findings = await asyncio.to_thread(work)
        await self._keep(import_id, findings, by=by)
        return findings

    @verb
    async def confirm(self, tx: Tx, import_id: int, *, only_good: bool = False, by: Person) -> Import:
        """Begin to write the good rows down; with rows amiss only when someone said so. Twice is as good as once.

        Raises `NotAllowed`, `NoSuchImport`, `NoRows`, `RowsAmiss`.
        """
        require_coordinator(by)
        row = await self._row(tx, import_id, by)
        if row.state == State.READY:
            if not row.total:
                raise NoRows
            if row.bad and not only_good:
                raise RowsAmiss(row.bad)
            await store.change(tx, row.id, state=State.RUNNING)
            await note(tx, team_id=by.team_id, actor_id=by.id, verb="hearings.import", subject=_subject(import_id))
            tx.after_commit(self._wake)
        elif row.state == State.OPEN:
            raise NoRows
        return store.shown(await self._row(tx, import_id, by))

    @query
    async def carry_on(self, tx: Tx) -> bool:
        """What the clock does: the next few rows of an import, or cards of one that is undone. False: nothing to do.

        Rows, hearings and how far it has come are one transaction: a kill loses none and repeats none.
        """
        row = await store.at_work(tx)
        if row is None:
            return False
        if row.state == State.RUNNING:
            await self._write_some(tx, row)
        else:
            await self._refresh_some(tx, row)
        return True

    async def carry_on_to_the_end(self) -> None:
        """The same, until nothing is left to do."""
        more = True
        while more:
            more = await self.carry_on()

    @verb
    async def undo(self, tx: Tx, import_id: int, *, by: Person) -> Import:
        """Call off everything an import wrote down, while nobody has signed up. Twice is as good as once.

        Raises `NotAllowed`, `NoSuchImport`, `AlreadyClaimed`.
        """
        require_coordinator(by)
        row = await self._row(tx, import_id, by)
        if row.state in (State.RUNNING, State.DONE):
            await store.numbers(tx, row.id, to_change=True)
            if taken := await self._claimed(tx, row):
                raise AlreadyClaimed(taken)
            await store.call_off(tx, row.id)
            await store.change(tx, row.id, state=State.UNDOING, rows=None, total=row.looked, looked=0, left_out=[])
            await note(tx, team_id=by.team_id, actor_id=by.id, verb="hearings.undo_import", subject=_subject(row.id))
            tx.after_commit(self._wake)
        elif row.state not in (State.UNDOING, State.UNDONE):
            raise NoSuchImport
        return store.shown(await self._row(tx, import_id, by))

    @query
    async def forget_old(self, tx: Tx) -> int:
        """What the clock does: rows nobody confirmed go after an hour, what is known of an import after a month."""
        return await store.forget(tx, unfinished=OPEN_FOR, finished=KEPT)

    @query
    async def _surroundings(self, tx: Tx, terms: Terms, *, by: Person) -> Surroundings:
        places = await self._places.known(tx, by.team_id)
        existing = await store.existing(tx, by.team_id, since=tx.now.date() - timedelta(days=1))
        return Surroundings(places=places, existing=existing, terms=terms, by=by, now=tx.now)

    @verb
    async def _keep(self, tx: Tx, import_id: int, findings: Findings, *, by: Person) -> None:
        row = await self._row(tx, import_id, by)
        if row.state not in (State.OPEN, State.READY):
            raise NoSuchImport
        waiting = json.dumps([[good.row, dict(good.typed)] for good in findings.good])
        await store.change(tx, row.id, state=State.READY, total=len(findings.good), bad=findings.bad, looked=0)
        await sealed_rows.seal(tx, self._sealer, store.imports, row.id, {"rows": waiting})

    async def _write_some(self, tx: Tx, row: store.ImportRow) -> None:
        opened = sealed_rows.opened(self._sealer, store.imports, "rows", row.id, row.rows)
        some = json.loads(opened)[row.looked : row.looked + AT_A_TIME]
        left_out = list(row.left_out)
        person = await self._people.numbered(tx, row.team_id, row.person_id)
        existing = await store.existing(tx, row.team_id, since=tx.now.date() - timedelta(days=1))
        for number, typed in some:
            try:
                form = guarded(typed)
                hearing_id = await self._write_one(tx, form, person, set(existing))
            except Refusal:
                left_out.append(number)
            else:
                await store.brought(tx, row.id, hearing_id, number)
        looked = row.looked + len(some)
        ended = {"state": State.DONE, "rows": None, "ended_at": tx.now} if looked >= row.total else {}
        await store.change(tx, row.id, looked=looked, left_out=left_out, **ended)

    async def _write_one(self, tx: Tx, form: HearingForm, person: Person | None, existing: set[object]) -> int:
        if person is None:
            raise NoSuchImport
        place = await self._places.get(tx, person.team_id, form.place, in_use=True)
        draft = drafted(form, place, person, tx.now)
        if key_of(draft) in existing:
            raise NoRows
        return (await self._writing.add(tx, draft, person)).id

    async def _refresh_some(self, tx: Tx, row: store.ImportRow) -> None:
        hearings = await store.numbers(tx, row.id)
        some = hearings[row.looked : row.looked + AT_A_TIME]
        for hearing_id in some:
            await self._outbox.changed(tx, team_id=row.team_id, subject=subject(hearing_id))
        looked = row.looked + len(some)
        ended = {"state": State.UNDONE, "ended_at": tx.now} if looked >= len(hearings) else {}
        await store.change(tx, row.id, looked=looked, **ended)

    async def _may_undo(self, tx: Tx, row: store.ImportRow) -> bool:
        return row.state == State.DONE and bool(row.looked) and not await self._claimed(tx, row)

    async def _claimed(self, tx: Tx, row: store.ImportRow) -> list[str]:
        """The codes of its hearings that somebody comes to or waits for."""
        standing = await store.standing(tx, row.id)
        rosters = await self._rosters.of(tx, team_id=row.team_id, subjects=[subject(number) for number in standing])
        return [code for number, code in standing.items() if rosters[subject(number)].signups]

    async def _row(self, tx: Tx, import_id: int, by: Person) -> store.ImportRow:
        row = await store.by_id(tx, by.team_id, import_id)
        if row is None or row.person_id != by.id:
            raise NoSuchImport
        return row


def may_import(person: Person) -> bool:
    """Whether they would be let in if they pressed now."""
    try:
        require_coordinator(person)
    except Refusal:
        return False
    return True


def _subject(import_id: int) -> str:
    return f"import:{import_id}"

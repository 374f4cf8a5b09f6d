"""The verbs about what is written for few eyes."""

from collections.abc import Mapping

from chatbot.kit.database import Database, Tx
from chatbot.kit.forms import read
from chatbot.kit.guard import Exposure
from chatbot.kit.private import refuse_private
from chatbot.kit.sealed import Sealer
from chatbot.kit.verbs import verb
from chatbot.network.openings import opening
from chatbot.people import store as people
from chatbot.people.model import Person, Role, Standing
from chatbot.rooms.notes import store
from chatbot.rooms.reading import Reading
from chatbot.rooms.stays import rules
from chatbot.rooms.stays import store as stays
from chatbot.rooms.stays.forms import WordsForm
from chatbot.rooms.stays.model import Note, NoteKind, Stay
from chatbot.rooms.stays.refusals import NotACoordinator, NothingAsked
from chatbot.rooms.telling import Telling


class Notes:
    """Questions, answers and hand-over notes. They open in a window only, and each opening is written down."""

    def __init__(self, database: Database, sealer: Sealer, *, reading: Reading, telling: Telling) -> None:
        self.database = database
        self._sealer = sealer
        self._reading = reading
        self._telling = telling

    @verb
    async def ask(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Stay:
        """The host asks something before they answer. It goes to whoever looks after the stay; nothing else opens.

        What leads to a person is refused, so that nobody's contact passes here. Raises `NoSuchStay`, `NotAsked`,
        `NothingAsked`, `Invalid`.
        """
        stay = await self._reading.stay(tx, by.team_id, code, to_change=True)
        rules.of_host(stay, by)
        await self._write(tx, stay, NoteKind.QUESTION, typed, by)
        await self._telling.coordinator(tx, stay, "stays.question")
        return await self._done(tx, "stays.question", stay, by)

    @verb
    async def answer(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Stay:
        """A coordinator answers the host's question. Raises `NotAllowed`, `NoSuchStay`, `NothingAsked`, `Invalid`."""
        stay = await self._reading.coordinated(tx, code, by)
        if stay.match is None:
            raise NothingAsked(stay.code)
        await self._write(tx, stay, NoteKind.ANSWER, typed, by)
        await self._telling.host(tx, stay, "stays.answered")
        return await self._done(tx, "stays.answer", stay, by)

    @verb
    async def hand_over(self, tx: Tx, code: str, typed: Mapping[str, object], *, to: int | None, by: Person) -> Stay:
        """Write a note for the coordinators; `to`, when someone is named, looks after the stay from now on.

        Raises `NotAllowed`, `NoSuchStay`, `NotACoordinator`, `Invalid`.
        """
        stay = await self._reading.coordinated(tx, code, by)
        await self._write(tx, stay, NoteKind.HANDOVER, typed, by)
        if to is not None and to != stay.coordinator_id:
            other = await people.by_id(tx, by.team_id, to)
            if other is None or other.standing is not Standing.MEMBER or not other.has(Role.COORDINATOR):
                raise NotACoordinator
            await stays.set_stay(tx, stay.id, coordinator_id=to)
            stay = await self._reading.stay(tx, by.team_id, stay.code)
            if to != by.id:
                await self._telling.coordinator(tx, stay, "stays.handed_over")
        return await self._done(tx, "stays.hand_over", stay, by)

    @verb
    async def open(self, tx: Tx, code: str, *, by: Person) -> tuple[Stay, list[Note]]:
        """Everything for coordinators; for the host the questions and answers about their own home.

        The opening is written down. Raises `NoSuchStay` for everyone else, `TooManyOpened`.
        """
        stay = await self._reading.visible(tx, code, by)
        about = None if by.has(Role.COORDINATOR) or stay.match is None else stay.match.id
        found = await store.notes(tx, self._sealer, stay.id, match_id=about)
        await opening(tx, "stays.open_notes", stay.subject, by=by)
        return stay, found

    async def _write(self, tx: Tx, stay: Stay, kind: NoteKind, typed: Mapping[str, object], by: Person) -> None:
        words = read(WordsForm, typed).words
        private = kind is NoteKind.HANDOVER
        refuse_private({"words": words}, Exposure.PRIVATE if private else Exposure.PUBLIC)
        await store.write(tx, self._sealer, stay, kind, words, by=by.id)

    async def _done(self, tx: Tx, verb_name: str, stay: Stay, by: Person) -> Stay:
        await self._telling.done(tx, verb_name, stay, by)
        return await self._reading.stay(tx, stay.team_id, stay.code)

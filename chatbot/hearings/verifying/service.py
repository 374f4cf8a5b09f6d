"""The verbs about confirming dates."""

from collections.abc import Mapping
from datetime import timedelta

from chatbot.hearings import rules as hearing_rules
from chatbot.hearings.model import Hearing, How
from chatbot.hearings.moving.service import Moving
from chatbot.hearings.reading import Reading
from chatbot.hearings.verifying import rules, store
from chatbot.hearings.verifying.forms import FoundForm
from chatbot.hearings.verifying.refusals import NoDay
from chatbot.hearings.writing import Writing
from chatbot.kit.clock import local_date
from chatbot.kit.database import Database, Tx
from chatbot.kit.forms import read
from chatbot.kit.outbox import Outbox
from chatbot.kit.verbs import query, verb
from chatbot.network.service import Networks
from chatbot.people.model import Person


class Verifying:
    """Dates of every workspace, asked for at the court or the attorney's."""

    def __init__(
        self,
        database: Database,
        outbox: Outbox,
        *,
        networks: Networks,
        reading: Reading,
        writing: Writing,
        moving: Moving,
    ) -> None:
        self.database = database
        self._outbox = outbox
        self._networks = networks
        self._reading = reading
        self._writing = writing
        self._moving = moving

    @verb
    async def confirm(self, tx: Tx, code: str, how: How, *, by: Person) -> Hearing:
        """Say that the date stands as it is written down, and who said so.

        Raises `NoSuchHearing`, `NotAllowed`, `HearingCancelled`, `HearingOver`, `NoDay`, `OnlyTheAttorney`.
        """
        hearing = await self._to_verify(tx, code, by)
        if hearing.when.day is None:
            raise NoDay(hearing.code)
        rules.must_be_known_there(hearing, how)
        return await self._verified(tx, hearing, how, by)

    @verb
    async def found(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Hearing:
        """Write down the day and hour as they were found out; that confirms them, and those who come are told.

        Raises what `confirm` raises, and `Invalid`, `EndsBeforeItStarts`, `InThePast`.
        """
        before = await self._to_verify(tx, code, by)
        form = read(FoundForm, typed)
        rules.must_be_known_there(before, form.how)
        when = form.when(before.place)
        hearing_rules.must_be_ahead(when, tx.now, unless=before.when)
        await self._moving.moved(tx, before, await self._writing.put_off(tx, before, when))
        return await self._verified(tx, before, form.how, by)

    @query
    async def to_check(self, tx: Tx, *, by: Person) -> list[Hearing]:
        """What this person may confirm and what needs it: the day is near, and nobody has asked for a week."""
        found = await self.due(tx, by.team_id)
        return [one for one in found if rules.may_verify(one, by)]

    async def due(self, tx: Tx, team_id: str) -> list[Hearing]:
        """The same for the whole network, inside a verb."""
        network = await self._networks.joined(tx, team_id)
        first = local_date(tx.now, network.zone) - timedelta(days=1)
        last = first + timedelta(days=network.check_days + 2)
        rows = await store.to_check(tx, team_id, first=first, last=last, since=tx.now - rules.FRESH)
        found = await self._reading.of_rows(tx, rows)
        return [one for one in found if rules.needs_check(one, tx.now, days=network.check_days)]

    async def _to_verify(self, tx: Tx, code: str, by: Person) -> Hearing:
        hearing = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        rules.require_verifier(hearing, by)
        hearing_rules.must_stand(hearing, tx.now)
        return hearing

    async def _verified(self, tx: Tx, hearing: Hearing, how: How, by: Person) -> Hearing:
        await store.verify(tx, hearing.id, how, by=by.id)
        await self._writing.note(tx, "hearings.verify", hearing, by, detail=how)
        await self._outbox.changed(tx, team_id=hearing.team_id, subject=hearing.subject)
        return await self._reading.by_id(tx, hearing.team_id, hearing.id)

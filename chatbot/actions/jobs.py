"""What the clock does about alerts, derived from the present state at every tick."""

from datetime import timedelta

from chatbot.actions import rules, store
from chatbot.actions.deeds import store as deeds
from chatbot.actions.model import State
from chatbot.actions.reading import Reading
from chatbot.actions.writing import Writing
from chatbot.kit.clock import instant
from chatbot.kit.database import Database, Tx
from chatbot.kit.once import once
from chatbot.kit.outbox import Outbox
from chatbot.kit.verbs import query
from chatbot.network.service import Networks
from chatbot.people.model import Notice
from chatbot.people.service import People

CATCH_UP = timedelta(hours=3)
"""Who was to be reminded at ten is not reminded in the evening."""


class ActionJobs:
    """Reminders for those who asked for them, and the end of an alert."""

    def __init__(
        self,
        database: Database,
        outbox: Outbox,
        *,
        networks: Networks,
        people: People,
        reading: Reading,
        writing: Writing,
    ) -> None:
        self.database = database
        self._outbox = outbox
        self._networks = networks
        self._people = people
        self._reading = reading
        self._writing = writing

    async def remind(self) -> int:
        """At ten, on the day after somebody asked and on the last day: who has done nothing today yet."""
        return sum([await self._remind(team_id) for team_id in await self._networks.teams()])

    async def close_ended(self) -> int:
        """At ten on the morning after the last day: close, thank, and leave the final tally on the card."""
        return sum([await self._close_ended(team_id) for team_id in await self._networks.teams()])

    @query
    async def _remind(self, tx: Tx, team_id: str) -> int:
        here = await self._reading.here(tx, team_id)
        due = instant(here.date(), rules.HOUR, (await self._networks.joined(tx, team_id)).zone)
        if not due <= tx.now < due + CATCH_UP:
            return 0
        today = here.date()
        found = await self._reading.every(tx, team_id, store.in_state(State.OPEN), store.on_or_after(today))
        by_number = {action.id: action for action in found}
        asked = await deeds.reminders(tx, by_number)
        wanting = await self._people.wanting(tx, {one[1] for one in asked}, Notice.NEWS)
        chosen = await self._people.choices(tx, wanting)
        reminded = 0
        for action_id, person_id, asked_on in asked:
            if person_id not in wanting or not rules.may_be_told(chosen[person_id], here):
                continue
            mine = (await self._reading.mine(tx, team_id, [action_id], person_id))[action_id]
            what = f"actions.remind:{action_id}:{person_id}:{today.isoformat()}"
            due_now = rules.reminds(by_number[action_id], asked_on, mine, today)
            if due_now and await once(tx, team_id=team_id, what=what):
                await self._outbox.tell(
                    tx, team_id=team_id, person_id=person_id, view="actions.remind", action=action_id
                )
                reminded += 1
        return reminded

    @query
    async def _close_ended(self, tx: Tx, team_id: str) -> int:
        here = await self._reading.here(tx, team_id)
        over = await self._reading.every(tx, team_id, store.in_state(State.OPEN), store.before(here.date()))
        closed = 0
        for action in over:
            row = await store.by_code(tx, team_id, action.code, to_change=True)
            (still,) = await self._reading.whole(tx, [row] if row else [])
            if rules.closes(still, here):
                await self._writing.close(tx, still, by=None)
                closed += 1
        return closed

"""What the verbs of this room, and the clock, write in common."""

from chatbot.actions import store
from chatbot.actions.deeds import store as deeds
from chatbot.actions.model import Action, State
from chatbot.actions.reading import Reading
from chatbot.audit import note
from chatbot.kit.database import Tx
from chatbot.kit.once import once
from chatbot.kit.outbox import Outbox
from chatbot.people.model import Notice
from chatbot.people.service import People


class Writing:
    """Writes down what happened, brings cards up to date, and says thanks."""

    def __init__(self, outbox: Outbox, *, people: People, reading: Reading) -> None:
        self._outbox = outbox
        self._people = people
        self._reading = reading

    async def changed(self, tx: Tx, verb: str, action: Action, *, by: int | None, detail: str = "") -> Action:
        """One audit line, and every message that shows the alert follows; answers the alert as it is now."""
        await self.noted(tx, verb, action, by=by, detail=detail)
        await self._outbox.changed(tx, team_id=action.team_id, subject=action.subject)
        return await self._reading.by_id(tx, action.team_id, action.id)

    async def noted(self, tx: Tx, verb: str, action: Action, *, by: int | None, detail: str = "") -> None:
        """One audit line."""
        await note(tx, team_id=action.team_id, actor_id=by, verb=verb, subject=action.subject, detail=detail)

    async def post(self, tx: Tx, view: str, action: Action, channel: str) -> None:
        """Put a live view of the alert into a channel."""
        await self._outbox.announce(
            tx, team_id=action.team_id, channel=channel, view=view, ref=str(action.id), subjects=(action.subject,)
        )

    async def celebrate(self, tx: Tx, action: Action) -> None:
        """The channel hears that the goal is reached, the first time it is."""
        what = f"{store.GOAL}:{action.id}"
        if action.is_reached and action.channel and await once(tx, team_id=action.team_id, what=what):
            await self.post(tx, store.GOAL, action, action.channel)

    async def close(self, tx: Tx, action: Action, *, by: int | None) -> Action:
        """End it: the card keeps the final tally, the channel and everyone who took part are thanked, each once.

        An alert that was opened again thanks only those who took part since. Nobody is reminded of it any more.
        """
        await store.say(tx, action.id, state=State.CLOSED)
        await deeds.forget(tx, action.id)
        closed = await self.changed(tx, "actions.close", action, by=by)
        if action.channel and await self._first(tx, action, "channel"):
            await self.post(tx, store.THANKS, closed, action.channel)
        took_part = await deeds.took_part(tx, action.id)
        wanting = await self._people.wanting(tx, took_part, Notice.NEWS) if took_part else set()
        for person_id in took_part:
            if person_id in wanting and await self._first(tx, action, str(person_id)):
                await self._outbox.tell(
                    tx, team_id=action.team_id, person_id=person_id, view="actions.thank", action=action.id
                )
        return closed

    async def _first(self, tx: Tx, action: Action, whom: str) -> bool:
        return await once(tx, team_id=action.team_id, what=f"{store.THANKS}:{action.id}:{whom}")

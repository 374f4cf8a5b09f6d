"""The verbs of everyone: I called, take it back, remind me."""

from collections.abc import Mapping

from chatbot.actions import rules
from chatbot.actions.deeds import store
from chatbot.actions.forms import DeedForm
from chatbot.actions.model import Action, Counted, Mine, Step
from chatbot.actions.reading import Reading
from chatbot.actions.refusals import NothingToUndo
from chatbot.actions.writing import Writing
from chatbot.kit.database import Database, Tx
from chatbot.kit.forms import read
from chatbot.kit.guard import Exposure
from chatbot.kit.private import refuse_private
from chatbot.kit.verbs import query, verb
from chatbot.people.model import Person

NOBODY = None
"""Who called is nobody's business, an admin's neither: the audit holds that it was done, and not by whom."""


class Deeds:
    """What people did for the alerts of every workspace."""

    def __init__(self, database: Database, *, reading: Reading, writing: Writing) -> None:
        self.database = database
        self._reading = reading
        self._writing = writing

    @verb
    async def count(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Counted:
        """Count a call, a letter, a signature or a testimony: once a person, office, kind and local day.

        Saying it again on the same day counts nothing; a new outcome or note takes the place of the old one. `typed`
        is the form as strings. Raises `Invalid`, `NoSuchAction`, `NotOpen`, `NotAsked`, `NoSuchTarget`.
        """
        action = await self._reading.by_code(tx, code, by=by, to_change=True)
        today = await self._reading.today(tx, by.team_id)
        rules.must_be_open(action, today)
        form = read(DeedForm, typed)
        refuse_private({"note": form.note}, Exposure.PUBLIC)
        targets = rules.asked_of(action, form.step, form.targets)
        outcome = form.outcome if form.step is Step.CALL else None
        new = [
            await store.do(
                tx,
                action_id=action.id,
                target_id=target.id,
                person_id=by.id,
                step=form.step,
                day=today,
                outcome=outcome,
                note=form.note,
            )
            for target in targets
        ]
        if any(new):
            action = await self._writing.changed(tx, "actions.count", action, by=NOBODY, detail=form.step)
            await self._writing.celebrate(tx, action)
        else:
            await self._writing.noted(tx, "actions.count", action, by=NOBODY, detail=form.step)
        return Counted(action=action, new=sum(new), again=len(new) - sum(new), mine=await self._mine(tx, action, by))

    @verb
    async def undo(self, tx: Tx, code: str, deed_id: int, *, by: Person) -> tuple[Action, Mine]:
        """Take back something of today, while the alert is open.

        Raises `NoSuchAction`, `NotOpen`, and `NothingToUndo` for what is somebody else's or of an earlier day.
        """
        action = await self._reading.by_code(tx, code, by=by, to_change=True)
        today = await self._reading.today(tx, by.team_id)
        rules.must_be_open(action, today)
        if not await store.undo(tx, deed_id, action_id=action.id, person_id=by.id, day=today):
            raise NothingToUndo
        after = await self._writing.changed(tx, "actions.undo", action, by=NOBODY)
        return after, await self._mine(tx, after, by)

    @verb
    async def remind(self, tx: Tx, code: str, *, wanted: bool = True, by: Person) -> tuple[Action, Mine]:
        """Ask to be reminded on the next day and on the last one, or not to be. Raises `NoSuchAction`, `NotOpen`."""
        action = await self._reading.by_code(tx, code, by=by, to_change=True)
        today = await self._reading.today(tx, by.team_id)
        rules.must_be_open(action, today)
        if wanted:
            await store.remind(tx, action.id, by.id, today)
        else:
            await store.forget(tx, action.id, by.id)
        await self._writing.noted(tx, "actions.remind", action, by=NOBODY)
        return action, await self._mine(tx, action, by)

    @query
    async def mine(self, tx: Tx, action_id: int, person_id: int, *, team_id: str) -> Mine:
        """How this person stands to an alert now."""
        return (await self._reading.mine(tx, team_id, [action_id], person_id))[action_id]

    async def _mine(self, tx: Tx, action: Action, by: Person) -> Mine:
        return (await self._reading.mine(tx, by.team_id, [action.id], by.id))[action.id]

"""The verbs about alarms: raise one, share out what has to be done, take it back."""

from chatbot.audit import note
from chatbot.hearings.detention import rules, store
from chatbot.hearings.detention.model import Alarm, Raised, Task
from chatbot.hearings.detention.refusals import AlarmUndone, NoSuchAlarm
from chatbot.hearings.keepers import Keepers
from chatbot.hearings.model import Hearing
from chatbot.hearings.reading import Reading
from chatbot.hearings.refusals import ReasonMissing
from chatbot.kit.columns import storable
from chatbot.kit.database import Database, Tx
from chatbot.kit.guard import Exposure
from chatbot.kit.outbox import Outbox
from chatbot.kit.private import refuse_private
from chatbot.kit.verbs import query, verb
from chatbot.network.service import Networks
from chatbot.people.model import Person


class Detentions:
    """Alarms of every workspace."""

    def __init__(
        self, database: Database, outbox: Outbox, *, networks: Networks, reading: Reading, keepers: Keepers
    ) -> None:
        self.database = database
        self._outbox = outbox
        self._networks = networks
        self._reading = reading
        self._keepers = keepers

    @verb
    async def raise_alarm(self, tx: Tx, code: str, *, by: Person) -> Raised:
        """Tell the response team at once that someone was detained, by the code alone; a second press tells nobody.

        Without a channel of the response team the coordinators are told, each by themselves. Raises `NoSuchHearing`,
        `NotAllowed`, `NotTheDay`.
        """
        hearing = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        rules.must_be_raisable(hearing, by, tx.now)
        return await self.alarm(tx, hearing, by)

    async def alarm(self, tx: Tx, hearing: Hearing, by: Person) -> Raised:
        """The same inside a verb that has locked the hearing and knows that they may."""
        known = await store.standing(tx, hearing.team_id, hearing.id)
        if known is not None:
            return Raised(alarm=await self._get(tx, hearing.team_id, known), is_new=False)
        channel = (await self._networks.joined(tx, hearing.team_id)).response_channel
        number = await store.add(tx, hearing.team_id, hearing.id, by=by.id, heard=channel is not None)
        alarm = await self._get(tx, hearing.team_id, number)
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="alarms.raise", subject=hearing.subject)
        if channel is not None:
            await self._outbox.announce(
                tx,
                team_id=alarm.team_id,
                channel=channel,
                view="alarms.raised",
                ref=str(number),
                subjects=(alarm.subject,),
            )
        else:
            await self._tell_each(tx, alarm, hearing)
        return Raised(alarm=alarm, is_new=True)

    @query
    async def get(self, tx: Tx, alarm_id: int, *, team_id: str) -> Alarm:
        """The alarm as it stands now. Raises `NoSuchAlarm`."""
        return await self._get(tx, team_id, alarm_id)

    @query
    async def about(self, tx: Tx, code: str, *, team_id: str) -> Alarm | None:
        """The alarm about a hearing that nobody took back, if there is one. Raises `NoSuchHearing`."""
        hearing = await self._reading.by_code(tx, team_id, code)
        known = await store.standing(tx, team_id, hearing.id)
        return None if known is None else await self._get(tx, team_id, known)

    @verb
    async def take(self, tx: Tx, alarm_id: int, task: Task, *, by: Person) -> Alarm:
        """Do one of the tasks. Raises `NoSuchAlarm`, `AlarmUndone`, `TakenByAnother`, `TaskDone`."""
        alarm = await self._to_change(tx, by, alarm_id)
        if rules.may_do(alarm, task, by).taken_by is None:
            await store.take(tx, alarm_id, task, by=by.id)
        return await self._changed(tx, alarm, by, "alarms.take", task)

    @verb
    async def hand_back(self, tx: Tx, alarm_id: int, task: Task, *, by: Person) -> Alarm:
        """Let somebody else do it. Raises `NoSuchAlarm`, `AlarmUndone`, `TakenByAnother`, `TaskDone`."""
        alarm = await self._to_change(tx, by, alarm_id)
        rules.may_do(alarm, task, by)
        await store.hand_back(tx, alarm_id, task)
        return await self._changed(tx, alarm, by, "alarms.hand_back", task)

    @verb
    async def done(self, tx: Tx, alarm_id: int, task: Task, *, by: Person) -> Alarm:
        """Say that it is done, also when somebody else had taken it. Raises `NoSuchAlarm`, `AlarmUndone`."""
        alarm = await self._to_change(tx, by, alarm_id)
        line = alarm.line(task)
        if line.done_at is not None:
            return alarm
        if line.taken_by is None:
            await store.take(tx, alarm_id, task, by=by.id)
        await store.done(tx, alarm_id, task)
        return await self._changed(tx, alarm, by, "alarms.done", task)

    @verb
    async def undo(self, tx: Tx, alarm_id: int, *, reason: str, by: Person) -> Alarm:
        """Take the alarm back; the response team is told why. That it was raised stays in the audit.

        Raises `NoSuchAlarm`, `AlarmUndone`, `NotAllowed`, `ReasonMissing`, and `Invalid` for a reason that says too
        much.
        """
        alarm = await self._to_change(tx, by, alarm_id)
        hearing = await self._reading.by_id(tx, by.team_id, alarm.hearing_id)
        rules.require_undoer(alarm, hearing, by)
        reason = storable(reason).strip()
        if not reason:
            raise ReasonMissing
        refuse_private({"reason": reason}, Exposure.PUBLIC)
        await store.undo(tx, alarm_id, reason, by=by.id)
        channel = (await self._networks.joined(tx, by.team_id)).response_channel
        if channel is not None:
            await self._outbox.announce(
                tx,
                team_id=by.team_id,
                channel=channel,
                view="alarms.undone",
                ref=str(alarm_id),
                subjects=(),
            )
        if not alarm.heard:
            await self._tell_each(tx, alarm, hearing)
        return await self._changed(tx, alarm, by, "alarms.undo")

    async def _tell_each(self, tx: Tx, alarm: Alarm, hearing: Hearing) -> None:
        """Where the response team has no channel: the coordinators, each by themselves."""
        for person_id in await self._keepers.all_of(tx, hearing):
            await self._outbox.tell(
                tx, team_id=alarm.team_id, person_id=person_id, view="alarms.unheard", alarm=alarm.id
            )

    async def _get(self, tx: Tx, team_id: str, alarm_id: int, *, to_change: bool = False) -> Alarm:
        alarm = await store.get(tx, team_id, alarm_id, to_change=to_change)
        if alarm is None:
            raise NoSuchAlarm
        return alarm

    async def _to_change(self, tx: Tx, by: Person, alarm_id: int) -> Alarm:
        alarm = await self._get(tx, by.team_id, alarm_id, to_change=True)
        if not alarm.stands:
            raise AlarmUndone(alarm.code)
        return alarm

    async def _changed(self, tx: Tx, alarm: Alarm, by: Person, verb_name: str, detail: str = "") -> Alarm:
        await note(tx, team_id=by.team_id, actor_id=by.id, verb=verb_name, subject=alarm.subject, detail=detail)
        await self._outbox.changed(tx, team_id=alarm.team_id, subject=alarm.subject)
        return await self._get(tx, alarm.team_id, alarm.id)

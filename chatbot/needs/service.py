"""The verbs about needs."""

from collections.abc import Collection, Mapping

from chatbot.kit.columns import storable
from chatbot.kit.database import Database, Tx
from chatbot.kit.guard import Exposure
from chatbot.kit.outbox import Outbox
from chatbot.kit.pages import turned_to
from chatbot.kit.private import refuse_private
from chatbot.kit.sealed import Sealer
from chatbot.kit.verbs import query, verb
from chatbot.needs import rules, store
from chatbot.needs.model import Filter, Kind, Need, Opened, Page, State, Step
from chatbot.needs.reading import Reading
from chatbot.needs.refusals import NeedClosed, NoSuchNeed
from chatbot.needs.rides import store as rides
from chatbot.needs.writing import Writing
from chatbot.network.openings import opening
from chatbot.people.model import Person, Role
from chatbot.people.rules import require_coordinator
from chatbot.people.service import People
from chatbot.signups.refusals import NoSeat
from chatbot.signups.times import is_over


class Needs:
    """The needs of every workspace."""

    def __init__(
        self,
        database: Database,
        outbox: Outbox,
        sealer: Sealer,
        *,
        people: People,
        reading: Reading,
        writing: Writing,
    ) -> None:
        self.database = database
        self._people = people
        self._outbox = outbox
        self._sealer = sealer
        self._reading = reading
        self._writing = writing

    @query
    async def get(self, tx: Tx, code: str, *, by: Person) -> Need:
        """The need of this code. Raises `NoSuchNeed`, also for what is not before everyone yet, nor theirs."""
        return await self._seen(tx, code, by)

    @query
    async def drawn(self, tx: Tx, need_id: int, *, team_id: str) -> Need:
        """The need as its card shows it now. Raises `NoSuchNeed`."""
        return await self._reading.by_id(tx, team_id, need_id)

    @query
    async def about(self, tx: Tx, subject: str, *, team_id: str) -> list[Need]:
        """What hangs on a hearing, a stay or a bond."""
        return await self._reading.about(tx, team_id, subject)

    @query
    async def listed(self, tx: Tx, wanted: Filter, *, page: int = 1, size: int = rules.PAGE, by: Person) -> Page:
        """One page of what is asked for; what is over is left out. A page beyond the last is the last one."""
        every = await self._reading.open_ones(tx, by.team_id)
        found = [one for one in every if not is_over(one.when, tx.now) and rules.fits(one, wanted, by)]
        number, pages = turned_to(page, total=len(found), size=size)
        shown = tuple(found[(number - 1) * size : number * size])
        return Page(needs=shown, total=len(found), number=number, pages=pages)

    @verb
    async def add(self, tx: Tx, typed: Mapping[str, object], *, by: Person) -> Need:
        """Write a need down and post its card, where a channel for cards is set.

        `typed` is the form as strings. Raises `NotAllowed`, `Invalid`, `ItemsNeeded`, `NoSuchMatter`, `NoSuchPlace`.
        """
        require_coordinator(by)
        return await self._writing.add(tx, await self._writing.draft(tx, typed, by), by)

    @verb
    async def ask(self, tx: Tx, typed: Mapping[str, object], *, by: Person) -> Need:
        """A volunteer asks for help with something; the coordinators are told, and nobody else sees it yet.

        Raises what `add` raises.
        """
        need = await self._writing.add(tx, await self._writing.draft(tx, typed, by, asks=True), by, state=State.ASKED)
        for person in await self._people.coordinators(tx, by.team_id):
            if person.coordinates(need.area):
                await self._outbox.tell(tx, team_id=by.team_id, person_id=person.id, view="needs.asked", need=need.id)
        return need

    @query
    async def asked_for(self, tx: Tx, *, by: Person) -> list[Need]:
        """What volunteers asked for in the areas this person coordinates. Raises `NotAllowed`."""
        require_coordinator(by)
        return [one for one in await self._reading.asked_for(tx, by.team_id) if by.coordinates(one.area)]

    @verb
    async def publish(self, tx: Tx, code: str, *, by: Person) -> Need:
        """Put before everyone what a volunteer asked for; its card is posted, and they are told.

        Raises `NotAllowed`, `NoSuchNeed`, and `NeedClosed` when that is settled.
        """
        need = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        require_coordinator(by, need.area)
        if need.state is not State.ASKED:
            raise NeedClosed(need.code)
        await store.set_state(tx, need.id, State.OPEN)
        await self._writing.note(tx, "needs.publish", need, by)
        await self._writing.post_card(tx, need)
        await self._outbox.tell(tx, team_id=by.team_id, person_id=need.created_by, view="needs.published", need=need.id)
        return await self._reading.by_code(tx, by.team_id, code)

    @query
    async def may_change(self, tx: Tx, code: str, *, by: Person) -> Need:
        """The need, for whoever may change it; nothing private is opened for that.

        Raises `NoSuchNeed`, `NotAllowed`, `NeedClosed`.
        """
        need = await self._seen(tx, code, by)
        rules.require_changer(need, by)
        return need

    @verb
    async def change(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Need:
        """Write a need down anew; whoever helps is told when its time or place changed.

        Raises what `add` raises, and `NoSuchNeed`, `NeedClosed`, `TooManySeated`.
        """
        before = await self._to_change(tx, code, by)
        after = await self._writing.change(tx, before, await self._writing.draft(tx, typed, by, before=before))
        await self._writing.note(tx, "needs.change", after, by)
        if rules.moved(before, after):
            await self._tell_helpers(tx, after, "needs.moved")
        return after

    @verb
    async def cancel(self, tx: Tx, code: str, *, reason: str, by: Person) -> Need:
        """It is not needed any more; whoever helps is told why. Raises `Invalid` for a reason that names someone."""
        need = await self._to_change(tx, code, by)
        return await self._close(tx, need, State.CANCELLED, reason, by)

    @verb
    async def finish(self, tx: Tx, code: str, *, by: Person) -> Need:
        """It is met: coordinators say so, and those who hold a seat. Raises `NoSuchNeed`, `NeedClosed`, `NoSeat`."""
        need = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        if need.state is not State.OPEN:
            raise NeedClosed(need.code)
        mine = need.roster.of(by.id)
        if not by.coordinates(need.area) and (mine is None or mine.waiting):
            raise NoSeat(need.code)
        return await self._close(tx, need, State.DONE, "", by)

    @verb
    async def tick(self, tx: Tx, code: str, done: Collection[Step], *, by: Person) -> Need:
        """Say which steps of posting a bond are done; for those who help, coordinators and treasurers.

        Raises `NoSuchNeed`, `NeedClosed`, and `NoSeat` for everyone else.
        """
        need = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        rules.must_stand(need, tx.now)
        mine = need.roster.of(by.id)
        helps = mine is not None and not mine.waiting
        if need.kind is not Kind.BOND_POSTING or not (helps or by.coordinates(need.area) or by.has(Role.TREASURER)):
            raise NoSeat(need.code)
        for step in Step:
            if step in done and step not in need.steps:
                await store.do_step(tx, need.id, step, by=by.id)
            elif step not in done and step in need.steps:
                await store.undo_step(tx, need.id, step)
        await self._writing.note(tx, "needs.tick", need, by)
        return await self._reading.by_code(tx, by.team_id, code)

    @verb
    async def open_details(self, tx: Tx, code: str, *, by: Person) -> Opened:
        """Everything this person may read. When that includes the private part, the opening is written down.

        Raises `NoSuchNeed`, `TooManyOpened`.
        """
        need = await self._seen(tx, code, by)
        private = None
        pickups: dict[int, str] = {}
        if rules.may_read_private(need, by):
            await opening(tx, "needs.open_private", need.subject, by=by)
            private = await store.unseal(tx, self._sealer, need.id)
            pickups = await rides.addresses(tx, self._sealer, rules.may_read_pickups(need, by))
        return Opened(need=need, private=private, pickups=pickups, may_change=by.coordinates(need.area))

    async def _seen(self, tx: Tx, code: str, by: Person) -> Need:
        need = await self._reading.by_code(tx, by.team_id, code)
        if not rules.may_see(need, by):
            raise NoSuchNeed(need.code)
        return need

    async def _to_change(self, tx: Tx, code: str, by: Person) -> Need:
        need = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        rules.require_changer(need, by)
        return need

    async def _close(self, tx: Tx, need: Need, state: State, reason: str, by: Person) -> Need:
        reason = storable(reason).strip()
        refuse_private({"reason": reason}, Exposure.PUBLIC)
        await store.set_state(tx, need.id, state, reason)
        await self._writing.called_off(tx, need)
        await self._writing.note(tx, f"needs.{'finish' if state is State.DONE else 'cancel'}", need, by)
        if state is State.CANCELLED:
            await self._tell_helpers(tx, need, "needs.cancelled")
        return await self._reading.by_code(tx, need.team_id, need.code)

    async def _tell_helpers(self, tx: Tx, need: Need, view: str) -> None:
        """Everyone with a seat, a place in line, or a promise; and who asked for what is not before everyone yet."""
        helpers = [one.person_id for one in need.roster.signups]
        givers = [share.person_id for item in need.items for share in item.shares]
        asked = [need.created_by] if need.state is State.ASKED else []
        for person_id in dict.fromkeys((*helpers, *givers, *asked)):
            await self._outbox.tell(tx, team_id=need.team_id, person_id=person_id, view=view, need=need.id)

"""The verbs about alerts: writing them down, launching, closing, and reading what came of them."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from chatbot.actions import rules, store
from chatbot.actions.deeds import store as deeds
from chatbot.actions.forms import ActionForm, DayForm, ScriptForm, TargetForm
from chatbot.actions.model import CODE, Action, Draft, Line, Mine, Page, State, Which
from chatbot.actions.reading import Reading
from chatbot.actions.refusals import NoChannel, NoSuchTarget, NoTargets, TargetCounted, TooManyTargets
from chatbot.actions.sheet import sheet
from chatbot.actions.writing import Writing
from chatbot.kit.database import Database, Tx
from chatbot.kit.forms import read
from chatbot.kit.guard import Exposure
from chatbot.kit.i18n import Text
from chatbot.kit.ids import next_code
from chatbot.kit.pages import turned_to
from chatbot.kit.private import refuse_private
from chatbot.kit.verbs import query, verb
from chatbot.network.service import Networks
from chatbot.people.model import Person
from chatbot.people.rules import require_coordinator


class Actions:
    """The alerts of every workspace."""

    def __init__(self, database: Database, *, networks: Networks, reading: Reading, writing: Writing) -> None:
        self.database = database
        self._networks = networks
        self._reading = reading
        self._writing = writing

    @query
    async def get(self, tx: Tx, code: str, *, by: Person) -> Action:
        """The alert of this code. Raises `NoSuchAction`."""
        return await self._reading.by_code(tx, code, by=by)

    @query
    async def drawn(self, tx: Tx, action_id: int, *, team_id: str) -> Action:
        """The alert as its card shows it now. Raises `NoSuchAction`."""
        return await self._reading.by_id(tx, team_id, action_id)

    @query
    async def seen(self, tx: Tx, code: str, *, by: Person) -> tuple[Action, Mine]:
        """The alert, and how whoever asks stands to it. Raises `NoSuchAction`."""
        action = await self._reading.by_code(tx, code, by=by)
        return action, (await self._reading.mine(tx, by.team_id, [action.id], by.id))[action.id]

    @query
    async def listed(
        self, tx: Tx, which: Which = Which.OPEN, *, page: int = 1, size: int = rules.PAGE, by: Person
    ) -> Page:
        """One page of the alerts: what is open ends first at the top, of the others the newest stand there.

        A page beyond the last is the last one. Raises `NotAllowed` for the drafts, which coordinators alone see.
        """
        today = await self._reading.today(tx, by.team_id)
        match which:
            case Which.OPEN:
                where = [store.in_state(State.OPEN), store.on_or_after(today)]
            case Which.MINE:
                where = [store.in_state(State.OPEN, State.CLOSED), deeds.of_person(by.id)]
            case Which.CLOSED:
                where = [store.in_state(State.CLOSED)]
            case Which.DRAFTS:
                require_coordinator(by)
                where = [store.in_state(State.DRAFT)]
        total = await store.count(tx, by.team_id, *where)
        number, pages = turned_to(page, total=total, size=size)
        newest = which is not Which.OPEN
        rows = await store.page(tx, by.team_id, *where, first=(number - 1) * size, size=size, newest_first=newest)
        return Page(actions=tuple(await self._reading.whole(tx, rows)), total=total, number=number, pages=pages)

    @verb
    async def write(self, tx: Tx, typed: Mapping[str, object], *, by: Person) -> Action:
        """Begin an alert, as a draft. `typed` is the form as strings. Raises `NotAllowed`, `Invalid`, `InThePast`."""
        require_coordinator(by)
        draft = _draft(typed)
        rules.must_end_later(draft, await self._reading.today(tx, by.team_id))
        number = await store.add(tx, by.team_id, await next_code(tx, by.team_id, CODE), draft, by=by.id)
        action = await self._reading.by_id(tx, by.team_id, number)
        return await self._writing.changed(tx, "actions.write", action, by=by.id)

    @verb
    async def change(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Action:
        """Write an alert down anew. Once it is launched its card stays in its channel.

        Raises what `write` raises, and `NoSuchAction`, `NotNow`.
        """
        before = await self._to_change(tx, code, by, State.DRAFT, State.OPEN)
        draft = _draft(typed)
        rules.must_end_later(draft, await self._reading.today(tx, by.team_id), unless=before.ends_on)
        await store.change(tx, before.id, draft if before.state is State.DRAFT else _in(before, draft))
        after = await self._writing.changed(tx, "actions.change", before, by=by.id)
        if after.state is State.OPEN:
            await self._writing.celebrate(tx, after)
        return after

    @verb
    async def set_target(
        self, tx: Tx, code: str, typed: Mapping[str, object], *, target_id: int | None = None, by: Person
    ) -> Action:
        """Add an office to an alert, or change the one of this number. Its telephone and e-mail are public.

        Raises `NotAllowed`, `Invalid`, `NoSuchAction`, `NotNow`, `TooManyTargets`, `NoSuchTarget`.
        """
        action = await self._to_change(tx, code, by, State.DRAFT, State.OPEN)
        form = read(TargetForm, typed)
        refuse_private({"name": form.name}, Exposure.PUBLIC)
        if target_id is not None:
            _must_have(action, target_id)
            await store.change_target(tx, target_id, form)
        elif len(action.targets) < rules.MOST_TARGETS:
            await store.add_target(tx, action.id, form)
        else:
            raise TooManyTargets(rules.MOST_TARGETS)
        return await self._writing.changed(tx, "actions.set_target", action, by=by.id)

    @verb
    async def remove_target(self, tx: Tx, code: str, target_id: int, *, by: Person) -> Action:
        """Take an office off; one that people turned to stays, and the last one of an alert that is open.

        Raises `NotAllowed`, `NoSuchAction`, `NotNow`, `NoSuchTarget`, `TargetCounted`, `NoTargets`.
        """
        action = await self._to_change(tx, code, by, State.DRAFT, State.OPEN)
        _must_have(action, target_id)
        if await deeds.has_counted(tx, target_id):
            raise TargetCounted
        if action.state is State.OPEN and len(action.targets) == 1:
            raise NoTargets
        await store.remove_target(tx, target_id)
        return await self._writing.changed(tx, "actions.remove_target", action, by=by.id)

    @verb
    async def set_script(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Action:
        """Give an alert its words in one language; none take them away.

        Raises `NotAllowed`, `Invalid`, `NoSuchAction`, `NotNow`.
        """
        action = await self._to_change(tx, code, by, State.DRAFT, State.OPEN)
        form = read(ScriptForm, typed)
        refuse_private({"words": form.words}, Exposure.PUBLIC)
        await store.set_script(tx, action.id, form.language, form.words)
        return await self._writing.changed(tx, "actions.set_script", action, by=by.id, detail=form.language)

    @verb
    async def launch(self, tx: Tx, code: str, *, by: Person) -> Action:
        """Put a draft before everyone and post its card.

        Raises `NotAllowed`, `NoSuchAction`, `NotNow`, `NoTargets`, `NoChannel`, and `InThePast`.
        """
        action = await self._to_change(tx, code, by, State.DRAFT)
        if not action.targets:
            raise NoTargets
        rules.must_end_later(_as_draft(action), await self._reading.today(tx, by.team_id))
        channel = action.channel or (await self._networks.joined(tx, by.team_id)).card_channel
        if channel is None:
            raise NoChannel
        await store.say(tx, action.id, state=State.OPEN, channel=channel)
        launched = await self._writing.changed(tx, "actions.launch", action, by=by.id)
        await self._writing.post(tx, store.CARD, launched, channel)
        return launched

    @verb
    async def discard(self, tx: Tx, code: str, *, by: Person) -> Action:
        """Throw a draft away. Raises `NotAllowed`, `NoSuchAction`, `NotNow`."""
        action = await self._to_change(tx, code, by, State.DRAFT)
        await store.discard(tx, action.id)
        await self._writing.noted(tx, "actions.discard", action, by=by.id)
        return action

    @verb
    async def close(self, tx: Tx, code: str, *, by: Person) -> Action:
        """End an alert before its day. Raises `NotAllowed`, `NoSuchAction`, `NotNow`."""
        return await self._writing.close(tx, await self._to_change(tx, code, by, State.OPEN), by=by.id)

    @verb
    async def reopen(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Action:
        """Let an alert go on until another day.

        Raises `NotAllowed`, `Invalid`, `NoSuchAction`, `NotNow`, `InThePast`.
        """
        action = await self._to_change(tx, code, by, State.CLOSED)
        ends_on = read(DayForm, typed).ends_on
        rules.must_end_later(replace(_as_draft(action), ends_on=ends_on), await self._reading.today(tx, by.team_id))
        await store.say(tx, action.id, state=State.OPEN, ends_on=ends_on)
        return await self._writing.changed(tx, "actions.reopen", action, by=by.id)

    @query
    async def tally(self, tx: Tx, code: str, *, by: Person) -> tuple[Action, list[Line]]:
        """What was done, by day, office, kind and outcome; never by whom. Raises `NotAllowed`, `NoSuchAction`."""
        require_coordinator(by)
        action = await self._reading.by_code(tx, code, by=by)
        return action, await deeds.lines(tx, action.id)

    @verb
    async def export(self, tx: Tx, code: str, *, say: Callable[[Text], str], by: Person) -> str:
        """The same as CSV text, in the words of whoever asks. Raises `NotAllowed`, `NoSuchAction`."""
        require_coordinator(by)
        action = await self._reading.by_code(tx, code, by=by)
        await self._writing.noted(tx, "actions.export", action, by=by.id)
        return sheet(action, await deeds.lines(tx, action.id), say)

    async def _to_change(self, tx: Tx, code: str, by: Person, *states: State) -> Action:
        require_coordinator(by)
        action = await self._reading.by_code(tx, code, by=by, to_change=True)
        rules.must_be(action, *states)
        return action


def _draft(typed: Mapping[str, object]) -> Draft:
    draft = read(ActionForm, typed).draft()
    public = {"title": draft.title, "why": draft.why, "bills": draft.bills, "links": "\n".join(draft.links)}
    refuse_private(public, Exposure.PUBLIC)
    return draft


def _as_draft(action: Action) -> Draft:
    return Draft(
        title=action.title,
        why=action.why,
        bills=action.bills,
        steps=action.steps,
        links=action.links,
        goal=action.goal,
        ends_on=action.ends_on,
        channel=action.channel,
    )


def _in(before: Action, draft: Draft) -> Draft:
    """The draft in the channel where the card hangs already."""
    return replace(draft, channel=before.channel)


def _must_have(action: Action, target_id: int) -> None:
    if action.target(target_id) is None:
        raise NoSuchTarget

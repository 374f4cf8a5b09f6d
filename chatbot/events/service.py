"""The verbs about events."""

from collections.abc import Mapping

from chatbot.events import recurrence, rules, store
from chatbot.events.model import Draft, Event, Filter, Move, Opened, Page, Plan, Reach, Series
from chatbot.events.reading import Reading
from chatbot.events.refusals import EventClosed, NoDates, SeriesKeepsItsDays
from chatbot.events.series import store as series_store
from chatbot.events.writing import Writing
from chatbot.kit.columns import storable
from chatbot.kit.database import Database, Tx
from chatbot.kit.guard import Exposure
from chatbot.kit.pages import turned_to
from chatbot.kit.private import refuse_private
from chatbot.kit.sealed import Sealer
from chatbot.kit.verbs import query, verb
from chatbot.network.openings import opening
from chatbot.people.model import Person
from chatbot.people.rules import require_coordinator


class Events:
    """The events of every workspace. A series is changed through any of its dates."""

    def __init__(self, database: Database, sealer: Sealer, *, reading: Reading, writing: Writing) -> None:
        self.database = database
        self._sealer = sealer
        self._reading = reading
        self._writing = writing

    @query
    async def get(self, tx: Tx, code: str, *, team_id: str) -> Event:
        """The event of this code. Raises `NoSuchEvent`."""
        return await self._reading.by_code(tx, team_id, code)

    @query
    async def drawn(self, tx: Tx, event_id: int, *, team_id: str) -> Event:
        """The event as its card shows it now. Raises `NoSuchEvent`."""
        return await self._reading.by_id(tx, team_id, event_id)

    @query
    async def moved(self, tx: Tx, move_id: int, event_id: int) -> Move | None:
        """How the event was before that change."""
        return await store.move(tx, move_id, event_id)

    @query
    async def listed(self, tx: Tx, wanted: Filter, *, page: int = 1, size: int = rules.PAGE, by: Person) -> Page:
        """One page of what is asked for. Unless it was narrowed, a series stands there once, with its next date."""
        found = [one for one in await self._reading.coming(tx, by.team_id) if rules.fits(one, wanted, by, tx.now)]
        more: dict[int, int] = {}
        if not wanted.mine and wanted.days is None:
            found, more = rules.first_of_each(found)
        number, pages = turned_to(page, total=len(found), size=size)
        shown = tuple(found[(number - 1) * size : number * size])
        return Page(events=shown, more=more, total=len(found), number=number, pages=pages)

    @verb
    async def add(self, tx: Tx, typed: Mapping[str, object], *, by: Person) -> Event:
        """Write an event down, or a series with its first dates; answers the first. Its card is posted.

        `typed` is the form as strings. Raises `NotAllowed`, `Invalid`, `NoSuchPlace`, `EndsBeforeItStarts`,
        `EventIsOver`, `NoDates`.
        """
        require_coordinator(by)
        draft = await self._writing.draft(tx, typed, by)
        if draft.plan is None:
            at = rules.when_on(draft.day, draft.hours, draft.facts.zone)
            rules.must_be_ahead(at, tx.now)
            event = await self._writing.add(tx, by.team_id, draft.facts, at, link=draft.link, by=by.id)
        else:
            event = await self._add_series(tx, draft, draft.plan, by)
        await self._writing.note(tx, "events.add", event, by, draft.plan.rule[:64] if draft.plan else "")
        await self._writing.post_card(tx, event)
        return event

    @query
    async def may_change(self, tx: Tx, code: str, *, by: Person) -> Event:
        """The event, for whoever may change it; nothing hidden is opened for that.

        Raises `NoSuchEvent`, `NotAllowed`, `EventClosed`.
        """
        event = await self._reading.by_code(tx, by.team_id, code)
        require_coordinator(by, event.facts.area)
        rules.must_stand(event, tx.now)
        return event

    @verb
    async def change(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Event:
        """Write one date down anew, or it and all after it; whoever comes is told of another time or place.

        Dates of a series that were changed by themselves stay as they are. Raises what `add` raises, and
        `NoSuchEvent`, `EventClosed`, `TooManySeated`, `SeriesKeepsItsDays`.
        """
        before = await self._reading.by_code(tx, by.team_id, code)
        draft = await self._writing.draft(tx, typed, by, before=before)
        series, dates = await self._to_change(tx, before, draft.reach, by)
        if series is not None and draft.day != before.when.day:
            raise SeriesKeepsItsDays
        at = rules.when_on(draft.day, draft.hours, draft.facts.zone)
        changed: list[Event] = []
        for one in dates:
            mine = at if one.id == before.id else rules.when_on(one.when.day or draft.day, draft.hours, at.zone)
            apart = series is None and one.series_id is not None
            after = await self._writing.change(tx, one, draft.facts, mine, link=draft.link, apart=apart)
            await self._writing.shown(tx, after)
            changed.append(after)
        if series is not None:
            await series_store.change(tx, series.id, draft.facts, draft.hours)
            await store.seal(tx, self._sealer, series_store.event_series, series.id, draft.link)
        event = next(one for one in changed if one.id == before.id)
        await self._writing.note(tx, "events.change", event, by, draft.reach)
        return event

    @verb
    async def cancel(self, tx: Tx, code: str, *, reason: str, reach: Reach = Reach.THIS, by: Person) -> Event:
        """One date does not take place, or none from it on; whoever said yes is told why.

        Raises `NotAllowed`, `NoSuchEvent`, `EventClosed`, and `Invalid` for a reason that names someone.
        """
        before = await self._reading.by_code(tx, by.team_id, code)
        series, dates = await self._to_change(tx, before, reach, by)
        reason = storable(reason).strip()
        refuse_private({"reason": reason}, Exposure.PUBLIC)
        if series is not None:
            await series_store.end(tx, series.id)
        for one in dates:
            await self._writing.cancel(tx, one, reason)
            await self._writing.shown(tx, one)
        await self._writing.note(tx, "events.cancel", before, by, reach)
        return await self._reading.by_code(tx, by.team_id, before.code)

    @verb
    async def open_details(self, tx: Tx, code: str, *, by: Person) -> Opened:
        """Everything this person may read. Opening what is only for those who come is written down.

        Raises `NoSuchEvent`, `TooManyOpened`.
        """
        event = await self._reading.by_code(tx, by.team_id, code)
        link = None
        if rules.may_read_link(event, by):
            await opening(tx, "events.open_link", event.subject, by=by)
            link = await store.unseal(tx, self._sealer, store.events, event.id)
        number = event.series_id
        others = await self._reading.of_series(tx, number) if number is not None else []
        return Opened(
            event=event,
            link=link,
            series=await series_store.by_id(tx, number) if number is not None else None,
            others=tuple(one for one in others if one.id != event.id),
            may_change=by.coordinates(event.facts.area),
        )

    async def _to_change(self, tx: Tx, event: Event, reach: Reach, by: Person) -> tuple[Series | None, list[Event]]:
        """The dates a change reaches, locked, and their series when it reaches that: the series' row first.

        Raises `NotAllowed` and `EventClosed`.
        """
        require_coordinator(by, event.facts.area)
        series = None
        if reach is Reach.LATER and event.series_id is not None:
            series = await series_store.by_id(tx, event.series_id, to_change=True)
        if series is None:
            one = await self._reading.by_code(tx, event.team_id, event.code, to_change=True)
            rules.must_stand(one, tx.now)
            return None, [one]
        every = await self._reading.of_series(tx, series.id, to_change=True)
        if event.id not in {one.id for one in every}:
            raise EventClosed(event.code)
        return series, [one for one in every if rules.follows(one, event)]

    async def _add_series(self, tx: Tx, draft: Draft, plan: Plan, by: Person) -> Event:
        days = recurrence.dates(plan, most=rules.AHEAD)
        if not days:
            raise NoDates(field="except_on" if plan.except_on else "until")
        rules.must_be_ahead(rules.when_on(days[0], draft.hours, draft.facts.zone), tx.now)
        number = await series_store.add(tx, by.team_id, draft.facts, draft.hours, plan, by=by.id)
        await store.seal(tx, self._sealer, series_store.event_series, number, draft.link)
        made = await self._writing.add_dates(
            tx, by.team_id, draft.facts, draft.hours, days, link=draft.link, by=by.id, series=number
        )
        await series_store.made(tx, number, days[-1])
        return made[0]

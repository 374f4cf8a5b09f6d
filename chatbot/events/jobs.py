"""What the clock does about events, derived from the present state at every tick."""

from datetime import date, datetime, time, timedelta

from chatbot.events import recurrence, rules, store
from chatbot.events.model import Event
from chatbot.events.reading import Reading
from chatbot.events.series import store as series_store
from chatbot.events.writing import Writing
from chatbot.kit.clock import instant, local_date
from chatbot.kit.database import Database, Tx
from chatbot.kit.once import once
from chatbot.kit.outbox import Outbox
from chatbot.kit.sealed import Sealer
from chatbot.kit.verbs import query
from chatbot.people.model import Notice
from chatbot.people.service import People

CATCH_UP = timedelta(hours=3)
"""What is asked at ten in the morning is not asked in the evening."""

POST_AT, ASK_AT = time(9), time(10)


class EventJobs:
    """New dates of series, their cards, and the question who came."""

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
        self._outbox = outbox
        self._sealer = sealer
        self._people = people
        self._reading = reading
        self._writing = writing

    async def make_dates(self) -> int:
        """Keep every series' next dates there to sign up for, each series in a transaction of its own."""
        return sum([await self._make_dates(number) for number in await self._wanting()])

    @query
    async def _wanting(self, tx: Tx) -> list[int]:
        return await series_store.wanting_dates(tx, tx.now.date(), rules.AHEAD)

    @query
    async def _make_dates(self, tx: Tx, number: int) -> int:
        series = await series_store.by_id(tx, number, to_change=True)
        if series is None or series.ended_at is not None:
            return 0
        missing = rules.AHEAD - await series_store.slots_ahead(tx, number, tx.now.date())
        after = max(series.made_through, local_date(tx.now, series.facts.zone) - timedelta(days=1))
        days = recurrence.dates(series.plan, after=after, most=missing) if missing > 0 else []
        if missing > 0 and not days:
            await series_store.end(tx, number)
        if not days:
            return 0
        link = await store.unseal(tx, self._sealer, series_store.event_series, number)
        await store.seal(tx, self._sealer, series_store.event_series, number, link)
        made = await self._writing.add_dates(
            tx, series.team_id, series.facts, series.hours, days, link=link, by=series.created_by, series=number
        )
        await series_store.made(tx, number, days[-1])
        for event in made:
            await self._writing.note(tx, "events.add", event, None)
        return len(made)

    @query
    async def post_cards(self, tx: Tx) -> int:
        """At nine: the card of the date that comes next in a series, once the one before it is over."""
        posted = 0
        for event in await self._reading.next_of_each_series(tx):
            if _just_past(local_date(tx.now, event.when.zone), POST_AT, event, tx.now):
                posted += await self._writing.post_card(tx, event)
        return posted

    @query
    async def ask_who_came(self, tx: Tx) -> int:
        """At ten on the day after: ask whoever wrote it down who came, unless that is noted. Returns how many asked."""
        today, asked = tx.now.date(), 0
        for event in await self._reading.between(tx, today - timedelta(days=2), today):
            day = event.when.day
            if (
                day is not None
                and rules.is_untold(event)
                and _just_past(day + timedelta(days=1), ASK_AT, event, tx.now)
            ):
                asked += await self._ask(tx, event)
        return asked

    async def _ask(self, tx: Tx, event: Event) -> bool:
        keeper = event.created_by
        if keeper not in await self._people.wanting(tx, [keeper], Notice.REPORTS):
            return False
        if not await once(tx, team_id=event.team_id, what=f"events.who_came:{event.id}"):
            return False
        await self._outbox.tell(tx, team_id=event.team_id, person_id=keeper, view="events.who_came", event=event.id)
        return True


def _just_past(day: date, at: time, event: Event, now: datetime) -> bool:
    """Whether that hour of that day, where it takes place, is now or not long ago."""
    due = instant(day, at, event.when.zone)
    return due <= now < due + CATCH_UP

"""What the clock does about needs, derived from the present state at every tick."""

from datetime import date, time, timedelta

from chatbot.clusters.families.ties import Ties
from chatbot.kit.clock import instant
from chatbot.kit.database import Database, Tx
from chatbot.kit.once import once
from chatbot.kit.outbox import Outbox
from chatbot.kit.verbs import query
from chatbot.needs.model import GIFTS, Kind, Need, State
from chatbot.needs.reading import Reading
from chatbot.needs.rides import store as rides
from chatbot.needs.writing import Writing
from chatbot.people.model import Notice
from chatbot.people.service import People
from chatbot.signups.model import SeatRole

CATCH_UP = timedelta(hours=3)
"""What is asked at ten in the morning is not asked in the evening."""

AT = time(10)
DAYS_BEFORE = (3, 1, 0)
"""When those who promised something are reminded, in days before it is due."""

FRESH = timedelta(hours=12)
"""Nobody is reminded of what they have only just promised."""


class NeedJobs:
    """Reminders of what was promised, the question how far someone drove, and everyone's turn with a family's needs."""

    def __init__(
        self, database: Database, outbox: Outbox, *, reading: Reading, people: People, ties: Ties, writing: Writing
    ) -> None:
        self.database = database
        self._outbox = outbox
        self._reading = reading
        self._people = people
        self._ties = ties
        self._writing = writing

    @query
    async def remind_givers(self, tx: Tx) -> int:
        """At ten, three days and one day before something is due and on the day: what has not arrived yet.

        One word a person and need, however many items they promised. Returns how many were reminded.
        """
        today = tx.now.date()
        reminded = 0
        for need in await self._reading.between(tx, today - timedelta(days=1), today + timedelta(days=4)):
            if need.kind in GIFTS and need.when.day is not None:
                for ahead in DAYS_BEFORE:
                    if _in_time(need, need.when.day - timedelta(days=ahead), tx):
                        reminded += await self._remind(tx, need, need.when.day - timedelta(days=ahead))
        return reminded

    @query
    async def ask_miles(self, tx: Tx) -> int:
        """At ten on the day after a ride: ask its drivers for miles and tolls, unless they wrote them down."""
        today = tx.now.date()
        asked = 0
        for need in await self._reading.between(tx, today - timedelta(days=3), today):
            day = need.when.day
            if need.kind is Kind.RIDE and day is not None and _in_time(need, day + timedelta(days=1), tx):
                written = await rides.have_written(tx, need.id)
                silent = [one for one in need.roster.holders(SeatRole.DRIVER) if one.person_id not in written]
                own = sorted(one.person_id for one in silent if one.reachable)
                asked += await self._tell(tx, need, own, notice=Notice.REPORTS, view="needs.miles", day=day)
                for one in silent:
                    asked += 0 if one.reachable else await self._ask_for(tx, need, one.person_id)
        return asked

    @query
    async def open_to_all(self, tx: Tx) -> int:
        """When a family's clusters have had their turn: the card goes to everyone. Returns how many did."""
        opened = 0
        for team, numbers in (await self._ties.waiting(tx, "need")).items():
            for need in await self._reading.numbered(tx, team, numbers):
                if need.state is not State.OPEN or need.tie is None or need.tie.first is None:
                    opened += await self._writing.everyones_turn(tx, need)
        return opened

    async def _ask_for(self, tx: Tx, need: Need, driver: int) -> int:
        """Ask whoever wrote the ride down about a driver whom nobody can write to."""
        if not await once(tx, team_id=need.team_id, what=f"needs.miles:{need.id}:{driver}"):
            return 0
        await self._outbox.tell(
            tx, team_id=need.team_id, person_id=need.created_by, view="needs.miles", need=need.id, driver=driver
        )
        return 1

    async def _remind(self, tx: Tx, need: Need, day: date) -> int:
        owing = {
            share.person_id: None
            for item in need.items
            for share in item.shares
            if share.received < share.promised and tx.now - share.promised_at >= FRESH
        }
        return await self._tell(tx, need, list(owing), notice=Notice.NEWS, view="needs.remind", day=day)

    async def _tell(self, tx: Tx, need: Need, people: list[int], *, notice: Notice, view: str, day: date) -> int:
        told = 0
        wanting = await self._people.wanting(tx, people, notice) if people else set()
        for person_id in people:
            what = f"{view}:{need.id}:{person_id}:{day.isoformat()}"
            if person_id in wanting and await once(tx, team_id=need.team_id, what=what):
                await self._outbox.tell(tx, team_id=need.team_id, person_id=person_id, view=view, need=need.id)
                told += 1
        return told


def _in_time(need: Need, day: date, tx: Tx) -> bool:
    """Whether ten in the morning of that day, where it is needed, is now or not long ago."""
    due = instant(day, AT, need.when.zone)
    return due <= tx.now < due + CATCH_UP

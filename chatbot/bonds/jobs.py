"""What the clock does about bonds, derived from the present state at every tick."""

from collections.abc import Awaitable, Callable
from datetime import date, time, timedelta

from chatbot.bonds import rules, store
from chatbot.bonds.model import Drive, Pledge, State
from chatbot.bonds.reading import Reading
from chatbot.bonds.telling import Telling
from chatbot.kit.clock import instant, local_date
from chatbot.kit.database import Database, Tx
from chatbot.kit.once import once
from chatbot.kit.outbox import Outbox
from chatbot.kit.verbs import query
from chatbot.network.service import Networks
from chatbot.people.model import Notice
from chatbot.people.service import People

HOUR = time(10)
"""When people are reminded, on the network's clocks."""

CATCH_UP = timedelta(hours=3)

PLEDGE_DAYS = (1, 8, 22)
"""Days after the drive wanted the pledges, on which a donor is thanked and reminded: three times and never again."""

FILE_DAYS = (14, 30)
"""Days after a bond was cancelled on which treasurers hear again that the refund is to be filed for; later monthly."""

MONTHLY = 30
QUARTERLY = 90


class BondJobs:
    """Reminders, in the morning of the network's zone; whatever ended meanwhile reminds nobody."""

    def __init__(
        self,
        database: Database,
        outbox: Outbox,
        *,
        networks: Networks,
        people: People,
        reading: Reading,
        telling: Telling,
    ) -> None:
        self.database = database
        self._outbox = outbox
        self._networks = networks
        self._people = people
        self._reading = reading
        self._telling = telling

    async def remind_donors(self) -> int:
        """Thank donors whose pledge is still to come once the drive's day is over, and remind them, three times."""
        return await self._in_the_morning(self._remind_donors)

    async def remind_treasurers(self) -> int:
        """Remind treasurers to file for refunds, to ask after them, and to keep the obligor's address right."""
        return await self._in_the_morning(self._remind_treasurers)

    async def _in_the_morning(self, do: Callable[[Tx, str, date], Awaitable[int]]) -> int:
        return sum([await self._if_morning(team_id, do) for team_id in await self._networks.teams()])

    @query
    async def _if_morning(self, tx: Tx, team_id: str, do: Callable[[Tx, str, date], Awaitable[int]]) -> int:
        zone = (await self._networks.joined(tx, team_id)).zone
        today = local_date(tx.now, zone)
        late = tx.now - instant(today, HOUR, zone)
        return await do(tx, team_id, today) if timedelta(0) <= late <= CATCH_UP else 0

    async def _remind_donors(self, tx: Tx, team_id: str, today: date) -> int:
        days = [today - timedelta(days=after) for after in PLEDGE_DAYS]
        waiting = [
            pledge
            for pledge in await self._reading.pledges(tx, team_id, store.standing(), store.due_on(days))
            if rules.waits(pledge) and pledge.person_id is not None
        ]
        wanting = await self._people.wanting(tx, [one.person_id or 0 for one in waiting], Notice.PLEDGES)
        return sum([await self._remind(tx, team_id, one, days) for one in waiting if one.person_id in wanting])

    async def _remind(self, tx: Tx, team_id: str, pledge: Pledge, days: list[date]) -> bool:
        place = days.index(pledge.due) + 1 if pledge.due in days else 0
        if not await once(tx, team_id=team_id, what=f"bonds.reminder:{pledge.id}:{place}"):
            return False
        await self._outbox.tell(
            tx,
            team_id=team_id,
            person_id=pledge.person_id or 0,
            view="bonds.reminder",
            subject=pledge.subject,
            pledge=pledge.id,
            time=place,
        )
        return True

    async def _remind_treasurers(self, tx: Tx, team_id: str, today: date) -> int:
        told = 0
        for row in await store.in_states(tx, (*_STANDING, State.CANCELLED, State.REFUND_REQUESTED), team_id=team_id):
            (drive,) = await self._reading.whole(tx, team_id, [row])
            for view in due(drive, today):
                if await once(tx, team_id=team_id, what=f"{view}:{drive.id}:{today}"):
                    await self._telling.treasurers(tx, team_id, view, drive)
                    told += 1
        return told


_STANDING = (State.PAID, State.RELEASED)
"""As written down; active is seen from the calendar."""


def due(drive: Drive, today: date) -> list[str]:
    """What treasurers have to hear today about a bond."""
    views: list[str] = []
    if drive.state is State.CANCELLED and drive.cancelled_on is not None:
        since = (today - drive.cancelled_on).days
        if since in FILE_DAYS or (since > 0 and since % MONTHLY == 0):
            views.append("bonds.file_refund")
    if drive.state is State.REFUND_REQUESTED and drive.requested_on is not None:
        since = (today - drive.requested_on).days
        if since > 0 and since % (2 * MONTHLY) == 0:
            views.append("bonds.ask_refund")
    if drive.reviewed_on is not None:
        since = (today - drive.reviewed_on).days
        if since > 0 and since % QUARTERLY == 0:
            views.append("bonds.review_address")
    return views

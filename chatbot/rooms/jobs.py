"""What the clock does about rooms, derived from the present state at every tick."""

from collections.abc import Awaitable, Callable
from datetime import date, timedelta

from chatbot.kit.clock import instant, local_date
from chatbot.kit.database import Database, Tx
from chatbot.kit.once import once
from chatbot.kit.outbox import Outbox
from chatbot.kit.verbs import query
from chatbot.network.service import Networks
from chatbot.people.model import Notice
from chatbot.people.service import People
from chatbot.rooms import rules as beds
from chatbot.rooms import store as offers
from chatbot.rooms.matches import store as matches
from chatbot.rooms.model import Standing
from chatbot.rooms.stays import rules, store
from chatbot.rooms.stays.model import Match, MatchState, Stay
from chatbot.rooms.telling import Telling

CATCH_UP = timedelta(hours=3)
"""What is asked at ten in the morning is not asked in the evening."""


class RoomJobs:
    """Expiry, check-ins and renewal."""

    def __init__(
        self, database: Database, outbox: Outbox, *, networks: Networks, people: People, telling: Telling
    ) -> None:
        self.database = database
        self._outbox = outbox
        self._networks = networks
        self._people = people
        self._telling = telling

    @query
    async def expire(self, tx: Tx) -> int:
        """End what nobody answered in time, free its beds, and say so to both sides. Returns how many there were."""
        ended = 0
        for row in await matches.overdue(tx):
            stay = await store.by_id(tx, row.team_id, row.stay_id, to_change=True)
            if stay is not None and stay.match is not None:
                ended += await self._expire(tx, stay, stay.match)
        return ended

    async def check_in(self) -> int:
        """Ask host and coordinator how it goes, on the day after the first night and a week after it."""
        return await self._in_the_morning(self._check_in)

    async def ask_renewal(self) -> int:
        """Ask hosts whether their room is still free, a week before the offer expires, and say when it has."""
        return await self._in_the_morning(self._ask_renewal)

    async def _expire(self, tx: Tx, stay: Stay, match: Match) -> int:
        if match.state is MatchState.AGREED:
            if match.longer_expires_at is None or match.longer_expires_at > tx.now:
                return 0
            await matches.set_match(tx, match.id, longer_until=None, longer_expires_at=None)
            await self._telling.coordinator(tx, stay, "stays.longer_expired")
        else:
            if match.expires_at > tx.now:
                return 0
            await matches.set_match(tx, match.id, state=MatchState.EXPIRED)
            await self._telling.coordinator(tx, stay, "stays.expired")
            await self._telling.host(tx, stay, "stays.moved_on")
        await self._telling.done(tx, "stays.expire", stay, None)
        return 1

    async def _in_the_morning(self, do: Callable[[Tx, str, date], Awaitable[int]]) -> int:
        """Do it for every workspace in which it is between ten and one in the afternoon."""
        done = 0
        for team_id in await self._networks.teams():
            done += await self._if_morning(team_id, do)
        return done

    @query
    async def _if_morning(self, tx: Tx, team_id: str, do: Callable[[Tx, str, date], Awaitable[int]]) -> int:
        zone = (await self._networks.joined(tx, team_id)).zone
        today = local_date(tx.now, zone)
        late = tx.now - instant(today, rules.CHECK_IN_HOUR, zone)
        return await do(tx, team_id, today) if timedelta(0) <= late <= CATCH_UP else 0

    async def _check_in(self, tx: Tx, team_id: str, today: date) -> int:
        asked = 0
        for stay in await store.staying(tx, team_id, today=today):
            match = stay.match
            day = rules.check_in_day(match.nights, today) if match else None
            if match and day and await once(tx, team_id=team_id, what=f"stays.check_in:{match.id}:{day}"):
                await self._telling.coordinator(tx, stay, "stays.check_in")
                if await self._people.wanting(tx, [match.voice_id], Notice.STAYS):
                    await self._telling.host(tx, stay, "stays.check_in")
                asked += 1
        return asked

    async def _ask_renewal(self, tx: Tx, team_id: str, today: date) -> int:
        if not await once(tx, team_id=team_id, what=f"rooms.ask_renewal:{today}"):
            return 0
        asked, lately = 0, today - offers.REMEMBERED
        for offer in await offers.running_out(tx, team_id, after=lately, by_day=today + beds.ASKED_BEFORE):
            standing = beds.standing(offer, today)
            view = "rooms.expired" if standing is Standing.EXPIRED else "rooms.still_free"
            if standing is Standing.OVER or not await self._people.wanting(tx, [offer.voice_id], Notice.STAYS):
                continue
            if await once(tx, team_id=team_id, what=f"{view}:{offer.id}:{offer.good_until}"):
                await self._outbox.tell(tx, team_id=team_id, person_id=offer.voice_id, view=view, offer=offer.id)
                asked += 1
        return asked

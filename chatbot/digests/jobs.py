"""What the clock says to people: their own digest, the coordinators' week, and that a channel was closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from zoneinfo import ZoneInfo

from chatbot.audit import note
from chatbot.digests import rules, store
from chatbot.digests.gathering import Gathering
from chatbot.digests.model import Digest, Sections
from chatbot.kit import closed
from chatbot.kit.clock import instant
from chatbot.kit.closed import ClosedChannel
from chatbot.kit.database import Database, Tx
from chatbot.kit.once import once
from chatbot.kit.outbox import Outbox
from chatbot.kit.sections import Scope
from chatbot.kit.verbs import query
from chatbot.network.service import Networks
from chatbot.people.model import Notice, Person
from chatbot.people.service import People
from chatbot.places.service import Places

PERSONAL, WEEKLY, CLOSED = "digests.personal", "digests.weekly", "digests.closed"

AHEAD = 14
"""Days that a personal digest and the weekly report look ahead."""

MONDAY, WEEKLY_AT = 0, time(8)

_NOWHERE = frozenset({0})
"""A filter that no place passes; an empty one lets every place pass."""


class PersonalDigests:
    """Someone's own digest, by a word from the bot, at the hour they chose in the network's zone."""

    def __init__(
        self, database: Database, outbox: Outbox, *, networks: Networks, people: People, gathering: Gathering
    ) -> None:
        self.database = database
        self._outbox = outbox
        self._networks = networks
        self._people = people
        self._gathering = gathering

    @query
    async def send_due(self, tx: Tx) -> int:
        """What the clock does: write to everyone whose hour has come, once a local date. Returns to how many."""
        sent, zones = 0, dict[str, ZoneInfo]()
        for team_id, person_id, at in await self._people.reading_daily(tx):
            if team_id not in zones:
                zones[team_id] = (await self._networks.joined(tx, team_id)).zone
            day = rules.due_today(at, zones[team_id], tx.now)
            if day and await once(tx, team_id=team_id, what=f"{PERSONAL}:{person_id}:{day}"):
                await self._outbox.tell(tx, team_id=team_id, person_id=person_id, view=PERSONAL, day=day.isoformat())
                sent += 1
        return sent

    @query
    async def drawn(self, tx: Tx, person_id: int, *, team_id: str) -> Sections:
        """What concerns this person now; a section without anything is left out."""
        network = await self._networks.joined(tx, team_id)
        scope = Scope(team_id=team_id, days=AHEAD, zone=network.zone)
        return _filled(await self._gathering.mine(tx, scope, person_id=person_id))


class WeeklyReports:
    """What coordinators have to look after, on Monday at eight in the network's zone."""

    def __init__(
        self,
        database: Database,
        outbox: Outbox,
        *,
        networks: Networks,
        people: People,
        places: Places,
        gathering: Gathering,
    ) -> None:
        self.database = database
        self._outbox = outbox
        self._networks = networks
        self._people = people
        self._places = places
        self._gathering = gathering

    async def send_due(self) -> int:
        """What the clock does: write to every coordinator, once a Monday. Returns to how many."""
        return sum([await self._send(team_id) for team_id in await self._networks.teams()])

    @query
    async def _send(self, tx: Tx, team_id: str) -> int:
        zone = (await self._networks.joined(tx, team_id)).zone
        day = rules.due_today(WEEKLY_AT, zone, tx.now)
        if day is None or day.weekday() != MONDAY:
            return 0
        is_new = await self._networks.began(tx, team_id) >= instant(day, WEEKLY_AT, zone)
        if is_new or not await once(tx, team_id=team_id, what=f"{WEEKLY}:{day}"):
            return 0
        coordinators = [person.id for person in await self._people.coordinators(tx, team_id)]
        wanting = sorted(await self._people.wanting(tx, coordinators, Notice.WEEKLY))
        for person_id in wanting:
            await self._outbox.tell(tx, team_id=team_id, person_id=person_id, view=WEEKLY, day=day.isoformat())
        return len(wanting)

    @query
    async def drawn(self, tx: Tx, person: Person) -> Sections:
        """What there is to settle now, in the areas this person coordinates."""
        network = await self._networks.joined(tx, person.team_id)
        places = await self._places.known(tx, person.team_id)
        theirs = frozenset(place.id for place in places if person.coordinates(place.area))
        everywhere = len(theirs) == len(places)
        only = frozenset[int]() if everywhere else theirs or _NOWHERE
        scope = Scope(team_id=person.team_id, days=AHEAD, zone=network.zone, place_ids=only)
        return _filled(await self._gathering.to_settle(tx, scope))


class ClosedChannels:
    """Digests of channels that were archived, or that the bot was removed from."""

    def __init__(self, database: Database, outbox: Outbox, *, networks: Networks) -> None:
        self.database = database
        self._outbox = outbox
        self._networks = networks

    async def pause(self) -> int:
        """What the clock does: let their digests rest, and tell once whoever set them. Returns how many rest now."""
        return sum([await self._pause(team_id) for team_id in await self._networks.teams()])

    @query
    async def _pause(self, tx: Tx, team_id: str) -> int:
        paused = 0
        for channel in (await closed.closed(tx, team_id=team_id)).values():
            standing = [one for one in await store.of_channel(tx, team_id, channel.channel) if not one.paused]
            for digest in standing:
                await store.pause(tx, digest.id)
                await note(
                    tx, team_id=team_id, actor_id=None, verb="digests.channel_closed", subject=f"digest:{digest.id}"
                )
            await self._tell(tx, channel, standing)
            paused += len(standing)
        return paused

    async def _tell(self, tx: Tx, channel: ClosedChannel, digests: Iterable[Digest]) -> None:
        """One word to each who set one of them, about the first of theirs."""
        first = {digest.set_by: digest for digest in reversed(list(digests))}
        for set_by, digest in sorted(first.items()):
            since = int(channel.since.timestamp())
            what = f"{CLOSED}:{channel.channel}:{set_by}:{since}"
            if await once(tx, team_id=digest.team_id, what=what):
                await self._outbox.tell(
                    tx, team_id=digest.team_id, person_id=set_by, view=CLOSED, digest=digest.id, code=channel.code
                )


@dataclass(frozen=True, kw_only=True, slots=True)
class DigestJobs:
    """All three."""

    personal: PersonalDigests
    weekly: WeeklyReports
    closing: ClosedChannels


def _filled(sections: Sections) -> Sections:
    return {name: items for name, items in sections.items() if items}

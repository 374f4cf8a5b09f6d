"""What the clock does about hearings that stay uncovered."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import timedelta

from chatbot.hearings.ladder import rules, store
from chatbot.hearings.ladder.model import Gap
from chatbot.hearings.model import Hearing
from chatbot.hearings.reading import Reading
from chatbot.hearings.writing import Writing
from chatbot.kit.database import Database, Tx
from chatbot.kit.once import once
from chatbot.kit.outbox import Outbox
from chatbot.kit.verbs import query
from chatbot.network.model import Network
from chatbot.network.service import Networks
from chatbot.people.model import Notice, Preferences
from chatbot.people.service import People

TOGETHER = 6
"""Hearings in one message: what fits a telephone."""

Near = tuple[Hearing, Gap, int]
"""An uncovered hearing, its gap, and the rung it has reached."""


class Ladder:
    """The ladder of every workspace. It keeps no timers: whatever is covered, moved or over has left it by itself."""

    def __init__(
        self,
        database: Database,
        outbox: Outbox,
        *,
        networks: Networks,
        people: People,
        reading: Reading,
        writing: Writing,
    ) -> None:
        self.database = database
        self._outbox = outbox
        self._networks = networks
        self._people = people
        self._reading = reading
        self._writing = writing

    async def climb(self) -> int:
        """What the clock does: speak of what stays uncovered, 72, 48 and 24 hours before, then at once.

        What falls due together for a channel or a person is one message. Returns how many messages there were.
        """
        return sum([await self._climb(team) for team in await self._networks.teams()])

    @query
    async def still(self, tx: Tx, hearing_ids: Collection[int], *, team_id: str) -> list[Hearing]:
        """Those of these hearings that have not begun, as they stand now, in the order they happen."""
        found = await self._reading.numbered(tx, team_id, hearing_ids)
        near = [one for one in found if rules.rung(one, tx.now) is not None]
        return sorted(near, key=lambda one: (one.when.starts_at or tx.now, one.id))

    @query
    async def _climb(self, tx: Tx, team_id: str) -> int:
        network = await self._networks.joined(tx, team_id)
        near = await self._near(tx, team_id)
        return await self._tell_channels(tx, near, team_id) + await self._tell_watchers(tx, near, network)

    async def _near(self, tx: Tx, team_id: str) -> list[Near]:
        """What is near and uncovered; the gaps of what is covered again are closed."""
        today = tx.now.date()
        rows = await store.near(tx, team_id, today - timedelta(days=1), today + rules.AHEAD)
        reached = [(one, rules.rung(one, tx.now)) for one in await self._reading.of_rows(tx, rows)]
        near = [(one, hours) for one, hours in reached if hours is not None]
        numbers = [one.id for one, _ in near]
        known = await store.gaps(tx, numbers)
        for hearing, _hours in near:
            gap = known.get(hearing.id)
            if hearing.roster.covered and gap is not None:
                await store.close_gap(tx, gap)
            if not hearing.roster.covered and gap is None:
                await store.open_gap(tx, team_id, hearing.id)
        known = await store.gaps(tx, numbers)
        return [(one, known[one.id], hours) for one, hours in near if one.id in known]

    async def _tell_channels(self, tx: Tx, near: Sequence[Near], team_id: str) -> int:
        due: defaultdict[str, list[Hearing]] = defaultdict(list)
        for hearing, gap, reached in near:
            channel = await self._writing.channel(tx, hearing)
            if channel is None or not rules.is_due(hearing, reached, tx.now, late=rules.LATE):
                continue
            if await once(tx, team_id=team_id, what=f"hearings.uncovered:{rules.name(hearing, gap, reached)}"):
                due[channel].append(hearing)
        said = 0
        for channel, found in due.items():
            for some in _together(found):
                await self._outbox.announce(
                    tx,
                    team_id=team_id,
                    channel=channel,
                    view="hearings.uncovered",
                    ref=",".join(str(one.id) for one in some),
                    subjects=[one.subject for one in some],
                )
                said += 1
        return said

    async def _tell_watchers(self, tx: Tx, near: Sequence[Near], network: Network) -> int:
        watchers = await store.watchers(tx, network.team_id) if near else {}
        due: defaultdict[int, list[Near]] = defaultdict(list)
        for hearing, gap, reached in near:
            people = {person for what in rules.watched_as(hearing) for person in watchers.get(what, ())}
            comes = {one.person_id for one in hearing.roster.signups}
            for person in sorted(people - comes):
                due[person].append((hearing, gap, reached))
        chosen = await self._people.choices(tx, list(due)) if due else {}
        return sum([await self._tell(tx, network, person, chosen[person], found) for person, found in due.items()])

    async def _tell(self, tx: Tx, network: Network, person: int, chosen: Preferences, found: Sequence[Near]) -> int:
        if not chosen.wants(Notice.WATCH):
            return 0
        quiet = chosen.is_quiet(tx.now.astimezone(network.zone).time())
        new: list[Hearing] = []
        for hearing, gap, reached in found:
            today = tx.now.astimezone(hearing.when.zone).date()
            if quiet and hearing.when.day != today:
                continue
            if not rules.is_due(hearing, reached, tx.now, late=rules.LATE_TO_ONE):
                continue
            what = f"hearings.watched:{person}:{rules.name(hearing, gap, reached)}"
            if await once(tx, team_id=network.team_id, what=what):
                new.append(hearing)
        for some in _together(new):
            await self._outbox.tell(
                tx,
                team_id=network.team_id,
                person_id=person,
                view="hearings.watched",
                hearings=" ".join(str(one.id) for one in some),
            )
        return len(list(_together(new)))


def _together(found: Sequence[Hearing]) -> Iterator[Sequence[Hearing]]:
    for first in range(0, len(found), TOGETHER):
        yield found[first : first + TOGETHER]

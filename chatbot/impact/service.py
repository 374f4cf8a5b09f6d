"""The verbs about what was achieved."""

from datetime import date

from chatbot.audit import note
from chatbot.clusters import store as clusters
from chatbot.clusters.refusals import NoSuchCluster
from chatbot.impact import store
from chatbot.impact.counting import NETWORK, Figures
from chatbot.impact.model import Impact, Period
from chatbot.kit.clock import local_date
from chatbot.kit.database import Database, Tx
from chatbot.kit.ids import parse_code
from chatbot.kit.verbs import query, verb
from chatbot.network.service import Networks
from chatbot.people.model import Person
from chatbot.people.rules import require_coordinator, require_member


class Impacts:
    """What the network achieved, for all of its members."""

    def __init__(self, database: Database, *, networks: Networks, figures: Figures) -> None:
        self.database = database
        self._networks = networks
        self._figures = figures

    @query
    async def get(self, tx: Tx, period: Period, cluster: str = "", *, by: Person) -> Impact:
        """The figures of the period: of everything, or of the families of the cluster with that code.

        Raises `Outsider`, `NoSuchCluster`.
        """
        require_member(by)
        today = await self._today(tx, by.team_id)
        if not cluster:
            return await self._figures.impact(tx, by.team_id, period, today=today)
        found = await clusters.by_code(tx, by.team_id, parse_code(cluster) or "")
        if found is None:
            raise NoSuchCluster(cluster[:12])
        return await self._figures.impact(tx, by.team_id, period, today=today, cluster_id=found.id, cluster=found.name)

    @query
    async def by_cluster(self, tx: Tx, period: Period, *, by: Person) -> list[Impact]:
        """The figures of the whole network, then those of each cluster by name. Raises `Outsider`."""
        require_member(by)
        today = await self._today(tx, by.team_id)
        parts = [(NETWORK, ""), *((one.id, one.name) for one in await clusters.all_of(tx, by.team_id))]
        return [
            await self._figures.impact(tx, by.team_id, period, today=today, cluster_id=number, cluster=name)
            for number, name in parts
        ]

    @query
    async def follows(self, tx: Tx, channel: str, *, by: Person) -> bool:
        """Whether the figures of each month are posted to this channel."""
        return any(one.channel == channel for one in await store.followed(tx, by.team_id))

    @query
    async def of_month(self, tx: Tx, team_id: str, month: date) -> Impact:
        """The figures of the year up to that month, for the message about it."""
        return await self._figures.impact(tx, team_id, Period.YEAR, today=month)

    @verb
    async def follow(self, tx: Tx, channel: str, *, by: Person) -> bool:
        """Post the figures of each month to this channel; tells whether that is new. Raises `NotAllowed`."""
        require_coordinator(by)
        new = await store.follow(tx, by.team_id, channel, since=await self._today(tx, by.team_id), by=by.id)
        if new:
            await note(tx, team_id=by.team_id, actor_id=by.id, verb="impact.follow", subject=f"channel:{channel}")
        return new

    @verb
    async def unfollow(self, tx: Tx, channel: str, *, by: Person) -> bool:
        """Post nothing more to this channel; tells whether anything was. Raises `NotAllowed`."""
        require_coordinator(by)
        ended = await store.unfollow(tx, by.team_id, channel)
        if ended:
            await note(tx, team_id=by.team_id, actor_id=by.id, verb="impact.unfollow", subject=f"channel:{channel}")
        return ended

    async def _today(self, tx: Tx, team_id: str) -> date:
        return local_date(tx.now, (await self._networks.joined(tx, team_id)).zone)

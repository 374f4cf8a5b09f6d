"""The verbs about clusters."""

from collections.abc import Collection, Mapping

from chatbot.audit import note
from chatbot.clusters import rules, store
from chatbot.clusters.families import store as families
from chatbot.clusters.forms import ClusterForm
from chatbot.clusters.model import CODE, Cluster, ClusterFacts, Seen
from chatbot.clusters.refusals import ClusterNameTaken, NoSuchCluster, NotInCluster
from chatbot.kit.database import Database, Tx
from chatbot.kit.forms import read
from chatbot.kit.guard import Exposure
from chatbot.kit.ids import next_code, parse_code
from chatbot.kit.outbox import Outbox
from chatbot.kit.private import refuse_private
from chatbot.kit.verbs import query, verb
from chatbot.people.model import Person
from chatbot.people.refusals import NotAPerson
from chatbot.people.rules import require_coordinator
from chatbot.people.service import People

ADDED = "clusters.added"
"""The word to someone who was put into a cluster."""


class Clusters:
    """The clusters of every workspace."""

    def __init__(self, database: Database, outbox: Outbox, *, people: People) -> None:
        self.database = database
        self._outbox = outbox
        self._people = people

    @query
    async def listed(self, tx: Tx, *, by: Person) -> list[Seen]:
        """Every cluster by name, each as far as this person may know it."""
        found = await store.all_of(tx, by.team_id)
        members = await store.members(tx, [one.id for one in found])
        return [rules.seen(one, members[one.id], by) for one in found]

    @query
    async def get(self, tx: Tx, code: str, *, by: Person) -> Seen:
        """One cluster, as far as this person may know it. Raises `NoSuchCluster`."""
        return await self.seen(tx, code, by)

    @query
    async def mine(self, tx: Tx, *, by: Person) -> list[Seen]:
        """The clusters this person belongs to, by name."""
        found = await store.of_person(tx, by.team_id, by.id)
        members = await store.members(tx, [one.id for one in found])
        return [rules.seen(one, members[one.id], by) for one in found]

    @query
    async def of_channel(self, tx: Tx, channel: str, *, by: Person) -> list[Cluster]:
        """The clusters whose own channel this is."""
        return await store.of_channel(tx, by.team_id, channel)

    @query
    async def drawn(self, tx: Tx, cluster_id: int, *, person_id: int, team_id: str) -> Cluster | None:
        """The cluster, as long as this person belongs to it."""
        return next((one for one in await store.of_person(tx, team_id, person_id) if one.id == cluster_id), None)

    @verb
    async def add(self, tx: Tx, typed: Mapping[str, object], *, leads: Collection[int], by: Person) -> Seen:
        """A new cluster with its leads; they are told.

        `typed` is the form as strings, `leads` are people by their numbers. Raises `NotAllowed`, `Invalid`,
        `ClusterNameTaken`, `NotAPerson`.
        """
        facts = await self._facts(tx, typed, by)
        code = await next_code(tx, by.team_id, CODE)
        cluster_id = await store.add(tx, by.team_id, code, facts, by=by.id)
        await self._lead(tx, cluster_id, by, leads)
        return await self._noted(tx, "clusters.add", code, by)

    @verb
    async def change(
        self, tx: Tx, code: str, typed: Mapping[str, object], *, leads: Collection[int], by: Person
    ) -> Seen:
        """Write a cluster down anew, and say who leads it; whoever does not any more stays a member.

        Raises what `add` raises, and `NoSuchCluster`.
        """
        cluster = (await self.seen(tx, code, by, to_change=True)).cluster
        await store.change(tx, cluster.id, await self._facts(tx, typed, by, unless=cluster.id))
        await self._redraw(tx, cluster)
        await self._lead(tx, cluster.id, by, leads)
        return await self._noted(tx, "clusters.change", cluster.code, by)

    @verb
    async def close(self, tx: Tx, code: str, *, by: Person) -> Cluster:
        """It is no cluster any more: nobody belongs to it, and its families are supported by the others they have.

        Raises `NotAllowed`, `NoSuchCluster`.
        """
        require_coordinator(by)
        cluster = (await self.seen(tx, code, by, to_change=True)).cluster
        await self._redraw(tx, cluster)
        await store.close(tx, cluster.id)
        await self._note(tx, "clusters.close", cluster, by)
        return cluster

    @verb
    async def add_members(self, tx: Tx, code: str, person_ids: Collection[int], *, name: str = "", by: Person) -> Seen:
        """Put people into a cluster; they are told. By `name` someone outside of the workspace, never written to.

        Raises `NoSuchCluster`, `NotAPerson`, `Invalid` for a name that is more than a name, and `NotAllowed` unless
        they lead the cluster or coordinate.
        """
        found = await self.seen(tx, code, by, to_change=True)
        rules.must_manage(found)
        if not person_ids and not name.strip():
            raise NotAPerson
        for person_id in person_ids:
            await self._join(tx, found.cluster.id, await self._people.member(tx, by.team_id, person_id), by)
        if name.strip():
            await store.join(tx, found.cluster.id, (await self._people.outside(tx, by.team_id, name)).id)
        return await self._noted(tx, "clusters.add_members", found.cluster.code, by)

    @verb
    async def remove(self, tx: Tx, code: str, person_id: int, *, by: Person) -> Seen:
        """Take someone off a cluster. Only coordinators take off who leads it.

        Raises `NoSuchCluster`, `NotAllowed`, and `NotAPerson` for someone who is not in it.
        """
        found = await self.seen(tx, code, by, to_change=True)
        rules.must_manage(found)
        if any(one.person_id == person_id for one in found.leads):
            require_coordinator(by)
        if not await store.leave(tx, found.cluster.id, person_id):
            raise NotAPerson
        return await self._noted(tx, "clusters.remove", found.cluster.code, by)

    @verb
    async def leave(self, tx: Tx, code: str, *, by: Person) -> Cluster:
        """Leave a cluster oneself, at any time. Raises `NoSuchCluster`, `NotInCluster`."""
        cluster = (await self.seen(tx, code, by, to_change=True)).cluster
        if not await store.leave(tx, cluster.id, by.id):
            raise NotInCluster(cluster.name)
        await self._note(tx, "clusters.leave", cluster, by)
        return cluster

    async def seen(self, tx: Tx, code: str, by: Person, *, to_change: bool = False) -> Seen:
        """One cluster as far as this person may know it, inside a verb. Raises `NoSuchCluster`."""
        cluster = await store.by_code(tx, by.team_id, parse_code(code) or "", to_change=to_change)
        if cluster is None:
            raise NoSuchCluster(code[:12])
        return rules.seen(cluster, (await store.members(tx, [cluster.id]))[cluster.id], by)

    async def _facts(
        self, tx: Tx, typed: Mapping[str, object], by: Person, *, unless: int | None = None
    ) -> ClusterFacts:
        """What was typed, guarded; the name is that of no other cluster."""
        require_coordinator(by)
        facts = read(ClusterForm, typed).facts()
        refuse_private({"name": facts.name}, Exposure.PUBLIC)
        same = [one for one in await store.all_of(tx, by.team_id) if one.name.casefold() == facts.name.casefold()]
        if any(one.id != unless for one in same):
            raise ClusterNameTaken(facts.name)
        return facts

    async def _lead(self, tx: Tx, cluster_id: int, by: Person, leads: Collection[int]) -> None:
        """From now on these lead it, and nobody else."""
        for one in (await store.members(tx, [cluster_id]))[cluster_id]:
            if one.leads and one.person_id not in leads:
                await store.set_lead(tx, cluster_id, one.person_id, leads=False)
        for person_id in leads:
            await self._join(tx, cluster_id, await self._people.member(tx, by.team_id, person_id), by)
            await store.set_lead(tx, cluster_id, person_id, leads=True)

    async def _join(self, tx: Tx, cluster_id: int, person: Person, by: Person) -> None:
        is_new = await store.join(tx, cluster_id, person.id)
        if is_new and person.account is not None and person.id != by.id:
            await self._outbox.tell(
                tx, team_id=by.team_id, person_id=person.id, view=ADDED, cluster=cluster_id, by=by.id
            )

    async def _redraw(self, tx: Tx, cluster: Cluster) -> None:
        """The cards that say whose turn it is, and until when, say something else once this is done."""
        theirs = await families.subjects_of(tx, cluster.team_id, [cluster.id])
        for subject in sorted(theirs & await families.held_back(tx, cluster.team_id)):
            await self._outbox.changed(tx, team_id=cluster.team_id, subject=subject)

    async def _noted(self, tx: Tx, verb_name: str, code: str, by: Person) -> Seen:
        """One audit line, and the cluster as it is now."""
        found = await self.seen(tx, code, by)
        await self._note(tx, verb_name, found.cluster, by)
        return found

    async def _note(self, tx: Tx, verb_name: str, cluster: Cluster, by: Person) -> None:
        await note(tx, team_id=by.team_id, actor_id=by.id, verb=verb_name, subject=f"cluster:{cluster.id}")

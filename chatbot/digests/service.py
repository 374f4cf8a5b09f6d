"""The verbs about the digests of channels."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from chatbot.audit import note
from chatbot.clusters.rules import must_know_members
from chatbot.clusters.service import Clusters
from chatbot.digests import rules, store
from chatbot.digests.forms import DigestForm
from chatbot.digests.gathering import Gathering
from chatbot.digests.model import Content, Digest, Filters, Outcome, Plan, Sections
from chatbot.digests.refusals import NoSuchDigest, TooManyDigests
from chatbot.kit import closed
from chatbot.kit.clock import local_date
from chatbot.kit.database import Database, Tx
from chatbot.kit.forms import read
from chatbot.kit.outbox import Outbox
from chatbot.kit.verbs import query, verb
from chatbot.people.model import Person
from chatbot.people.rules import require_coordinator

DAILY = "digests.daily"
"""The live view that is one message of the digest of one local date."""


class Digests:
    """The digests of every workspace's channels."""

    def __init__(self, database: Database, outbox: Outbox, gathering: Gathering, *, clusters: Clusters) -> None:
        self.database = database
        self._outbox = outbox
        self._gathering = gathering
        self._clusters = clusters

    @query
    async def of_channel(self, tx: Tx, channel: str, *, by: Person) -> list[Digest]:
        """The channel's digests, the earliest in the day first."""
        return await store.of_channel(tx, by.team_id, channel)

    @query
    async def get(self, tx: Tx, digest_id: int, *, by: Person) -> Digest:
        """One digest. Raises `NoSuchDigest`."""
        return await self._standing(tx, digest_id, by)

    @query
    async def next_due(self, tx: Tx, plan: Plan) -> datetime | None:
        """When a digest of this plan comes next, in its own zone."""
        return rules.next_due(plan, tx.now)

    @verb
    async def set(
        self, tx: Tx, channel: str, typed: Mapping[str, object], *, by: Person, digest_id: int | None = None
    ) -> Digest:
        """Set up a digest of the channel, or set one anew: then it keeps its channel.

        One that is set up on a day on which a digest came here and was stopped since begins the day after. Raises
        `NotAllowed`, `TooManyDigests`, `NoSuchDigest`, and `Invalid` for what cannot be taken.
        """
        require_coordinator(by)
        plan = read(DigestForm, typed).plan()
        if digest_id is None:
            digest_id = await self._add(tx, channel, plan, by)
        else:
            await self._standing(tx, digest_id, by, to_change=True)
            await store.change(tx, digest_id, plan, by=by.id)
        digest = await self._standing(tx, digest_id, by)
        await closed.reopen(tx, team_id=by.team_id, channel=digest.channel)
        await self._note(tx, "digests.set", digest_id, by)
        return digest

    @verb
    async def pause(self, tx: Tx, digest_id: int, *, by: Person) -> Digest:
        """Let the digest rest until someone resumes it. Raises `NotAllowed`, `NoSuchDigest`."""
        digest = await self._changing(tx, digest_id, by)
        await store.pause(tx, digest.id)
        await self._note(tx, "digests.pause", digest.id, by)
        return await self._standing(tx, digest_id, by)

    @verb
    async def resume(self, tx: Tx, digest_id: int, *, by: Person) -> Digest:
        """Let it come again; a channel that was closed is tried anew. Raises `NotAllowed`, `NoSuchDigest`."""
        digest = await self._changing(tx, digest_id, by)
        await closed.reopen(tx, team_id=digest.team_id, channel=digest.channel)
        await store.resume(tx, digest.id, by=by.id)
        await self._note(tx, "digests.resume", digest.id, by)
        return await self._standing(tx, digest_id, by)

    @verb
    async def stop(self, tx: Tx, digest_id: int, *, by: Person) -> Digest:
        """Let it come no more. Raises `NotAllowed`, `NoSuchDigest`."""
        digest = await self._changing(tx, digest_id, by)
        await store.stop(tx, digest.id)
        await self._note(tx, "digests.stop", digest.id, by)
        return digest

    @query
    async def preview(self, tx: Tx, digest: Digest, *, by: Person) -> Content:
        """What this digest, which need not be set yet, would say now."""
        day = local_date(tx.now, digest.plan.zone)
        sections = await self._gathering.coming(tx, by.team_id, digest.plan)
        return Content(digest=digest, day=day, part=1, sections=sections)

    @query
    async def board(self, tx: Tx, code: str, *, zone: ZoneInfo, by: Person) -> Sections:
        """What is coming up for the families of this cluster, as its own digest would list it.

        Raises `NoSuchCluster`, and `NotAllowed` for someone outside of the cluster who does not coordinate.
        """
        found = await self._clusters.seen(tx, code, by)
        must_know_members(found)
        filters = Filters(cluster_ids=frozenset({found.cluster.id}))
        plan = Plan(at=time(), weekdays=frozenset(), zone=zone, horizon=rules.LONGEST_HORIZON, filters=filters)
        return await self._gathering.coming(tx, by.team_id, plan)

    @query
    async def drawn(self, tx: Tx, digest_id: int, day: date, *, part: int = 1, team_id: str) -> Content | None:
        """What one message of the digest of that local date says now; None when the digest was stopped since."""
        digest = await store.by_id(tx, digest_id, team_id=team_id)
        if digest is None:
            return None
        moved = await store.parts(tx, digest_id, day)
        everything = await self._gathering.coming(tx, team_id, digest.plan)
        sections = {
            name: here
            for name, items in everything.items()
            if (here := tuple(item for item in items if moved.get(item.subject, 1) == part))
        }
        outcomes = await store.outcomes(tx, [digest_id], since=day - timedelta(days=2 * rules.LOOK_BACK))
        missed = rules.missed(outcomes[digest_id], day) if part == 1 else ()
        return Content(digest=digest, day=day, part=part, sections=sections, missed=missed)

    @query
    async def carry_on(self, tx: Tx, content: Content, subjects: Sequence[str]) -> None:
        """What does not fit into this message of a digest stands in the one after it, which is posted when it is new.

        Once there it stays there: a message never takes back what it handed on, so nothing is lost or said twice.
        """
        digest, part = content.digest, content.part + 1
        await store.move_on(tx, digest.id, content.day, subjects, part=part)
        await self._outbox.hand_on(
            tx,
            team_id=digest.team_id,
            view=DAILY,
            ref=_ref(digest, content.day, content.part),
            to=_ref(digest, content.day, part),
            subjects=subjects,
        )

    async def send_due(self) -> int:
        """What the clock does: put every digest that fell due into its channel, once a local date.

        Each has a transaction of its own, and one that fails does not hold up the others; its failure is raised after
        all were tried. Returns how many were put there. The row that says so is unique, so another instance or a
        restart finds it done.
        """
        sent, failure = 0, None
        for digest_id in await self._due():
            try:
                sent += await self._send(digest_id)
            except Exception as fault:  # noqa: BLE001 - raised below
                failure = fault
        if failure is not None:
            raise failure
        return sent

    @query
    async def _due(self, tx: Tx) -> list[int]:
        found = await store.all_of(tx)
        since = _looked_back(tx)
        settled = await store.outcomes(tx, (digest.id for digest in found), since=since)
        return [digest.id for digest in found if any(rules.unsettled(digest, settled[digest.id], tx.now))]

    @query
    async def _send(self, tx: Tx, digest_id: int) -> int:
        digest = await store.in_hand(tx, digest_id)
        if digest is None:
            return 0
        sent = 0
        settled = await store.outcomes(tx, [digest_id], since=_looked_back(tx))
        for day, in_time in rules.unsettled(digest, settled[digest_id], tx.now):
            if not in_time:
                await store.begin(tx, digest.id, day, Outcome.LATE)
                continue
            sections = await self._gathering.coming(tx, digest.team_id, digest.plan)
            content = Content(digest=digest, day=day, part=1, sections=sections)
            outcome = Outcome.EMPTY if content.is_empty and digest.plan.skip_empty else Outcome.SENT
            if await store.begin(tx, digest.id, day, outcome) and outcome is Outcome.SENT:
                await self._post(tx, content)
                sent += 1
        return sent

    async def _post(self, tx: Tx, content: Content) -> None:
        """Today's digest follows what it lists; the ones before it stay as they are, and their buttons still answer."""
        digest = content.digest
        await store.forget_parts(tx, digest.id, before=content.day)
        await self._outbox.let_go(tx, team_id=digest.team_id, view=DAILY, ref_prefix=f"{digest.id}:")
        await self._outbox.announce(
            tx,
            team_id=digest.team_id,
            channel=digest.channel,
            view=DAILY,
            ref=_ref(digest, content.day),
            subjects=content.subjects,
        )

    async def _add(self, tx: Tx, channel: str, plan: Plan, by: Person) -> int:
        if len(await store.of_channel(tx, by.team_id, channel)) >= rules.MOST_DIGESTS:
            raise TooManyDigests(rules.MOST_DIGESTS)
        digest_id = await store.add(tx, by.team_id, channel, plan, by=by.id)
        before = await store.of_channel(tx, by.team_id, channel, stopped=True)
        since = local_date(tx.now, plan.zone)
        outcomes = await store.outcomes(tx, (digest.id for digest in before), since=since)
        for day in rules.taken_over(outcomes.values()):
            await store.begin(tx, digest_id, day, Outcome.SENT)
        return digest_id

    async def _changing(self, tx: Tx, digest_id: int, by: Person) -> Digest:
        require_coordinator(by)
        return await self._standing(tx, digest_id, by, to_change=True)

    async def _standing(self, tx: Tx, digest_id: int, by: Person, *, to_change: bool = False) -> Digest:
        digest = await store.by_id(tx, digest_id, team_id=by.team_id, to_change=to_change)
        if digest is None:
            raise NoSuchDigest
        return digest

    async def _note(self, tx: Tx, verb_name: str, digest_id: int, by: Person) -> None:
        await note(tx, team_id=by.team_id, actor_id=by.id, verb=verb_name, subject=f"digest:{digest_id}")


def _looked_back(tx: Tx) -> date:
    return tx.now.date() - timedelta(days=rules.LOOK_BACK + 2)


def _ref(digest: Digest, day: date, part: int = 1) -> str:
    """The name of one message: `12:2026-03-02`, and its continuation `12:2026-03-02:2`."""
    return f"{digest.id}:{day.isoformat()}" + (f":{part}" if part > 1 else "")

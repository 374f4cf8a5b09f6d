"""The verbs about digests."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from chatbot.audit import note
from chatbot.digests import rules, store
from chatbot.digests.forms import DigestForm
from chatbot.digests.model import Content, Digest, Plan, Section
from chatbot.kit.clock import local_date
from chatbot.kit.database import Database, Tx
from chatbot.kit.forms import read
from chatbot.kit.outbox import Outbox
from chatbot.kit.verbs import query, verb
from chatbot.people.model import Person
from chatbot.people.rules import require_coordinator

DAILY = "digests.daily"
"""The live view that is the digest of one local date."""


class Digests:
    """The digests of every workspace."""

    def __init__(self, database: Database, outbox: Outbox, sections: Sequence[Section]) -> None:
        self.database = database
        self._outbox = outbox
        self._sections = tuple(sections)

    @query
    async def of_channel(self, tx: Tx, channel: str, *, by: Person) -> Digest | None:
        """The channel's digest, if it has one."""
        return await store.of_channel(tx, by.team_id, channel)

    @query
    async def next_due(self, tx: Tx, plan: Plan) -> datetime | None:
        """When a digest of this plan comes next, in its own zone."""
        return rules.next_due(plan, tx.now)

    @verb
    async def set(self, tx: Tx, channel: str, typed: Mapping[str, object], *, by: Person) -> Digest:
        """Set when the channel's digest comes. Raises `NotAllowed`, and `Invalid` for what cannot be taken."""
        require_coordinator(by)
        plan = read(DigestForm, typed).plan()
        await store.put(tx, by.team_id, channel, plan, by=by.id)
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="digests.set", subject=f"channel:{channel}")
        digest = await store.of_channel(tx, by.team_id, channel)
        if digest is None:
            raise LookupError("a digest vanished while being set")
        return digest

    @verb
    async def stop(self, tx: Tx, channel: str, *, by: Person) -> bool:
        """Let no more digests come to the channel; tells whether there was one."""
        require_coordinator(by)
        there_was = await store.remove(tx, by.team_id, channel)
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="digests.stop", subject=f"channel:{channel}")
        return there_was

    @query
    async def preview(self, tx: Tx, plan: Plan, *, by: Person) -> Content:
        """What a digest of this plan would say now."""
        return await self._content(tx, by.team_id, plan, local_date(tx.now, plan.zone))

    @query
    async def drawn(self, tx: Tx, digest_id: int, day: date, *, team_id: str) -> Content | None:
        """What the digest of that local date says now; None when it was stopped since."""
        digest = await store.by_id(tx, digest_id)
        if digest is None or digest.team_id != team_id:
            return None
        return await self._content(tx, team_id, digest.plan, day)

    async def send_due(self) -> int:
        """What the clock does: put every digest that fell due into its channel, once a local date.

        Each has a transaction of its own, and one that fails does not hold up the others; its failure is raised after
        all were tried. Returns how many were put there. The row that says so is unique, so another instance or a
        restart finds it done.
        """
        sent, failure = 0, None
        for digest in await self._all():
            try:
                sent += await self._send(digest.id)
            except Exception as fault:  # noqa: BLE001 - raised below
                failure = fault
        if failure is not None:
            raise failure
        return sent

    @query
    async def _all(self, tx: Tx) -> list[Digest]:
        return await store.all_of(tx)

    @query
    async def _send(self, tx: Tx, digest_id: int) -> int:
        digest = await store.by_id(tx, digest_id)
        sent = 0
        for day, in_time in rules.fallen_due(digest, tx.now) if digest else ():
            if digest and await store.begin(tx, digest.id, day, sent=in_time) and in_time:
                await self._post(tx, digest, day)
                sent += 1
        return sent

    async def _post(self, tx: Tx, digest: Digest, day: date) -> None:
        """Today's digest follows what it lists; the ones before it stay as they are, and their buttons still answer."""
        content = await self._content(tx, digest.team_id, digest.plan, day)
        await self._outbox.let_go(tx, team_id=digest.team_id, view=DAILY, ref_prefix=f"{digest.id}:")
        await self._outbox.announce(
            tx,
            team_id=digest.team_id,
            channel=digest.channel,
            view=DAILY,
            ref=f"{digest.id}:{day.isoformat()}",
            subjects=[item.subject for items in content.sections.values() for item in items],
        )

    async def _content(self, tx: Tx, team_id: str, plan: Plan, day: date) -> Content:
        sections = {
            section.name: tuple(await section.items(tx, team_id=team_id, days=plan.horizon, zone=plan.zone))
            for section in self._sections
        }
        return Content(plan=plan, day=day, sections=sections)

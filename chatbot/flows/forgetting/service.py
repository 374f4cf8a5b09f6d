"""What the clock forgets: private columns, records, old posts, people who left.

Each step is a transaction of its own that takes up where an earlier one ended, so a night that is interrupted goes on
with the next tick. Only when nothing is left to do it is remembered that the night is done.
"""

from collections.abc import Sequence
from datetime import date

from chatbot.audit import note
from chatbot.flows.forgetting import rules
from chatbot.flows.forgetting.rules import Night
from chatbot.flows.holds.store import on_hold
from chatbot.flows.person.erasing import Erasing
from chatbot.kit import forgetting
from chatbot.kit.database import Database, Tx
from chatbot.kit.figures import Keeping
from chatbot.kit.months import month_after, month_of
from chatbot.kit.once import once, undone
from chatbot.kit.outbox import Outbox, forget_gone
from chatbot.kit.retention import Part, Private
from chatbot.kit.verbs import query
from chatbot.network.service import Networks
from chatbot.people.service import People


class Forgetting:
    """Forgets, in every workspace, what has been kept long enough."""

    def __init__(
        self,
        database: Database,
        outbox: Outbox,
        parts: Sequence[Part],
        *,
        networks: Networks,
        people: People,
        erasing: Erasing,
        figures: Keeping,
    ) -> None:
        self.database = database
        self._outbox = outbox
        self._parts = parts
        self._networks = networks
        self._people = people
        self._erasing = erasing
        self._figures = figures

    async def forget_due(self) -> int:
        """What the clock does: once a night, in each workspace without a legal hold. Returns in how many."""
        done = 0
        for team_id in await self._networks.teams():
            night = await self._tonight(team_id)
            if night is not None:
                await self._forget(team_id, night)
                done += 1
        return done

    async def _forget(self, team_id: str, night: Night) -> None:
        for private in (one for part in self._parts for one in part.private):
            while await self._wipe(team_id, private, night):
                pass
        while await self._purge_a_month(team_id, night):
            pass
        while await self._take_posts_down(team_id, night):
            pass
        while await self._erase_who_left(team_id, night):
            pass
        if await self._has_changed(team_id, night):
            await self.database.tidy(forgetting.tables_of(self._parts))
        await self._close(team_id, night)

    @query
    async def _tonight(self, tx: Tx, team_id: str) -> Night | None:
        night = rules.night(await self._networks.joined(tx, team_id), tx.now)
        waits = await undone(tx, {(team_id, night.done)}) and not await on_hold(tx, team_id)
        return night if waits else None

    @query
    async def _wipe(self, tx: Tx, team_id: str, private: Private, night: Night) -> int:
        if await on_hold(tx, team_id):
            return 0
        wiped = await forgetting.wipe(tx, team_id, private, before=night.private_before)
        table = private.columns[0].table.name
        return await self._noted(tx, team_id, night, verb="retention.wipe", subject=table, count=wiped)

    @query
    async def _purge_a_month(self, tx: Tx, team_id: str, night: Night) -> int:
        """The records of the earliest month that is due, all of them at once."""
        if await on_hold(tx, team_id):
            return 0
        first = await forgetting.first_over(tx, team_id, self._parts, before=night.records_before)
        return 0 if first is None else await self._purged(tx, team_id, night, month=month_of(first))

    async def _purged(self, tx: Tx, team_id: str, night: Night, *, month: date) -> int:
        """A whole month, nothing of which changes any more, once the figures are kept that outlive its records."""
        await self._figures.keep_through(tx, team_id, month)
        gone = await forgetting.purge(tx, team_id, self._parts, before=month_after(month))
        return await self._noted(tx, team_id, night, verb="retention.purge", subject=f"{month:%Y-%m}", count=gone)

    @query
    async def _take_posts_down(self, tx: Tx, team_id: str, night: Night) -> int:
        """Our own messages about what is over; and what is known of those that are gone."""
        if await on_hold(tx, team_id):
            return 0
        await forget_gone(tx, team_id=team_id)
        old = await forgetting.old_posts(tx, team_id, self._parts, before=night.private_before, moment=night.moment)
        for post_id in old:
            await self._outbox.take_down(tx, post_id)
        return await self._noted(tx, team_id, night, verb="retention.take_down", subject="posts", count=len(old))

    @query
    async def _erase_who_left(self, tx: Tx, team_id: str, night: Night) -> int:
        """One person at a time, like anybody who asks for it."""
        if await on_hold(tx, team_id):
            return 0
        for person in await self._people.left_before(tx, team_id, night.moment):
            if await self._erasing.reason_to_stay(tx, person) is None:
                await self._erasing.erase(tx, person)
                return await self._noted(
                    tx, team_id, night, verb="retention.erase", subject=f"person:{person.id}", count=1
                )
        return 0

    @query
    async def _has_changed(self, tx: Tx, team_id: str, night: Night) -> bool:
        return not await undone(tx, {(team_id, night.changed)})

    @query
    async def _close(self, tx: Tx, team_id: str, night: Night) -> None:
        if not await on_hold(tx, team_id):
            await once(tx, team_id=team_id, what=night.done)

    async def _noted(self, tx: Tx, team_id: str, night: Night, *, verb: str, subject: str, count: int) -> int:
        """One line, by the clock, when something was forgotten."""
        if count:
            await once(tx, team_id=team_id, what=night.changed)
            await note(tx, team_id=team_id, actor_id=None, verb=verb, subject=subject, detail=str(count))
        return count

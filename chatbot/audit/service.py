"""The chain of the audit: put together by the clock, looked through by an operator."""

from functools import partial

from chatbot.audit import rules, store
from chatbot.audit.model import Verdict
from chatbot.audit.record import audit
from chatbot.kit.chain import Head
from chatbot.kit.database import Database, Tx
from chatbot.kit.verbs import query


class Audit:
    """The lines of every workspace, each in a chain of its own.

    Verbs write their lines loose, so that they need not wait for each other; whoever chains them does it alone.
    """

    def __init__(self, database: Database) -> None:
        self.database = database

    async def chain(self) -> int:
        """What the clock does: put the lines that were written since into the chain. Returns how many."""
        done = 0
        for team_id in await self.database.run(store.waiting):
            while put := await self.database.run(partial(self._chain, team_id=team_id)):
                done += put
        return done

    @query
    async def verify(self, tx: Tx, team_id: str) -> Verdict:
        """Look through every line of a workspace: changed, removed, or slipped in."""
        return rules.verdict(await store.chained(tx, team_id), await store.loose(tx, team_id))

    @query
    async def stands(self, tx: Tx, team_id: str, head: Head) -> bool:
        """Whether a head that was noted earlier, its hash perhaps cut short, still stands where it stood."""
        found = await store.chained(tx, team_id, audit.c.number == head.number)
        return any(head.is_of(line.hash or "") for line in found)

    @staticmethod
    async def _chain(tx: Tx, *, team_id: str) -> int:
        """Nothing when another instance is at it."""
        if not await tx.alone(f"audit:{team_id}"):
            return 0
        last = await store.head(tx, team_id)
        places: list[tuple[int, Head, str]] = []
        for line in await store.loose(tx, team_id, most=store.MOST):
            number = last.number + 1
            own = Head(number=number, hash=rules.fingerprint(line, number, last.hash))
            places.append((line.id, own, last.hash))
            last = own
        if places:
            await store.put(tx, places)
        return len(places)

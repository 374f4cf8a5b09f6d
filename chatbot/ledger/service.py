"""The books of every workspace. Capabilities write into them inside their own verbs."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from chatbot.kit.chain import Head
from chatbot.kit.database import Database, Tx
from chatbot.kit.verbs import query
from chatbot.ledger import rules, store
from chatbot.ledger.model import Balance, Entry, Posting, Request, Verdict, What
from chatbot.ledger.refusals import KeyTaken, MonthClosed, NoSuchEntry, ReversedBefore


class Ledger:
    """Append-only books: whoever writes holds them, so that of many at once each sees what the others wrote."""

    def __init__(self, database: Database) -> None:
        self.database = database

    async def begun(self, tx: Tx, request: Request) -> Entry | None:
        """Hold the books inside a verb, and tell whether this very request was written before.

        Raises `KeyTaken` when its key was used for anything else.
        """
        await store.hold(tx, request.team_id)
        known = await store.by_key(tx, request.team_id, request.key)
        if known is not None and known.asked != rules.asked_hash(request.asked):
            raise KeyTaken
        return known

    async def post(self, tx: Tx, request: Request, posting: Posting) -> Entry:
        """Write an entry; the same request again changes nothing and gives the entry it led to.

        Raises `NotEnough` when an account would fall below zero, `KeyTaken`, `MonthClosed`, and `ValueError` for lines
        that do not sum to zero.
        """
        return await self.begun(tx, request) or await self._write(tx, request, posting)

    async def reverse(self, tx: Tx, request: Request, number: int) -> Entry:
        """Take back what an entry did, once. Raises `NoSuchEntry`, `ReversedBefore`, `NotEnough`, `KeyTaken`."""
        known = await self.begun(tx, request)
        if known is not None:
            return known
        wrong = await self.entry(tx, request.team_id, number)
        if wrong.reversed_by is not None or wrong.reverses is not None:
            raise ReversedBefore(number)
        posting = Posting(what=What.REVERSED, lines=rules.reversal(wrong.lines))
        return await self._write(tx, request, posting, reverses=number)

    async def close(self, tx: Tx, team_id: str, through: date) -> None:
        """Let nothing more be dated through this day; a day before the one chosen earlier changes nothing."""
        await store.hold(tx, team_id)
        before = await store.closed_through(tx, team_id)
        await store.close(tx, team_id, max(through, before or through))

    async def entry(self, tx: Tx, team_id: str, number: int) -> Entry:
        """The entry of this number. Raises `NoSuchEntry`."""
        found = await store.by_number(tx, team_id, number)
        if found is None:
            raise NoSuchEntry(number)
        return found

    async def balances(
        self, tx: Tx, team_id: str, *, funds: Collection[str] | None = None, parties: Collection[str] | None = None
    ) -> list[Balance]:
        """What the accounts hold, summed from the entries at this moment."""
        return await store.balances(tx, team_id, funds=funds, parties=parties)

    async def between(self, tx: Tx, team_id: str, first: date, last: date) -> list[Entry]:
        """The entries dated from one day to another, both included, in the order they were written."""
        return await store.entries(tx, team_id, store.ledger_entries.c.day.between(first, last))

    async def latest(self, tx: Tx, team_id: str, *, fund: str | None, most: int) -> list[Entry]:
        """The entries that were written last, of one fund or of all, newest first."""
        return await store.latest(tx, team_id, fund=fund, most=most)

    async def head(self, tx: Tx, team_id: str) -> Head:
        """The end of the chain inside a verb."""
        return await store.head(tx, team_id)

    @query
    async def verify(self, tx: Tx, team_id: str) -> Verdict:
        """Look through every entry of a workspace: the chain, the sums, and whether an account is below zero."""
        return rules.verdict(await store.entries(tx, team_id))

    @query
    async def stands(self, tx: Tx, team_id: str, head: Head) -> bool:
        """Whether a head that was written down earlier, its hash perhaps cut short, still stands where it stood."""
        found = await store.by_number(tx, team_id, head.number)
        return found is not None and head.is_of(found.hash)

    async def _write(self, tx: Tx, request: Request, posting: Posting, *, reverses: int | None = None) -> Entry:
        if not rules.is_balanced(posting.lines):
            raise ValueError("an entry does not sum to zero within every fund")
        closed = await store.closed_through(tx, request.team_id)
        if closed is not None and request.day <= closed:
            raise MonthClosed(closed)
        await self._must_hold(tx, request.team_id, posting)
        last = await store.head(tx, request.team_id)
        entry = Entry(
            team_id=request.team_id,
            number=last.number + 1,
            what=posting.what,
            day=request.day,
            at=tx.now,
            by_id=request.by_id,
            key=request.key,
            asked=rules.asked_hash(request.asked),
            reason=request.reason,
            reverses=reverses,
            previous=last.hash,
            hash="",
            lines=posting.lines,
        )
        entry = replace(entry, hash=rules.fingerprint(entry))
        await store.add(tx, entry)
        return entry

    async def _must_hold(self, tx: Tx, team_id: str, posting: Posting) -> None:
        added = rules.balances(posting.lines)
        before = await store.balances(tx, team_id, funds={line.fund for line in posting.lines})
        rules.must_hold(rules.fund_sums(before), rules.fund_sums([*before, *added]))
        before = await store.balances(tx, team_id, parties={party for _, _, party in rules.party_sums(added)})
        rules.must_hold(rules.party_sums(before), rules.party_sums([*before, *added]))

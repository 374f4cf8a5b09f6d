"""What treasurers read, and what the network decided about money."""

from collections.abc import Iterable, Mapping
from datetime import date

from chatbot.audit import note
from chatbot.bonds import bank, rules, store
from chatbot.bonds.forms import MonthForm, PolicyForm, RateForm, SpanForm
from chatbot.bonds.model import drive_id_of, subject
from chatbot.bonds.reading import Reading
from chatbot.bonds.sheet import entries_sheet, statement_sheet
from chatbot.bonds.statements import FundTotals, Policy, Reconciliation, Statement, Totals
from chatbot.kit.database import Database, Tx
from chatbot.kit.forms import read
from chatbot.kit.money import Money
from chatbot.kit.verbs import query, verb
from chatbot.ledger.model import GENERAL, Account, Balance, Entry
from chatbot.ledger.rules import balances, held
from chatbot.ledger.service import Ledger
from chatbot.people.model import Person

LATEST = 50
"""How many entries are shown to choose one to reverse."""


class Bookkeeping:
    """The books as treasurers see them; every figure is summed from the entries when it is asked for."""

    def __init__(self, database: Database, *, ledger: Ledger, reading: Reading) -> None:
        self.database = database
        self._ledger = ledger
        self._reading = reading

    @query
    async def totals(self, tx: Tx, *, by: Person) -> Totals:
        """The books at a glance: by fund, and by obligor. Raises `NotAllowed`."""
        rules.require_steward(by)
        found = await self._ledger.balances(tx, by.team_id)
        codes = await store.codes(tx, by.team_id)
        funds = sorted({GENERAL, *(one.fund for one in found)}, key=lambda fund: drive_id_of(fund) or 0)
        obligors = {one.party for one in found if one.account is Account.DEPOSITS}
        return Totals(
            funds=tuple(_totals(found, fund, codes) for fund in funds),
            obligors={
                one.removeprefix("obligor:"): held(found, Account.DEPOSITS, party=one) for one in sorted(obligors)
            },
            at_hand=held(found, Account.BANK),
            deposited=held(found, Account.DEPOSITS),
            head=await self._ledger.head(tx, by.team_id),
        )

    @query
    async def statement(self, tx: Tx, typed: Mapping[str, object], *, by: Person) -> Statement:
        """A month of the books, the present one when none is named. Raises `NotAllowed`, `Invalid`."""
        return await self._statement(tx, read(MonthForm, typed).month, by)

    @query
    async def statement_sheet(self, tx: Tx, typed: Mapping[str, object], *, by: Person) -> str:
        """The same as a CSV file."""
        return statement_sheet(await self._statement(tx, read(MonthForm, typed).month, by))

    @query
    async def entries(self, tx: Tx, *, code: str | None = None, by: Person) -> list[Entry]:
        """The latest entries, of one drive or of all, newest first. Raises `NotAllowed`, `NoSuchDrive`."""
        rules.require_treasurer(by)
        fund = subject((await self._reading.by_code(tx, by.team_id, code)).id) if code else None
        return await self._ledger.latest(tx, by.team_id, fund=fund, most=LATEST)

    @verb
    async def export(self, tx: Tx, typed: Mapping[str, object], *, by: Person) -> str:
        """Every line of every entry between two days, or of all there are, as CSV for an accountant.

        Raises `NotAllowed`, `Invalid`.
        """
        rules.require_treasurer(by)
        form = read(SpanForm, typed)
        entries = await self._ledger.between(tx, by.team_id, form.first or date.min, form.last or date.max)
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="bonds.export", subject="books")
        return entries_sheet(entries, await self._codes(tx, by.team_id))

    @query
    async def reconcile(self, tx: Tx, text: str, *, by: Person) -> Reconciliation:
        """The bank's file beside the books. Writes nothing. Raises `NotAllowed`, `NoBankTable`."""
        rules.require_treasurer(by)
        rows = bank.rows(text)
        first, last = min(row.day for row in rows), max(row.day for row in rows)
        entries = await self._ledger.between(tx, by.team_id, first - bank.LEEWAY, last + bank.LEEWAY)
        pledges = await self._reading.pledges(tx, by.team_id, store.standing())
        return bank.beside(rows, entries, [pledge for pledge in pledges if rules.waits(pledge)])

    @query
    async def policy(self, tx: Tx, *, by: Person) -> Policy:
        """What the network decided about money. Raises `NotAllowed`."""
        rules.require_steward(by)
        return await store.policy(tx, by.team_id)

    @verb
    async def set_policy(self, tx: Tx, typed: Mapping[str, object], *, by: Person) -> Policy:
        """Choose above which amount is asked once more. Raises `NotAllowed`, `Invalid`."""
        rules.require_treasurer(by)
        await store.set_policy(tx, by.team_id, read(PolicyForm, typed).odd_above)
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="bonds.set_policy", subject="books")
        return await store.policy(tx, by.team_id)

    @verb
    async def set_rate(self, tx: Tx, typed: Mapping[str, object], *, by: Person) -> Policy:
        """Write down the Treasury's interest rate of a year. Raises `NotAllowed`, `Invalid`."""
        rules.require_treasurer(by)
        form = read(RateForm, typed)
        await store.set_rate(tx, by.team_id, form.year, form.rate)
        await note(
            tx, team_id=by.team_id, actor_id=by.id, verb="bonds.set_rate", subject="books", detail=str(form.year)
        )
        return await store.policy(tx, by.team_id)

    async def _statement(self, tx: Tx, named: date | None, by: Person) -> Statement:
        rules.require_treasurer(by)
        first, last = rules.month(named, await self._reading.today(tx, by.team_id))
        entries = await self._ledger.between(tx, by.team_id, date.min, last)
        inside = tuple(entry for entry in entries if entry.day >= first)
        moved = [bank.moved(entry) for entry in inside]
        before = balances(line for entry in entries if entry.day < first for line in entry.lines)
        after = balances(line for entry in entries for line in entry.lines)
        return Statement(
            first=first,
            last=last,
            before=held(before, Account.BANK),
            came_in=Money(sum(cents for cents in moved if cents > 0)),
            went_out=Money(-sum(cents for cents in moved if cents < 0)),
            after=held(after, Account.BANK),
            deposited=held(after, Account.DEPOSITS),
            entries=inside,
            codes=await self._codes(tx, by.team_id),
            head=await self._ledger.head(tx, by.team_id),
        )

    async def _codes(self, tx: Tx, team_id: str) -> dict[str, str]:
        return {subject(number): code for number, (code, _) in (await store.codes(tx, team_id)).items()}


def _totals(found: Iterable[Balance], fund: str, codes: Mapping[int, tuple[str, str]]) -> FundTotals:
    number = drive_id_of(fund)
    code, alias = codes[number] if number is not None else ("", "")
    books = [one for one in found if one.fund == fund]
    return FundTotals(
        fund=fund,
        code=code,
        alias=alias,
        received=held(books, Account.GIFTS),
        returned=held(books, Account.RETURNED),
        interest=held(books, Account.INTEREST),
        transferred=held(books, Account.TRANSFERS),
        fees=held(books, Account.FEES),
        lost=held(books, Account.LOSSES),
        deposited=held(books, Account.DEPOSITS),
        at_hand=held(books, Account.BANK),
    )

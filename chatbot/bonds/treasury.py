"""The treasurer's verbs about money that comes in, goes back, or goes on."""

from collections.abc import Mapping

from chatbot.audit import note
from chatbot.bonds import rules, store
from chatbot.bonds.booking import Booking, drives_of
from chatbot.bonds.forms import MonthForm, OutsideForm, PartForm, ReceiptForm, RollForm
from chatbot.bonds.model import Over, Pledge, PledgeState, Posted, subject
from chatbot.bonds.reading import Reading
from chatbot.bonds.refusals import (
    ChosenTwice,
    MoreThanPledged,
    NoSuchPledge,
    NothingChosen,
    PledgeEnded,
    ReasonMissing,
    SameFund,
)
from chatbot.kit.columns import storable
from chatbot.kit.database import Database, Tx
from chatbot.kit.forms import read
from chatbot.kit.guard import Exposure
from chatbot.kit.money import ZERO, Money
from chatbot.kit.outbox import Outbox
from chatbot.kit.private import refuse_private
from chatbot.kit.sealed import Sealer
from chatbot.kit.verbs import query, verb
from chatbot.ledger import postings
from chatbot.ledger.model import GENERAL, Account, What
from chatbot.ledger.rules import held
from chatbot.network.openings import opening
from chatbot.people.model import Person

FUND = "general"
"""The word for the general fund in a form."""


class Treasury:
    """Receipts, returns, transfers and corrections. `key` is the same when the very same form is sent twice."""

    def __init__(self, database: Database, outbox: Outbox, sealer: Sealer, *, booking: Booking) -> None:
        self.database = database
        self._outbox = outbox
        self._sealer = sealer
        self._booking = booking
        self._reading: Reading = booking.reading

    @query
    async def to_collect(self, tx: Tx, *, by: Person) -> list[Pledge]:
        """The pledges from which something is still to come, the longest due first. Raises `NotAllowed`."""
        rules.require_treasurer(by)
        found = await self._reading.pledges(tx, by.team_id, store.standing())
        waiting = [pledge for pledge in found if rules.waits(pledge)]
        return sorted(waiting, key=lambda pledge: (pledge.due is None, pledge.due, pledge.id))

    @verb
    async def receive(
        self, tx: Tx, typed: Mapping[str, object], *, over: Over | None = None, key: str, by: Person
    ) -> Posted:
        """Record money that came in for one or several pledges; `over` says where goes what nobody pledged.

        Without an amount it is all that is outstanding; otherwise it is spread in the order the pledges were chosen.
        Raises `NotAllowed`, `Invalid`, `NothingChosen`, `ChosenTwice`, `NoSuchPledge`, `PledgeEnded`,
        `MoreThanPledged`, and what the books refuse.
        """
        rules.require_treasurer(by)
        form = read(ReceiptForm, typed)
        if len(set(form.pledges)) < len(form.pledges):
            raise ChosenTwice
        words = (form.pledges, form.amount and form.amount.cents, over)
        request = await self._booking.asked(tx, "receive", *words, on=form.on, key=key, by=by)
        if (known := await self._booking.known(tx, request)) is not None:
            return known
        pledges = await self._locked(tx, by.team_id, form.pledges)
        shares, left = rules.spread(form.amount, pledges)
        if not pledges or not (shares or left):
            raise NothingChosen
        if left and over is None:
            raise MoreThanPledged(left)
        gifts = [gift for pledge, part in shares for gift in _gifts(pledge, part)]
        if left:
            last = pledges[-1]
            gifts.append((_fund(last.drive_id) if over is Over.DRIVE else GENERAL, last.party, left))
        posted = await self._booking.post(tx, request, postings.received(gifts), "bonds.receive")
        for pledge in pledges:
            await self._tell(tx, "bonds.received", pledge, posted)
        return posted

    @verb
    async def receive_outside(
        self,
        tx: Tx,
        code: str | None,
        typed: Mapping[str, object],
        *,
        over: Over | None = None,
        key: str,
        by: Person,
    ) -> Posted:
        """Record money from someone outside of Slack, for a drive or, without a code, for the general fund.

        Who it was is sealed. Raises `NotAllowed`, `Invalid`, `NoSuchDrive`, and `MoreThanMissing` while nobody said
        where the part goes that the drive does not need.
        """
        rules.require_treasurer(by)
        form = read(OutsideForm, typed)
        refuse_private({"donor": form.donor}, Exposure.PRIVATE)
        words = (code, form.amount.cents, over)
        request = await self._booking.asked(tx, "receive_outside", *words, on=form.on, key=key, by=by)
        if (known := await self._booking.known(tx, request)) is not None:
            return known
        drive = await self._reading.by_code(tx, by.team_id, code, to_change=True) if code else None
        for_drive = rules.accepted(form.amount, drive, over=over)
        number = await store.promise(
            tx,
            by.team_id,
            drive_id=drive.id if drive else None,
            person_id=None,
            anonymous=True,
            amount=for_drive.cents,
            fund_amount=(form.amount - for_drive).cents,
        )
        if form.donor:
            await store.seal_donor(tx, self._sealer, number, form.donor)
        pledge = await self._reading.pledge(tx, by.team_id, number)
        return await self._booking.post(
            tx, request, postings.received(_gifts(pledge, form.amount)), "bonds.receive_outside"
        )

    @verb
    async def open_donor(self, tx: Tx, pledge_id: int, *, by: Person) -> str:
        """What was written down about a donor from outside; the opening is written down.

        Raises `NoSuchPledge`, `TooManyOpened`.
        """
        rules.require_treasurer(by)
        pledge = await self._reading.pledge(tx, by.team_id, pledge_id)
        await opening(tx, "bonds.open_donor", pledge.party, by=by)
        return await store.open_donor(tx, self._sealer, pledge.id)

    @verb
    async def expect_no_more(self, tx: Tx, pledge_id: int, *, by: Person) -> Pledge:
        """The rest of a pledge will not come: it is as large as what did. Raises `NoSuchPledge`, `PledgeEnded`."""
        rules.require_treasurer(by)
        (pledge,) = await self._locked(tx, by.team_id, [pledge_id])
        await store.change_pledge(tx, pledge.id, **rules.settled(pledge))
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="bonds.expect_no_more", subject=pledge.subject)
        await self._outbox.changed(tx, team_id=by.team_id, subject=pledge.subject)
        return await self._reading.pledge(tx, by.team_id, pledge.id)

    @verb
    async def give_back(self, tx: Tx, pledge_id: int, typed: Mapping[str, object], *, key: str, by: Person) -> Posted:
        """Record that money went back to its donor: all of it, or the amount that is given.

        It leaves the drive it was given for, as far as that has it, then the general fund. Raises `NotAllowed`,
        `Invalid`, `NoSuchPledge`, `PledgeEnded`, and `NotEnough` beyond what they gave or what is at hand.
        """
        rules.require_treasurer(by)
        form = read(PartForm, typed)
        words = (pledge_id, form.amount and form.amount.cents)
        request = await self._booking.asked(tx, "give_back", *words, on=form.on, key=key, by=by)
        if (known := await self._booking.known(tx, request)) is not None:
            return known
        (pledge,) = await self._locked(tx, by.team_id, [pledge_id])
        amount = form.amount or pledge.received - pledge.returned
        if not amount:
            raise NothingChosen
        fund = _fund(pledge.drive_id)
        books = await self._booking.ledger.balances(tx, by.team_id, funds=[fund])
        from_drive = min(amount, held(books, Account.BANK)) if fund != GENERAL else ZERO
        taken = ((fund, from_drive), (GENERAL, amount - from_drive))
        posting = postings.returned([(one, pledge.party, part) for one, part in taken if part])
        posted = await self._booking.post(tx, request, posting, "bonds.give_back")
        await self._tell(tx, "bonds.returned", pledge, posted)
        return posted

    @verb
    async def roll_over(self, tx: Tx, code: str | None, typed: Mapping[str, object], *, key: str, by: Person) -> Posted:
        """Let money of a drive, or of the general fund without a code, be another's: all at hand, or the amount given.

        Raises `NotAllowed`, `Invalid`, `NoSuchDrive`, `SameFund`, `NothingChosen`, `NotEnough`.
        """
        rules.require_treasurer(by)
        form = read(RollForm, typed)
        words = (code, form.to, form.amount and form.amount.cents)
        request = await self._booking.asked(tx, "roll_over", *words, on=form.on, key=key, by=by)
        if (known := await self._booking.known(tx, request)) is not None:
            return known
        source = await self._fund_of(tx, code, by)
        target = await self._fund_of(tx, None if form.to.casefold() == FUND else form.to, by)
        if source == target:
            raise SameFund
        books = await self._booking.ledger.balances(tx, by.team_id, funds=[source])
        amount = form.amount or held(books, Account.BANK)
        if not amount:
            raise NothingChosen
        return await self._booking.post(tx, request, postings.rolled_over(source, target, amount), "bonds.roll_over")

    @verb
    async def reverse(self, tx: Tx, number: int, *, reason: str, key: str, by: Person) -> Posted:
        """Take an entry back, once and for a reason that stays in the books; the drive goes back to where it was.

        Raises `NotAllowed`, `ReasonMissing`, `Invalid`, `NoSuchEntry`, `ReversedBefore`, `NotEnough`.
        """
        rules.require_treasurer(by)
        reason = storable(reason).strip()
        if not reason:
            raise ReasonMissing
        refuse_private({"reason": reason}, Exposure.PUBLIC)
        request = await self._booking.asked(tx, "reverse", number, on=None, key=key, by=by, reason=reason)
        if (known := await self._booking.known(tx, request)) is not None:
            return known
        wrong = await self._booking.ledger.entry(tx, by.team_id, number)
        drives = await self._reading.by_ids(tx, by.team_id, sorted(drives_of(wrong)), to_change=True)
        entry = await self._booking.ledger.reverse(tx, request, number)
        for drive in drives:
            if values := rules.said_after_reversal(wrong.what, drive):
                await store.say(tx, drive.id, values)
        if wrong.what is What.RECEIVED:
            await self._forget_outsiders(tx, by.team_id, {line.party for line in wrong.lines if line.party})
        return await self._booking.follow(tx, entry, "bonds.reverse")

    @verb
    async def close_month(self, tx: Tx, typed: Mapping[str, object], *, by: Person) -> None:
        """Let nothing more be dated into a month or before it. Raises `NotAllowed`, `Invalid`, `NotYet`."""
        rules.require_treasurer(by)
        today = await self._reading.today(tx, by.team_id)
        last = rules.month(read(MonthForm, typed).month, today)[1]
        await self._booking.ledger.close(tx, by.team_id, rules.happened_on(last, today))
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="bonds.close_month", subject="books", detail=f"{last}")

    async def _locked(self, tx: Tx, team_id: str, pledge_ids: tuple[int, ...] | list[int]) -> list[Pledge]:
        """The pledges in the order they were chosen, their drives' rows held. Raises `NoSuchPledge`, `PledgeEnded`."""
        before = await self._reading.pledges(tx, team_id, store.of_numbers(pledge_ids))
        await store.by_ids(tx, team_id, sorted({one.drive_id for one in before if one.drive_id}), to_change=True)
        found = {one.id: one for one in await self._reading.pledges(tx, team_id, store.of_numbers(pledge_ids))}
        for number in pledge_ids:
            if number not in found:
                raise NoSuchPledge
            if found[number].state in (PledgeState.WITHDRAWN, PledgeState.RETURNED):
                raise PledgeEnded(found[number].state)
        return [found[number] for number in pledge_ids]

    async def _fund_of(self, tx: Tx, code: str | None, by: Person) -> str:
        if code is None:
            return GENERAL
        return (await self._reading.by_code(tx, by.team_id, code, to_change=True)).subject

    async def _forget_outsiders(self, tx: Tx, team_id: str, parties: set[str]) -> None:
        """Nothing is awaited from someone outside of Slack whose money turned out not to have come."""
        for pledge in await self._reading.pledges(tx, team_id, store.of_parties(parties)):
            if pledge.person_id is None and not pledge.received:
                await store.change_pledge(tx, pledge.id, withdrawn=True)

    async def _tell(self, tx: Tx, view: str, pledge: Pledge, posted: Posted) -> None:
        if pledge.person_id is not None:
            await self._outbox.tell(
                tx,
                team_id=posted.entry.team_id,
                person_id=pledge.person_id,
                view=view,
                subject=pledge.subject,
                drive=pledge.drive_id or 0,
                pledge=pledge.id,
                entry=posted.entry.number,
            )


def _fund(drive_id: int | None) -> str:
    return subject(drive_id) if drive_id else GENERAL


def _gifts(pledge: Pledge, amount: Money) -> list[tuple[str, str, Money]]:
    for_drive, for_fund = rules.parts(pledge, amount)
    shares = ((_fund(pledge.drive_id), for_drive), (GENERAL, for_fund))
    return [(fund, pledge.party, part) for fund, part in shares if part]

"""The treasurer's verbs about a bond's own life: paid, released, cancelled, refunded or breached."""

from collections.abc import Iterable, Mapping
from datetime import date

from chatbot.audit import note
from chatbot.bonds import rules, store
from chatbot.bonds.booking import Booking
from chatbot.bonds.forms import DayForm, PaidForm, RefundForm
from chatbot.bonds.interest import interest
from chatbot.bonds.model import Drive, Posted, Purpose, State
from chatbot.bonds.refusals import DriveOver
from chatbot.bonds.statements import Quote
from chatbot.bonds.telling import Telling
from chatbot.kit.database import Database, Tx
from chatbot.kit.forms import read
from chatbot.kit.i18n import _
from chatbot.kit.money import Money
from chatbot.kit.outbox import Outbox
from chatbot.kit.refusal import Invalid
from chatbot.kit.verbs import query, verb
from chatbot.ledger import postings
from chatbot.ledger.model import Account
from chatbot.people.model import Person

_DUE = (State.CANCELLED, State.REFUND_REQUESTED)


class PostedBonds:
    """Bonds from the day they are paid. `key` is the same when the very same form is sent twice."""

    def __init__(self, database: Database, outbox: Outbox, *, booking: Booking, telling: Telling) -> None:
        self.database = database
        self._outbox = outbox
        self._booking = booking
        self._telling = telling
        self._reading = booking.reading

    @verb
    async def mark_paid(self, tx: Tx, code: str, typed: Mapping[str, object], *, key: str, by: Person) -> Posted:
        """The bond was posted by an obligor, named by an internal reference; or legal fees were paid.

        Raises `NotAllowed`, `Invalid`, `NoSuchDrive`, `NotNow`, `DriveOver`, and `NotEnough` beyond what the drive has.
        """
        rules.require_treasurer(by)
        form = read(PaidForm, typed)
        words = (code, form.amount.cents, form.obligor)
        request = await self._booking.asked(tx, "mark_paid", *words, on=form.on, key=key, by=by)
        if (known := await self._booking.known(tx, request)) is not None:
            return known
        drive = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        if drive.purpose is Purpose.FEES:
            if not drive.is_open:
                raise DriveOver(drive.code)
            posting = postings.fees_paid(drive.subject, form.amount)
            return await self._booking.post(tx, request, posting, "bonds.pay_fees")
        rules.must_be(drive, (State.RAISING, State.FUNDED))
        if not form.obligor:
            raise Invalid({"obligor": _("Please fill this in.")})
        said = {"state": State.PAID, "obligor": form.obligor, "paid_on": request.day, "reviewed_on": request.day}
        await store.say(tx, drive.id, said)
        posting = postings.paid(drive.subject, f"obligor:{form.obligor}", form.amount)
        return await self._booking.post(tx, request, posting, "bonds.mark_paid")

    @verb
    async def mark_released(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Drive:
        """They are out. Raises `NotAllowed`, `Invalid`, `NoSuchDrive`, `NotNow`, `NotYet`, `BeforeThat`."""
        return await self._said(tx, code, typed, by, "released", among=(State.PAID,))

    @verb
    async def mark_cancelled(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Drive:
        """The government ended the bond (I-391). Treasurers are told to file for the refund, now and later again.

        Raises what `mark_released` raises.
        """
        drive = await self._said(tx, code, typed, by, "cancelled", among=rules.STANDING)
        await self._telling.treasurers(tx, by.team_id, "bonds.file_refund", drive)
        return drive

    @verb
    async def refund_requested(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Drive:
        """The obligor filed for the refund. Raises what `mark_released` raises."""
        return await self._said(tx, code, typed, by, "requested", among=(State.CANCELLED,))

    @query
    async def quote(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Quote:
        """What a refund on that day should bring. Raises `NotAllowed`, `NoSuchDrive`, `NotNow`, `NoRate`."""
        rules.require_treasurer(by)
        drive = await self._reading.by_code(tx, by.team_id, code)
        rules.must_be(drive, (*rules.STANDING, *_DUE))
        today = await self._reading.today(tx, by.team_id)
        return await self._quoted(tx, drive, rules.happened_on(read(DayForm, typed).on, today, after=drive.paid_on))

    @verb
    async def refund(self, tx: Tx, code: str, typed: Mapping[str, object], *, key: str, by: Person) -> Posted:
        """The bond came back, whole, with the interest that was typed or, without any, by the table of rates.

        Raises `NotAllowed`, `Invalid`, `NoSuchDrive`, `NotNow`, `BeforeThat`, `NoRate`.
        """
        rules.require_treasurer(by)
        form = read(RefundForm, typed)
        words = (code, form.interest and form.interest.cents)
        request = await self._booking.asked(tx, "refund", *words, on=form.on, key=key, by=by)
        if (known := await self._booking.known(tx, request)) is not None:
            return known
        drive = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        rules.must_be(drive, _DUE)
        rules.happened_on(request.day, request.day, after=drive.cancelled_on)
        earned = form.interest
        if earned is None:
            earned = (await self._quoted(tx, drive, request.day)).interest
        posting = postings.refunded(drive.subject, await self._deposits(tx, drive), earned)
        await store.say(tx, drive.id, {"state": State.REFUNDED})
        return await self._booking.post(tx, request, posting, "bonds.refund")

    @verb
    async def breach(self, tx: Tx, code: str, typed: Mapping[str, object], *, key: str, by: Person) -> Posted:
        """The bond was breached (I-323): the principal is lost.

        Raises `NotAllowed`, `Invalid`, `NoSuchDrive`, `NotNow`, `BeforeThat`.
        """
        rules.require_treasurer(by)
        form = read(DayForm, typed)
        request = await self._booking.asked(tx, "breach", code, on=form.on, key=key, by=by)
        if (known := await self._booking.known(tx, request)) is not None:
            return known
        drive = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        rules.must_be(drive, rules.STANDING)
        rules.happened_on(request.day, request.day, after=drive.paid_on)
        posting = postings.breached(drive.subject, await self._deposits(tx, drive))
        await store.say(tx, drive.id, {"state": State.BREACHED})
        return await self._booking.post(tx, request, posting, "bonds.breach")

    @verb
    async def address_reviewed(self, tx: Tx, code: str, *, by: Person) -> Drive:
        """The obligor's address on file is right as of today, so that a refund finds them.

        Raises `NotAllowed`, `NoSuchDrive`, `NotNow`.
        """
        rules.require_treasurer(by)
        drive = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        rules.must_be(drive, (*rules.STANDING, *_DUE))
        today = await self._reading.today(tx, by.team_id)
        return await self._write(tx, drive, {"reviewed_on": today}, "bonds.address_reviewed", by)

    async def _said(
        self, tx: Tx, code: str, typed: Mapping[str, object], by: Person, what: str, *, among: Iterable[State]
    ) -> Drive:
        """Write down the day on which the drive came into a state, not before the one it was in."""
        rules.require_treasurer(by)
        form = read(DayForm, typed)
        drive = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        rules.must_be(drive, among)
        today = await self._reading.today(tx, by.team_id)
        day = rules.happened_on(form.on, today, after=max(filter(None, _days(drive)), default=None))
        values = {"state": _STATES[what], f"{what}_on": day}
        return await self._write(tx, drive, values, f"bonds.{what}", by)

    async def _write(self, tx: Tx, drive: Drive, values: Mapping[str, object], verb_name: str, by: Person) -> Drive:
        await store.say(tx, drive.id, values)
        await note(tx, team_id=by.team_id, actor_id=by.id, verb=verb_name, subject=drive.subject)
        await self._outbox.changed(tx, team_id=by.team_id, subject=drive.subject)
        return await self._reading.by_id(tx, by.team_id, drive.id)

    async def _quoted(self, tx: Tx, drive: Drive, until: date) -> Quote:
        paid_on = drive.paid_on or until
        rates = (await store.policy(tx, drive.team_id)).rates
        principal = drive.figures.deposited
        earned = interest(principal, paid_on=paid_on, until=until, rates=rates)
        return Quote(drive=drive, principal=principal, interest=earned, paid_on=paid_on, until=until)

    async def _deposits(self, tx: Tx, drive: Drive) -> dict[str, Money]:
        """What stands with the government for this drive, by obligor."""
        books = await self._booking.ledger.balances(tx, drive.team_id, funds=[drive.subject])
        return {one.party: Money(one.cents) for one in books if one.account is Account.DEPOSITS}


_STATES = {"released": State.RELEASED, "cancelled": State.CANCELLED, "requested": State.REFUND_REQUESTED}


def _days(drive: Drive) -> tuple[date | None, ...]:
    return (drive.paid_on, drive.released_on, drive.cancelled_on)

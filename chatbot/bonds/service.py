"""The verbs about drives and pledges. What treasurers do with the money is in `treasury`."""

from collections.abc import Mapping
from dataclasses import replace

from chatbot.audit import note
from chatbot.bonds import rules, store
from chatbot.bonds.booking import Booking
from chatbot.bonds.forms import DriveForm
from chatbot.bonds.messages import state_name
from chatbot.bonds.model import Draft, Drive, Page, Pledge, Pledged, PledgeState, Rest, State, subject
from chatbot.bonds.reading import Reading
from chatbot.bonds.refusals import (
    DriveOver,
    NoPledge,
    NoSuchPledge,
    NotNow,
    PledgedBefore,
    ReasonMissing,
    ReceivedBefore,
    ShareTooSmall,
    StillMoney,
)
from chatbot.kit.columns import storable
from chatbot.kit.database import Database, Tx
from chatbot.kit.forms import read
from chatbot.kit.guard import Exposure
from chatbot.kit.ids import next_code
from chatbot.kit.money import ZERO, Money, read_amount
from chatbot.kit.outbox import Outbox
from chatbot.kit.pages import turned_to
from chatbot.kit.private import refuse_private
from chatbot.kit.verbs import query, verb
from chatbot.people.model import Person, Role


class Bonds:
    """The drives of every workspace, and what people pledge for them."""

    def __init__(self, database: Database, outbox: Outbox, *, reading: Reading, booking: Booking) -> None:
        self.database = database
        self._outbox = outbox
        self._reading = reading
        self._booking = booking

    @query
    async def get(self, tx: Tx, code: str, *, by: Person) -> Drive:
        """The drive of this code. Raises `NoSuchDrive`."""
        return await self._reading.by_code(tx, by.team_id, code)

    @query
    async def drawn(self, tx: Tx, drive_id: int, *, team_id: str) -> Drive:
        """The drive as its card shows it now. Raises `NoSuchDrive`."""
        return await self._reading.by_id(tx, team_id, drive_id)

    @query
    async def listed(
        self, tx: Tx, *, everything: bool = False, page: int = 1, size: int = rules.PAGE, by: Person
    ) -> Page:
        """One page of the drives: those that take pledges first, by due day; `everything` shows also what is over.

        A page beyond the last is the last one.
        """
        count = await store.count(tx, by.team_id, everything=everything)
        number, pages = turned_to(page, total=count, size=size)
        rows = await store.drives(tx, by.team_id, everything=everything, page=number, size=size)
        drives = await self._reading.whole(tx, by.team_id, rows)
        return Page(drives=tuple(drives), total=count, number=number, pages=pages)

    @query
    async def mine(self, tx: Tx, *, by: Person) -> list[Pledge]:
        """What this person pledged and did not withdraw or get back."""
        found = await self._reading.pledges(tx, by.team_id, store.of_person(by.id), store.standing())
        return [pledge for pledge in found if pledge.state is not PledgeState.RETURNED]

    @query
    async def pledge_of(self, tx: Tx, code: str, *, by: Person) -> Pledge | None:
        """The pledge of whoever asks from which something is still to come. Raises `NoSuchDrive`."""
        return await self._mine(tx, await self._reading.by_code(tx, by.team_id, code), by)

    @query
    async def pledge_drawn(self, tx: Tx, pledge_id: int, *, team_id: str) -> Pledge | None:
        """The pledge that a message to its donor is about, as it is now."""
        try:
            return await self._reading.pledge(tx, team_id, pledge_id)
        except NoSuchPledge:
            return None

    @query
    async def pledges(self, tx: Tx, code: str, *, by: Person) -> list[Pledge]:
        """Every pledge for a drive; those who wish it stay nameless to all but treasurers.

        Raises `NotAllowed`, `NoSuchDrive`.
        """
        rules.require_steward(by)
        drive = await self._reading.by_code(tx, by.team_id, code)
        found = await self._reading.pledges(tx, by.team_id, store.of_drives([drive.id]))
        collects = by.has(Role.TREASURER)
        return [replace(one, name="") if one.anonymous and not collects else one for one in found]

    @verb
    async def start(self, tx: Tx, typed: Mapping[str, object], *, by: Person) -> Drive:
        """Write a drive down and post its card, where a channel for it is known.

        `typed` is the form as strings. Raises `NotAllowed`, `Invalid`, `BondTooSmall`, `ShareTooLarge`, `InThePast`.
        """
        rules.require_steward(by)
        draft = self._draft(typed)
        rules.must_make_sense(draft, await self._reading.today(tx, by.team_id))
        code = await next_code(tx, by.team_id, "B")
        number = await store.add(tx, by.team_id, code, draft, by=by.id)
        await self._note(tx, "bonds.start", number, by)
        drive = await self._reading.by_code(tx, by.team_id, code)
        channel = await self._booking.channel(tx, drive)
        if channel is not None:
            await self._outbox.announce(
                tx,
                team_id=by.team_id,
                channel=channel,
                view=store.CARD,
                ref=str(drive.id),
                subjects=(drive.subject,),
            )
        return drive

    @verb
    async def change(self, tx: Tx, code: str, typed: Mapping[str, object], *, by: Person) -> Drive:
        """Write a drive down anew. Raises what `start` raises, and `NoSuchDrive`, `DriveOver`, `ShareTooSmall`.

        What it raises money for stays as it is.
        """
        rules.require_steward(by)
        before = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        if not before.is_open:
            raise DriveOver(before.code)
        draft = replace(self._draft(typed), purpose=before.purpose)
        rules.must_make_sense(draft, await self._reading.today(tx, by.team_id), unless=before.due)
        if draft.share < before.share and draft.share < (least := before.share - before.figures.missing):
            raise ShareTooSmall(least)
        await store.write(tx, before.id, draft)
        return await self._changed(tx, "bonds.change", before, by)

    @verb
    async def close(self, tx: Tx, code: str, *, reason: str, by: Person) -> Drive:
        """End a drive without a bond: its open pledges are let go, and those who made them are told.

        The reason is for everyone to read. Raises `NotAllowed`, `NotNow`, `StillMoney`, `ReasonMissing`, `Invalid`.
        """
        rules.require_steward(by)
        drive = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        if not drive.is_open:
            raise NotNow(drive.code, drive.state, state_name(drive.state))
        if drive.figures.at_hand:
            raise StillMoney(drive.figures.at_hand)
        reason = storable(reason).strip()
        if not reason:
            raise ReasonMissing
        refuse_private({"reason": reason}, Exposure.PUBLIC)
        for pledge in await self._reading.pledges(tx, by.team_id, store.of_drives([drive.id]), store.standing()):
            if rules.waits(pledge):
                await store.change_pledge(tx, pledge.id, **rules.settled(pledge))
                await self._tell_closed(tx, drive, pledge)
        await store.say(tx, drive.id, {"state": State.CLOSED, "closed_because": reason})
        return await self._changed(tx, "bonds.close", drive, by)

    @verb
    async def pledge(
        self,
        tx: Tx,
        code: str,
        amount: str,
        *,
        anonymous: bool = False,
        rest: Rest | None = None,
        sure: bool = False,
        by: Person,
    ) -> Pledged:
        """Promise an amount. `rest` says where the part goes that is not needed, `sure` that an odd amount is meant.

        Raises `NoAmount`, `NoSuchDrive`, `DriveOver`, `PledgedBefore`, `MoreThanMissing`, `OddAmount`.
        """
        typed = read_amount(amount)
        drive = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        if (mine := await self._mine(tx, drive, by)) is not None:
            raise PledgedBefore(drive.code, mine.total)
        for_drive, for_fund = await self._weighed(tx, typed, drive, rest=rest, sure=sure)
        number = await store.promise(
            tx,
            by.team_id,
            drive_id=drive.id,
            person_id=by.id,
            anonymous=anonymous,
            amount=for_drive.cents,
            fund_amount=for_fund.cents,
        )
        changed = await self._changed(tx, "bonds.pledge", drive, by)
        return Pledged(drive=changed, pledge=await self._reading.pledge(tx, by.team_id, number))

    @verb
    async def change_pledge(
        self,
        tx: Tx,
        code: str,
        amount: str,
        *,
        anonymous: bool | None = None,
        rest: Rest | None = None,
        sure: bool = False,
        by: Person,
    ) -> Pledged:
        """Promise another amount instead, while nothing has come in. Without `anonymous` that stays as it was.

        Raises what `pledge` raises, and `NoPledge`, `ReceivedBefore`.
        """
        typed = read_amount(amount)
        drive = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        mine = await self._untouched(tx, drive, by)
        for_drive, for_fund = await self._weighed(tx, typed, drive, rest=rest, sure=sure, mine=mine.amount)
        await store.change_pledge(
            tx,
            mine.id,
            amount=for_drive.cents,
            fund_amount=for_fund.cents,
            anonymous=mine.anonymous if anonymous is None else anonymous,
        )
        changed = await self._changed(tx, "bonds.change_pledge", drive, by)
        return Pledged(drive=changed, pledge=await self._reading.pledge(tx, by.team_id, mine.id))

    @verb
    async def withdraw(self, tx: Tx, code: str, *, by: Person) -> Drive:
        """Take a pledge back, while nothing has come in. Raises `NoSuchDrive`, `NoPledge`, `ReceivedBefore`."""
        drive = await self._reading.by_code(tx, by.team_id, code, to_change=True)
        mine = await self._untouched(tx, drive, by)
        await store.change_pledge(tx, mine.id, withdrawn=True)
        return await self._changed(tx, "bonds.withdraw", drive, by)

    def _draft(self, typed: Mapping[str, object]) -> Draft:
        draft = read(DriveForm, typed).draft()
        refuse_private({"alias": draft.alias, "story": draft.story, "link": draft.link}, Exposure.PUBLIC)
        return draft

    async def _weighed(
        self, tx: Tx, amount: Money, drive: Drive, *, rest: Rest | None, sure: bool, mine: Money = ZERO
    ) -> tuple[Money, Money]:
        """The part for the drive and the part for the fund, once nothing has to be asked any more."""
        parts = rules.split(amount, drive, rest=rest, mine=mine)
        usual = await store.usual(tx, drive.team_id, drive.id, least=rules.ENOUGH_TO_COMPARE)
        rules.must_be_meant(amount, usual, await store.policy(tx, drive.team_id), sure=sure)
        return parts

    async def _mine(self, tx: Tx, drive: Drive, by: Person) -> Pledge | None:
        found = await self._reading.pledges(tx, by.team_id, store.of_drives([drive.id]), store.of_person(by.id))
        return next((pledge for pledge in found if rules.waits(pledge)), None)

    async def _untouched(self, tx: Tx, drive: Drive, by: Person) -> Pledge:
        mine = await self._mine(tx, drive, by)
        if mine is None:
            raise NoPledge(drive.code)
        if mine.received:
            raise ReceivedBefore(mine.received)
        return mine

    async def _tell_closed(self, tx: Tx, drive: Drive, pledge: Pledge) -> None:
        if pledge.person_id is not None:
            await self._outbox.tell(
                tx,
                team_id=drive.team_id,
                person_id=pledge.person_id,
                view="bonds.closed",
                subject=drive.subject,
                drive=drive.id,
            )

    async def _changed(self, tx: Tx, verb_name: str, drive: Drive, by: Person) -> Drive:
        await self._note(tx, verb_name, drive.id, by)
        await self._outbox.changed(tx, team_id=drive.team_id, subject=drive.subject)
        return await self._reading.by_id(tx, drive.team_id, drive.id)

    async def _note(self, tx: Tx, verb_name: str, drive_id: int, by: Person) -> None:
        await note(tx, team_id=by.team_id, actor_id=by.id, verb=verb_name, subject=subject(drive_id))

"""Drives and pledges read whole, inside a verb: the rows, and what the books say about them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from chatbot.bonds import rules, store
from chatbot.bonds.model import Drive, Figures, Pledge, PledgeState, Purpose, State, party, subject
from chatbot.bonds.refusals import NoSuchDrive, NoSuchPledge
from chatbot.kit.clock import local_date
from chatbot.kit.database import Tx
from chatbot.kit.ids import parse_code
from chatbot.kit.money import ZERO, Money, total
from chatbot.ledger.model import Account, Balance
from chatbot.ledger.rules import held
from chatbot.ledger.service import Ledger
from chatbot.network.service import Networks


class Reading:
    """Finds drives and pledges for the verbs of this room, the cards and the digest."""

    def __init__(self, ledger: Ledger, networks: Networks) -> None:
        self._ledger = ledger
        self._networks = networks

    async def today(self, tx: Tx, team_id: str) -> date:
        """The date on the network's calendar."""
        return local_date(tx.now, (await self._networks.joined(tx, team_id)).zone)

    async def by_code(self, tx: Tx, team_id: str, code: str, *, to_change: bool = False) -> Drive:
        """The drive, its row locked when it or its pledges are going to change. Raises `NoSuchDrive`."""
        row = await store.by_code(tx, team_id, parse_code(code) or "", to_change=to_change)
        if row is None:
            raise NoSuchDrive(code[:12])
        return (await self.whole(tx, team_id, [row]))[0]

    async def subject_of(self, tx: Tx, team_id: str, code: str) -> str:
        """The name among all things of the drive of this code. Raises `NoSuchDrive`."""
        return (await self.by_code(tx, team_id, code)).subject

    async def by_ids(self, tx: Tx, team_id: str, drive_ids: Iterable[int], *, to_change: bool = False) -> list[Drive]:
        """The drives of these numbers, as far as there are any."""
        return await self.whole(tx, team_id, await store.by_ids(tx, team_id, drive_ids, to_change=to_change))

    async def by_id(self, tx: Tx, team_id: str, drive_id: int, *, to_change: bool = False) -> Drive:
        """The drive of this number. Raises `NoSuchDrive`."""
        found = await self.by_ids(tx, team_id, [drive_id], to_change=to_change)
        if not found:
            raise NoSuchDrive(str(drive_id))
        return found[0]

    async def pledges(self, tx: Tx, team_id: str, *where: store.Where) -> list[Pledge]:
        """Pledges with what the books say about each."""
        rows = await store.pledges_where(tx, team_id, *where)
        return await self._whole_pledges(tx, team_id, rows)

    async def pledge(self, tx: Tx, team_id: str, pledge_id: int) -> Pledge:
        """The pledge of this number. Raises `NoSuchPledge`."""
        found = await self.pledges(tx, team_id, store.of_numbers([pledge_id]))
        if not found:
            raise NoSuchPledge
        return found[0]

    async def whole(self, tx: Tx, team_id: str, rows: Sequence[store.DriveRow]) -> list[Drive]:
        """The drives of these rows, in few statements however many there are."""
        if not rows:
            return []
        today = await self.today(tx, team_id)
        books = await self._ledger.balances(tx, team_id, funds=[subject(row.id) for row in rows])
        promised = await self.pledges(tx, team_id, store.of_drives(row.id for row in rows))
        return [
            _drive(
                row,
                [one for one in books if one.fund == subject(row.id)],
                [pledge for pledge in promised if pledge.drive_id == row.id],
                today,
            )
            for row in rows
        ]

    async def _whole_pledges(self, tx: Tx, team_id: str, rows: Sequence[store.PledgeRow]) -> list[Pledge]:
        if not rows:
            return []
        books: defaultdict[str, list[Balance]] = defaultdict(list)
        for one in await self._ledger.balances(tx, team_id, parties=[party(row.id) for row in rows]):
            books[one.party].append(one)
        return [_pledge(row, books[party(row.id)]) for row in rows]


def _pledge(row: store.PledgeRow, books: Sequence[Balance]) -> Pledge:
    received, returned = held(books, Account.GIFTS), held(books, Account.RETURNED)
    amount, fund_amount = Money(int(row.amount)), Money(int(row.fund_amount))
    return Pledge(
        id=row.id,
        drive_id=row.drive_id,
        code=row.code or "",
        person_id=row.person_id,
        name=row.name or "",
        anonymous=row.anonymous,
        amount=amount,
        fund_amount=fund_amount,
        received=received,
        received_for_drive=held(books, Account.GIFTS, fund=subject(row.drive_id)) if row.drive_id else ZERO,
        returned=returned,
        state=rules.pledge_state(amount + fund_amount, received, returned, withdrawn=row.withdrawn),
        due=row.due,
        made_at=row.made_at,
    )


def _drive(row: store.DriveRow, books: Sequence[Balance], promised: Sequence[Pledge], today: date) -> Drive:
    share = Money(int(row.share))
    fund = subject(row.id)
    live = [one for one in promised if one.state not in (PledgeState.WITHDRAWN, PledgeState.RETURNED)]
    still_to_come = total(max(one.amount - one.received_for_drive, ZERO) for one in live if rules.waits(one))
    given = held(books, Account.GIFTS, fund=fund)
    received = max(given - held(books, Account.RETURNED, fund=fund), ZERO)
    transferred = held(books, Account.TRANSFERS, fund=fund)
    figures = Figures(
        received=received,
        transferred=transferred,
        promised=still_to_come,
        missing=rules.missing(share, received=received, transferred=transferred, promised=still_to_come),
        at_hand=held(books, Account.BANK, fund=fund),
        deposited=held(books, Account.DEPOSITS, fund=fund),
        interest=held(books, Account.INTEREST, fund=fund),
        spent=held(books, Account.FEES, fund=fund),
        lost=held(books, Account.LOSSES, fund=fund),
        donors=len(live),
    )
    return Drive(
        id=row.id,
        team_id=row.team_id,
        code=row.code,
        purpose=Purpose(row.purpose),
        alias=row.alias,
        amount=Money(int(row.amount)),
        share=share,
        due=row.due,
        story=row.story,
        link=row.link,
        channel=row.channel,
        state=rules.seen(State(row.state), figures, share=share, released_on=row.released_on, today=today),
        obligor=row.obligor,
        paid_on=row.paid_on,
        released_on=row.released_on,
        cancelled_on=row.cancelled_on,
        requested_on=row.requested_on,
        reviewed_on=row.reviewed_on,
        closed_because=row.closed_because,
        figures=figures,
        donors=tuple(one.name for one in live if one.name and not one.anonymous),
    )

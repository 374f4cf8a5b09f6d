"""Telling those who come what moved, and hearing whether they still come."""

from chatbot.audit import note
from chatbot.hearings.model import Hearing, Mode
from chatbot.hearings.moving import rules, store
from chatbot.hearings.moving.model import Before, Move, MoveNotice, Unanswered
from chatbot.hearings.moving.refusals import MovedAgain
from chatbot.hearings.reading import Reading
from chatbot.hearings.refusals import NoSuchHearing
from chatbot.hearings.rules import must_stand
from chatbot.hearings.verifying.store import unverify
from chatbot.kit.clock import local_date
from chatbot.kit.database import Database, Tx
from chatbot.kit.outbox import Outbox
from chatbot.kit.verbs import query, verb
from chatbot.network.service import Networks
from chatbot.people.model import Person
from chatbot.people.rules import require_coordinator
from chatbot.places.service import Places
from chatbot.signups.refusals import NoSeat
from chatbot.signups.seating import is_coming
from chatbot.signups.times import is_over


class Moving:
    """Moves and cancellations of every workspace."""

    def __init__(
        self, database: Database, outbox: Outbox, *, networks: Networks, places: Places, reading: Reading
    ) -> None:
        self.database = database
        self._outbox = outbox
        self._networks = networks
        self._places = places
        self._reading = reading

    async def moved(self, tx: Tx, before: Hearing, after: Hearing) -> None:
        """Inside the verb that changed it: a date that was verified is not any more, and people will be told."""
        was = rules.as_it_was(before)
        if rules.resets_verification(was, after):
            await unverify(tx, after.id)
        if rules.differs(was, after) and not rules.is_silent(before, tx.now):
            await store.add_move(tx, before)

    async def called_off(self, tx: Tx, hearing: Hearing) -> None:
        """Inside the verb that cancels it: everyone who comes or waits is told at once, with the time they know."""
        moves = await store.untold(tx, hearing.id)
        await store.are_told(tx, hearing.id)
        known = {"move": moves[0].id} if moves else {}
        for one in [one for one in hearing.roster.signups if one.reachable]:
            await self._outbox.tell(
                tx,
                team_id=hearing.team_id,
                person_id=one.person_id,
                view="hearings.cancelled",
                hearing=hearing.id,
                **known,
            )

    async def tell(self) -> int:
        """What the clock does: tell what moved, once the editing is done; returns how many notices there were."""
        return sum([await self._tell(one) for one in await self._pending()])

    @query
    async def _pending(self, tx: Tx) -> list[store.Pending]:
        return await store.pending(tx)

    @query
    async def _tell(self, tx: Tx, which: store.Pending) -> int:
        hearing = await self._reading.by_id(tx, which.team_id, which.hearing_id, to_change=True)
        moves = [await self._move(tx, row) for row in await store.untold(tx, hearing.id)]
        if not moves or not rules.is_settled(moves, tx.now):
            return 0
        await store.are_told(tx, hearing.id)
        people = rules.to_tell(hearing, moves, tx.now)
        if not people:
            return 0
        number = await store.add_notice(tx, hearing.team_id, hearing.id, moves[0].id)
        for one in people:
            await self._outbox.tell(
                tx,
                team_id=hearing.team_id,
                person_id=one.person_id,
                view="hearings.moved",
                subject=hearing.subject,
                notice=number,
            )
        return 1

    @verb
    async def keep(self, tx: Tx, notice_id: int, *, by: Person) -> Hearing:
        """Say that one still comes after a move.

        Raises `NoSuchHearing`, `HearingCancelled`, `HearingOver`, `MovedAgain`, `NoSeat`.
        """
        row = await store.notice(tx, by.team_id, notice_id)
        if row is None:
            raise NoSuchHearing("")
        hearing = await self._reading.by_id(tx, by.team_id, row.hearing_id, to_change=True)
        must_stand(hearing, tx.now)
        if await store.newest(tx, hearing.id) != notice_id:
            raise MovedAgain(hearing.code)
        if hearing.roster.of(by.id) is None:
            raise NoSeat(hearing.code)
        await store.keep(tx, notice_id, by.id)
        await is_coming(tx, by.team_id, hearing.subject, by.id, hearing.when.day)
        await note(tx, team_id=by.team_id, actor_id=by.id, verb="hearings.keep", subject=hearing.subject)
        return hearing

    @query
    async def told(self, tx: Tx, notice_id: int, *, team_id: str) -> MoveNotice:
        """A notice as it reads now. Raises `NoSuchHearing`."""
        row = await store.notice(tx, team_id, notice_id)
        if row is None:
            raise NoSuchHearing("")
        return MoveNotice(
            id=notice_id,
            before=await self._before(tx, team_id, row.move_id),
            hearing=await self._reading.by_id(tx, team_id, row.hearing_id),
            is_newest=await store.newest(tx, row.hearing_id) == notice_id,
        )

    @query
    async def known_before(self, tx: Tx, move_id: int, *, team_id: str) -> Before:
        """How a hearing was before this move. Raises `NoSuchHearing`."""
        return await self._before(tx, team_id, move_id)

    @query
    async def unanswered(self, tx: Tx, *, by: Person) -> list[Unanswered]:
        """The hearings of this coordinator that moved, with those who have not said whether they still come."""
        require_coordinator(by)
        found = await self.waiting_for(tx, by.team_id)
        return [one for one in found if by.coordinates(one.hearing.place.area)]

    async def waiting_for(self, tx: Tx, team_id: str) -> list[Unanswered]:
        """The same for the whole network, inside a verb."""
        zone = (await self._networks.joined(tx, team_id)).zone
        rows = await store.with_notices(tx, team_id, since=local_date(tx.now, zone))
        hearings = [one for one in await self._reading.of_rows(tx, rows) if not is_over(one.when, tx.now)]
        told = await store.last_told(tx, [one.id for one in hearings])
        silent = [(one, rules.waited_for(one, told[one.id].at, told[one.id].kept)) for one in hearings]
        return [Unanswered(hearing=one, names=tuple(each.name for each in people)) for one, people in silent if people]

    async def _before(self, tx: Tx, team_id: str, move_id: int) -> Before:
        row = await store.move(tx, team_id, move_id)
        if row is None:
            raise NoSuchHearing("")
        return (await self._move(tx, row)).before

    async def _move(self, tx: Tx, row: store.MoveRow) -> Move:
        place = await self._places.get(tx, row.team_id, row.place_id)
        before = Before(when=store.when(row), place=place, mode=Mode(row.mode))
        return Move(id=row.id, hearing_id=row.hearing_id, at=row.at, before=before)

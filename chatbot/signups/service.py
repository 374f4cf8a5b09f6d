"""The verbs about seats, the same for everything people sign up for."""

from chatbot.kit.database import Database, Tx
from chatbot.kit.verbs import query, verb
from chatbot.people.model import Person
from chatbot.signups import rules
from chatbot.signups.diary import Diary
from chatbot.signups.model import Released, SeatRole
from chatbot.signups.occasions import Claimed, Occasion
from chatbot.signups.refusals import NoSeat
from chatbot.signups.seating import Seating


class Signups:
    """The seats of every workspace. A `code` may be that of a hearing, a ride, an event."""

    def __init__(self, database: Database, seating: Seating, diary: Diary) -> None:
        self.database = database
        self._seating = seating
        self._diary = diary

    @query
    async def get(self, tx: Tx, code: str, *, team_id: str) -> Occasion:
        """What has this code. Raises `NoSuchOccasion`."""
        return await self._diary.by_code(tx, team_id, code)

    @query
    async def drawn(self, tx: Tx, subject: str, *, team_id: str) -> Occasion | None:
        """What has this subject, as a message shows it now."""
        found = await self._diary.of_subjects(tx, team_id, [subject])
        return found[0] if found else None

    @verb
    async def claim(self, tx: Tx, code: str, role: SeatRole = SeatRole.COMPANION, *, by: Person) -> Claimed:
        """Take a seat: *yours*, *already yours*, or *full, you are third in line*. One winner a seat.

        Raises `NoSuchOccasion`, `Cancelled`, `Over`, `AgreementMissing`, `RoleNotNeeded`, `TrainingNeeded`.
        """
        occasion = await self._diary.by_code(tx, by.team_id, code, to_change=True)
        rules.may_sign_up(occasion, by, tx.now)
        after, outcome = await self._seating.take(tx, occasion, by, role)
        await self._seating.note(tx, "signups.claim", after, by, detail=type(outcome).__name__)
        return Claimed(occasion=after, outcome=outcome)

    @verb
    async def release(self, tx: Tx, code: str, *, by: Person) -> tuple[Occasion, Released]:
        """Give up a seat or a place in line; whoever waits first is told that a seat came free.

        Raises `NoSuchOccasion`, `Cancelled`, `Over`, `NoSeat`.
        """
        occasion = await self._diary.by_code(tx, by.team_id, code, to_change=True)
        rules.must_stand(occasion, tx.now)
        mine = occasion.roster.of(by.id)
        if mine is None:
            raise NoSeat(occasion.code)
        after, released = await self._seating.leave(tx, occasion, mine)
        await self._seating.note(tx, "signups.release", after, by)
        return after, released

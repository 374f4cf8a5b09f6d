"""The verbs about seats, the same for everything people sign up for."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

from chatbot.audit import note
from chatbot.kit.database import Database, Tx
from chatbot.kit.verbs import query, verb
from chatbot.people.model import Person, Role
from chatbot.people.refusals import NotAPerson
from chatbot.people.rules import require_coordinator
from chatbot.people.service import People
from chatbot.signups import rules, store
from chatbot.signups.cover import store as covers
from chatbot.signups.diary import Diary
from chatbot.signups.lines import Lines
from chatbot.signups.model import AlreadyYours, Attendance, InLine, Released, SeatRole, Signup
from chatbot.signups.occasions import Claimed, Occasion
from chatbot.signups.refusals import NoSeat, NotSignedUp, OfferEnded, SeatIsYours
from chatbot.signups.risk import AtRisk, Risks
from chatbot.signups.seating import Seating, is_coming, someone
from chatbot.signups.times import stands


class Signups:
    """The seats of every workspace. A `code` may be that of a hearing, a ride, an event."""

    def __init__(self, database: Database, *, people: People, seating: Seating, lines: Lines, diary: Diary) -> None:
        self.database = database
        self._people = people
        self._seating = seating
        self._lines = lines
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

    @query
    async def on(self, tx: Tx, day: date, *, person_id: int, team_id: str) -> list[Occasion]:
        """What someone holds a seat in on this day and still stands, in the order it happens."""
        held = await store.seats_of(tx, team_id, person_id, day, day)
        return [one for one in await self._diary.of_subjects(tx, team_id, held) if stands(one, tx.now)]

    @query
    async def undated(self, tx: Tx, *, keeper: int, team_id: str) -> list[Occasion]:
        """What someone wrote down whose day or hour is not known yet."""
        return [
            one
            for one in await self._diary.undated(tx, tx.now.date() - timedelta(days=1))
            if one.keeper == keeper and one.team_id == team_id
        ]

    @query
    async def at_risk(self, tx: Tx, *, by: Person) -> list[AtRisk]:
        """The seats of the next days that may stay empty, in the areas this coordinator looks after."""
        found = await Risks(self._diary).of(tx, by.team_id, days=2) if by.has(Role.COORDINATOR) else []
        return [one for one in found if by.coordinates(one.occasion.area)]

    @verb
    async def claim(
        self, tx: Tx, code: str, role: SeatRole = SeatRole.COMPANION, *, by: Person, anyway: bool = False
    ) -> Claimed:
        """Take a seat: *yours*, *already yours*, or *full, you are third in line*. One winner a seat.

        Whoever has been offered a seat takes that one. Raises `NoSuchOccasion`, `Cancelled`, `Over`, `MembersFirst`,
        `AgreementMissing`, `RoleNotNeeded`, `TrainingNeeded`, `SameHour`, and `TooLittleTime` unless they come
        `anyway`.
        """
        occasion = await self._diary.by_code(tx, by.team_id, code, to_change=True)
        rules.may_sign_up(occasion, by, tx.now)
        after, outcome = await self._seating.take(tx, occasion, by, role, anyway=anyway)
        await self._seating.note(tx, "signups.claim", after, by, detail=type(outcome).__name__)
        return Claimed(occasion=after, outcome=outcome)

    @verb
    async def release(self, tx: Tx, code: str, *, by: Person) -> tuple[Occasion, Released]:
        """Give up a seat or a place in line; a seat that came free is offered to the first who waits.

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

    @verb
    async def accept(self, tx: Tx, code: str, *, by: Person) -> Claimed:
        """Take the seat that is held for them, or that is free by now.

        Raises `OfferEnded` when neither is so, `NotSignedUp` for someone who left the line, and what `claim` raises.
        """
        occasion = await self._diary.by_code(tx, by.team_id, code, to_change=True)
        rules.may_sign_up(occasion, by, tx.now)
        mine = occasion.roster.of(by.id)
        if mine is None:
            raise NotSignedUp(occasion.code)
        if not mine.waiting:
            return Claimed(occasion=occasion, outcome=AlreadyYours(role=mine.role))
        after, outcome = await self._seating.take(tx, occasion, by, mine.role)
        if isinstance(outcome, InLine):
            raise OfferEnded(occasion.code, outcome.place)
        await self._seating.note(tx, "signups.accept", after, by)
        return Claimed(occasion=after, outcome=outcome)

    @verb
    async def pass_on(self, tx: Tx, code: str, *, by: Person) -> Occasion:
        """Say no to an offer, and leave the line; the next who waits is asked.

        Raises `NoSuchOccasion`, `Cancelled`, `Over`, `NotSignedUp`, `SeatIsYours`.
        """
        occasion = await self._diary.by_code(tx, by.team_id, code, to_change=True)
        rules.must_stand(occasion, tx.now)
        mine = occasion.roster.of(by.id)
        if mine is None:
            raise NotSignedUp(occasion.code)
        if not mine.waiting:
            raise SeatIsYours(occasion.code)
        after, _ = await self._seating.leave(tx, occasion, mine)
        await self._seating.note(tx, "signups.pass", after, by)
        return after

    @verb
    async def confirm(self, tx: Tx, code: str, *, by: Person) -> Occasion:
        """Say that one comes, or still waits, on the day it has now; nobody is asked again for that day.

        Raises `NoSuchOccasion`, `Cancelled`, `Over`, `NotSignedUp`.
        """
        occasion = await self._diary.by_code(tx, by.team_id, code, to_change=True)
        rules.must_stand(occasion, tx.now)
        if occasion.roster.of(by.id) is None:
            raise NotSignedUp(occasion.code)
        day = occasion.when.day
        await is_coming(tx, by.team_id, occasion.subject, by.id, day)
        if await covers.withdraw(tx, by.team_id, occasion.subject, by.id):
            await self._seating.note(tx, "signups.confirm", occasion, by, detail="cover withdrawn")
        else:
            await note(tx, team_id=by.team_id, actor_id=by.id, verb="signups.confirm", subject=occasion.subject)
        return replace(occasion, roster=occasion.roster.changed(by.id, sure_of=day, sure_at=tx.now))

    @verb
    async def mark(self, tx: Tx, code: str, person_id: int, attendance: Attendance, *, by: Person) -> Occasion:
        """Note whether someone came; it can be noted anew. For the leads who came and for coordinators.

        Raises `NoSuchOccasion`, `NotAllowed`, `Cancelled`, `NotBegun`, `NotAPerson`.
        """
        occasion = await self._diary.by_code(tx, by.team_id, code, to_change=True)
        rules.may_mark(occasion, by, tx.now)
        _seated(occasion, person_id)
        await store.change(tx, by.team_id, occasion.subject, person_id, attendance=attendance)
        await self._seating.note(tx, "signups.mark", occasion, by, detail=f"{person_id} {attendance}")
        return replace(occasion, roster=occasion.roster.changed(person_id, attendance=attendance))

    @verb
    async def sign_up(
        self, tx: Tx, code: str, role: SeatRole, *, person_id: int | None = None, name: str = "", by: Person
    ) -> tuple[Claimed, Person]:
        """A coordinator signs up someone else; by `name` someone who is not in the workspace and is never written to.

        Raises `NoSuchOccasion`, `NotAllowed`, `Cancelled`, `Over`, `NobodyNamed`, `NotAPerson`, `RoleNotNeeded`,
        `TrainingNeeded`, `SameHour`, and `Invalid` for a name that is more than a name.
        """
        occasion = await self._diary.by_code(tx, by.team_id, code, to_change=True)
        require_coordinator(by, occasion.area)
        rules.must_stand(occasion, tx.now)
        person = await someone(tx, self._people, by.team_id, person_id, name)
        after, outcome = await self._seating.take(tx, occasion, person, role, anyway=True)
        await self._seating.note(tx, "signups.sign_up", after, by, detail=f"{person.id} {type(outcome).__name__}")
        mine = after.roster.of(person.id)
        if mine is not None and not isinstance(outcome, AlreadyYours) and person.id != by.id:
            await self._seating.tell(tx, after, mine, "signups.signed_up", by=by.id)
        return Claimed(occasion=after, outcome=outcome), person

    @verb
    async def let_go(self, tx: Tx, code: str, person_ids: Collection[int], *, by: Person) -> Occasion:
        """A coordinator gives up other people's seats or places in line; they are told, and the line moves.

        Raises `NoSuchOccasion`, `NotAllowed`, `Cancelled`, `Over`, `NotAPerson`.
        """
        occasion = await self._diary.by_code(tx, by.team_id, code, to_change=True)
        require_coordinator(by, occasion.area)
        rules.must_stand(occasion, tx.now)
        for person_id in person_ids:
            signup = occasion.roster.of(person_id)
            if signup is None:
                raise NotAPerson
            occasion, _ = await self._seating.leave(tx, occasion, signup)
            await self._seating.tell(tx, occasion, signup, "signups.let_go")
        detail = " ".join(map(str, person_ids))[:64]
        await self._seating.note(tx, "signups.let_go", occasion, by, detail=detail)
        return occasion


def _seated(occasion: Occasion, person_id: int) -> Signup:
    found = occasion.roster.of(person_id)
    if found is None or found.waiting:
        raise NotAPerson
    return found

"""Taking and giving up seats, inside the verb of the thing people sign up for.

The caller has locked the thing's own row first (`FOR UPDATE` on PostgreSQL; SQLite has one writer), so that what is
decided here from the roster still holds when it is committed.
"""

from collections.abc import Callable, Iterable, Mapping

from chatbot.kit.database import Tx
from chatbot.people.model import Person, Role
from chatbot.signups import rules, store
from chatbot.signups.messages import role_name
from chatbot.signups.model import InLine, Outcome, Released, Roster, SeatRole, Seats, Yours
from chatbot.signups.refusals import NoSeat, RoleNotNeeded, TrainingNeeded


class Signups:
    """Seats of every workspace."""

    async def open_seats(
        self,
        tx: Tx,
        *,
        team_id: str,
        subject: str,
        seats: Mapping[SeatRole, Seats],
        input_of: Callable[[SeatRole], str],
    ) -> None:
        """Set how many of each role are wanted. Raises `TooManySeated` below the number who already come.

        `input_of` names the input of the form that a role's seats were typed into.
        """
        now = await store.roster(tx, team_id, subject)
        for role in SeatRole:
            maximum = seats[role].maximum if role in seats else 0
            rules.may_hold(now, role, maximum, field=input_of(role))
        await store.set_seats(tx, team_id, subject, seats)

    async def take(self, tx: Tx, *, subject: str, what: str, role: SeatRole, by: Person, roster: Roster) -> Outcome:
        """Take a seat, or a place in line when there is none left.

        `what` is how people call the subject, `roster` what the caller read behind its lock. Raises `RoleNotNeeded`
        and `TrainingNeeded`.
        """
        if role not in roster.seats:
            raise RoleNotNeeded(role_name(role), what)
        if role is SeatRole.LEAD and not by.has(Role.LEAD):
            raise TrainingNeeded
        outcome = rules.decide(roster, by.id, role)
        mine = roster.of(by.id)
        match outcome:
            case Yours():
                if mine is not None:
                    await store.end(tx, by.team_id, subject, by.id)
                await store.add(tx, by.team_id, subject, by.id, role, waiting=False)
            case InLine() if mine is None or mine.role is not role:
                if mine is not None:
                    await store.end(tx, by.team_id, subject, by.id)
                await store.add(tx, by.team_id, subject, by.id, role, waiting=True)
        return outcome

    async def release(self, tx: Tx, *, subject: str, what: str, by: Person) -> Released:
        """Give up a seat or a place in line. Raises `NoSeat` when there is none."""
        roster = await store.roster(tx, by.team_id, subject)
        mine = roster.of(by.id)
        if mine is None:
            raise NoSeat(what)
        await store.end(tx, by.team_id, subject, by.id)
        line = () if mine.waiting else roster.line(mine.role)
        return Released(role=mine.role, was_waiting=mine.waiting, next_in_line=line[0] if line else None)

    async def rosters(self, tx: Tx, *, team_id: str, subjects: Iterable[str]) -> dict[str, Roster]:
        """The roster of each subject."""
        return await store.rosters(tx, team_id, subjects)

    async def of(self, tx: Tx, person: Person) -> set[str]:
        """The subjects someone holds a seat in or waits for."""
        return await store.subjects_of(tx, person.team_id, person.id)

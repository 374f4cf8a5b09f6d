"""Taking and giving up seats, inside a verb.

Whoever calls has locked the occasion's own row first (`FOR UPDATE` on PostgreSQL; SQLite has one writer), so that what
is decided here from its roster still holds when it is committed.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from chatbot.audit import note
from chatbot.kit.database import Tx
from chatbot.kit.outbox import Outbox
from chatbot.people.model import Person
from chatbot.signups import rules, store
from chatbot.signups.model import InLine, Outcome, Released, SeatRole, Seats, Signup, Yours
from chatbot.signups.occasions import Occasion


class Seating:
    """What happens to the seats of one occasion."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox

    async def take(self, tx: Tx, occasion: Occasion, person: Person, role: SeatRole) -> tuple[Occasion, Outcome]:
        """Take a seat, or a place in line when there is none left; and the occasion as it is then.

        Raises `RoleNotNeeded` and `TrainingNeeded`.
        """
        rules.may_come_as(occasion, person, role)
        outcome = rules.decide(occasion.roster, person.id, role)
        mine = occasion.roster.of(person.id)
        waiting = isinstance(outcome, InLine)
        if isinstance(outcome, Yours) or (waiting and (mine is None or mine.role is not role)):
            if mine is not None:
                await store.end(tx, occasion.team_id, occasion.subject, person.id)
            await store.add(tx, occasion.team_id, occasion.subject, person.id, role, waiting=waiting)
            new = Signup(person_id=person.id, name=person.name, role=role, waiting=waiting, since=tx.now)
            occasion = replace(occasion, roster=occasion.roster.joined_by(new))
        return occasion, outcome

    async def leave(self, tx: Tx, occasion: Occasion, signup: Signup) -> tuple[Occasion, Released]:
        """Give up a seat or a place in line; the first in line is told that a seat came free."""
        await store.end(tx, occasion.team_id, occasion.subject, signup.person_id)
        after = replace(occasion, roster=occasion.roster.without(signup.person_id))
        line = () if signup.waiting else after.roster.line(signup.role)
        if line:
            await self._tell_seat_free(tx, after, line[0].person_id)
        first = line[0] if line else None
        return after, Released(role=signup.role, was_waiting=signup.waiting, next_in_line=first)

    async def open_seats(
        self,
        tx: Tx,
        occasion: Occasion,
        seats: Mapping[SeatRole, Seats],
        *,
        input_of: Callable[[SeatRole], str],
    ) -> Occasion:
        """Set how many of each role are wanted; those in line whom new seats reach are told.

        Raises `TooManySeated` below the number who already come; `input_of` names the input of the form that a role's
        seats were typed into.
        """
        before = occasion.roster
        for role in SeatRole:
            maximum = seats[role].maximum if role in seats else 0
            rules.may_hold(before, role, maximum, field=input_of(role))
        if seats != before.seats:
            await store.set_seats(tx, occasion.team_id, occasion.subject, seats)
        after = replace(occasion, roster=replace(before, seats=dict(seats)))
        for person_id in rules.reached(before, after.roster):
            await self._tell_seat_free(tx, after, person_id)
        return after

    async def note(self, tx: Tx, verb: str, occasion: Occasion, by: Person, *, detail: str = "") -> None:
        """One line in the audit, and every message that shows the occasion is brought up to date."""
        await note(tx, team_id=by.team_id, actor_id=by.id, verb=verb, subject=occasion.subject, detail=detail)
        await self._outbox.changed(tx, team_id=by.team_id, subject=occasion.subject)

    async def _tell_seat_free(self, tx: Tx, occasion: Occasion, person_id: int) -> None:
        await self._outbox.tell(
            tx, team_id=occasion.team_id, person_id=person_id, view="signups.seat_free", subject=occasion.subject
        )

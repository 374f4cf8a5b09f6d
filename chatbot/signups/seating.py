"""Taking and giving up seats, inside a verb.

Whoever calls has locked the occasion's own row first (`FOR UPDATE` on PostgreSQL; SQLite has one writer), so that what
is decided here from its roster still holds when it is committed.
"""

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from chatbot.audit import note
from chatbot.kit.database import Tx
from chatbot.kit.outbox import Outbox
from chatbot.people.model import Person
from chatbot.people.service import People
from chatbot.signups import rules, store
from chatbot.signups.cover import store as covers
from chatbot.signups.diary import Diary
from chatbot.signups.lines import Lines
from chatbot.signups.model import InLine, Outcome, Released, SeatRole, Seats, Signup, Yours
from chatbot.signups.occasions import Occasion
from chatbot.signups.refusals import NobodyNamed
from chatbot.signups.travel import must_fit

Follow = Callable[[Tx, Occasion, int | None], Awaitable[None]]
"""What a capability does once seats of one of its occasions changed hands, by the number of who did it."""


async def is_coming(tx: Tx, team_id: str, subject: str, person_id: int, day: date | None) -> None:
    """They said that they come, or still wait, on this day; nobody asks again for it."""
    await store.change(tx, team_id, subject, person_id, sure_of=day, sure_at=tx.now)


async def someone(tx: Tx, people: People, team_id: str, person_id: int | None, name: str) -> Person:
    """Whom a coordinator signs up: a member by number, or by name someone who is not in the workspace.

    Raises `NobodyNamed`, `NotAPerson`, and `Invalid` for a name that is more than a name.
    """
    if person_id is not None:
        return await people.member(tx, team_id, person_id)
    if not name.strip():
        raise NobodyNamed
    return await people.outside(tx, team_id, name)


class Seating:
    """What happens to the seats of one occasion."""

    def __init__(self, outbox: Outbox, lines: Lines, diary: Diary, follows: Mapping[str, Follow]) -> None:
        """`follows` says by the kind of an occasion who has to know when its seats change."""
        self._outbox = outbox
        self._lines = lines
        self._diary = diary
        self._follows = follows

    async def take(
        self, tx: Tx, occasion: Occasion, person: Person, role: SeatRole, *, anyway: bool = False
    ) -> tuple[Occasion, Outcome]:
        """Take a seat, or a place in line when there is none left; and the occasion as it is then.

        Raises `RoleNotNeeded`, `TrainingNeeded`, `SameHour`, and `TooLittleTime` unless they come `anyway`.
        """
        rules.may_come_as(occasion, person, role)
        outcome = rules.decide(occasion.roster, person.id, role)
        mine = occasion.roster.of(person.id)
        if isinstance(outcome, Yours):
            await self.must_fit(tx, occasion, person, role, anyway=anyway)
        elif not isinstance(outcome, InLine) or (mine is not None and mine.role is role):
            return occasion, outcome
        if mine is not None:
            await store.end(tx, occasion.team_id, occasion.subject, person.id)
        after = await self.put(tx, occasion, person, role, waiting=isinstance(outcome, InLine))
        if mine is not None and mine.offered and mine.role is not role:
            after = await self._lines.came_free(tx, after, mine.role, anew=False)
        return after, outcome

    async def put(self, tx: Tx, occasion: Occasion, person: Person, role: SeatRole, *, waiting: bool) -> Occasion:
        """Write the seat, or the place in line, down."""
        day = occasion.when.day
        await store.add(tx, occasion.team_id, occasion.subject, person.id, role, waiting=waiting, day=day)
        new = Signup(
            person_id=person.id,
            name=person.name,
            role=role,
            waiting=waiting,
            since=tx.now,
            sure_of=day,
            sure_at=tx.now,
            reachable=person.account is not None,
        )
        return replace(occasion, roster=occasion.roster.joined_by(new))

    async def must_fit(self, tx: Tx, occasion: Occasion, person: Person, role: SeatRole, *, anyway: bool) -> None:
        """Raises `SameHour`, and `TooLittleTime` unless they come `anyway`.

        The person is held, after the occasion: two presses of theirs for two occasions come one after the other.
        """
        day = occasion.when.day
        if day is None or occasion.when.starts_at is None:
            return
        await store.hold_person(tx, person.id)
        night = timedelta(days=1)
        held = await store.seats_of(tx, occasion.team_id, person.id, day - night, day + night, but=occasion.subject)
        if held:
            must_fit(occasion, await self._diary.of_subjects(tx, occasion.team_id, held), role, anyway=anyway)

    async def leave(self, tx: Tx, occasion: Occasion, signup: Signup) -> tuple[Occasion, Released]:
        """Give up a seat or a place in line; a seat that came free is offered to the first in line."""
        await store.end(tx, occasion.team_id, occasion.subject, signup.person_id)
        if not signup.waiting:
            await covers.withdraw(tx, occasion.team_id, occasion.subject, signup.person_id)
        before = replace(occasion, roster=occasion.roster.without(signup.person_id))
        after = before
        if not signup.waiting or signup.offered:
            after = await self._lines.came_free(tx, before, signup.role, anew=not signup.waiting)
        offered = [one for one in after.roster.offers(signup.role) if one not in before.roster.offers(signup.role)]
        return after, Released(
            role=signup.role, was_waiting=signup.waiting, next_in_line=offered[0] if offered else None
        )

    async def open_seats(
        self,
        tx: Tx,
        occasion: Occasion,
        seats: Mapping[SeatRole, Seats],
        *,
        input_of: Callable[[SeatRole], str],
        let_go: Collection[int] = (),
    ) -> Occasion:
        """Set how many of each role are wanted, on the day the occasion has now.

        The line moves up to new seats, and to free ones that those in it can take now that there is more time.
        Those in `let_go` lose their seats and are told. Raises `TooManySeated` when more come than may; `input_of`
        names the input of the form that a role's seats were typed into.
        """
        roster = occasion.roster
        for person_id in let_go:
            roster = roster.without(person_id)
        for role in SeatRole:
            maximum = seats[role].maximum if role in seats else 0
            rules.may_hold(roster, role, maximum, field=input_of(role))
        for signup in [one for one in occasion.roster.seated if one.person_id in let_go]:
            await store.end(tx, occasion.team_id, occasion.subject, signup.person_id)
            await covers.withdraw(tx, occasion.team_id, occasion.subject, signup.person_id)
            await self.tell(tx, occasion, signup, "signups.let_go")
        if seats != roster.seats:
            await store.set_seats(tx, occasion.team_id, occasion.subject, seats)
        if roster.signups:
            await store.change(tx, occasion.team_id, occasion.subject, day=occasion.when.day)
        after = replace(occasion, roster=replace(roster, seats=dict(seats)))
        after = await self._take_back(tx, after)
        for role in after.roster.seats:
            if after.roster.left(role) > occasion.roster.left(role):
                after = await self._lines.came_free(tx, after, role, anew=True)
        return await self._lines.move(tx, after)

    async def _take_back(self, tx: Tx, occasion: Occasion) -> Occasion:
        """The newest offers of seats that are no longer there end; those people are next in line as before."""
        for role in SeatRole:
            maximum = occasion.roster.seats[role].maximum if role in occasion.roster.seats else 0
            over = len(occasion.roster.holders(role)) + len(occasion.roster.offers(role)) - maximum
            for one in reversed(occasion.roster.offers(role)):
                if over > 0:
                    over -= 1
                    await store.change(tx, occasion.team_id, occasion.subject, one.person_id, **store.NO_OFFER)
                    roster = occasion.roster.changed(one.person_id, offered_until=None, told=False)
                    occasion = replace(occasion, roster=roster)
        return occasion

    async def called_off(self, tx: Tx, occasion: Occasion) -> None:
        """The occasion was cancelled: no offer stands any more and nobody looks for cover."""
        await store.change(tx, occasion.team_id, occasion.subject, **store.NO_OFFER)
        await covers.withdraw(tx, occasion.team_id, occasion.subject)

    async def note(self, tx: Tx, verb: str, occasion: Occasion, by: Person | None, *, detail: str = "") -> None:
        """One line in the audit; whoever follows its seats does so, and every message that shows it is redrawn."""
        actor = by.id if by else None
        await note(tx, team_id=occasion.team_id, actor_id=actor, verb=verb, subject=occasion.subject, detail=detail)
        if occasion.kind in self._follows:
            await self._follows[occasion.kind](tx, occasion, actor)
        await self._outbox.changed(tx, team_id=occasion.team_id, subject=occasion.subject)

    async def tell(self, tx: Tx, occasion: Occasion, signup: Signup, view: str, **blanks: int) -> None:
        """Write to someone of the roster, if they can be reached."""
        if signup.reachable:
            known: dict[str, Any] = {"subject": occasion.subject, **blanks}
            await self._outbox.tell(tx, team_id=occasion.team_id, person_id=signup.person_id, view=view, **known)

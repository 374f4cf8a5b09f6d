"""What a press of Claim means, decided from the roster. Pure."""

from datetime import datetime

from chatbot.people.model import Person, Role
from chatbot.signups.messages import role_name
from chatbot.signups.model import AlreadyYours, InLine, Outcome, Roster, SeatRole, Yours
from chatbot.signups.occasions import Occasion
from chatbot.signups.refusals import (
    AgreementMissing,
    Cancelled,
    Over,
    RoleNotNeeded,
    TooManySeated,
    TrainingNeeded,
)
from chatbot.signups.times import is_over


def must_stand(occasion: Occasion, now: datetime) -> None:
    """Raises `Cancelled` or `Over`."""
    if occasion.cancelled:
        raise Cancelled(occasion.code)
    if is_over(occasion.when, now):
        raise Over(occasion.code)


def may_sign_up(occasion: Occasion, person: Person, now: datetime) -> None:
    """Raises `Cancelled`, `Over`, or `AgreementMissing` for someone who has not agreed yet."""
    must_stand(occasion, now)
    if person.agreed_version < occasion.agreement:
        raise AgreementMissing(occasion.agreement)


def may_come_as(occasion: Occasion, person: Person, role: SeatRole) -> None:
    """Raises `RoleNotNeeded`, or `TrainingNeeded` for a lead who was not trained."""
    if role not in occasion.roster.seats:
        raise RoleNotNeeded(role_name(role), occasion.code)
    if role is SeatRole.LEAD and not person.has(Role.LEAD):
        raise TrainingNeeded


def decide(roster: Roster, person_id: int, role: SeatRole) -> Outcome:
    """What the roster would answer this person. The role must be one the roster has seats for.

    Someone has at most one role in one thing: pressing again, also for another role, answers with the one they have;
    only someone who waits may take a seat that is free.
    """
    mine = roster.of(person_id)
    if mine is not None and not mine.waiting:
        return AlreadyYours(role=mine.role)
    ahead = len(roster.line(role))
    if mine is not None and mine.role is role:
        ahead = roster.place_in_line(person_id) - 1
    if roster.left(role):
        return Yours(role=role)
    return InLine(role=role, place=ahead + 1)


def may_hold(roster: Roster, role: SeatRole, maximum: int, *, field: str) -> None:
    """Raises `TooManySeated` when more people hold the role's seats than the new maximum allows."""
    seated = len(roster.holders(role))
    if seated > maximum:
        raise TooManySeated(field, seated)


def reached(before: Roster, after: Roster) -> list[int]:
    """Those in line whom seats that were added reach: the first so many of each role, by their numbers."""
    return [
        one.person_id
        for role in after.seats
        if after.left(role) > before.left(role)
        for one in after.line(role)[: after.left(role)]
    ]

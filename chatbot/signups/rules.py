"""What a press of Claim means, decided from the roster. Pure."""

from chatbot.signups.model import AlreadyYours, InLine, Outcome, Roster, SeatRole, Yours
from chatbot.signups.refusals import TooManySeated


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

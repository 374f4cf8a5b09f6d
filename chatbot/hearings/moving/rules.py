"""When a move is told, and to whom. Pure: `now` is an argument."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from chatbot.hearings.model import Hearing, State
from chatbot.hearings.moving.model import Before, Move
from chatbot.signups.model import Signup
from chatbot.signups.times import is_over

SILENT = timedelta(minutes=5)
"""Corrections so soon after a hearing was posted disturb nobody."""

GATHER = timedelta(minutes=2)
"""After an edit it is waited so long for the next one: several edits in a row make one notice."""

LONGEST_GATHER = timedelta(minutes=10)
"""Whoever goes on editing does not keep people in the dark longer than this."""


def as_it_was(hearing: Hearing) -> Before:
    return Before(when=hearing.when, place=hearing.place, mode=hearing.mode)


def differs(before: Before, now: Hearing) -> bool:
    """Whether those who come have to know: another time, another place, another way of meeting."""
    return (before.when, before.place.id, before.mode) != (now.when, now.place.id, now.mode)


def resets_verification(before: Before, now: Hearing) -> bool:
    """The way of meeting says nothing about the date."""
    return (before.when, before.place.id) != (now.when, now.place.id)


def is_silent(hearing: Hearing, now: datetime) -> bool:
    """Whether the hearing was posted so recently, or not yet, that a change of it is a correction."""
    return hearing.state is State.DRAFT or timedelta(0) <= now - hearing.created_at < SILENT


def is_settled(moves: Sequence[Move], now: datetime) -> bool:
    """Whether the editing is done. A clock that was set back must not keep a notice waiting."""
    since_last, since_first = now - moves[-1].at, now - moves[0].at
    return not timedelta(0) <= since_last < GATHER or since_first >= LONGEST_GATHER


def to_tell(hearing: Hearing, moves: Sequence[Move], now: datetime) -> list[Signup]:
    """Those who signed up before the last of these moves, when there is something to say to them."""
    stands = hearing.state is State.OPEN and not is_over(hearing.when, now)
    if not stands or not differs(moves[0].before, hearing):
        return []
    return [one for one in hearing.roster.signups if one.reachable and one.since <= moves[-1].at]


def waited_for(hearing: Hearing, told_at: datetime, kept: frozenset[int]) -> list[Signup]:
    """Those with a seat who were told and have not answered: whoever released is no longer among them."""
    return [
        one for one in hearing.roster.signups if not one.waiting and one.since <= told_at and one.person_id not in kept
    ]

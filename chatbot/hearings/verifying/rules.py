"""Whose word on a date counts, and how long. Pure: `now` is an argument."""

from datetime import datetime, timedelta

from chatbot.hearings.model import Hearing, How, Kind
from chatbot.hearings.verifying.refusals import OnlyTheAttorney
from chatbot.kit.clock import local_date
from chatbot.kit.i18n import _
from chatbot.people.model import Person, Role
from chatbot.people.refusals import NotAllowed
from chatbot.signups.times import is_over

FRESH = timedelta(days=7)
"""Hearings move all the time: a date that was confirmed longer ago is asked for again."""


def may_verify(hearing: Hearing, person: Person) -> bool:
    return person.has(Role.VERIFIER) or person.coordinates(hearing.place.area)


def require_verifier(hearing: Hearing, person: Person) -> None:
    """Raises `NotAllowed`."""
    if not may_verify(hearing, person):
        raise NotAllowed(_("verifiers and coordinators"))


def ways(kind: Kind) -> tuple[How, ...]:
    """How the date of such a hearing can be confirmed: the hotline does not list bond hearings."""
    return (How.ATTORNEY,) if kind is Kind.BOND else tuple(How)


def must_be_known_there(hearing: Hearing, how: How) -> None:
    """Raises `OnlyTheAttorney`."""
    if how not in ways(hearing.kind):
        raise OnlyTheAttorney


def needs_check(hearing: Hearing, now: datetime, *, days: int) -> bool:
    """Whether its day is near and nobody has confirmed it lately."""
    when = hearing.when
    if when.day is None or is_over(when, now) or when.day > local_date(now, when.zone) + timedelta(days=days):
        return False
    return hearing.verified is None or hearing.verified.at <= now - FRESH

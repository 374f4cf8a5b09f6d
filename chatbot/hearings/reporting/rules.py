"""Who reports, when they are asked, and what follows. Pure: `now` is an argument."""

from datetime import datetime, time, timedelta

from chatbot.hearings.model import Ending, Hearing, State
from chatbot.hearings.refusals import NoSuchHearing
from chatbot.hearings.reporting.refusals import NotYet
from chatbot.hearings.rules import takes_part
from chatbot.kit.clock import instant, local_date
from chatbot.kit.i18n import _
from chatbot.people.model import Person
from chatbot.people.refusals import NotAllowed
from chatbot.signups.model import SeatRole
from chatbot.signups.occasions import When
from chatbot.signups.refusals import Cancelled
from chatbot.signups.times import GRACE

LEAD_FIRST = timedelta(hours=3)
"""How long the lead has for the report before the others are asked."""

ASKED_FOR = timedelta(days=3)
"""Nobody is asked about a hearing that was longer ago."""

OVERDUE = timedelta(hours=24)
"""After that a missing report is the coordinator's matter."""

LOOKED_BACK = 30
"""Days: what was missed before that will hardly be told any more."""

FIRST_LOOK = timedelta(hours=12)
"""Those who came before are asked so long before the channel is, when there is time for it."""

HURRY = timedelta(days=3)
"""A hearing as near as this is everyone's at once."""


def ended_at(when: When) -> datetime | None:
    """When it counts as over; None while the date is to be announced."""
    if when.ends_at is not None:
        return when.ends_at
    if when.starts_at is not None:
        return when.starts_at + GRACE
    return instant(when.day + timedelta(days=1), time(), when.zone) if when.day else None


def has_begun(when: When, now: datetime) -> bool:
    if when.starts_at is not None:
        return when.starts_at <= now
    return when.day is not None and when.day <= local_date(now, when.zone)


def must_be_reportable(hearing: Hearing, person: Person, now: datetime) -> None:
    """Raises `NotAllowed`, `Cancelled`, `NotYet`, `NoSuchHearing`."""
    if hearing.state is State.DRAFT:
        raise NoSuchHearing(hearing.code)
    if not takes_part(hearing, person):
        raise NotAllowed(_("those who came, and coordinators"))
    if hearing.state is State.CANCELLED:
        raise Cancelled(hearing.code)
    if not has_begun(hearing.when, now):
        raise NotYet(hearing.code)


def goes_on(ending: Ending, day: object) -> bool:
    """Whether a next hearing follows: it was continued, or somebody wrote down another date."""
    return ending is Ending.CONTINUED or day is not None


def to_ask(hearing: Hearing, now: datetime) -> list[int]:
    """Whom to ask how it went, by their numbers: the lead, and after some hours the others."""
    ended = ended_at(hearing.when)
    if ended is None or not ended <= now < ended + ASKED_FOR:
        return []
    seated = [one for one in hearing.roster.signups if not one.waiting and one.reachable]
    leads = [one.person_id for one in seated if one.role is SeatRole.LEAD]
    if leads and now < ended + LEAD_FIRST:
        return leads
    return [one.person_id for one in seated]


def is_overdue(hearing: Hearing, now: datetime) -> bool:
    ended = ended_at(hearing.when)
    return ended is not None and now >= ended + OVERDUE


def card_from(when: When, now: datetime) -> datetime | None:
    """When the card of a hearing that follows another is hung; None for at once."""
    begins = when.starts_at or (instant(when.day, time(), when.zone) if when.day else None)
    if begins is not None and begins < now + HURRY:
        return None
    return now + FIRST_LOOK

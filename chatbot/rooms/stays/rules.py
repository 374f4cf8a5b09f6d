"""What may be done with a stay, and when its answers fall due. Pure: now and today are arguments."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from chatbot.kit.clock import instant, local_date
from chatbot.people.model import Person, Role
from chatbot.rooms.model import Nights
from chatbot.rooms.refusals import TooLong
from chatbot.rooms.rules import LONGEST, answers
from chatbot.rooms.stays.model import Match, MatchState, Phase, Stay, StayState
from chatbot.rooms.stays.refusals import (
    AlreadyAgreed,
    AlreadyAsked,
    ContactsClosed,
    ContactsClosedAgain,
    NotAgreedYet,
    NotAsked,
    NotEarlier,
    NothingAsked,
    NotLonger,
    OwnGuests,
    StayOver,
    StayWithdrawn,
)

PATIENCE = timedelta(hours=48)
"""How long an answer is waited for, from the host and then from the guests."""

SOON = timedelta(days=2)
URGENT_PATIENCE = timedelta(hours=6)
"""The same for a stay that begins within two days: another host has to be asked in time."""

CONTACTS_STAY_OPEN = timedelta(days=14)
"""For what was left behind; after that nobody has a reason to look."""

CHECK_INS = (1, 7)
"""The days after the first night on which both sides are asked how it goes."""

CHECK_IN_HOUR = time(10)
EVENING, MORNING = time(21), time(9)


def phase(stay: Stay, today: date) -> Phase:
    if stay.state is StayState.WITHDRAWN:
        return Phase.WITHDRAWN
    if is_over(stay, today):
        return Phase.OVER
    match stay.match.state if stay.match else None:
        case MatchState.PROPOSED:
            return Phase.HOST_ASKED
        case MatchState.ACCEPTED:
            return Phase.GUESTS_ASKED
        case MatchState.AGREED:
            return Phase.AGREED
        case _:
            return Phase.LOOKING


def is_over(stay: Stay, today: date) -> bool:
    return stay.nights.until is not None and stay.nights.until <= today


def answer_by(nights: Nights, now: datetime, zone: ZoneInfo) -> datetime:
    """Until when an answer is waited for. Nobody's silence at night counts: then it is ten in the morning."""
    urgent = nights.first - local_date(now, zone) <= SOON
    end = now + (URGENT_PATIENCE if urgent else PATIENCE)
    hour = end.astimezone(zone).time()
    if hour >= EVENING:
        return instant(local_date(end, zone) + timedelta(days=1), CHECK_IN_HOUR, zone)
    return instant(local_date(end, zone), CHECK_IN_HOUR, zone) if hour < MORNING else end


def must_look(stay: Stay, today: date) -> None:
    """A room may be looked for. Raises `StayWithdrawn`, `StayOver`, `AlreadyAgreed`, `AlreadyAsked`."""
    if stay.state is StayState.WITHDRAWN:
        raise StayWithdrawn(stay.code)
    if stay.match is not None:
        if stay.match.state is MatchState.AGREED:
            raise AlreadyAgreed(stay.code, stay.match.offer_code)
        raise AlreadyAsked(stay.code, stay.match.offer_code)
    if is_over(stay, today):
        raise StayOver(stay.code)


def nights_ahead(stay: Stay, today: date) -> Nights:
    """The nights that are still to come."""
    return Nights(first=max(stay.nights.first, today), until=stay.nights.until)


def waiting(stay: Stay) -> Match:
    """The match one side has not answered yet. Raises `NothingAsked`, `AlreadyAgreed`."""
    if stay.match is None:
        raise NothingAsked(stay.code)
    if stay.match.state is MatchState.AGREED:
        raise AlreadyAgreed(stay.code, stay.match.offer_code)
    return stay.match


def asked_of_host(stay: Stay, person: Person, now: datetime) -> Match:
    """The match its host may answer now. Raises `NotAsked`, `NothingAsked`."""
    return _answerable(stay, of_host(stay, person), MatchState.PROPOSED, now)


def open_to_host(stay: Stay, person: Person, now: datetime) -> Match:
    """The match its host may still say no to: until the guests have said yes too. Raises what `asked_of_host` does."""
    match = of_host(stay, person)
    state = MatchState.ACCEPTED if match.state is MatchState.ACCEPTED else MatchState.PROPOSED
    return _answerable(stay, match, state, now)


def asked_of_guests(stay: Stay, person: Person, now: datetime) -> Match:
    """The match whose guests' answer this coordinator may pass on now. Raises `NothingAsked`, `OwnGuests`.

    Nobody is the voice of both sides.
    """
    match = _answerable(stay, stay.match, MatchState.ACCEPTED, now)
    if match.voice_id == person.id:
        raise OwnGuests
    return match


def of_host(stay: Stay, person: Person) -> Match:
    """The stay's match, for its own host. Raises `NothingAsked`, `NotAsked`."""
    if stay.match is None:
        raise NothingAsked(stay.code)
    if not answers(stay.match, person):
        raise NotAsked
    return stay.match


def longer_asked(stay: Stay, person: Person, now: datetime) -> tuple[Match, date]:
    """The match and the later day its host may answer about. Raises `NotAsked`, `NothingAsked`."""
    match = of_host(stay, person)
    if match.longer_until is None or match.longer_expires_at is None or match.longer_expires_at <= now:
        raise NothingAsked(stay.code)
    return match, match.longer_until


def agreed(stay: Stay) -> Match:
    """Raises `NotAgreedYet`."""
    if stay.match is None or stay.match.state is not MatchState.AGREED:
        raise NotAgreedYet(stay.code)
    return stay.match


def may_open_contacts(stay: Stay, person: Person, today: date) -> Match:
    """Never before both yes, only for the host and coordinators, and not for long after the last night.

    Raises `NotAsked`, `ContactsClosed`, `ContactsClosedAgain`.
    """
    match = stay.match
    mine = match is not None and answers(match, person)
    if not mine and not person.has(Role.COORDINATOR):
        raise NotAsked
    if match is None or match.state is not MatchState.AGREED or stay.state is not StayState.AGREED:
        raise ContactsClosed(stay.code)
    if match.nights.until is not None and match.nights.until + CONTACTS_STAY_OPEN <= today:
        raise ContactsClosedAgain(stay.code)
    return match


def longer(stay: Stay, match: Match, until: date, today: date) -> Nights:
    """The nights that would come on top. Raises `StayOver`, `NotLonger`, `TooLong`."""
    left = match.nights.until
    if left is None or left < today:
        raise StayOver(stay.code)
    if until <= left:
        raise NotLonger
    if (until - match.nights.first).days > LONGEST:
        raise TooLong
    return Nights(first=left, until=until)


def must_be_earlier(match: Match, day: date, today: date) -> None:
    if match.nights.until is None or day >= match.nights.until or day < min(today, match.nights.first):
        raise NotEarlier


def check_in_day(nights: Nights, today: date) -> int | None:
    """Which check-in today is the day of, as long as the stay lasts; None on other days."""
    day = (today - nights.first).days
    stays = nights.until is None or today <= nights.until
    return day if day in CHECK_INS and stays else None


def _answerable(stay: Stay, match: Match | None, state: MatchState, now: datetime) -> Match:
    if match is None or match.state is not state or match.expires_at <= now:
        raise NothingAsked(stay.code)
    return match

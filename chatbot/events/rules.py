"""What may be done with an event, and what a list was asked for. Pure: `now` is an argument."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from chatbot.events.model import Event, Filter, Hours, State
from chatbot.events.refusals import EventClosed, EventIsOver
from chatbot.kit.clock import instant, local_date
from chatbot.people.model import Person
from chatbot.signups.model import SeatRole, Seats
from chatbot.signups.occasions import When
from chatbot.signups.times import is_over

PAGE = 6
"""How many events a list shows at once: what fits a telephone without scrolling for long."""

AHEAD = 6
"""How many dates of a series are there to sign up for, the one that comes next counted."""

EVERYONE = 1_000_000
"""How many may come where nobody set a limit."""

_DAYS = {"today": 1, "week": 7}


def read_filter(words: str) -> Filter:
    """What someone typed behind /events: `today`, `week`, `mine`, and words of a host, a place or a title."""
    mine, days = False, None
    rest: list[str] = []
    for word in words.casefold().split():
        if word == "mine":
            mine = True
        elif word in _DAYS:
            days = _DAYS[word]
        elif word != "this" or rest:
            rest.append(word)
    return Filter(mine=mine, days=days, words=" ".join(rest))


def when_on(day: date, hours: Hours, zone: ZoneInfo) -> When:
    """That day and those hours, as the clocks of the place show them then."""
    ends_at = instant(day, hours.end, zone) if hours.end else None
    return When(zone=zone, day=day, starts_at=instant(day, hours.start, zone), ends_at=ends_at)


def seats(limit: int | None) -> dict[SeatRole, Seats]:
    """Guests only, and nobody has to come."""
    return {SeatRole.GUEST: Seats(minimum=0, maximum=EVERYONE if limit is None else limit)}


def must_stand(event: Event, now: datetime) -> None:
    """Raises `EventClosed` for one that was cancelled or is over."""
    if not stands(event, now):
        raise EventClosed(event.code)


def must_be_ahead(when: When, now: datetime) -> None:
    """Raises `EventIsOver`."""
    if is_over(when, now):
        raise EventIsOver


def stands(event: Event, now: datetime) -> bool:
    """Whether people can still come."""
    return event.state is State.OPEN and not is_over(event.when, now)


def may_read_link(event: Event, person: Person) -> bool:
    """Those who said yes and have a seat, and coordinators; waiting in line opens nothing."""
    mine = event.roster.of(person.id)
    return event.has_link and ((mine is not None and not mine.waiting) or person.coordinates(event.facts.area))


def moved(before: Event, after: Event) -> bool:
    """Whether those who come have to know: another time or another place."""
    return (before.when, before.where) != (after.when, after.where)


def follows(event: Event, changed: Event) -> bool:
    """Whether a change of one date and all after it reaches this date of the series: not one that was changed alone."""
    if event.id == changed.id:
        return True
    return event.slot is not None and changed.slot is not None and event.slot > changed.slot and not event.apart


def is_untold(event: Event) -> bool:
    """Whether people came, or should have, and nobody noted whether they did."""
    seated = event.roster.seated
    return event.state is State.OPEN and bool(seated) and all(one.attendance is None for one in seated)


def fits(event: Event, wanted: Filter, person: Person, now: datetime) -> bool:
    """Whether a list that was asked for shows it."""
    if wanted.mine and event.roster.of(person.id) is None:
        return False
    if wanted.days is not None:
        last = local_date(now, event.when.zone) + timedelta(days=wanted.days - 1)
        if event.when.day is None or event.when.day > last:
            return False
    said = f"{event.facts.title} {event.facts.host} {event.where}".casefold()
    return all(word in said for word in wanted.words.split())


def first_of_each(events: Sequence[Event]) -> tuple[list[Event], dict[int, int]]:
    """Of every series only the date that comes next, and by that date's number how many more there are."""
    shown: list[Event] = []
    more: dict[int, int] = {}
    first: dict[int, int] = {}
    for event in events:
        if event.series_id is not None and event.series_id in first:
            more[first[event.series_id]] = more.get(first[event.series_id], 0) + 1
            continue
        if event.series_id is not None:
            first[event.series_id] = event.id
        shown.append(event)
    return shown, more

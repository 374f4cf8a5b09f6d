"""What the time of an occasion means for those who come. Pure: `now` is an argument."""

from datetime import datetime, time, timedelta

from chatbot.kit.clock import instant, local_date
from chatbot.people.model import Preferences
from chatbot.signups.model import Signup
from chatbot.signups.occasions import Occasion, When

GRACE = timedelta(hours=2)
"""How long after its start an occasion without an end still counts as going on."""

DAY_BEGINS = time(8)
"""When an occasion counts as beginning whose hour is not known."""

EARLIEST = time(5)
"""Before this hour nobody is woken, also not on the day itself."""

CONFIRM_AT, NUDGE_AT, REMIND_AT = time(11), time(18), time(7)
"""The hours, on the clocks of the place: still coming? once more; and on the day itself."""

AHEAD = timedelta(hours=2)
"""A reminder comes at least so long before the start."""

LATE = timedelta(hours=3)
"""How late the clock still does what it missed."""

WINDOWS = (
    (timedelta(days=7), timedelta(hours=24)),
    (timedelta(days=3), timedelta(hours=12)),
    (timedelta(days=1), timedelta(hours=4)),
    (timedelta(hours=12), timedelta(hours=1)),
    (timedelta(hours=3), timedelta(minutes=20)),
)
"""How long an offer stands when at least so much time is left; the nearer the hour, the shorter."""

LAST_WINDOW = timedelta(minutes=10)


def is_over(when: When, now: datetime) -> bool:
    """Whether it has happened. A day whose hour is unknown is over when the day ends; without a day it never is."""
    if when.ends_at is not None:
        return when.ends_at < now
    if when.starts_at is not None:
        return when.starts_at + GRACE < now
    return when.day is not None and when.day < local_date(now, when.zone)


def has_begun(when: When, now: datetime) -> bool:
    """Whether it can be said who came."""
    if when.starts_at is not None:
        return when.starts_at <= now
    return when.day is not None and when.day <= local_date(now, when.zone)


def stands(occasion: Occasion, now: datetime) -> bool:
    """Whether people can still come."""
    return not occasion.cancelled and not is_over(occasion.when, now)


def begins(when: When) -> datetime | None:
    """When it starts, or when the day begins; None while the date is to be announced."""
    if when.starts_at is not None or when.day is None:
        return when.starts_at
    return instant(when.day, DAY_BEGINS, when.zone)


def is_the_day(when: When, now: datetime) -> bool:
    """Whether it is today, and the day has begun for those who come."""
    return when.day is not None and now >= instant(when.day, EARLIEST, when.zone)


def when_to_ask(chosen: Preferences, occasion: Occasion, now: datetime) -> datetime:
    """Now, or when their quiet hours end. On the day itself quiet hours do not count."""
    local = now.astimezone(occasion.home)
    if is_the_day(occasion.when, now) or not chosen.is_quiet(local.time()):
        return now
    ends = instant(local.date(), chosen.quiet_until, occasion.home)
    if ends <= now:
        ends = instant(local.date() + timedelta(days=1), chosen.quiet_until, occasion.home)
    day = occasion.when.day
    return ends if day is None else max(now, min(ends, instant(day, EARLIEST, occasion.when.zone)))


def offer_until(when: When, asked_at: datetime) -> datetime:
    """When an offer of which someone hears at `asked_at` passes on to the next: see `WINDOWS`."""
    start = begins(when)
    if start is None:
        return asked_at + WINDOWS[0][1]
    left = start - asked_at
    window = next((window for least, window in WINDOWS if left >= least), LAST_WINDOW)
    until = asked_at + window
    return min(until, start) if start > asked_at else until


def is_sure(signup: Signup, when: When) -> bool:
    """Whether they need not be asked: they said on the day before, or later, that they come on this day."""
    if when.day is None or signup.sure_of != when.day or signup.sure_at is None:
        return False
    return local_date(signup.sure_at, when.zone) >= when.day - timedelta(days=1)


def confirm_due(chosen: Preferences, occasion: Occasion, at: time, now: datetime) -> bool:
    """Whether now is the moment to ask, the day before at this hour, or when quiet hours end that day."""
    day = occasion.when.day
    if day is None:
        return False
    asked_at = when_to_ask(chosen, occasion, instant(day - timedelta(days=1), at, occasion.when.zone))
    return local_date(asked_at, occasion.when.zone) < day and asked_at <= now < asked_at + LATE


def reminder_at(when: When) -> datetime | None:
    """On the day at seven, or two hours before when it starts early; None while the hour is not known."""
    if when.day is None or when.starts_at is None:
        return None
    earliest = instant(when.day, EARLIEST, when.zone)
    return max(earliest, min(instant(when.day, REMIND_AT, when.zone), when.starts_at - AHEAD))


def reminder_due(signup: Signup, when: When, now: datetime) -> bool:
    """Whether now is the moment to remind them; whoever signed up since then knows."""
    at = reminder_at(when)
    if at is None or when.starts_at is None or signup.since >= at:
        return False
    return at <= now < min(at + LATE, when.starts_at)

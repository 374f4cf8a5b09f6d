"""When a digest is due. Pure: `now` is an argument, and everything is compared in UTC."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from chatbot.digests.model import Digest, Outcome, Plan
from chatbot.kit.clock import instant, local_date

CATCH_UP = timedelta(hours=3)
"""A digest that could not be sent on time is still news for this long; after that the day has overtaken it."""

LONGEST_HORIZON = 30

LOOK_BACK = 7
"""Days for which it is found out, and said, that no digest came."""

MOST_DIGESTS = 5
"""Digests of one channel."""


def fallen_due(digest: Digest, now: datetime) -> Iterator[tuple[date, bool]]:
    """The local dates of the last week whose digest has fallen due by now, each with whether it is still worth sending.

    A digest late in the evening may be caught up after midnight.
    """
    if digest.paused:
        return
    today = local_date(now, digest.plan.zone)
    for back in range(LOOK_BACK, -1, -1):
        day = today - timedelta(days=back)
        if day.weekday() not in digest.plan.weekdays:
            continue
        due = instant(day, digest.plan.at, digest.plan.zone)
        if digest.set_at < due <= now:
            yield day, now - due <= CATCH_UP


def unsettled(digest: Digest, outcomes: Mapping[date, Outcome], now: datetime) -> Iterator[tuple[date, bool]]:
    """Of what has fallen due, that which is not settled.

    A day that was given up may still be sent while it is in time: the machine's clock was wrong when it was given up.
    """
    for day, in_time in fallen_due(digest, now):
        if day not in outcomes or (in_time and outcomes[day] is Outcome.LATE):
            yield day, in_time


def next_due(plan: Plan, now: datetime) -> datetime | None:
    """The moment the digest comes next, in the plan's zone; None when it has no weekdays."""
    today = local_date(now, plan.zone)
    for ahead in range(8):
        day = today + timedelta(days=ahead)
        due = instant(day, plan.at, plan.zone)
        if day.weekday() in plan.weekdays and due > now:
            return due.astimezone(plan.zone)
    return None


def due_today(at: time, zone: ZoneInfo, now: datetime) -> date | None:
    """The local date for which something that comes at this hour has fallen due by now and is still worth sending.

    Shortly after midnight that may be yesterday's.
    """
    today = local_date(now, zone)
    for day in (today, today - timedelta(days=1)):
        if timedelta(0) <= now - instant(day, at, zone) <= CATCH_UP:
            return day
    return None


def missed(outcomes: Mapping[date, Outcome], day: date) -> tuple[date, ...]:
    """The days since the last digest before `day` on which none came because nobody was there to send it."""
    found: list[date] = []
    for before in sorted((one for one in outcomes if one < day), reverse=True):
        if outcomes[before] is not Outcome.LATE or day - before > timedelta(days=LOOK_BACK):
            break
        found.append(before)
    return tuple(reversed(found))


def taken_over(outcomes: Iterable[Mapping[date, Outcome]]) -> set[date]:
    """The days on which another digest, stopped since, has come: one set anew in its place brings no second one."""
    return {day for one in outcomes for day, outcome in one.items() if outcome is not Outcome.LATE}

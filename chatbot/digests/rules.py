"""When a digest is due. Pure: `now` is an argument, and everything is compared in UTC."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from chatbot.digests.model import Digest, Plan
from chatbot.kit.clock import instant, local_date

CATCH_UP = timedelta(hours=3)
"""A digest that could not be sent on time is still news for this long; after that the day has overtaken it."""

LONGEST_HORIZON = 30


def fallen_due(digest: Digest, now: datetime) -> Iterator[tuple[date, bool]]:
    """The local dates whose digest has fallen due by now, each with whether it is still worth sending.

    Only yesterday and today are looked at: a digest late in the evening may be caught up after midnight.
    """
    today = local_date(now, digest.plan.zone)
    for day in (today - timedelta(days=1), today):
        if day.weekday() not in digest.plan.weekdays:
            continue
        due = instant(day, digest.plan.at, digest.plan.zone)
        if digest.set_at < due <= now:
            yield day, now - due <= CATCH_UP


def next_due(plan: Plan, now: datetime) -> datetime | None:
    """The moment the digest comes next, in the plan's zone; None when it has no weekdays."""
    today = local_date(now, plan.zone)
    for ahead in range(8):
        day = today + timedelta(days=ahead)
        due = instant(day, plan.at, plan.zone)
        if day.weekday() in plan.weekdays and due > now:
            return due.astimezone(plan.zone)
    return None

"""What the time of an occasion means. Pure: `now` is an argument."""

from datetime import datetime, timedelta

from chatbot.kit.clock import local_date
from chatbot.signups.occasions import When

GRACE = timedelta(hours=2)
"""How long after its start an occasion without an end still counts as going on."""


def is_over(when: When, now: datetime) -> bool:
    """Whether it has happened. A day whose hour is unknown is over when the day ends; without a day it never is."""
    if when.ends_at is not None:
        return when.ends_at < now
    if when.starts_at is not None:
        return when.starts_at + GRACE < now
    return when.day is not None and when.day < local_date(now, when.zone)

"""Whose turn it is with what belongs to a family. Pure: `now` is an argument, and everything is counted in UTC.

A wait is counted in hours that pass, so a night on which clocks are changed makes it neither longer nor shorter.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from chatbot.clusters.families.model import Turn
from chatbot.clusters.refusals import MembersFirst

NEAR = timedelta(hours=72)
"""What begins this soon is for everyone at once: an empty seat would be worse than a cluster that was not asked first.

It is also when an uncovered hearing is first spoken of in its channel."""


def opens_at(since: datetime, waits: Collection[int], begins: datetime | None) -> datetime:
    """When it is for everyone: after the longest of the clusters' waits, but in time for what begins soon.

    `waits` are in hours. Without any cluster it is for everyone at once.
    """
    end = since + timedelta(hours=max(waits, default=0))
    if begins is not None:
        end = min(end, begins - NEAR)
    return max(since, end)


def must_be_their_turn(turn: Turn | None, person_id: int, *, code: str, zone: ZoneInfo, now: datetime) -> None:
    """Raises `MembersFirst` for someone outside of the family's clusters while it is still for those first."""
    if turn is not None and now < turn.until and person_id not in turn.members:
        raise MembersFirst(code, turn.until.astimezone(zone))

"""From which day on something is too old. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from chatbot.kit.clock import instant, local_date
from chatbot.kit.months import month_of, months_before
from chatbot.network.model import Network

NIGHT = timedelta(hours=3)
"""At three at night, in the network's zone, when nobody presses anything."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Night:
    """What one night's work is measured by.

    What is private about a matter that was over before `private_before` is wiped; the records of those that were over
    before `records_before`, the first of a month, go. `moment` is the beginning of the day `private_before`.
    """

    day: date
    private_before: date
    records_before: date
    moment: datetime

    @property
    def done(self) -> str:
        """The name under which it is remembered that everything was done."""
        return f"retention.done:{self.day}:{self.private_before}:{self.records_before}"

    @property
    def changed(self) -> str:
        """The name under which it is remembered that something was forgotten, and the files have to be tidied."""
        return f"retention.changed:{self.day}"

    @property
    def next_changed(self) -> str:
        """The same, for the night that comes."""
        return f"retention.changed:{self.day + timedelta(days=1)}"


def night(network: Network, now: datetime) -> Night:
    """The night that `now` belongs to, which lasts until the next one begins."""
    day = local_date(now - NIGHT, network.zone)
    private_before = day - timedelta(days=network.private_days)
    return Night(
        day=day,
        private_before=private_before,
        records_before=months_before(month_of(day), network.record_months),
        moment=instant(private_before, time(0), network.zone),
    )

"""When a hearing is over."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from chatbot.signups.occasions import When
from chatbot.signups.times import is_over

EASTERN = ZoneInfo("America/New_York")
DAY = date(2026, 3, 8)
"""The day the clocks go forward: it has 23 hours."""

NINE = datetime(2026, 3, 8, 13, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("when", "last_moment"),
    [
        (When(zone=EASTERN, day=DAY, starts_at=NINE), NINE + timedelta(hours=2)),
        (When(zone=EASTERN, day=DAY, starts_at=NINE, ends_at=NINE + timedelta(hours=5)), NINE + timedelta(hours=5)),
        (When(zone=EASTERN, day=DAY), datetime(2026, 3, 9, 4, 0, tzinfo=UTC) - SECOND),
    ],
    ids=["without an end: two hours", "with an end", "hour unknown: the whole day"],
)
def test_a_hearing_is_over_when_its_time_has_passed(when: When, last_moment: datetime) -> None:
    assert not is_over(when, last_moment)
    assert is_over(when, last_moment + SECOND)


def test_what_has_no_day_is_never_over() -> None:
    assert not is_over(When(zone=EASTERN), datetime(2100, 1, 1, tzinfo=UTC))

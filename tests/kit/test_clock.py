"""The clock: one moment for every hour on the wall, also when the clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from chatbot.kit.clock import Clock, instant, known_zone, local_date
from tests.fixtures.database import Hand

EASTERN = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("day", "at", "moment"),
    [
        (date(2026, 3, 2), time(9), "2026-03-02T14:00"),
        (date(2026, 7, 2), time(9), "2026-07-02T13:00"),
        (date(2026, 3, 8), time(1, 59), "2026-03-08T06:59"),
        (date(2026, 3, 8), time(2, 30), "2026-03-08T07:30"),
        (date(2026, 3, 8), time(3), "2026-03-08T07:00"),
        (date(2026, 11, 1), time(1, 30), "2026-11-01T05:30"),
        (date(2026, 11, 1), time(2), "2026-11-01T07:00"),
    ],
    ids=["winter", "summer", "before the gap", "in the gap", "behind the gap", "twice: the first", "behind both"],
)
def test_an_hour_on_the_wall_is_one_moment(day: date, at: time, moment: str) -> None:
    """T16"""
    assert instant(day, at, EASTERN) == datetime.fromisoformat(moment).replace(tzinfo=UTC)


def test_the_skipped_hour_shows_on_the_wall_as_the_hour_behind_it() -> None:
    assert instant(date(2026, 3, 8), time(2, 30), EASTERN).astimezone(EASTERN).time() == time(3, 30)


def test_a_date_is_that_of_the_place() -> None:
    late = datetime(2026, 3, 3, 4, 59, tzinfo=UTC)
    assert local_date(late, EASTERN) == date(2026, 3, 2)
    assert local_date(late + timedelta(minutes=1), EASTERN) == date(2026, 3, 3)


def test_the_clock_tells_utc_and_may_run_ahead(hand: Hand) -> None:
    clock = Clock(read=hand.read)
    assert clock.now() == hand.now
    assert clock.now().tzinfo is UTC
    clock.run_ahead(timedelta(days=1))
    assert clock.now() == hand.now + timedelta(days=1)


@pytest.mark.parametrize("name", ["Boston", "", "EST5EDT; drop", "../../etc/passwd", "america/new_york"])
def test_a_zone_nobody_knows_is_none(name: str) -> None:
    assert known_zone(name) is None


def test_a_known_zone_is_found_by_its_name() -> None:
    assert known_zone("America/New_York") == EASTERN

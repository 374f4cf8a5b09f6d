"""When a digest is due: once a local date, at the right hour, whatever the clocks do."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from chatbot.digests.model import Digest, Plan
from chatbot.digests.rules import CATCH_UP, fallen_due, next_due
from chatbot.kit.clock import local_date

EASTERN = ZoneInfo("America/New_York")
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
ALWAYS = frozenset(range(7))
MONDAY_SEVEN = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
"""Seven in the morning in Boston."""


def digest(
    at: time = time(7), *, weekdays: frozenset[int] = ALWAYS, zone: ZoneInfo = EASTERN, set_at: datetime = LONG_AGO
) -> Digest:
    plan = Plan(at=at, weekdays=weekdays, zone=zone, horizon=7)
    return Digest(id=1, team_id="T1", channel="C1", plan=plan, set_by=1, set_at=set_at)


def due(one: Digest, now: datetime) -> list[tuple[str, bool]]:
    return [(day.isoformat(), in_time) for day, in_time in fallen_due(one, now)]


@pytest.mark.parametrize(
    ("late", "answer"),
    [
        (timedelta(seconds=-1), []),
        (timedelta(0), [("2026-03-02", True)]),
        (CATCH_UP, [("2026-03-02", True)]),
        (CATCH_UP + timedelta(seconds=1), [("2026-03-02", False)]),
    ],
)
def test_a_digest_is_due_at_its_hour_and_news_for_three_hours(late: timedelta, answer: list[tuple[str, bool]]) -> None:
    assert due(digest(set_at=MONDAY_SEVEN - timedelta(hours=1)), MONDAY_SEVEN + late) == answer


def test_what_was_missed_is_known_for_a_week() -> None:
    found = due(digest(), MONDAY_SEVEN)
    assert [day for day, _ in found] == [f"2026-02-{day}" for day in range(23, 29)] + ["2026-03-01", "2026-03-02"]
    assert [in_time for _, in_time in found] == [False] * 7 + [True]


def test_a_paused_digest_is_never_due() -> None:
    assert due(replace(digest(), paused=True), MONDAY_SEVEN) == []


def test_a_late_digest_may_be_caught_up_after_midnight() -> None:
    after_midnight = datetime(2026, 3, 3, 5, 30, tzinfo=UTC)
    assert due(digest(time(23)), after_midnight)[-1] == ("2026-03-02", True)


def test_a_digest_comes_on_its_weekdays_only() -> None:
    on_tuesdays = digest(weekdays=frozenset({1}))
    assert due(on_tuesdays, MONDAY_SEVEN) == [("2026-02-24", False)]
    assert due(on_tuesdays, MONDAY_SEVEN + timedelta(days=1))[-1] == ("2026-03-03", True)


@pytest.mark.parametrize(("set_before", "answer"), [(timedelta(minutes=1), ["2026-03-02"]), (timedelta(0), [])])
def test_a_digest_set_after_its_hour_begins_tomorrow(set_before: timedelta, answer: list[str]) -> None:
    new = digest(set_at=MONDAY_SEVEN - set_before)
    assert [day for day, _ in due(new, MONDAY_SEVEN + timedelta(hours=1))] == answer


US = ["America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles"]
OTHERS = ["America/Anchorage", "Pacific/Honolulu", "America/Puerto_Rico", "Europe/Berlin", "Australia/Lord_Howe"]
HOURS = [time(0), time(0, 30), time(1, 30), time(2), time(2, 30), time(3), time(7), time(23, 45)]
STEP = timedelta(minutes=15)


def transitions(zone: ZoneInfo, year: int) -> list[date]:
    """The days on which the clocks of the zone change."""
    noons = [datetime(year, 1, 1, 12, tzinfo=UTC) + timedelta(days=number) for number in range(365)]
    changed = [
        one for one in noons if one.astimezone(zone).utcoffset() != (one - STEP * 96).astimezone(zone).utcoffset()
    ]
    return [local_date(one, zone) for one in changed]


@pytest.mark.parametrize("name", US + OTHERS)
@pytest.mark.parametrize("at", HOURS)
def test_over_every_change_of_the_clocks_there_is_one_digest_a_local_date(name: str, at: time) -> None:
    """T16, sample: five days around each change, looked at every quarter of an hour."""
    zone = ZoneInfo(name)
    for day in transitions(zone, 2026):
        one = digest(at, zone=zone)
        start = datetime.combine(day - timedelta(days=2), time(0), tzinfo=zone).astimezone(UTC)
        settled: Counter[date] = Counter()
        for number in range(4 * 24 * 5):
            now = start + STEP * number
            for about, in_time in fallen_due(one, now):
                if about not in settled:
                    settled[about] += 1
                    if number:
                        assert in_time
                        assert local_date(now, zone) == about
                        shown = now.astimezone(zone).time()
                        skipped_hour = about == day and at < time(4) and at < shown <= time(4)
                        assert shown == at or skipped_hour
        assert set(settled) >= {day - timedelta(days=1), day, day + timedelta(days=1)}


def test_the_next_one_is_told_in_the_plans_zone() -> None:
    friday = datetime(2026, 3, 6, 15, 0, tzinfo=UTC)
    weekdays = digest(weekdays=frozenset(range(5))).plan
    told = next_due(weekdays, friday)
    assert told is not None
    assert told.isoformat() == "2026-03-09T07:00:00-04:00"
    assert next_due(weekdays, MONDAY_SEVEN - timedelta(seconds=1)) == MONDAY_SEVEN
    assert next_due(digest(weekdays=frozenset({0})).plan, MONDAY_SEVEN) == MONDAY_SEVEN + timedelta(days=7, hours=-1)
    assert next_due(digest(weekdays=frozenset()).plan, friday) is None

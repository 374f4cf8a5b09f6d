"""T16: whatever the clocks do, one digest a local date, at the right hour; with schedulers that must fail."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from chatbot.digests.model import Digest, Outcome, Plan
from chatbot.digests.rules import due_today, unsettled
from chatbot.kit.clock import local_date
from tests.fixtures.size import PROOF, quick_or_full

ZONES = (
    *("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Anchorage"),
    "Pacific/Honolulu",
    *("Europe/Berlin", "Australia/Lord_Howe", "America/Santiago"),
)
"""Six of the United States, one of which never changes its clocks; one of Europe; one that changes by half an hour; and
one that changes at midnight, so that a date begins at one in the morning."""

YEARS = range(2025, quick_or_full(2026, 2031))
HOURS = (time(0), time(0, 30), time(1, 30), time(2), time(2, 30), time(3), time(7), time(23, 45))
ALWAYS = frozenset(range(7))
TICK = timedelta(minutes=15)
AROUND = timedelta(days=2)

Scheduler = Callable[[time, ZoneInfo, datetime], date | None]
"""What falls due at this moment: the local date it is for."""


def transitions(zone: ZoneInfo) -> Iterator[datetime]:
    """Noon, in UTC, of the days on which the clocks of the zone change."""
    day = datetime(YEARS[0], 1, 1, 12, tzinfo=UTC)
    while day.year in YEARS:
        if day.astimezone(zone).utcoffset() != (day - timedelta(days=1)).astimezone(zone).utcoffset():
            yield day
        day += timedelta(days=1)


def ticks(about: datetime, *, wind: Callable[[datetime], timedelta] = lambda _now: timedelta(0)) -> Iterator[datetime]:
    """What the bot's clock shows at every tick of the days around; `wind` is how wrong it is set at that moment."""
    now = about - AROUND
    while now < about + AROUND:
        yield now + wind(now)
        now += TICK


def of_a_channel() -> Scheduler:
    """A channel's digest, with the rows that say what was settled."""
    outcomes: dict[date, Outcome] = {}

    def due(at: time, zone: ZoneInfo, now: datetime) -> date | None:
        plan = Plan(at=at, weekdays=ALWAYS, zone=zone, horizon=7)
        digest = Digest(id=1, team_id="T1", channel="C1", plan=plan, set_by=1, set_at=datetime(2020, 1, 1, tzinfo=UTC))
        found = None
        for day, in_time in unsettled(digest, outcomes, now):
            outcomes[day] = Outcome.SENT if in_time else Outcome.LATE
            found = day if in_time else found
        return found

    return due


def of_a_person() -> Scheduler:
    """A personal digest, or a reminder at an hour, with the row that makes it happen once."""
    settled: set[date] = set()

    def due(at: time, zone: ZoneInfo, now: datetime) -> date | None:
        day = due_today(at, zone, now)
        if day is None or day in settled:
            return None
        settled.add(day)
        return day

    return due


def by_wall_time() -> Scheduler:
    """Control: fires whenever the clock on the wall shows the hour, as a plain cron does."""

    def due(at: time, zone: ZoneInfo, now: datetime) -> date | None:
        shown = now.astimezone(zone)
        return shown.date() if shown.time() == at else None

    return due


def every_24_hours() -> Scheduler:
    """Control: counts from the last time on."""
    last: list[datetime] = []

    def due(at: time, zone: ZoneInfo, now: datetime) -> date | None:
        if not last and now.astimezone(zone).time() != at:
            return None
        if last and now - last[-1] < timedelta(hours=24):
            return None
        last.append(now)
        return local_date(now, zone)

    return due


def faults(make: Callable[[], Scheduler], zone: ZoneInfo, at: time) -> list[str]:
    """What goes wrong around every change of the clocks: a date twice, a date never, a wrong hour."""
    found: list[str] = []
    for about in transitions(zone):
        due, came = make(), Counter[date]()
        for number, now in enumerate(ticks(about)):
            day = due(at, zone, now)
            if day is not None:
                came[day] += 1
                shown = now.astimezone(zone)
                found += [f"{day} at {shown.time()}" for _ in "." if number and not _is_right(day, at, shown)]
        inside = [local_date(about, zone) + timedelta(days=shift) for shift in (-1, 0, 1)]
        found += [f"{day} came {came[day]} times" for day in inside if came[day] != 1]
    return found


def _is_right(day: date, at: time, shown: datetime) -> bool:
    """At its hour; an hour that the clocks skip counts as the hour after it, which may be one past midnight."""
    if shown.date() != day:
        return False
    return shown.time() == at or _skipped(day, at, shown)


def _skipped(day: date, at: time, shown: datetime) -> bool:
    there_and_back = datetime.combine(day, at, tzinfo=shown.tzinfo).astimezone(UTC).astimezone(shown.tzinfo)
    return there_and_back.time() != at and shown.time() == there_and_back.time()


@PROOF
@pytest.mark.parametrize("make", [of_a_channel, of_a_person])
@pytest.mark.parametrize("name", ZONES)
def test_over_every_change_of_the_clocks_it_comes_once_a_local_date_at_its_hour(
    name: str, make: Callable[[], Scheduler]
) -> None:
    """T16"""
    for at in HOURS:
        assert faults(make, ZoneInfo(name), at) == [], at


@pytest.mark.parametrize(
    ("make", "fault"),
    [(by_wall_time, "came 2 times"), (by_wall_time, "came 0 times"), (every_24_hours, "at 0")],
)
def test_control_a_plain_scheduler_comes_twice_or_never_or_at_the_wrong_hour(
    make: Callable[[], Scheduler], fault: str
) -> None:
    """T16"""
    new_york = ZoneInfo("America/New_York")
    assert any(fault in said for at in (time(1, 30), time(2, 30), time(7)) for said in faults(make, new_york, at))


def test_the_years_hold_as_many_changes_as_they_should() -> None:
    counts = {name: len(list(transitions(ZoneInfo(name)))) for name in ZONES}
    assert counts == {name: 0 if name == "Pacific/Honolulu" else 2 * len(YEARS) for name in ZONES}


@pytest.mark.parametrize("make", [of_a_channel, of_a_person])
@pytest.mark.parametrize("hours", [-1, 24])
@pytest.mark.parametrize("name", ZONES)
def test_a_system_clock_set_back_or_forward_brings_nothing_twice_and_loses_nothing(
    name: str, hours: int, make: Callable[[], Scheduler]
) -> None:
    """T16: for two hours the machine believes in another time, at every hour of the day in turn."""
    zone, about = ZoneInfo(name), datetime(2026, 3, 8, 12, tzinfo=UTC)
    for begins in range(0, 24, quick_or_full(8, 1)):
        start = about + timedelta(hours=begins - 12)

        def wind(now: datetime, start: datetime = start) -> timedelta:
            return timedelta(hours=hours) if start <= now < start + timedelta(hours=2) else timedelta(0)

        for at in HOURS[:: quick_or_full(3, 1)]:
            due = make()
            came = Counter(day for now in ticks(about, wind=wind) if (day := due(at, zone, now)))
            assert set(came.values()) <= {1}, (at, begins)
            inside = {local_date(about, zone) + timedelta(days=shift) for shift in (-1, 0, 1)}
            assert inside <= set(came), (at, begins)

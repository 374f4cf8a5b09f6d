"""On which days a series happens, whatever the clocks do."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatbot.events.model import Filter, Hours, Plan, Repeats
from chatbot.events.recurrence import dates, ending, read_rule, rule_for
from chatbot.events.rules import read_filter, when_on
from tests.fixtures.size import PROOF, quick_or_full

US_ZONES = [
    ZoneInfo(name)
    for name in (
        "America/New_York",
        "America/Chicago",
        "America/Denver",
        "America/Phoenix",
        "America/Los_Angeles",
        "America/Anchorage",
        "Pacific/Honolulu",
        "America/Puerto_Rico",
    )
]
"""Where the clocks change, and where they do not."""

SIZED = settings(max_examples=quick_or_full(60, 2000), deadline=None)

DAYS = st.dates(date(2026, 1, 1), date(2031, 12, 31))
HOURS = st.times().map(lambda hour: hour.replace(second=0, microsecond=0, fold=0))
OFFERED = st.sampled_from([one for one in Repeats if one not in (Repeats.ONCE, Repeats.RULE)])


@PROOF
@SIZED
@given(first=DAYS, hour=HOURS, zone=st.sampled_from(US_ZONES), repeats=OFFERED)
def test_the_hour_stays_what_the_clocks_on_the_spot_show(
    first: date, hour: time, zone: ZoneInfo, repeats: Repeats
) -> None:
    plan = Plan(rule=rule_for(repeats, first), first=first)
    found = dates(plan, most=30)
    assert found[0] == first or first.day > 28
    for day in found:
        at = when_on(day, Hours(start=hour, end=None), zone)
        assert at.starts_at is not None
        shown = at.starts_at.astimezone(zone)
        if shown.time() != hour:  # an hour that the clocks skip in spring comes as much later
            assert (shown.date(), shown.time()) == (day, _later(hour, 1))
            assert not _exists(day, hour, zone)
        assert at.day == day


def test_control_counting_in_hours_would_drift() -> None:
    zone, six = ZoneInfo("America/New_York"), Hours(start=time(18), end=None)
    days = dates(Plan(rule="FREQ=WEEKLY;BYDAY=TU", first=date(2026, 3, 3)), most=2)
    first, second = (when_on(day, six, zone).starts_at for day in days)
    assert first
    assert second == first + timedelta(days=7, hours=-1)


@PROOF
@SIZED
@given(first=DAYS, repeats=OFFERED, made=st.integers(0, 20), more=st.integers(1, 6), gone=st.sets(st.integers(0, 12)))
def test_dates_made_bit_by_bit_are_those_made_at_once(
    first: date, repeats: Repeats, made: int, more: int, gone: set[int]
) -> None:
    rule = rule_for(repeats, first)
    whole = dates(Plan(rule=rule, first=first), most=60)
    plan = Plan(rule=rule, first=first, except_on=frozenset(whole[number] for number in gone))
    at_once = dates(plan, most=made + more)
    bits = dates(plan, most=made)
    bits += dates(plan, after=bits[-1] if bits else None, most=more)
    assert bits == at_once == [day for day in whole if day not in plan.except_on][: made + more]


@PROOF
@SIZED
@given(first=DAYS, repeats=OFFERED, length=st.integers(0, 400))
def test_a_last_day_is_the_last(first: date, repeats: Repeats, length: int) -> None:
    until = first + timedelta(days=length)
    rule = rule_for(repeats, first)
    ended = dates(Plan(rule=ending(rule, until), first=first), most=500)
    assert ended == [day for day in dates(Plan(rule=rule, first=first), most=500) if day <= until]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("RRULE:FREQ=WEEKLY;BYDAY=TU,TH", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("freq=monthly;byday=-1fr", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("FREQ=WEEKLY;UNTIL=20260401T000000Z", "FREQ=WEEKLY;UNTIL=20260401"),
        ("FREQ=DAILY;COUNT=9", "FREQ=DAILY;COUNT=9"),
    ],
)
def test_rules_of_the_standard_are_understood(typed: str, kept: str) -> None:
    assert read_rule(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "every Tuesday",
        "FREQ",
        "FREQ=SECONDLY",
        "FREQ=WEEKLY;BYHOUR=3",
        "FREQ=WEEKLY;FREQ=DAILY",
        "FREQ=WEEKLY;COUNT=2;UNTIL=20260401",
        "FREQ=WEEKLY;UNTIL=20269999",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
    ],
)
def test_rules_that_make_no_sense_or_never_come_are_not(typed: str) -> None:
    assert read_rule(typed) is None


RULES = st.one_of(
    st.builds("FREQ=DAILY;INTERVAL={}".format, st.integers(1, 6)),
    st.builds("FREQ=WEEKLY;INTERVAL={};BYDAY={}".format, st.integers(1, 8), st.sampled_from(["MO", "TU,SA", "SU"])),
    st.builds("FREQ=MONTHLY;INTERVAL={};BYMONTHDAY={}".format, st.integers(1, 6), st.integers(1, 31)),
    st.builds("FREQ=MONTHLY;INTERVAL={};BYDAY={}MO".format, st.integers(1, 6), st.sampled_from([1, 4, 5, -1])),
)


@PROOF
@SIZED
@given(first=DAYS, rule=RULES)
def test_every_rule_that_is_taken_has_a_day_before_long(first: date, rule: str) -> None:
    kept = read_rule(rule)
    assert kept is not None
    (day,) = dates(Plan(rule=kept, first=first), most=1)
    assert first <= day <= first + timedelta(days=5 * 366)


def test_what_stands_behind_the_command_is_read() -> None:
    assert read_filter("this week mine Lynn") == Filter(mine=True, days=7, words="lynn")
    assert read_filter("today") == Filter(days=1)
    assert read_filter("Saint Brigid") == Filter(words="saint brigid")


def _later(hour: time, hours: int) -> time:
    return (datetime.combine(date(2026, 1, 1), hour) + timedelta(hours=hours)).time()


def _exists(day: date, hour: time, zone: ZoneInfo) -> bool:
    there = datetime.combine(day, hour, tzinfo=zone)
    return there.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == there.replace(tzinfo=None)

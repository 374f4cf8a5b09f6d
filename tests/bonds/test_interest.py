"""Interest that can be checked with a pocket calculator."""

from datetime import date

import pytest

from chatbot.bonds.interest import interest
from chatbot.bonds.refusals import NoRate
from chatbot.kit.money import Money

RATES = {2026: 300, 2027: 275, 2028: 300}
"""3 percent, 2.75 percent, 3 percent."""


def earned(dollars: int, paid_on: date, until: date) -> str:
    return interest(Money(dollars * 100), paid_on=paid_on, until=until, rates=RATES).plain


def test_the_day_of_the_deposit_does_not_count_and_the_last_day_does() -> None:
    # One day of 3 percent on $36,500: 36,500 x 0.03 / 365 = 3.00.
    assert earned(36_500, date(2026, 3, 2), date(2026, 3, 2)) == "0.00"
    assert earned(36_500, date(2026, 3, 2), date(2026, 3, 3)) == "3.00"
    assert earned(36_500, date(2026, 3, 2), date(2026, 3, 12)) == "30.00"
    # The first of January alone, at 2.75 percent: 36,500 x 0.0275 / 365 = 2.75.
    assert earned(36_500, date(2026, 12, 31), date(2027, 1, 1)) == "2.75"


def test_a_whole_year_earns_exactly_its_rate_also_a_leap_year() -> None:
    assert earned(10_000, date(2025, 12, 31), date(2026, 12, 31)) == "300.00"
    assert earned(10_000, date(2026, 12, 31), date(2027, 12, 31)) == "275.00"
    assert earned(10_000, date(2027, 12, 31), date(2028, 12, 31)) == "300.00"


def test_each_year_earns_its_own_rate_and_interest_earns_none() -> None:
    # March 10 to December 31, 2026: 22+30+31+30+31+31+30+31+30+31 = 297 days; 5,000 x 0.03 x 297/365   = 122.0548
    # January 1 to May 3, 2027: 31+28+31+30+3 = 123 days;                      5,000 x 0.0275 x 123/365 =  46.3356
    # Together 168.3904, which is $168.39.
    assert earned(5_000, date(2026, 3, 9), date(2027, 5, 3)) == "168.39"


def test_half_a_cent_is_rounded_up_and_only_once() -> None:
    # A year of 0.01 percent on $50 is half a cent; on $49.99 it is a little less.
    tiny = {2026: 1}
    whole_year = {"paid_on": date(2025, 12, 31), "until": date(2026, 12, 31)}
    assert interest(Money(5000), **whole_year, rates=tiny) == Money(1)
    assert interest(Money(4999), **whole_year, rates=tiny) == Money(0)
    # Two years of half a cent are a whole one, not two.
    both = interest(Money(5000), paid_on=date(2025, 12, 31), until=date(2027, 12, 31), rates={2026: 1, 2027: 1})
    assert both == Money(1)


def test_a_year_without_a_rate_is_not_guessed() -> None:
    with pytest.raises(NoRate) as refused:
        earned(5_000, date(2026, 3, 9), date(2029, 1, 1))
    assert refused.value.year == 2029

"""Interest on a bond's deposit: simple, by a table of yearly rates. Pure."""

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction

from chatbot.bonds.refusals import NoRate
from chatbot.kit.money import Money

_ONE_DAY = timedelta(days=1)
_HUNDREDTHS_OF_PERCENT = 10_000


def interest(principal: Money, *, paid_on: date, until: date, rates: Mapping[int, int]) -> Money:
    """What a deposit earned: the day of the deposit does not count, the last day does.

    Every day earns its year's rate divided by the days of that year, on the principal alone. The sum is exact and is
    rounded once, at the end, to the nearest cent, half a cent up. `rates` are hundredths of a percent by year; raises
    `NoRate` for a year that has none.
    """
    earned = Fraction(0)
    for year, days in _days_by_year(paid_on + _ONE_DAY, until).items():
        if year not in rates:
            raise NoRate(year)
        length = (date(year + 1, 1, 1) - date(year, 1, 1)).days
        earned += Fraction(principal.cents * rates[year] * days, _HUNDREDTHS_OF_PERCENT * length)
    return Money(int(earned + Fraction(1, 2)))


def _days_by_year(first: date, last: date) -> dict[int, int]:
    """How many days of each year lie between two days, both counted."""
    days: dict[int, int] = {}
    for year in range(first.year, last.year + 1):
        begins, ends = max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
        if begins <= ends:
            days[year] = (ends - begins).days + 1
    return days

"""Months and what is summed up in them. Pure."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from chatbot.impact.model import Month, Period
from chatbot.kit.figures import Count, Figure, Helped
from chatbot.kit.months import month_after, month_of, months_before

BEGINNING = date(2000, 1, 1)
"""No record is older."""


def months_of(period: Period, today: date) -> tuple[date, date]:
    """The first month of the period and the first that is not in it any more."""
    this, after = month_of(today), month_after(month_of(today))
    match period:
        case Period.MONTH:
            return this, after
        case Period.LAST_MONTH:
            return months_before(this, 1), this
        case Period.YEAR:
            return date(today.year, 1, 1), after
        case Period.ALL:
            return BEGINNING, after


def summed(
    counts: Iterable[Count], helped: Iterable[Helped], *, subjects: Collection[str] | None = None
) -> dict[date, dict[Figure, int]]:
    """The figures of each month, of these subjects only when they are named."""
    found: dict[date, dict[Figure, int]] = {}
    for count in counts:
        if subjects is None or count.subject in subjects:
            month = found.setdefault(month_of(count.day), {})
            month[count.figure] = month.get(count.figure, 0) + count.amount
    people: dict[date, set[int]] = {}
    for one in helped:
        if subjects is None or one.subject in subjects:
            people.setdefault(month_of(one.day), set()).add(one.person_id)
    for first, those in people.items():
        found.setdefault(first, {})[Figure.VOLUNTEERS] = len(those)
    return found


def in_order(found: Mapping[date, Month], first: date, end: date) -> tuple[tuple[date, Month], ...]:
    """Every month from the earliest with anything in it, also those in between with nothing."""
    filled = [month for month, figures in found.items() if any(figures.values())]
    month = max(first, min(filled)) if filled else end
    months = []
    while month < end:
        months.append((month, found.get(month, {})))
        month = month_after(month)
    return tuple(months)

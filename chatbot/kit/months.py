"""Months, each as its first day. Pure."""

from datetime import date


def month_of(day: date) -> date:
    """The month a day lies in."""
    return day.replace(day=1)


def month_after(month: date) -> date:
    """The next month."""
    return months_before(month, -1)


def months_before(month: date, number: int) -> date:
    """The month so many months earlier."""
    whole = month.year * 12 + month.month - 1 - number
    return date(whole // 12, whole % 12 + 1, 1)

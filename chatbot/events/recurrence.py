"""On which days a series happens. Pure.

Days are counted on the calendar of the place, without hours; the hour is put on each day afterwards, as the clocks of
the place show it then. So a walk at six stays at six when the clocks change.
"""

import re
from datetime import date, datetime, time, timedelta
from itertools import islice

from dateutil.rrule import rrulestr

from chatbot.events.model import Plan, Repeats
from chatbot.kit.i18n import Text, _

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

_DAY = r"(?:MO|TU|WE|TH|FR|SA|SU)"
_NTH = rf"(?:[1-5]|-[1-4]){_DAY}"
_BEGIN = {
    "DAILY": {"INTERVAL": r"[1-6]"},
    "WEEKLY": {"INTERVAL": r"[1-8]", "BYDAY": rf"{_DAY}(?:,{_DAY}){{0,6}}", "WKST": _DAY},
    "MONTHLY": {
        "INTERVAL": r"[1-6]",
        "BYDAY": rf"{_NTH}(?:,{_NTH}){{0,4}}",
        "BYMONTHDAY": r"(?:[1-9]|[12][0-9]|3[01]|-1)(?:,(?:[1-9]|[12][0-9]|3[01]|-1)){0,4}",
    },
}
_END = {"COUNT": r"[1-9][0-9]{0,2}", "UNTIL": r"[0-9]{8}(?:T[0-9]{6}Z?)?"}


def read_rule(text: str) -> str | None:
    """A rule as it is kept, or None for one that is not understood.

    Only what gatherings need is taken. Every rule that passes has a day within five years of any beginning, so that
    nobody can make the program look for one until the year 9999.
    """
    parts = [part.partition("=") for part in text.strip().upper().removeprefix("RRULE:").split(";") if part]
    found = {name: value for name, _sep, value in parts}
    begin = _BEGIN.get(found.pop("FREQ", ""))
    if begin is None or len(parts) != len(found) + 1 or {"BYDAY", "BYMONTHDAY"} <= {*found} or {*_END} <= {*found}:
        return None
    forms = {**begin, **_END}
    if not all(name in forms and re.fullmatch(forms[name], value) for name, value in found.items()):
        return None
    if "UNTIL" in found and _day(found["UNTIL"]) is None:
        return None
    return ";".join(f"{name}={value[:8] if name == 'UNTIL' else value}" for name, _sep, value in parts)


def rule_for(repeats: Repeats, first: date) -> str:
    """The rule for what the form offers; the fifth weekday of a month is taken as its last."""
    weekday = DAYS[first.weekday()]
    nth = (first.day - 1) // 7 + 1
    match repeats:
        case Repeats.BIWEEKLY:
            return f"FREQ=WEEKLY;INTERVAL=2;BYDAY={weekday}"
        case Repeats.SAME_WEEKDAY:
            return f"FREQ=MONTHLY;BYDAY={nth if nth < 5 else -1}{weekday}"
        case Repeats.SAME_DAY:
            return f"FREQ=MONTHLY;BYMONTHDAY={first.day}"
        case _:
            return f"FREQ=WEEKLY;BYDAY={weekday}"


def ending(rule: str, until: date) -> str:
    """The same rule, with a last day."""
    kept = [part for part in rule.split(";") if part.partition("=")[0] not in _END]
    return ";".join([*kept, f"UNTIL={until:%Y%m%d}"])


def dates(plan: Plan, *, after: date | None = None, most: int) -> list[date]:
    """The next days of the plan after that one, or from its beginning, at most so many."""
    rule = rrulestr(plan.rule, dtstart=datetime.combine(plan.first, time()))
    since = plan.first if after is None else max(plan.first, after + timedelta(days=1))
    found = (moment.date() for moment in rule.xafter(datetime.combine(since, time()), inc=True))
    return list(islice((day for day in found if day not in plan.except_on), most))


def rule_text(rule: str) -> Text:
    """How often, in words; a rule that no short sentence says is shown as it is."""
    found = dict(part.split("=", 1) for part in rule.split(";"))
    every = int(found.get("INTERVAL", "1"))
    match found["FREQ"], every, found.get("BYDAY", "").count(","):
        case "WEEKLY", 1, 0:
            return _("every week")
        case "WEEKLY", 2, 0:
            return _("every two weeks")
        case "MONTHLY", 1, 0:
            return _("every month")
        case "DAILY", 1, _none:
            return _("every day")
        case _other:
            return _("on several days: {rule}", rule=rule)


def _day(text: str) -> date | None:
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    except ValueError:
        return None

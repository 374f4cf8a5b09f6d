"""Days and hours as people write them: ISO, American, and with the months and days of the languages we speak. Pure.

`3/4/2026` is the fourth of March, whoever writes it: the network lives in the United States, and a day that could be
two would be worse than one that surprises. What is read is always shown again in words.
"""

import re
from collections.abc import Iterator
from datetime import date, time

from babel import Locale

from chatbot.kit import kreyol
from chatbot.kit.plain import plain

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_AMERICAN = re.compile(r"(\d{1,2})([/-])(\d{1,2})(?:\2(\d{4}|\d{2}))?")
_MONTH_FIRST = re.compile(r"([^\W\d]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (?:de |of )?(\d{4}))?")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|º|o)?[ -](?:de |of )?([^\W\d]+)\.?(?:[ ,-]+(?:de |of )?(\d{4}))?")
_MIDNIGHT = re.compile(r"[ t]0{1,2}:00(?::00(?:\.0+)?)?(?: am)?$")
_HOUR = re.compile(r"(\d{1,2})(?:(?::|h|\.)(\d{2})(?::\d{2})?)?h?(?: ?([ap])\.? ?m\.?)?")


def day_of(text: str, *, language: str = "en", today: date | None = None) -> date | None:
    """The day somebody means, or None. Without a year it is the next such day from `today`, if that is given."""
    words = _MIDNIGHT.sub("", plain(text))
    if found := _ISO.fullmatch(words):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _AMERICAN.fullmatch(words):
        return _in_year(found[4], int(found[1]), int(found[3]), today)
    words = _without_weekday(words, language)
    if found := _MONTH_FIRST.fullmatch(words):
        return _in_year(found[3], _month(found[1], language), int(found[2]), today)
    if found := _DAY_FIRST.fullmatch(words):
        return _in_year(found[3], _month(found[2], language), int(found[1]), today)
    return None


def weekday_of(text: str, *, language: str = "en") -> int | None:
    """Which day of the week a word means, Monday being 0."""
    return _named(plain(text).rstrip("."), language, "days")


def hour_of(text: str) -> time | None:
    """The hour somebody means: `9:00`, `9 AM`, `9:30 p.m.`, `13:30`, `9h30`. A bare number is none."""
    words = plain(text)
    found = _HOUR.fullmatch(words)
    if found is None or words.isdecimal():
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3] == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_year(year: str | None, month: int | None, day: int, today: date | None) -> date | None:
    if month is None:
        return None
    if year:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    if today is None:
        return None
    coming = (_date(today.year + ahead, month, day) for ahead in range(9))  # 29 February may be eight years away
    return next((one for one in coming if one and one >= today), None)


def _without_weekday(words: str, language: str) -> str:
    first, _, rest = words.partition(" ")
    first = first.rstrip(".,")
    is_weekday = _named(first, language, "days") is not None
    is_month = rest[:1].isdigit() and _month(first, language) is not None  # `mar 4`, also where `mar` is Tuesday
    return rest if is_weekday and not is_month else words


def _month(word: str, language: str) -> int | None:
    found = _named(word, language, "months")
    return None if found is None else found + 1


def _named(word: str, language: str, what: str) -> int | None:
    """Which of the names the word is, or begins: the reader's own language first, then English."""
    for names in (_names(language, what), _names("en", what)):
        if word in names:
            return names.index(word)
        begun = [number for number, name in enumerate(names) if len(word) >= 3 and name.startswith(word)]
        if len(begun) == 1:
            return begun[0]
    return None


def _names(language: str, what: str) -> list[str]:
    return list(_written(language, what))


def _written(language: str, what: str) -> Iterator[str]:
    if language == "ht":
        yield from map(plain, kreyol.MONTHS if what == "months" else kreyol.DAYS)
        return
    locale = Locale.parse(language)
    if what == "months":
        yield from (plain(locale.months["format"]["wide"][number]) for number in range(1, 13))
    else:
        yield from (plain(locale.days["format"]["wide"][number]) for number in range(7))

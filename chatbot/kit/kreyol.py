"""Haitian Creole days, months and lists, which Babel's locale data gives in French."""

from collections.abc import Sequence
from datetime import date

from babel.dates import DateTimeFormat

DAYS = ("lendi", "madi", "mèkredi", "jedi", "vandredi", "samdi", "dimanch")
MONTHS = (
    "janvye",
    "fevriye",
    "mas",
    "avril",
    "me",
    "jen",
    "jiyè",
    "out",
    "septanm",
    "oktòb",
    "novanm",
    "desanm",
)


class Dates(DateTimeFormat):
    """The names of days and months, always whole; everything else as the locale has it."""

    def format_weekday(self, char: str = "E", num: int = 4) -> str:
        day = self.value
        return DAYS[day.weekday()] if isinstance(day, date) else super().format_weekday(char, num)

    def format_month(self, char: str, num: int) -> str:
        day = self.value
        return MONTHS[day.month - 1] if isinstance(day, date) and num > 2 else super().format_month(char, num)


def listed(said: Sequence[str]) -> str:
    """`lendi, madi ak mèkredi`."""
    *first, last = said or [""]
    return f"{', '.join(first)} ak {last}" if first else last

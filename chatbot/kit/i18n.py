"""Sentences in the reader's language.

A `Text` is a sentence not yet in any language: its English (the gettext msgid) and what goes into its blanks. `_` and
`n_` write one; `pybabel` finds them by these names. A `Tongue` says it. Blanks take text people typed, numbers, dates,
times, moments and other sentences; `escape` makes typed text harmless for the surface it is said on.
"""

import gettext
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.dates import DateTimeFormat, parse_pattern
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from chatbot.kit import kreyol

LANGUAGES = {"en": "English", "es": "Español", "pt": "Português", "ht": "Kreyòl ayisyen"}
"""The languages the bot speaks, each by its own name."""

_FORMATS = {"en": "en_US", "es": "es_US", "pt": "pt_BR", "ht": "fr_HT"}
"""Whose manner of writing dates and lists. The locale data says Haitian Creole and means French: see `kreyol`."""


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence: its English with `{blanks}`, what fills them, and the plural form when `count` decides."""

    msgid: str
    blanks: Mapping[str, object]
    plural: str | None = None
    count: int = 1


def _(msgid: str, /, **blanks: object) -> Text:
    """A sentence of the catalogues."""
    return Text(msgid, blanks)


def n_(one: str, many: str, count: int, /, **blanks: object) -> Text:
    """A sentence whose form depends on a count; the blank `{count}` holds it."""
    return Text(one, {"count": count, **blanks}, many, count)


def value(shown: object, /) -> Text:
    """A day, an hour or a moment that stands alone: nothing for translators, yet in the reader's manner."""
    return Text("{value}", {"value": shown})


class Spoken(ABC):
    """A blank that knows how it is said in a language, such as an amount of money."""

    __slots__ = ()

    @abstractmethod
    def said(self, language: str, locale: Locale) -> str: ...


def as_typed(text: str) -> str:
    return text


class Tongue:
    """Says sentences in one language."""

    def __init__(self, language: str, translations: gettext.NullTranslations) -> None:
        self.language = language
        self._translations = translations
        self._locale = Locale.parse(_FORMATS[language])
        self._manner = kreyol.Dates if language == "ht" else DateTimeFormat

    def say(self, text: Text, escape: Callable[[str], str] = as_typed) -> str:
        """The sentence, its blanks filled; every blank that holds typed text goes through `escape`."""
        if text.plural is None:
            pattern = self._translations.gettext(text.msgid)
        else:
            pattern = self._translations.ngettext(text.msgid, text.plural, text.count)
        return pattern.format(**{name: self._blank(value, escape) for name, value in text.blanks.items()})

    def _blank(self, value: object, escape: Callable[[str], str]) -> str:  # noqa: PLR0911
        match value:
            case Text():
                return self.say(value, escape)
            case Spoken():
                return escape(value.said(self.language, self._locale))
            case datetime():
                return f"{self._date(value, 'moment')} {value.tzname()}"
            case date():
                return self._date(value, "day")
            case time():
                return self._date(value, "hour")
            case list() | tuple():
                return self._list([self._blank(one, escape) for one in value])
            case _:
                return escape(str(value))

    def _date(self, value: date | time, what: str) -> str:
        return parse_pattern(self._pattern(what)) % self._manner(value, self._locale)

    def _list(self, said: list[str]) -> str:
        return kreyol.listed(said) if self.language == "ht" else format_list(said, locale=self._locale)

    def _pattern(self, what: str) -> str:
        """The pattern for a date as the translators wrote it (Unicode's letters: EEE Mon, MMM Jan, h:mm a)."""
        if what == "day":
            return self._translations.pgettext("date pattern", "EEE, MMM d")
        if what == "hour":
            return self._translations.pgettext("date pattern", "h:mm a")
        return self._translations.pgettext("date pattern", "EEE, MMM d, h:mm a")


class Catalogues:
    """All languages, each read from its `.po` file beside this module when somebody first speaks it."""

    def __init__(self, folder: Path = Path(__file__).parent / "locale") -> None:
        self._folder = folder
        self._tongues: dict[str, Tongue] = {}

    def tongue(self, language: str) -> Tongue:
        """The tongue for a language tag such as `pt-BR`; English when the bot does not speak it."""
        asked = language.replace("_", "-").split("-")[0].lower()
        spoken = asked if asked in LANGUAGES else "en"
        if spoken not in self._tongues:
            self._tongues[spoken] = Tongue(spoken, _read(self._folder, spoken))
        return self._tongues[spoken]


@cache
def _read(folder: Path, language: str) -> gettext.NullTranslations:
    """Thousands of sentences take a tenth of a second to read: once in a process is enough, nobody changes them."""
    file = folder / language / "LC_MESSAGES" / "alongside.po"
    if not file.exists():
        return gettext.NullTranslations()
    with file.open("rb") as source:
        catalogue = read_po(source, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)

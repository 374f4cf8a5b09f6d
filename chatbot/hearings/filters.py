"""What a list was asked for. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from difflib import get_close_matches

from chatbot.hearings.model import Filter, Kind
from chatbot.hearings.refusals import UnknownFilter
from chatbot.hearings.words import KINDS, Say, Word, own_word, vocabulary
from chatbot.kit.dates import day_of, weekday_of
from chatbot.kit.languages import NAMES, language_of
from chatbot.kit.plain import plain
from chatbot.places.model import Place
from chatbot.places.rules import named

FORTNIGHT = 14
"""Days ahead that a list looks unless it is asked for more or less."""

FAR = 365
"""Days ahead that `mine` looks: what someone promised must not fall off the list for being far away."""

_LONGEST = 5
"""Words that belong together at most: `4 de marzo de 2026`."""

Meaning = Word | Kind | date | str
"""A string is the code of a language."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """Who typed: how sentences are said in their language, and what day it is where the network lives."""

    say: Say
    language: str
    today: date


def read_filter(words: str, places: Sequence[Place], reader: Reader, *, usual: int = FORTNIGHT) -> Filter:
    """What someone typed behind /hearings. Words may be combined: `today open boston`. Raises `UnknownFilter`.

    A word is taken in English or in the reader's own language. Whatever is left over names a place.
    """
    known = vocabulary(reader.say)
    tokens, rest = plain(words).split(), list[str]()
    wanted = Filter(days=0)
    while tokens:
        size, meaning = _longest(tokens, known, reader)
        if meaning is None:
            rest.append(tokens[0])
        else:
            wanted = _narrowed(wanted, meaning, reader.today)
        tokens = tokens[size:]
    if not wanted.days:
        wanted = replace(wanted, days=FAR if wanted.mine else usual)
    return replace(wanted, place_ids=_places(" ".join(rest), places, reader))


def _longest(tokens: Sequence[str], known: dict[str, Word | Kind], reader: Reader) -> tuple[int, Meaning | None]:
    """The most words from the beginning that mean something together, and what."""
    for size in range(min(_LONGEST, len(tokens)), 0, -1):
        phrase = " ".join(tokens[:size])
        meaning: Meaning | None = known.get(phrase) or _day(phrase, reader) or language_of(phrase)
        if meaning is not None:
            return size, meaning
    return 1, None


def _day(phrase: str, reader: Reader) -> date | None:
    weekday = weekday_of(phrase, language=reader.language)
    if weekday is not None:
        return reader.today + timedelta(days=(weekday - reader.today.weekday()) % 7)
    return day_of(phrase, language=reader.language, today=reader.today)


def _narrowed(wanted: Filter, meaning: Meaning, today: date) -> Filter:  # noqa: PLR0911
    match meaning:
        case Word.TODAY:
            return replace(wanted, days=1)
        case Word.TOMORROW:
            return replace(wanted, start=1, days=1)
        case Word.WEEK:
            return replace(wanted, days=7)
        case Word.MINE:
            return replace(wanted, mine=True)
        case Word.OPEN:
            return replace(wanted, open=True)
        case Kind():
            return replace(wanted, kind=meaning)
        case date():
            return replace(wanted, start=(meaning - today).days, days=1)
        case language:
            return replace(wanted, language=language)


def _places(words: str, places: Sequence[Place], reader: Reader) -> tuple[int, ...]:
    found = named(places, words)
    if words and not found:
        raise UnknownFilter(words, _closest(words, places, reader))
    return tuple(place.id for place in found)


def _closest(word: str, places: Iterable[Place], reader: Reader) -> str | None:
    known = {name.casefold(): name for place in places for name in (place.name, *place.aliases)}
    own = [reader.say(own_word(one)) for one in Word]
    choices = [*Word, *own, *KINDS, *known, *NAMES]
    close = get_close_matches(word, choices, n=1)
    return known.get(close[0], str(close[0])) if close else None

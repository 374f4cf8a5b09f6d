"""What someone meant by the words behind /hearings."""

from dataclasses import replace
from datetime import date

import pytest

from chatbot.hearings.filters import Reader, read_filter
from chatbot.hearings.model import Filter, Kind
from chatbot.hearings.refusals import UnknownFilter
from chatbot.kit.i18n import Catalogues
from chatbot.places.model import Place
from chatbot.places.starter import STARTER

MONDAY = date(2026, 3, 2)

PLACES = [
    Place(
        id=number,
        team_id="T1",
        **{name: getattr(facts, name) for name in ("name", "address", "room", "area", "zone", "notes", "aliases")},
        card_channel=None,
    )
    for number, facts in enumerate(STARTER, 1)
]


def reader(language: str = "en") -> Reader:
    return Reader(say=Catalogues().tongue(language).say, language=language, today=MONDAY)


def read(words: str, language: str = "en") -> Filter:
    return read_filter(words, PLACES, reader(language))


MEANT: list[tuple[str, Filter]] = [
    ("", Filter()),
    ("today", Filter(days=1)),
    ("  THIS   Week ", Filter(days=7)),
    ("mine open", Filter(days=365, mine=True, open=True)),
    ("family court mine today", Filter(days=1, mine=True, kind=Kind.STATE_COURT)),
    ("ice check-in", Filter(kind=Kind.CHECK_IN)),
    ("check-in", Filter(kind=Kind.CHECK_IN)),
    ("bond today", Filter(kind=Kind.BOND, days=1)),
    ("boston", Filter(place_ids=(1,))),
    ("open jfk building today", Filter(open=True, days=1, place_ids=(1,))),
    ("Lowell", Filter(place_ids=(2,))),
    ("greater boston", Filter(place_ids=(1, 3))),
    ("ice burlington", Filter(kind=Kind.CHECK_IN, place_ids=(3,))),
    ("tomorrow", Filter(days=1, start=1)),
    ("spanish tomorrow open", Filter(days=1, start=1, open=True, language="es")),
    ("haitian creole boston", Filter(language="ht", place_ids=(1,))),
    ("K’iche’", Filter(language="quc")),
    ("3/4", Filter(days=1, start=2)),
    ("2026-03-04 bond", Filter(days=1, start=2, kind=Kind.BOND)),
    ("Wed, Mar 4, 2026", Filter(days=1, start=2)),
    ("march 1", Filter(days=1, start=364)),
    ("friday", Filter(days=1, start=4)),
    ("monday chelmsford", Filter(days=1, place_ids=(2,))),
]


@pytest.mark.parametrize(("words", "meant"), MEANT, ids=[words for words, _ in MEANT])
def test_words_say_which_hearings_are_meant(words: str, meant: Filter) -> None:
    assert read(words) == meant


IN_OTHER_LANGUAGES = [
    ("es", "Mañana fianza", Filter(days=1, start=1, kind=Kind.BOND)),
    ("es", "esta semana espanol", Filter(days=7, language="es")),
    ("es", "4 de marzo", Filter(days=1, start=2)),
    ("es", "miércoles", Filter(days=1, start=2)),
    ("es", "open today", Filter(days=1, open=True)),
    ("pt", "amanhã", Filter(days=1, start=1)),
    ("pt", "4 de março de 2026", Filter(days=1, start=2)),
    ("ht", "demen", Filter(days=1, start=1)),
    ("ht", "4 mas kreyòl", Filter(days=1, start=2, language="ht")),
]


@pytest.mark.parametrize(("language", "words", "meant"), IN_OTHER_LANGUAGES)
def test_words_may_be_the_readers_own_or_english(language: str, words: str, meant: Filter) -> None:
    assert read(words, language) == meant


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("bostn", "I do not know “bostn”. Did you mean “Boston”?"),
        ("toady", "I do not know “toady”. Did you mean “today”?"),
        ("tomorow", "I do not know “tomorow”. Did you mean “tomorrow”?"),
        ("spannish", "I do not know “spannish”. Did you mean “spanish”?"),
        ("chelmsfrod", "I do not know “chelmsfrod”. Did you mean “Chelmsford”?"),
        ("open qqqq", "I do not know “qqqq”. Type /hearings help to see what I understand."),
        ("<!channel>", "I do not know “<!channel>”. Type /hearings help to see what I understand."),
    ],
)
def test_a_word_nobody_knows_is_answered_with_the_closest_one(words: str, answer: str) -> None:
    with pytest.raises(UnknownFilter) as refused:
        read(words)
    assert Catalogues().tongue("en").say(refused.value.sentence) == answer


def test_a_place_of_two_networks_names_is_found_by_each_alias() -> None:
    twins = [replace(PLACES[0], id=8, aliases=("the court",)), replace(PLACES[1], id=9, aliases=("The  Court",))]
    assert read_filter("the court", twins, reader()).place_ids == (8, 9)

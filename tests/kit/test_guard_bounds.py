"""The guard goes through a text once: every form it looks for is bounded, so hostile text cannot make it wander."""

import re
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from chatbot.kit.guard import Exposure, contacts, identity, look, street_words
from chatbot.kit.guard.folded import fold
from chatbot.kit.guard.streets_number_first import number_first
from chatbot.kit.guard.streets_street_first import street_first

LONGEST = 3000
"""The longest text that is taken anywhere."""

WIDEST = 700
"""No form reaches further than this from where it begins."""

HOSTILE = [
    "0 ",
    "a ",
    "a-",
    "A0",
    "4111 ",
    "maria.",
    "a@a.",
    "1 Elm ",
    "calle ",
    "calle luna ",
    "tel ",
    "(",
    "a number ",
]


def patterns(module: Any) -> list[re.Pattern[str]]:
    found: list[re.Pattern[str]] = []
    for value in vars(module).values():
        found += [item for item in (value if isinstance(value, tuple) else (value,)) if isinstance(item, re.Pattern)]
    return found


@pytest.mark.parametrize("pattern", patterns(identity) + patterns(contacts), ids=lambda pattern: pattern.pattern[:40])
def test_no_form_is_unbounded(pattern: re.Pattern[str]) -> None:
    assert parser.parse(pattern.pattern).getwidth()[1] <= WIDEST


class Counted(list[street_words.Token]):
    """A line of tokens that counts how often it is asked for one."""

    asked = 0

    def __getitem__(self, index: Any) -> Any:
        self.asked += 1
        return super().__getitem__(index)


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("find", [number_first, street_first])
def test_reading_streets_asks_for_each_word_a_bounded_number_of_times(find: Any, piece: str) -> None:
    line = Counted(street_words.tokens(fold((piece * LONGEST)[:LONGEST])))
    list(find(line))
    assert line.asked <= 150 * len(line)


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_gets_an_answer(piece: str) -> None:
    assert isinstance(look((piece * LONGEST)[:LONGEST], Exposure.PUBLIC), tuple)

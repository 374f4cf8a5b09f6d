"""How much careless text the guard catches, and how often it cries wolf: the figures, and the least they may be."""

from collections import Counter
from collections.abc import Callable

import pytest

from chatbot.kit.guard import Exposure, Kind, look
from tests.kit import guard_corpus as corpus

LEAST_CAUGHT = {
    "A_NUMBER": 0.99,
    "SSN": 0.99,
    "CARD": 0.99,
    "PHONE": 0.99,
    "EMAIL": 0.99,
    "STREET_ADDRESS": 0.90,
}
MOST_FALSE = 0.02


def is_caught(line: corpus.Line) -> bool:
    """The right kind, at the right place."""
    return any(
        found.kind is Kind[line.kind] and found.start < line.end and line.start < found.end
        for found in look(line.text, Exposure.PUBLIC)
    )


def told(name: str, good: Counter[str], lines: Counter[str], word: str) -> None:
    for key in sorted(lines):
        print(f"{name}: {key:<18} {good[key]:>4} of {lines[key]:<4} {word} ({good[key] / lines[key]:.1%})")  # noqa: T201


def private_lines() -> list[corpus.Line]:
    return corpus.private()


def held_out_private() -> list[corpus.Line]:
    return [line for line in corpus.held_out() if line.kind != "-"]


def held_out_ordinary() -> list[corpus.Line]:
    return [line for line in corpus.held_out() if line.kind == "-"]


@pytest.mark.parametrize("lines_of", [private_lines, held_out_private])
def test_careless_text_is_caught(lines_of: Callable[[], list[corpus.Line]]) -> None:
    all_lines = lines_of()
    lines = Counter(line.kind for line in all_lines)
    caught = Counter(line.kind for line in all_lines if is_caught(line))
    told(lines_of.__name__, caught, lines, "caught")
    assert set(lines) == set(LEAST_CAUGHT)
    assert [kind for kind in lines if caught[kind] / lines[kind] < LEAST_CAUGHT[kind]] == []


@pytest.mark.parametrize("lines_of", [corpus.ordinary, held_out_ordinary])
def test_ordinary_text_is_left_alone(lines_of: Callable[[], list[corpus.Line]]) -> None:
    all_lines = lines_of()
    lines = Counter(line.language for line in all_lines)
    false = Counter(line.language for line in all_lines if look(line.text, Exposure.PUBLIC))
    told(lines_of.__name__, false, lines, "false alarms")
    assert [language for language in lines if false[language] / lines[language] > MOST_FALSE] == []


@pytest.mark.parametrize("language", corpus.LANGUAGES)
def test_every_language_is_tried_on_200_lines_of_each_sort(language: str) -> None:
    assert len({line.text for line in corpus.private() if line.language == language}) >= 200
    assert len({line.text for line in corpus.ordinary() if line.language == language}) >= 200


def test_the_guard_has_not_seen_what_is_held_out() -> None:
    known = {line.text for line in corpus.private() + corpus.ordinary()}
    assert known.isdisjoint(line.text for line in corpus.held_out())

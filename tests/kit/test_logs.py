"""What libraries would log never becomes a line, whatever the level."""

import logging
from collections.abc import Iterator

import pytest

from chatbot.kit.logs import configure


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root, ours = logging.getLogger(), logging.getLogger("alongside")
    before = root.handlers[:], root.level, ours.level
    yield
    root.handlers[:] = before[0]
    root.setLevel(before[1])
    ours.setLevel(before[2])


@pytest.mark.parametrize(
    ("level", "library", "ours"),
    [
        ("DEBUG", logging.WARNING, logging.DEBUG),
        ("INFO", logging.WARNING, logging.INFO),
        ("ERROR", logging.ERROR, logging.ERROR),
    ],
)
def test_libraries_do_not_even_make_the_lines_that_would_be_dropped(level: str, library: int, ours: int) -> None:
    configure(level, "text")
    assert logging.getLogger("slack_sdk.web").getEffectiveLevel() == library
    assert logging.getLogger("alongside").getEffectiveLevel() == ours

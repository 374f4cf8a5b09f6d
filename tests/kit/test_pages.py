"""Pages of a long list, and what the buttons that turn them carry."""

import pytest

from chatbot.kit.pages import turned_to
from handlers.slack.turning import asked


@pytest.mark.parametrize(
    ("page", "total", "shown"),
    [(1, 0, (1, 1)), (1, 6, (1, 1)), (2, 7, (2, 2)), (0, 7, (1, 2)), (-3, 7, (1, 2)), (99, 13, (3, 3))],
)
def test_a_page_that_is_not_there_is_the_nearest_one(page: int, total: int, shown: tuple[int, int]) -> None:
    assert turned_to(page, total=total, size=6) == shown


@pytest.mark.parametrize(
    ("value", "page"),
    [
        ("2 spanish friday", (2, "spanish friday")),
        ("2", (2, "")),
        ("", (1, "")),
        ("two B101", (1, "B101")),
        ("-1 all", (1, "all")),
        ("9" * 5000, (1, "")),
    ],
)
def test_what_a_button_carries_is_a_hint(value: str, page: tuple[int, str]) -> None:
    assert asked(value) == page

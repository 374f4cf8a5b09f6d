"""What leaves the house as CSV opens as text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chatbot.kit.sheets import written
from tests.fixtures.spreadsheets import cells, is_live

FORMULA = '=HYPERLINK("https://example.org")'


@pytest.mark.parametrize("before", ["", "\t", "\r", "\n", " ", "\u00a0", "\u200b", "\ufeff", "\u2060", "\u00ad", "\0"])
@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹢", "﹣"])
def test_a_formula_is_text_whatever_stands_in_front_of_it(before: str, sign: str) -> None:
    """T13"""
    typed = f"{before}{sign}1+1"
    assert is_live(typed)
    ((cell,),) = cells(written([[typed]]))
    assert cell == f"'{typed}"


@given(st.lists(st.lists(st.text(), min_size=2, max_size=3), max_size=4))
@example([["a\r\n=1", FORMULA], ["'", "-"]])
def test_whatever_was_typed_is_inert_and_nothing_of_it_is_lost(rows: list[list[str]]) -> None:
    """T13"""
    read = cells(written(rows))
    assert [[cell.removeprefix("'") for cell in row] for row in read] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
    assert not any(is_live(cell) for row in read for cell in row)


@pytest.mark.parametrize("cell", ["12.50", "-12.50", "-3", "H204", "2026-03-02", "Ana B.", ""])
def test_numbers_codes_and_names_stay_as_they_are(cell: str) -> None:
    assert cells(written([[cell, "x"]])) == [[cell, "x"]]


def test_control_a_formula_written_without_care_is_live() -> None:
    assert is_live(FORMULA)

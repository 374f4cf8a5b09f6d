"""Short codes people can say aloud."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.kit.ids import parse_code


@pytest.mark.parametrize("typed", ["H204", "h204", " H 204 ", "H-204", "h#204", "H0204", "\tH204\n"])
def test_a_code_may_be_typed_in_any_way_it_is_said(typed: str) -> None:
    assert parse_code(typed) == "H204"


@pytest.mark.parametrize(
    "typed", ["", "H", "204", "HH204", "H204x", "H 2 04", "H--204", "H1234567890", "H२०४", "Ｈ204", "H204\n\nH205"]
)
def test_what_is_no_code_is_none(typed: str) -> None:
    assert parse_code(typed) is None


@given(st.text())
def test_no_text_is_too_strange_to_be_read(typed: str) -> None:
    code = parse_code(typed)
    assert code is None or (code[0].isupper() and code[1:].isdecimal() and code.isascii())


@given(st.sampled_from("HNBREA"), st.integers(101, 999_999_999))
def test_every_code_reads_as_itself(letter: str, number: int) -> None:
    assert parse_code(f"{letter}{number}") == f"{letter}{number}"

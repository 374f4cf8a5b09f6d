"""What a button carries is a hint: a number, or nothing that there is."""

import pytest

from handlers.slack.hints import coded, numbered


def test_a_button_names_a_thing_by_its_number() -> None:
    assert numbered("17") == 17
    assert numbered("17 B12") == 17
    assert coded("B12 17") == ("B12", 17)


@pytest.mark.parametrize("made_up", ["", " ", "-1", "1.5", "0x1f", "²", "١٧", "seventeen", "9" * 19, "9" * 5000])
def test_what_is_made_up_names_nothing_that_there_is(made_up: str) -> None:
    assert numbered(made_up) == 0
    assert coded(f"B12 {made_up}") == ("B12", 0)

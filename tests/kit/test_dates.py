"""Days and hours as people write them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatbot.kit.dates import day_of, hour_of
from chatbot.kit.languages import language_of, languages_in

MARCH_4 = date(2026, 3, 4)


@pytest.mark.parametrize(
    "written",
    [
        *("3/4/2026", "03/04/26", "3-4-2026", "2026-03-04", "2026/3/4", "2026.03.04", "３/４/２０２６"),
        *("Mar 4 2026", "March 4, 2026", "mar. 4th, 2026", "4 March 2026", "4-Mar-2026", "Wed, Mar 4, 2026"),
        *("2026-03-04 00:00:00", "3/4/2026 0:00", "Wednesday 4 March 2026"),
    ],
)
def test_the_usual_ways_to_write_a_day_are_read(written: str) -> None:
    assert day_of(written) == MARCH_4


@pytest.mark.parametrize(
    ("language", "written"),
    [("es", "4 de marzo de 2026"), ("es", "mié 4 mar 2026"), ("pt", "4 de março de 2026"), ("ht", "4 mas 2026")],
)
def test_months_are_read_in_the_readers_language(language: str, written: str) -> None:
    assert day_of(written, language=language) == MARCH_4


@pytest.mark.parametrize(
    "written", ["", "soon", "13/4/2026", "2/30/2026", "2026-3", "3/4", "Mar 4", "0/0/0000", "3/4-2026", "9" * 400]
)
def test_what_is_no_day_is_none(written: str) -> None:
    assert day_of(written) is None


def test_out_is_august_in_creole_and_october_in_portuguese() -> None:
    assert day_of("5 out 2026", language="ht") == date(2026, 8, 5)
    assert day_of("5 out 2026", language="pt") == date(2026, 10, 5)


@pytest.mark.parametrize(
    ("written", "hour"),
    [
        ("9:00", time(9)),
        ("09:00", time(9)),
        ("9 AM", time(9)),
        ("9am", time(9)),
        ("9:30 p.m.", time(21, 30)),
        ("12 am", time(0)),
        ("12:15 PM", time(12, 15)),
        ("13:30", time(13, 30)),
        ("13:30:00", time(13, 30)),
        ("9h30", time(9, 30)),
        ("9h", time(9)),
        ("9", None),
        ("25:00", None),
        ("13 pm", None),
        ("9:75", None),
        ("noonish", None),
        ("", None),
    ],
)
def test_the_usual_ways_to_write_an_hour_are_read(written: str, hour: time | None) -> None:
    assert hour_of(written) == hour


@given(st.text(max_size=40), st.sampled_from(["en", "es", "pt", "ht"]))
def test_whatever_is_written_is_a_day_or_none(written: str, language: str) -> None:
    assert isinstance(day_of(written, language=language, today=MARCH_4), date | None)
    assert isinstance(hour_of(written), time | None)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Spanish", "es"),
        ("español", "es"),
        ("espanhol", "es"),
        ("Kreyòl", "ht"),
        ("haitiano", "ht"),
        ("Kʼicheʼ", "quc"),
        ("chino", "zh"),
        ("Qeqchi", "kek"),
        ("Klingon", None),
        ("", None),
    ],
)
def test_a_language_is_known_by_each_of_its_names(name: str, code: str | None) -> None:
    assert language_of(name) == code


def test_every_language_a_line_names_is_found() -> None:
    assert languages_in("Spanish, or Kreyòl; a little Cape Verdean Creole") == {"es", "ht", "kea"}
    assert languages_in("mammoth, whatever") == frozenset()

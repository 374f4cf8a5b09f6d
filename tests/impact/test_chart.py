"""The picture of the figures: that it is one, and that it says in words what it shows."""

import shutil
import sys
from datetime import date

import pytest

from chatbot.impact.chart import NoPictureError, picture
from chatbot.impact.model import Impact, Period
from chatbot.impact.rules import in_order, months_of
from chatbot.kit.figures import Figure
from chatbot.kit.i18n import Catalogues, _
from chatbot.kit.months import month_after, months_before

YEAR = Impact(
    period=Period.YEAR,
    cluster="",
    months=((date(2026, 1, 1), {Figure.HEARINGS: 12, Figure.RAISED: 150_000}), (date(2026, 2, 1), {Figure.NIGHTS: 3})),
)


async def test_it_is_a_png_that_is_wide_enough_to_read_and_says_the_same_in_words() -> None:
    drawn = await picture(YEAR, _("What we did together"), Catalogues().tongue("es"))
    assert drawn.png.startswith(b"\x89PNG\r\n")
    width, height = (int.from_bytes(drawn.png[start : start + 4], "big") for start in (16, 20))
    assert width >= 1200
    assert 400 < height < 2000
    assert "01/26 12, 02/26 0" in drawn.alt
    assert "01/26 $1,500" in drawn.alt
    assert "audiencias acompañadas" in drawn.alt, "in the language of the reader"


async def test_when_it_cannot_be_drawn_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    with pytest.raises(NoPictureError):
        await picture(YEAR, _("What we did together"), Catalogues().tongue("en"))


def test_months_are_whole_and_without_a_gap() -> None:
    assert months_of(Period.LAST_MONTH, date(2026, 1, 15)) == (date(2025, 12, 1), date(2026, 1, 1))
    assert months_of(Period.YEAR, date(2026, 12, 31)) == (date(2026, 1, 1), date(2027, 1, 1))
    assert months_before(date(2026, 1, 1), 1) == date(2025, 12, 1)
    assert month_after(date(2026, 12, 1)) == date(2027, 1, 1)
    found = {date(2026, 1, 1): {Figure.RIDES: 1}, date(2026, 3, 1): {Figure.RIDES: 0}}
    months = in_order(found, date(2000, 1, 1), date(2026, 4, 1))
    assert [month for month, _figures in months] == [date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)]
    assert in_order({}, date(2000, 1, 1), date(2026, 4, 1)) == ()

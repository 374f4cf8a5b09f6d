"""Whether one person can come to two things."""

from datetime import timedelta

import pytest

from chatbot.signups.model import SeatRole
from chatbot.signups.refusals import SameHour, TooLittleTime
from chatbot.signups.travel import must_fit
from tests.fixtures.database import MONDAY
from tests.signups.occasion import occasion, when

HOUR = timedelta(hours=1)
FIRST = occasion("H101", when(MONDAY, hours=1))
OPEN_ENDED = occasion("H101", when(MONDAY))
ELSEWHERE = {"place_id": 2}
FAR = {"place_id": 2, "area": "Merrimack Valley"}

ANSWERS = [
    ("the same hour", FIRST, occasion("H102", when(MONDAY)), SameHour),
    ("within its hours", FIRST, occasion("H102", when(MONDAY + HOUR / 2)), SameHour),
    ("afterwards in the same building", FIRST, occasion("H102", when(MONDAY + HOUR)), None),
    (
        "half an hour to another building",
        FIRST,
        occasion("H102", when(MONDAY + 1.5 * HOUR), **ELSEWHERE),
        TooLittleTime,
    ),
    ("an hour to another building", FIRST, occasion("H102", when(MONDAY + 2 * HOUR), **ELSEWHERE), None),
    ("an hour to another area", FIRST, occasion("H102", when(MONDAY + 2 * HOUR), **FAR), TooLittleTime),
    ("from court into a call", FIRST, occasion("H102", when(MONDAY + HOUR), place_id=None), None),
    ("nobody knows when it ends", OPEN_ENDED, occasion("H102", when(MONDAY + 1.5 * HOUR)), TooLittleTime),
    ("it was cancelled", FIRST, occasion("H102", when(MONDAY), cancelled=True), None),
]


@pytest.mark.parametrize(("one", "other", "refusal"), [row[1:] for row in ANSWERS], ids=[row[0] for row in ANSWERS])
def test_two_things_fit_or_do_not_whichever_was_claimed_first(one: object, other: object, refusal: type | None) -> None:
    for mine, held in ((one, other), (other, one)):
        if getattr(mine, "cancelled", False):
            continue
        if refusal is None:
            must_fit(mine, [held], SeatRole.COMPANION, anyway=False)  # type: ignore[arg-type, list-item]
            continue
        with pytest.raises(refusal):
            must_fit(mine, [held], SeatRole.COMPANION, anyway=False)  # type: ignore[arg-type, list-item]


def test_a_short_way_is_theirs_to_take_and_the_same_hour_is_not() -> None:
    short = occasion("H102", when(MONDAY + 1.5 * HOUR), **ELSEWHERE)
    must_fit(FIRST, [short], SeatRole.COMPANION, anyway=True)
    with pytest.raises(SameHour):
        must_fit(FIRST, [occasion("H103", when(MONDAY))], SeatRole.COMPANION, anyway=True)

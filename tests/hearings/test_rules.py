"""When a hearing is over, what may be claimed, and what someone meant by the words behind /hearings."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from chatbot.hearings.model import Filter, Kind
from chatbot.hearings.refusals import UnknownFilter
from chatbot.hearings.rules import read_filter
from chatbot.kit.i18n import Catalogues
from chatbot.places.model import Place
from chatbot.places.starter import STARTER
from chatbot.signups.occasions import When
from chatbot.signups.times import is_over

EASTERN = ZoneInfo("America/New_York")
DAY = date(2026, 3, 8)
"""The day the clocks go forward: it has 23 hours."""

NINE = datetime(2026, 3, 8, 13, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)

PLACES = [
    Place(
        id=number,
        team_id="T1",
        **{name: getattr(facts, name) for name in ("name", "address", "room", "area", "zone", "notes", "aliases")},
        card_channel=None,
    )
    for number, facts in enumerate(STARTER, 1)
]


@pytest.mark.parametrize(
    ("when", "last_moment"),
    [
        (When(zone=EASTERN, day=DAY, starts_at=NINE), NINE + timedelta(hours=2)),
        (When(zone=EASTERN, day=DAY, starts_at=NINE, ends_at=NINE + timedelta(hours=5)), NINE + timedelta(hours=5)),
        (When(zone=EASTERN, day=DAY), datetime(2026, 3, 9, 4, 0, tzinfo=UTC) - SECOND),
    ],
    ids=["without an end: two hours", "with an end", "hour unknown: the whole day"],
)
def test_a_hearing_is_over_when_its_time_has_passed(when: When, last_moment: datetime) -> None:
    assert not is_over(when, last_moment)
    assert is_over(when, last_moment + SECOND)


def test_what_has_no_day_is_never_over() -> None:
    assert not is_over(When(zone=EASTERN), datetime(2100, 1, 1, tzinfo=UTC))


MEANT: list[tuple[str, Filter]] = [
    ("", Filter()),
    ("today", Filter(days=1)),
    ("  THIS   Week ", Filter(days=7)),
    ("mine open", Filter(days=365, mine=True, open=True)),
    ("family court mine today", Filter(days=1, mine=True, kind=Kind.STATE_COURT)),
    ("ice check-in", Filter(kind=Kind.CHECK_IN)),
    ("check-in", Filter(kind=Kind.CHECK_IN)),
    ("bond today", Filter(kind=Kind.BOND, days=1)),
    ("boston", Filter(place_ids=(1,))),
    ("open jfk building today", Filter(open=True, days=1, place_ids=(1,))),
    ("Lowell", Filter(place_ids=(2,))),
    ("greater boston", Filter(place_ids=(1, 3))),
    ("ice burlington", Filter(kind=Kind.CHECK_IN, place_ids=(3,))),
]


@pytest.mark.parametrize(("words", "meant"), MEANT, ids=[words for words, _ in MEANT])
def test_words_say_which_hearings_are_meant(words: str, meant: Filter) -> None:
    assert read_filter(words, PLACES) == meant


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("bostn", "I do not know “bostn”. Did you mean “Boston”?"),
        ("toady", "I do not know “toady”. Did you mean “today”?"),
        ("chelmsfrod", "I do not know “chelmsfrod”. Did you mean “Chelmsford”?"),
        ("open qqqq", "I do not know “qqqq”. Type /hearings help to see what I understand."),
        ("<!channel>", "I do not know “<!channel>”. Type /hearings help to see what I understand."),
    ],
)
def test_a_word_nobody_knows_is_answered_with_the_closest_one(words: str, answer: str) -> None:
    with pytest.raises(UnknownFilter) as refused:
        read_filter(words, PLACES)
    assert Catalogues().tongue("en").say(refused.value.sentence) == answer


def test_a_place_of_two_networks_names_is_found_by_each_alias() -> None:
    twins = [replace(PLACES[0], id=8, aliases=("the court",)), replace(PLACES[1], id=9, aliases=("The  Court",))]
    assert read_filter("the court", twins).place_ids == (8, 9)

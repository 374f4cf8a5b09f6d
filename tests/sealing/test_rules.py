"""Which keys are old."""

from datetime import UTC, datetime

import pytest

from chatbot.sealing.rules import old


def at(day: str) -> datetime:
    return datetime.fromisoformat(day).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-11-30", ()),
        ("2026-12-01", ("2026-10",)),
        ("2026-12-31", ("2026-10",)),
        ("2027-01-01", ("2026-10", "2026-11")),
        ("2026-01-15", ()),
    ],
)
def test_a_key_is_old_when_the_month_after_its_own_is_over(today: str, expected: tuple[str, ...]) -> None:
    assert old(("2026-10", "2026-11", "2026-12"), at(today)) == expected


def test_a_further_key_makes_all_before_it_old() -> None:
    names = ("2026-11", "2026-12", "2026-12.02", "2026-12.03")
    assert old(names, at("2026-12-10")) == ("2026-11", "2026-12", "2026-12.02")
    assert old((*names[-1:], "2027-01"), at("2027-01-02")) == ()

"""The rule of whose turn it is, as a rule: hours that pass, whatever the clocks on the wall do."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from chatbot.clusters.families.model import Turn
from chatbot.clusters.families.rules import NEAR, must_be_their_turn, opens_at
from chatbot.clusters.refusals import MembersFirst
from tests.fixtures.network import EASTERN

START = datetime(2025, 1, 1, tzinfo=UTC)
NIGHTS = (datetime(2026, 3, 7, 18, tzinfo=EASTERN), datetime(2026, 10, 31, 18, tzinfo=EASTERN))
"""The evenings before the clocks of New England are changed."""

minutes = some.integers(min_value=0, max_value=5 * 365 * 24 * 60)
moments = minutes.map(lambda passed: START + timedelta(minutes=passed))
waits = some.lists(some.integers(min_value=0, max_value=336), max_size=4)
starts = some.none() | moments


@given(since=moments, hours=waits, begins=starts)
def test_it_opens_after_the_longest_wait_but_three_days_before_it_begins(
    since: datetime, hours: list[int], begins: datetime | None
) -> None:
    at = opens_at(since, hours, begins)
    assert since <= at <= since + timedelta(hours=max(hours, default=0))
    if begins is not None:
        assert at <= max(since, begins - NEAR)
    if begins is None or begins - NEAR >= since + timedelta(hours=max(hours, default=0)):
        assert at == since + timedelta(hours=max(hours, default=0))


@given(since=moments, hours=waits, begins=starts, more=some.integers(min_value=0, max_value=336))
def test_one_more_cluster_never_opens_it_sooner(
    since: datetime, hours: list[int], begins: datetime | None, more: int
) -> None:
    assert opens_at(since, [*hours, more], begins) >= opens_at(since, hours, begins)


@pytest.mark.parametrize("night", NIGHTS)
def test_a_day_of_waiting_has_twenty_four_hours_also_when_clocks_are_changed(night: datetime) -> None:
    """A control stands beside it: the same hour on the wall the next day is not twenty-four hours later."""
    since = night.astimezone(UTC)
    assert opens_at(since, [24], None) - since == timedelta(hours=24)
    assert (night + timedelta(days=1)).astimezone(UTC) - since != timedelta(hours=24)


@given(now=moments, until=moments, member=some.booleans())
def test_only_someone_outside_is_refused_and_only_until_then(now: datetime, until: datetime, member: bool) -> None:
    turn = Turn(members=frozenset({1} if member else {2}), until=until)
    if member or now >= until:
        must_be_their_turn(turn, 1, code="H101", zone=EASTERN, now=now)
    else:
        with pytest.raises(MembersFirst) as refusal:
            must_be_their_turn(turn, 1, code="H101", zone=EASTERN, now=now)
        assert refusal.value.opens_at == until


def test_without_a_family_it_is_anyones_turn() -> None:
    must_be_their_turn(None, 1, code="H101", zone=EASTERN, now=datetime(2026, 3, 2, tzinfo=UTC))

"""Thousands of presses in any order, against the real services: seats stay right after every one of them."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from chatbot.kit.sealed import Sealer
from chatbot.signups.model import Roster, SeatRole
from tests.fixtures.database import ON_SQLITE, Databases
from tests.fixtures.size import PROOF, quick_or_full
from tests.signups.play import Play


@pytest.fixture
def play(kind: str, databases: Databases, sealer: Sealer) -> Iterator[type[Play]]:
    Play.fresh = staticmethod(lambda: databases.make(kind, furnished=True))
    Play.sealer = sealer
    yield Play
    del Play.fresh, Play.sealer


def sizes(examples: int) -> settings:
    return settings(
        max_examples=examples,
        stateful_step_count=40,
        deadline=None,
        phases=(Phase.reuse, Phase.generate),
        suppress_health_check=list(HealthCheck),
        database=None,
    )


@PROOF
def test_seats_stay_right_whatever_people_press(play: type[Play], kind: str) -> None:
    """T4: never more than the maximum, never two seats a person, every offer to one, every notice once."""
    few = 3 if kind == "postgresql" else 8
    run_state_machine_as_test(play, settings=sizes(quick_or_full(few, few * 40)))


@ON_SQLITE
def test_control_a_held_seat_that_anybody_may_take_is_noticed(
    play: type[Play], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Against a roster that forgets the offers, a seat that is held for one looks free to everyone."""

    def forgetful(roster: Roster, role: SeatRole) -> int:
        seats = roster.seats.get(role)
        return max(0, seats.maximum - len(roster.holders(role))) if seats else 0

    state = play()
    state.hearings_are_written_down()
    state.everyone_claims("H101")
    state.seats_are_right()
    monkeypatch.setattr(Roster, "left", forgetful)
    state.release("H101", "lead")
    with pytest.raises(AssertionError, match="nobody waits while a seat is free"):
        state.seats_are_right()
    state.teardown()

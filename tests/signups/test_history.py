"""Thousands of presses in any order, against the real services: seats stay right after every one of them."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from chatbot.kit.sealed import Sealer
from tests.fixtures.database import Databases
from tests.fixtures.size import PROOF, quick_or_full
from tests.signups.play import Play


@pytest.fixture
def play(kind: str, databases: Databases, sealer: Sealer) -> Iterator[type[Play]]:
    Play.fresh = staticmethod(lambda: databases.make(kind, furnished=True))
    Play.sealer = sealer
    yield Play
    del Play.fresh, Play.sealer


@PROOF
def test_seats_stay_right_whatever_people_press(play: type[Play], kind: str) -> None:
    """T4: never more than the maximum, never two seats a person, every offer to one, every notice once."""
    few = 3 if kind == "postgresql" else 8
    sizes = settings(
        max_examples=quick_or_full(few, few * 40),
        stateful_step_count=40,
        deadline=None,
        phases=(Phase.reuse, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(play, settings=sizes)

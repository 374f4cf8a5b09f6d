"""A key ring of its own for each test: keys are destroyed here."""

from pathlib import Path

import pytest

from chatbot.bootstrap import Chatbot, build
from chatbot.kit.clock import Clock
from chatbot.kit.database import Database
from chatbot.kit.keyring import KeyRing
from chatbot.kit.sealed import Sealer
from tests.fixtures.database import Hand
from tests.fixtures.network import EASTERN


@pytest.fixture
def ring(tmp_path: Path) -> KeyRing:
    return KeyRing.create(tmp_path / "keys" / "ring.json")


@pytest.fixture
def chatbot(database: Database, hand: Hand, ring: KeyRing) -> Chatbot:
    """The whole core on that ring."""
    return build(clock=Clock(read=hand.read), database=database, sealer=Sealer(ring), zone=EASTERN)

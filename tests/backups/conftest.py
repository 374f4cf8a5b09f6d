"""Every test here has an operator."""

from pathlib import Path

import pytest

from chatbot.kit.sealed import Sealer
from tests.backups.office import Operator
from tests.fixtures.database import Databases
from tests.fixtures.network import SmallNetwork


@pytest.fixture
def spare(databases: Databases, kind: str) -> str:
    """A database in which nothing is yet."""
    return databases.empty(kind)


@pytest.fixture
def operator(network: SmallNetwork, database_url: str, sealer: Sealer, tmp_path: Path, spare: str) -> Operator:
    return Operator(network, database_url, sealer.ring.path, tmp_path, spare)

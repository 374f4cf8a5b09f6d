"""The small network with homes in it."""

import pytest

from tests.fixtures.network import SmallNetwork
from tests.rooms.homes import Homes


@pytest.fixture
def homes(network: SmallNetwork) -> Homes:
    return Homes(network)

"""The scene of the tests of the Slack door."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.fixtures.database import Databases
from tests.slack.scene import Scene, opened


@pytest.fixture
def new_file(databases: Databases) -> str:
    """The URL of an SQLite file without a network in it."""
    return databases.make("sqlite")


@pytest.fixture
async def scene(tmp_path: Path, new_file: str) -> AsyncIterator[Scene]:
    async with opened(tmp_path, new_file) as scene:
        yield scene

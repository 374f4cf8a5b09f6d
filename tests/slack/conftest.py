"""The scene of the tests of the Slack door."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.slack.scene import Scene, opened


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    async with opened(tmp_path) as scene:
        yield scene

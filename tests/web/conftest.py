"""The scene of the Slack door, and somebody with a browser who was given an address there."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from tests.slack.conftest import new_file, scene

__all__ = ["new_file", "scene"]


@pytest.fixture
async def visitor() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session

"""The bot behind signed HTTP."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from chatbot.settings import Settings
from handlers.practice import Practice
from tests.journeys.processes import free_port
from tests.slack.scene import MANIFEST, PATIENCE, MondayMachine, Scene, bot_in


@pytest.fixture
async def over_http(tmp_path: Path, new_file: str) -> AsyncIterator[Scene]:
    """As in Slack: the workspace is told where the bot listens, and signs what it sends there."""
    port = free_port()
    url = f"http://127.0.0.1:{port}/slack/events"
    async with Practice(manifest=MANIFEST, paced=False, request_url=url, patience=PATIENCE) as practice:
        settings = Settings(
            _env_file=None,
            slack_bot_token=SecretStr(practice.bot_token),
            slack_signing_secret=SecretStr(practice.signing_secret),
            slack_api_url=practice.api_url,
            database_url=SecretStr(new_file),
            keyring_file=tmp_path / "keys" / "keyring.json",
            port=port,
        )
        async with bot_in(practice, settings, MondayMachine()) as scene:
            yield scene

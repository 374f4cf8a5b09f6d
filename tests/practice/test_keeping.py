import stat
from datetime import timedelta
from pathlib import Path

import pytest
from slack_sdk.web.async_client import AsyncWebClient

from handlers.practice import Practice
from handlers.practice.__main__ import settings_of
from tests.practice.parts import CARD, MANIFEST


async def test_a_restart_loses_nothing_but_whispers(tmp_path: Path) -> None:
    kept = tmp_path / "state" / "workspace.json"
    async with Practice(manifest=MANIFEST, state_file=kept) as first:
        client = AsyncWebClient(first.bot_token, base_url=first.api_url)
        await client.chat_postMessage(channel="C07GENERAL", text="hello", blocks=CARD)
        await client.chat_postEphemeral(channel="C07GENERAL", user=first.person("ana").id, text="psst")
        home = {"type": "home", "blocks": [{"type": "divider"}]}
        await client.views_publish(user_id=first.person("ana").id, view=home)
        await first.move_clock(by=timedelta(hours=1))
        token, messages, now = first.bot_token, first.channel("general").messages, first.now()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    async with Practice(manifest=MANIFEST, state_file=kept) as second:
        assert second.bot_token == token
        assert second.channel("general").messages == messages
        assert second.person("ana").ephemerals("general") == []
        assert second.person("ana").home is not None
        assert second.now() >= now


async def test_an_unreadable_file_is_put_aside(tmp_path: Path) -> None:
    kept = tmp_path / "workspace.json"
    kept.write_text("{not json")
    async with Practice(manifest=MANIFEST, state_file=kept) as practice:
        assert practice.channel("general").messages
    assert (tmp_path / "workspace.unreadable").read_text() == "{not json"


def test_it_listens_on_this_machine_only() -> None:
    with pytest.raises(ValueError, match="this machine"):
        Practice(manifest=MANIFEST, host="0.0.0.0")


async def test_the_settings_fit_the_road(practice: Practice) -> None:
    assert "SLACK_APP_TOKEN=xapp-" in settings_of(practice)
    assert "SLACK_SIGNING_SECRET" not in settings_of(practice)
    practice.request_url = "http://127.0.0.1:3000/slack/events"
    assert "SLACK_SIGNING_SECRET=" in settings_of(practice)
    assert "SLACK_APP_TOKEN" not in settings_of(practice)

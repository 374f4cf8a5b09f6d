import json
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


async def test_the_bot_hears_of_a_reset() -> None:
    heard: list[str] = []

    async def forget() -> None:
        heard.append("forgotten")

    async with Practice(manifest=MANIFEST, on_reset=forget) as practice:
        await practice.reset()
    assert heard == ["forgotten"]


async def test_where_the_messages_tab_is_read_only_nobody_types(tmp_path: Path) -> None:
    manifest = json.loads(MANIFEST.read_text())
    manifest["features"]["app_home"]["messages_tab_read_only_enabled"] = True
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    async with Practice(manifest=tmp_path / "manifest.json") as practice:
        assert (await practice.person("ana").says("hello", channel="dm")).error == "read_only"

"""The bot behind signed HTTP."""

import json

import aiohttp
import pytest

from handlers.practice.reading import text_of
from tests.slack.doors.signing import at, posted, sent
from tests.slack.scene import Scene


@pytest.fixture
def scene(over_http: Scene) -> Scene:
    return over_http


async def test_a_command_is_answered_in_the_acknowledgement(scene: Scene) -> None:
    await scene.someone("ana").types("/hearings", channel="court-boston")
    assert "No hearings in the next 14 days" in text_of(scene.someone("ana").ephemerals("court-boston")[-1])


async def test_an_unsigned_request_is_turned_away_and_leaves_no_trace(
    scene: Scene, capfd: pytest.CaptureFixture[str]
) -> None:
    body = "command=/hearings&text=SECRET-WORD&user_id=U07ANA5PKD"
    async with aiohttp.ClientSession() as session:
        for headers in ({}, {"x-slack-request-timestamp": "1", "x-slack-signature": "v0=" + "0" * 64}):
            async with session.post(at(scene, "/slack/events"), data=body, headers=headers) as answer:
                assert answer.status == 401
                assert await answer.text() == ""
    said = capfd.readouterr()
    assert "SECRET-WORD" not in said.out + said.err


async def test_what_nobody_listens_for_is_acknowledged(scene: Scene) -> None:
    payload = {
        "type": "block_actions",
        "team": {"id": scene.practice.team_id},
        "user": {"id": "U07ANA5PKD", "team_id": scene.practice.team_id},
        "actions": [{"type": "button", "action_id": "no.such_button", "block_id": "b", "value": "1"}],
        "container": {"type": "message"},
        "trigger_id": "1.2.3",
        "api_app_id": "A07ALONGSD",
    }
    assert await posted(scene, {"payload": json.dumps(payload)}) == 200


@pytest.mark.parametrize("payload", ["", "[]", "null", '"text"', '{"type": 5}', '{"type": "block_actions"}', "{"])
async def test_a_payload_that_makes_no_sense_is_no_crash(scene: Scene, payload: str) -> None:
    assert await posted(scene, {"payload": payload}) < 500


SHAPELESS = (
    {"type": "event_callback", "team_id": "T1", "event": "text"},
    {"type": "event_callback", "team_id": "T1", "event": {"type": 0}},
    {"type": "event_callback", "team_id": [None], "event": {"type": "user_change", "user": {"id": "U1\x00"}}},
    {"type": "block_suggestion", "action_id": [], "block_id": "y", "user": {"id": "U1"}},
    {"type": "shortcut", "callback_id": {}, "user": {"id": "U1"}},
    {"type": "view_closed", "view": 1},
)


@pytest.mark.parametrize("body", SHAPELESS)
async def test_a_shape_bolt_trips_over_is_no_crash(scene: Scene, body: dict[str, object]) -> None:
    assert await posted(scene, {"payload": json.dumps(body)}) < 500
    assert await sent(scene, json.dumps(body).encode(), "application/json") < 500


async def test_health_and_readiness_are_told(scene: Scene) -> None:
    async with aiohttp.ClientSession() as session:
        async with session.get(at(scene, "/healthz")) as answer:
            assert answer.status == 200
        async with session.get(at(scene, "/readyz")) as answer:
            assert await answer.json() == {"ok": True, "database": True, "slack": True}
        await scene.chatbot.database.stop()
        async with session.get(at(scene, "/readyz")) as answer:
            assert answer.status == 503

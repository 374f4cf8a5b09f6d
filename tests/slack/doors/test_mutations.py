"""T3: whatever is in a request that Slack signed, nothing escapes, nothing is answered with 5xx, nothing is written."""

import copy
import json
import random
from typing import Any
from urllib.parse import urlencode

import aiohttp

from chatbot.audit import audit
from chatbot.kit.clock import machine_seconds
from handlers.slack.gate import signed
from tests.fixtures.size import PROOF, quick_or_full
from tests.slack.doors.signing import at
from tests.slack.scene import Scene

ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 2**70, 1.5, "", "\0", "\ud800", "x" * 5000),
    *([], [None], {}, {"a": {}}, "H101", "../..", "<!channel>", "1|2|3"),
)
MEANT = {"calendars.make", "calendars.stop", "hearings.unwatch", "people.prefer"}
"""What means the person themselves and no record: whoever presses it wants just that."""


def originals(scene: Scene) -> list[dict[str, Any]]:
    """A press of every button, a sending of every form, a command and an event, each about nothing that exists."""
    team, ana = scene.practice.team_id, scene.someone("ana").id
    here = {"team": {"id": team, "domain": "x"}, "user": {"id": ana, "team_id": team}, "trigger_id": "1.2.3"}
    view = {"id": "V1", "hash": "1.x", "type": "modal", "private_metadata": "H999", "root_view_id": "V1"}
    made: list[dict[str, Any]] = []
    for name in sorted(scene.running.app.door.registered.actions):
        action = {"type": "button", "action_id": name, "block_id": "b", "value": "H999", "action_ts": "1.2"}
        made.append({**here, "type": "block_actions", "actions": [action], "container": {"type": "message"}})
        made.append({**here, "type": "block_actions", "actions": [action], "view": {**view, "state": {"values": {}}}})
    for name in sorted(scene.running.app.door.registered.forms):
        state = {"values": {"alias": {"alias": {"type": "plain_text_input", "value": "x"}}}}
        made.append({**here, "type": "view_submission", "view": {**view, "callback_id": name, "state": state}})
    return made


def changed(payload: Any, chance: random.Random) -> Any:
    """The payload with one to three places left out or holding something odd."""
    payload = copy.deepcopy(payload)
    for _ in range(chance.randint(1, 3)):
        place: Any = payload
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            if not keys:
                break
            key = chance.choice(keys)
            if isinstance(place[key], (dict, list)) and place[key] and chance.random() < 0.7:
                place = place[key]
                continue
            if isinstance(place, dict) and chance.random() < 0.3:
                del place[key]
            else:
                place[key] = chance.choice(ODD)
            break
    return payload


@PROOF
async def test_no_payload_crashes_the_bot_or_writes_what_nobody_meant(over_http: Scene) -> None:
    """T3"""
    chance = random.Random(20261126)
    payloads = originals(over_http)
    await over_http.agrees("ana")
    before = await over_http.chatbot.database.run(lambda tx: tx.all(audit.select()))
    secret, statuses = over_http.practice.signing_secret, set()
    async with aiohttp.ClientSession() as session:
        for _ in range(quick_or_full(250, 100_000)):
            body = urlencode({"payload": json.dumps(changed(chance.choice(payloads), chance))}).encode()
            stamp = str(int(machine_seconds()))
            headers = {
                "content-type": "application/x-www-form-urlencoded",
                "x-slack-request-timestamp": stamp,
                "x-slack-signature": signed(secret, stamp, body),
            }
            async with session.post(at(over_http, "/slack/events"), data=body, headers=headers) as answer:
                statuses.add(answer.status)
    await over_http.running.app.work.settle()
    assert max(statuses) < 500
    after = await over_http.chatbot.database.run(lambda tx: tx.all(audit.select()))
    assert {row.verb for row in after[len(before) :]} <= MEANT

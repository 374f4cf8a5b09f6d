"""T3: whatever is in a request that Slack signed, nothing escapes, nothing is answered with 5xx, nothing is written."""

import random
from functools import partial
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from chatbot.audit import note
from chatbot.bootstrap import Chatbot
from handlers.slack.press import Press
from tests.fixtures.size import PROOF, quick_or_full
from tests.slack.doors.mutating import changed, originals, sent_all
from tests.slack.scene import Scene

MEANT = {"calendars.make", "calendars.stop", "hearings.unwatch", "people.prefer", "person.copy"}
"""What means the person themselves and no record: whoever presses it wants just that."""

WHERE = {"audit", "calendar_feeds", "people", "preferences"}
"""Where those are written; and whom Slack told the bot about."""


@pytest.fixture
def slack_says_no(monkeypatch: pytest.MonkeyPatch) -> None:
    """Slack takes no answer to what it never asked. This one says so without a connection."""
    asked = AsyncWebClient.api_call

    async def no(client: AsyncWebClient, method: str, **body: Any) -> Any:
        if method == "auth.test":
            return await asked(client, method, **body)
        raise SlackApiError("no", {"ok": False, "error": "invalid_trigger_id"})  # type: ignore[no-untyped-call]

    monkeypatch.setattr(AsyncWebClient, "api_call", no)


@PROOF
async def test_no_payload_crashes_the_bot_or_writes_what_nobody_meant(over_http: Scene, slack_says_no: None) -> None:
    """T3. Our own listeners make no mistake that a guard must catch, be it the door's or Bolt's."""
    chance = random.Random(20261126)
    known = originals(over_http)
    await over_http.agrees("ana")
    many = quick_or_full(5_000, 100_000)
    found = await sent_all(over_http, (changed(chance.choice(known), chance) for _ in range(many)))
    assert found.mistakes == []
    assert found.escaped == []
    assert set(found.statuses) <= {200, 400, 404}
    assert len(found.statuses) == many
    assert found.statuses.count(200) > many / 2, "most are understood"
    assert set(found.written) <= WHERE
    assert found.verbs <= MEANT


async def test_control_a_careless_listener_is_found_out(over_http: Scene, slack_says_no: None) -> None:
    door = over_http.running.app.door
    await over_http.agrees("ana")

    async def trips(press: Press, _: Chatbot) -> None:
        int(press.value)

    async def lets_escape(press: Press, _: Chatbot) -> None:
        over_http.running.app.work.begin(trips(press, over_http.chatbot))

    async def writes(press: Press, bot: Chatbot) -> None:
        line = partial(note, team_id=press.person.team_id, actor_id=press.person.id, verb="control.wrote", subject="x")
        await bot.database.run(line)

    for listener in (trips, lets_escape, writes):
        door.action(f"control.{listener.__name__}", listener)
    pressed = [one for one in originals(over_http) if "control." in str(one)]
    found = await sent_all(over_http, pressed)
    assert {mistake.split(":")[0] for mistake in found.mistakes} == {"control.trips"}
    assert len(found.escaped) == len(pressed) / 3
    assert found.verbs == {"control.wrote"}

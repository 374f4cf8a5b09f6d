"""The page's side of the protocol in docs/practice-protocol.md."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from handlers.practice import Practice
from tests.practice.parts import CARD, Listen, form

Frame = dict[str, Any]


class Page:
    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self.frames: list[Frame] = []

    async def next(self, type_: str) -> Frame:
        """The next frame of this type; the others are kept."""
        while True:
            frame: Frame = await self._socket.receive_json()
            self.frames.append(frame)
            if frame["type"] == type_:
                return frame

    async def asks(self, do: str, **fields: Any) -> Frame:
        await self._socket.send_json({"do": do, "id": 7, **fields})
        answer = await self.next("answer")
        assert answer["id"] == 7
        return answer


@pytest.fixture
async def browser() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
async def page(practice: Practice, browser: aiohttp.ClientSession) -> Page:
    socket = await browser.ws_connect(f"{practice.url}/practice/page?as={practice.person('ana').id}")
    return Page(socket)


async def test_the_first_frame_shows_what_this_person_may_see(practice: Practice, page: Page) -> None:
    snapshot = await page.next("snapshot")
    names = {channel["name"] for channel in snapshot["channels"]}
    assert snapshot["me"] == practice.person("ana").id
    assert "court-boston" in names
    assert "coordinators" not in names
    assert any(channel["with"] == snapshot["me"] for channel in snapshot["channels"])
    assert snapshot["bot"] == {
        "id": practice.bot_user_id,
        "name": "Alongside",
        "connected": False,
        "via": "socket",
    }
    assert {command["command"] for command in snapshot["commands"]} == {"/hearings", "/greet"}
    assert snapshot["clock"]["zone"] == "America/New_York"


async def test_a_whisper_shows_on_one_page_only(
    practice: Practice, client: AsyncWebClient, page: Page, browser: aiohttp.ClientSession
) -> None:
    jonah = Page(await browser.ws_connect(f"{practice.url}/practice/page?as={practice.person('jonah').id}"))
    await client.chat_postEphemeral(channel="C07BOSTON1", user=practice.person("ana").id, text="psst")
    await client.chat_postMessage(channel="C07BOSTON1", text="hello")
    assert (await page.next("message"))["message"]["text"] == "psst"
    assert (await jonah.next("message"))["message"]["text"] == "hello"


async def test_a_person_works_from_the_page(practice: Practice, app: AsyncApp, listen: Listen, page: Page) -> None:
    @app.command("/hearings")
    async def hearings(ack: Any) -> None:
        await ack(text="card", blocks=CARD)

    @app.action("claim")
    async def claimed(ack: Any, body: Frame, client: Any) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=form())

    @app.view("add")
    async def added(ack: Any) -> None:
        await ack(response_action="errors", errors={"code": "Another, please"})

    await listen(app)
    assert (await page.asks("say", channel="C07BOSTON1", text="/hearings"))["ok"]
    card = next(frame["message"] for frame in page.frames if frame["type"] == "message")
    container = {"type": "message", "channel": "C07BOSTON1", "ts": card["ts"]}
    block = card["blocks"][1]
    pressed = await page.asks(
        "press", container=container, block_id=block["block_id"], action=block["elements"][0], state={}
    )
    assert pressed["ok"]
    view = next(frame["views"][-1] for frame in page.frames if frame["type"] == "modals")
    state = {"code": {"alias": {"type": "plain_text_input", "value": "M."}}}
    refused = await page.asks("submit", view_id=view["id"], state=state)
    assert (refused["ok"], refused["errors"]) == (False, {"code": "Another, please"})
    assert (await page.asks("close", view_id=view["id"], all=True))["ok"]
    assert page.frames[-2]["views"] == []


async def test_what_fails_is_said_as_slack_would(page: Page) -> None:
    answer = await page.asks("say", channel="C07BOSTON1", text="/hearings")
    assert not answer["ok"]
    notice = next(frame for frame in page.frames if frame["type"] == "notice")
    assert notice["text"] == "/hearings failed with the error “dispatch_failed”"


async def test_odd_requests_are_answered_and_harm_nothing(page: Page) -> None:
    for fields in ({"do": "dance"}, {"do": "say"}, {"do": "press", "container": 3}, {"do": "clock", "by": "x"}):
        assert not (await page.asks(**fields))["ok"]
    coordinators = await page.asks("say", channel="C07COORDIN", text="hello")
    assert coordinators["error"] == "not_in_channel"


async def test_the_page_moves_the_clock_and_breaks_things(practice: Practice, page: Page) -> None:
    before = practice.now().timestamp()
    assert (await page.asks("clock", by=7200))["ok"]
    assert practice.now().timestamp() - before >= 7200
    assert (await page.asks("faults", faults={"planned": [{"kind": "rate_limited"}], "outage": True}))["ok"]
    assert practice.faults.is_out
    shown = next(frame["faults"] for frame in page.frames if frame["type"] == "faults")
    assert shown["outage"]
    assert shown["planned"][0]["kind"] == "rate_limited"


async def test_a_reset_brings_the_first_day_back(practice: Practice, client: AsyncWebClient, page: Page) -> None:
    first = len(practice.channel("general").messages)
    await client.chat_postMessage(channel="C07GENERAL", text="hello")
    assert (await page.asks("reset"))["ok"]
    assert any(frame["type"] == "reloaded" for frame in page.frames)
    assert len(practice.channel("general").messages) == first


async def test_only_this_machine_is_served(practice: Practice, browser: aiohttp.ClientSession) -> None:
    async with browser.get(practice.url, headers={"Host": "practice.example"}) as answer:
        assert answer.status == 403
    with pytest.raises(aiohttp.WSServerHandshakeError) as caught:
        await browser.ws_connect(f"{practice.url}/practice/page", headers={"Origin": "http://evil.example"})
    assert caught.value.status == 403
    async with browser.get(practice.url) as answer:
        assert answer.status == 200


async def test_the_page_asks_for_options_tabs_and_shortcuts(
    practice: Practice, app: AsyncApp, client: AsyncWebClient, listen: Listen, page: Page
) -> None:
    tabs: list[str] = []
    where = {"type": "external_select", "action_id": "place", "min_query_length": 1}

    @app.options("place")
    async def places(ack: Any) -> None:
        await ack(options=[{"text": {"type": "plain_text", "text": "Boston"}, "value": "c1"}])

    @app.event("app_home_opened")
    async def opened(event: Frame) -> None:
        tabs.append(event["tab"])

    @app.shortcut("make_need")
    async def made(ack: Any) -> None:
        await ack()

    await listen(app)
    posted = await client.chat_postMessage(
        channel="C07BOSTON1", text="x", blocks=[{"type": "actions", "block_id": "b", "elements": [where]}]
    )
    place = {"channel": "C07BOSTON1", "ts": posted["ts"]}
    offered = await page.asks("suggest", **place, block_id="b", action_id="place", value="Bos")
    assert offered["options"][0]["value"] == "c1"
    assert (await page.asks("shortcut", callback_id="make_need", **place))["ok"]
    assert not (await page.asks("shortcut", callback_id="make_need", channel="C07BOSTON1", ts="1.2"))["ok"]
    await page.asks("home")
    await page.asks("messages_tab")
    assert tabs == ["home", "messages"]
    assert (await page.asks("clear_traffic"))["ok"]
    assert len(practice.traffic) == 0


async def test_the_page_takes_the_connections_away(
    practice: Practice, app: AsyncApp, over_sockets: Listen, page: Page
) -> None:
    await over_sockets(app)
    assert practice.connected
    await page.asks("faults", faults={"planned": [], "connections": "drop"})
    assert practice.connections == 0

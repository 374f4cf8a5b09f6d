"""The two roads to the bot, each with its own manners."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient

from handlers.practice import Practice
from tests.fixtures.site import served
from tests.practice.parts import Listen

Socket = aiohttp.ClientWebSocketResponse


class Line:
    """Bare connections, without the SDK's kindness."""

    def __init__(self, practice: Practice, session: aiohttp.ClientSession) -> None:
        self._practice = practice
        self._session = session

    async def address(self) -> str:
        client = AsyncWebClient(self._practice.app_token, base_url=self._practice.api_url)
        return str((await client.apps_connections_open(app_token=self._practice.app_token))["url"])

    async def connect(self) -> Socket:
        socket = await self._session.ws_connect(await self.address())
        hello = await socket.receive_json()
        assert hello["type"] == "hello"
        assert hello["connection_info"]["app_id"].startswith("A")
        return socket


@pytest.fixture
async def line(practice: Practice) -> AsyncIterator[Line]:
    async with aiohttp.ClientSession() as session:
        yield Line(practice, session)


async def acknowledges(socket: Socket, payload: Any = None) -> dict[str, Any]:
    envelope: dict[str, Any] = await socket.receive_json()
    body = {"envelope_id": envelope["envelope_id"]}
    await socket.send_json(body if payload is None else {**body, "payload": payload})
    return envelope


async def test_a_ticket_opens_one_connection(practice: Practice, line: Line) -> None:
    address = await line.address()
    async with aiohttp.ClientSession() as session:
        first = await session.ws_connect(address)
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(address)
        await first.close()


async def test_each_envelope_goes_to_one_connection_in_turn(practice: Practice, line: Line) -> None:
    sockets = [await line.connect(), await line.connect()]
    ana = practice.person("ana")
    for socket in sockets:
        typed = asyncio.create_task(ana.types("/hearings", channel="general"))
        envelope = await acknowledges(socket, {"text": "here"})
        assert (envelope["type"], envelope["accepts_response_payload"]) == ("slash_commands", True)
        answer = await typed
        assert answer.ephemeral is not None
        assert answer.ephemeral.text == "here"


async def test_the_eleventh_connection_is_turned_away(practice: Practice, line: Line) -> None:
    # Held on to: a socket nobody holds is closed by its collection.
    ten = [await line.connect() for _ in range(10)]
    assert practice.connections == len(ten)
    async with aiohttp.ClientSession() as session:
        eleventh = await session.ws_connect(await line.address())
        assert (await eleventh.receive_json())["reason"] == "too_many_websockets"


@pytest.mark.parametrize("settings", [{"patience": 0.05}])
async def test_an_event_that_nobody_acknowledges_comes_again(practice: Practice, line: Line) -> None:
    socket = await line.connect()
    await practice.person("ana").says("hello", channel="dm")
    first = await socket.receive_json()
    again = await acknowledges(socket)
    assert (first["retry_attempt"], first["retry_reason"]) == (0, "")
    assert (again["retry_attempt"], again["retry_reason"]) == (1, "timeout")
    assert again["payload"]["event_id"] == first["payload"]["event_id"]
    assert again["payload"]["event"]["channel_type"] == "im"


@pytest.mark.parametrize("settings", [{"patience": 0.05}])
async def test_an_interaction_is_tried_once(practice: Practice, line: Line) -> None:
    socket = await line.connect()
    answer = await practice.person("ana").types("/hearings", channel="general")
    assert answer.error == "operation_timeout"
    assert len(practice.traffic.sent("/hearings")) == 1
    await socket.close()


async def test_a_warned_connection_still_works_and_a_refreshed_one_does_not(practice: Practice, line: Line) -> None:
    old = await line.connect()
    await practice.disconnect("warning")
    assert (await old.receive_json())["reason"] == "warning"
    assert practice.connected
    await practice.disconnect("refresh_requested")
    assert (await old.receive_json())["reason"] == "refresh_requested"
    assert not practice.connected


async def test_bolt_comes_back_after_it_was_told_to_refresh(
    practice: Practice, app: AsyncApp, over_sockets: Listen
) -> None:
    @app.command("/hearings")
    async def hearings(ack: Any) -> None:
        await ack("still here")

    await over_sockets(app)
    await practice.disconnect()
    await practice.until(lambda: practice.connected)
    answer = await practice.person("ana").types("/hearings", channel="general")
    assert answer.ephemeral is not None


async def test_dropped_connections_are_gone_at_once(practice: Practice, line: Line) -> None:
    await line.connect()
    await practice.drop_connections()
    assert practice.connections == 0
    assert (await practice.person("ana").types("/hearings", channel="general")).error == "dispatch_failed"


@pytest.fixture
async def requests(practice: Practice) -> AsyncIterator[list[tuple[web.Request, str]]]:
    """What came to a request URL that answers nothing but errors."""
    came: list[tuple[web.Request, str]] = []

    async def take(request: web.Request) -> web.Response:
        came.append((request, await request.text()))
        return web.Response(status=500)

    app = web.Application()
    app.router.add_post("/", take)
    async with served(app) as address:
        practice.request_url = f"{address}/"
        yield came


async def test_requests_are_signed(practice: Practice, requests: list[tuple[web.Request, str]]) -> None:
    answer = await practice.person("ana").types("/hearings today", channel="general")
    assert answer.error == "dispatch_failed"
    request, body = requests[0]
    assert SignatureVerifier(practice.signing_secret).is_valid_request(body, dict(request.headers))
    assert request.content_type == "application/x-www-form-urlencoded"


async def test_an_event_is_tried_again_with_slacks_headers(
    practice: Practice, requests: list[tuple[web.Request, str]]
) -> None:
    await practice.person("ana").says("hello", channel="dm")
    await practice.until(lambda: len(practice.traffic.sent("message")) == 3)
    numbers = [request.headers.get("X-Slack-Retry-Num") for request, _ in requests]
    reasons = [request.headers.get("X-Slack-Retry-Reason") for request, _ in requests]
    assert numbers == [None, "1", "2"]
    assert reasons == [None, "http_error", "http_error"]
    assert len({body for _, body in requests}) == 1


async def test_a_changed_account_is_told(practice: Practice, app: AsyncApp, listen: Listen) -> None:
    heard: list[tuple[str, str, bool]] = []

    @app.event("user_change")
    async def changed(event: dict[str, Any]) -> None:
        heard.append((event["type"], event["user"]["name"], event["user"]["deleted"]))

    await listen(app)
    await practice.changes("jonah", deleted=True)
    assert heard == [("user_change", "jonah", True)]

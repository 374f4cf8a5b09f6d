"""A practice workspace and a tiny bot beside it."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import pytest
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from handlers.practice import Practice
from tests.fixtures.site import served
from tests.practice.parts import MANIFEST, Ahead, Listen


@pytest.fixture
def machine() -> Ahead:
    return Ahead()


@pytest.fixture
def settings() -> dict[str, Any]:
    """What a test file overrides to open the workspace differently."""
    return {}


@pytest.fixture
async def practice(machine: Ahead, settings: dict[str, Any]) -> AsyncIterator[Practice]:
    usual = {"manifest": MANIFEST, "machine": machine, "paced": False, "retries": (0.0, 0.0)}
    async with Practice(**{**usual, **settings}) as opened:
        yield opened


@pytest.fixture
def client(practice: Practice) -> AsyncWebClient:
    return AsyncWebClient(practice.bot_token, base_url=practice.api_url)


@pytest.fixture
def app(client: AsyncWebClient, practice: Practice) -> AsyncApp:
    return AsyncApp(client=client, signing_secret=practice.signing_secret, process_before_response=True)


@pytest.fixture
async def over_sockets(practice: Practice) -> AsyncIterator[Listen]:
    """Lets an app listen by Socket Mode."""
    async with AsyncExitStack() as closing:

        async def listen(app: AsyncApp) -> None:
            web_client = AsyncWebClient(practice.app_token, base_url=practice.api_url)
            handler = AsyncSocketModeHandler(app, practice.app_token, web_client=web_client)
            await handler.connect_async()  # type: ignore[no-untyped-call]
            closing.push_async_callback(handler.close_async)

        yield listen


@pytest.fixture
async def over_http(practice: Practice) -> AsyncIterator[Listen]:
    """Lets an app listen by signed HTTP."""
    async with AsyncExitStack() as closing:

        async def listen(app: AsyncApp) -> None:
            address = await closing.enter_async_context(served(app.web_app("/slack/events")))
            practice.request_url = f"{address}/slack/events"

        yield listen


@pytest.fixture(params=["sockets", "http"])
def listen(request: pytest.FixtureRequest) -> Listen:
    """Both roads, one after the other."""
    chosen: Listen = request.getfixturevalue(f"over_{request.param}")
    return chosen

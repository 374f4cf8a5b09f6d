"""The Bolt app with everything registered, and what it needs to be stopped gently."""

import logging
from dataclasses import dataclass

import aiohttp
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from chatbot.bootstrap import Chatbot
from chatbot.kit.pacing import Pace
from handlers.slack import register
from handlers.slack.delivery import Delivery
from handlers.slack.door import Door
from handlers.slack.work import Work

CALL_TIMEOUT = 15
"""Seconds a call to Slack is waited for."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Application:
    """The bot on Slack, not yet connected."""

    bolt: AsyncApp
    door: Door
    work: Work
    delivery: Delivery
    client: AsyncWebClient


def make_client(token: str, api_url: str) -> AsyncWebClient:
    """A client that never sends a call a second time by itself: after a reset that posts twice."""
    return AsyncWebClient(token=token, base_url=api_url, timeout=CALL_TIMEOUT, retry_handlers=[])


def make_session() -> aiohttp.ClientSession:
    """One session for every call; the SDK would open a connection a call.

    Idle connections are given up after five seconds, well before Slack does: a post into one that Slack just closed
    would be a post nobody knows about.
    """
    timeout = aiohttp.ClientTimeout(total=CALL_TIMEOUT)
    return aiohttp.ClientSession(timeout=timeout, connector=aiohttp.TCPConnector(keepalive_timeout=5))


def make_application(chatbot: Chatbot, client: AsyncWebClient, pace: Pace) -> Application:
    """Everything people can do, hung on a Bolt app.

    Answers leave when the listener ends (`process_before_response`): listeners commit and leave calls to Slack to the
    outbox, so waiting for them is what makes an acknowledgement mean that it is done. The gate checks signatures.
    """
    bolt = AsyncApp(
        # Without a name Bolt looks through the whole stack for one; with ours it would set the level of our own log.
        name="slack_bolt.alongside",
        client=client,
        logger=logging.getLogger("slack_bolt"),
        process_before_response=True,
        request_verification_enabled=False,
        attaching_conversation_kwargs_enabled=False,
        attaching_function_token_enabled=False,
    )
    work = Work()
    door = Door(bolt, chatbot, work)
    register(door)
    delivery = Delivery(chatbot, client, door.registered.drawings, pace)
    return Application(bolt=bolt, door=door, work=work, delivery=delivery, client=client)

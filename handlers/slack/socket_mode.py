"""Slack's Socket Mode, stopped gently."""

import logging

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from handlers.slack.work import Work


class SocketMode(AsyncSocketModeHandler):
    """The connection. An event is under way until its acknowledgement, which carries the answer, has left."""

    def __init__(self, bolt: AsyncApp, client: AsyncWebClient, work: Work) -> None:
        super().__init__(bolt, app_token=client.token, web_client=client, logger=logging.getLogger("slack_bolt"))
        self.app_token = ""  # the client has it; here it would only lie about
        self._work = work
        self._stopping = False

    def take_no_more(self) -> None:
        """Leave what comes from now on unacknowledged: Slack gives it to the next connection."""
        self._stopping = True

    async def handle(self, client: SocketModeClient, req: SocketModeRequest) -> None:  # type: ignore[override]
        if not self._stopping:
            with self._work.under_way():
                await super().handle(client, req)

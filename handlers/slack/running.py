"""The bot at work: connected, ticking, delivering; and stopped within ten seconds."""

import asyncio
import contextlib

import aiohttp
from aiohttp import web
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from slack_sdk.errors import SlackApiError

from chatbot.bootstrap import Chatbot
from chatbot.kit.pacing import Pace
from chatbot.schedule import TICK
from chatbot.settings import Settings
from handlers.slack.application import Application, make_application, make_client, make_session
from handlers.slack.errors import log, write_down
from handlers.slack.http import make_site
from handlers.slack.pace import SLACK
from handlers.slack.practice_clock import PracticeClock, is_desk
from handlers.slack.socket_mode import SocketMode
from handlers.web import routes

FINISH_WITHIN = 4
"""Seconds for the listeners under way when the bot is told to stop, and again for what is being sent."""

HANG_UP_AFTER = 1
"""Seconds for a request over HTTP that never came to its end; the rest of the ten are for closing."""


class Running:
    """One instance of the bot on one workspace."""

    def __init__(self, settings: Settings, chatbot: Chatbot, pace: Pace = SLACK) -> None:
        if settings.slack_bot_token is None:
            raise ValueError("no bot token")
        client = make_client(settings.slack_bot_token.get_secret_value(), settings.slack_api_url)
        self.app: Application = make_application(chatbot, client, pace)
        self.port = settings.port
        self._settings = settings
        self._chatbot = chatbot
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._ticking = asyncio.Lock()
        self._socket: SocketMode | None = None
        self._site: web.AppRunner | None = None
        self._follower: PracticeClock | None = None

    async def start(self) -> None:
        """Connect, catch up on what fell due, and begin to listen. Raises `SlackApiError` for a bad token."""
        self.app.client.session = make_session()
        who = await self.app.client.auth_test()
        team = str(who["team_id"])
        await self._chatbot.networks.get(team)
        await self._chatbot.places.start(team)
        if is_desk(self._settings.slack_api_url):
            self._follower = PracticeClock(self._settings.slack_api_url, self._chatbot.clock, self.caught_up)
            await self._follower.start()
        await self._serve()
        self._chatbot.imports.listen(lambda: self.app.work.begin(self._carry_on()))
        await self.app.delivery.start()
        await self._tick()
        self._scheduler.add_job(
            self._tick,
            "interval",
            seconds=TICK.total_seconds(),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
        self._scheduler.start()
        await self._connect()
        self.app.work.begin(self._meet_everyone(team))
        log.info("ready", port=self.port, by="socket" if self._socket else "http")

    async def stop(self) -> None:
        """Take no more work, finish what is under way, close."""
        if self._socket is not None:
            self._socket.take_no_more()
        if self._site is not None:
            for site in list(self._site.sites):
                await site.stop()
        if self._follower is not None:
            await self._follower.stop()
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        for finish in (self.app.work.settle, self.app.delivery.stop):
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(FINISH_WITHIN):
                    await finish()
        await self.app.delivery.abandon()
        if self._socket is not None:
            await self._socket.close_async()  # type: ignore[no-untyped-call]
        if self._site is not None:
            await self._site.cleanup()
        if self.app.client.session is not None:
            await self.app.client.session.close()

    async def caught_up(self) -> None:
        """Do what fell due by now, and say what may be said by now."""
        await self._tick()
        await self.app.delivery.settle()

    async def settle(self) -> None:
        """Wait until every listener has ended and everything that is due is sent."""
        await self.app.work.settle()
        await self.app.delivery.settle()

    async def ready(self) -> dict[str, bool]:
        """Whether the database answers and Slack is connected."""
        database = True
        try:
            await self._chatbot.networks.teams()
        except Exception as mistake:  # noqa: BLE001 - not ready, whatever the reason
            write_down(mistake, "readyz")
            database = False
        slack = self._socket is None or await self._socket.client.is_connected()
        return {"database": database, "slack": slack}

    async def _serve(self) -> None:
        secret = self._settings.slack_signing_secret
        http = secret.get_secret_value() if secret and not self._settings.slack_app_token else None
        site = make_site(self.app.bolt, secret=http, ready=self.ready, pages=routes(self._chatbot, write_down))
        self._site = web.AppRunner(site, access_log=None, shutdown_timeout=HANG_UP_AFTER)
        await self._site.setup()
        await web.TCPSite(self._site, self._settings.host, self._settings.port).start()
        self.port = int(self._site.addresses[0][1])
        if is_desk(self._settings.slack_api_url):
            self._chatbot.address.is_now(f"http://{self._settings.host}:{self.port}")

    async def _connect(self) -> None:
        token = self._settings.slack_app_token
        if token is None:
            return
        client = make_client(token.get_secret_value(), self._settings.slack_api_url)
        self._socket = SocketMode(self.app.bolt, client, self.app.work)
        await self._socket.connect_async()  # type: ignore[no-untyped-call]

    async def _tick(self) -> None:
        async with self._ticking:
            for name, failure in await self._chatbot.schedule.tick():
                write_down(failure, name)

    async def _carry_on(self) -> None:
        try:
            await self._chatbot.imports.carry_on_to_the_end()
        except Exception as mistake:  # noqa: BLE001 - the clock goes on with it
            write_down(mistake, "imports.carry_on")

    async def _meet_everyone(self, team: str) -> None:
        try:
            met = await self.app.door.identity.meet_everyone(self.app.client, team_id=team)
        except (SlackApiError, aiohttp.ClientError, OSError, TimeoutError) as fault:
            log.warning("the list of members could not be read", kind=type(fault).__name__)
        else:
            log.info("members met", count=met)

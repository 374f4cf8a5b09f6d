"""The practice workspace as a whole: opened, asked about, told to misbehave, closed."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Self

from aiohttp import web

from handlers.practice.assembly import Parts, assembled
from handlers.practice.bulletin import News
from handlers.practice.channels import Channel
from handlers.practice.complaints import Complaints
from handlers.practice.doors import LOOPBACK
from handlers.practice.driver import Someone
from handlers.practice.faults import Faults
from handlers.practice.machine import Machine
from handlers.practice.network import Network, Person
from handlers.practice.people_events import PeopleEvents
from handlers.practice.sample import sample_network
from handlers.practice.traffic import Traffic

RETRIES = (0.0, 60.0, 300.0)
ACKNOWLEDGE_WITHIN = 3.0


class Practice:
    """A Slack that fits on a desk. Binds to this machine only.

    `patience` is the time Slack gives for an acknowledgement, and for opening a window; `retries` are the pauses before
    an event is sent again. `machine` is the time it lives by.
    """

    def __init__(
        self,
        *,
        manifest: Path,
        port: int = 0,
        host: str = "127.0.0.1",
        state_file: Path | None = None,
        request_url: str | None = None,
        on_reset: Callable[[], Awaitable[None]] | None = None,
        network: Network | None = None,
        paced: bool = True,
        machine: Machine | None = None,
        patience: float = ACKNOWLEDGE_WITHIN,
        retries: Sequence[float] = RETRIES,
    ) -> None:
        if host not in LOOPBACK:
            raise ValueError("the practice workspace listens on this machine only")
        self._host, self._port = host, port
        self._network = network or sample_network()
        self._on_reset = on_reset
        self._parts: Parts = assembled(
            manifest=manifest,
            network=self._network,
            machine=machine or Machine(),
            state_file=state_file,
            patience=patience,
            retries=retries,
            paced=paced,
            reset=self.reset,
        )
        self._slack = self._parts.slack
        self._slack.request_url = request_url
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        self._runner = web.AppRunner(self._parts.app, access_log=None, handler_cancellation=True, shutdown_timeout=1.0)
        await self._runner.setup()
        await web.TCPSite(self._runner, self._host, self._port).start()
        port = self._runner.addresses[0][1]
        shown = f"[{self._host}]" if ":" in self._host else self._host
        self._slack.url = f"http://{shown}:{port}"

    async def stop(self) -> None:
        await self._slack.tasks.stop()
        await self._parts.sockets.close()
        await self._parts.pages.close()
        await self._parts.http.close()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
        await self._parts.keeper.stop()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    @property
    def url(self) -> str:
        return self._slack.url

    @property
    def api_url(self) -> str:
        """Ends with a slash, as slack_sdk wants its base_url."""
        return f"{self._slack.url}/api/"

    @property
    def bot_token(self) -> str:
        return self._slack.credentials.bot_token

    @property
    def app_token(self) -> str:
        return self._slack.credentials.app_token

    @property
    def signing_secret(self) -> str:
        return self._slack.credentials.signing_secret

    @property
    def team_id(self) -> str:
        return self._slack.team_id

    @property
    def bot_user_id(self) -> str:
        return self._slack.workspace.bot.user_id

    @property
    def request_url(self) -> str | None:
        """Where signed HTTP goes; None means Socket Mode."""
        return self._slack.request_url

    @request_url.setter
    def request_url(self, address: str | None) -> None:
        self._slack.request_url = address
        self._slack.bulletin.tell("bot")

    @property
    def connected(self) -> bool:
        """Whether the bot listens: an open socket, or a request URL whose last delivery went well."""
        return self._parts.post.connected

    @property
    def connections(self) -> int:
        """Open Socket Mode connections."""
        return self._parts.sockets.connections

    @property
    def faults(self) -> Faults:
        return self._slack.faults

    @property
    def traffic(self) -> Traffic:
        return self._slack.traffic

    @property
    def complaints(self) -> Complaints:
        return self._slack.complaints

    def now(self) -> datetime:
        return self._slack.clock.now()

    async def move_clock(self, *, to: datetime | None = None, by: timedelta | None = None) -> None:
        """Forward only, in strides; returns when those who follow the clock have caught up."""
        if to is None and by is None:
            raise ValueError("to when, or by how much?")
        await self._slack.clock.move(to if to is not None else self.now() + (by or timedelta()))

    def person(self, who: str) -> Someone:
        """By id or handle; KeyError when nobody is called that."""
        return Someone(self._parts.desk, self._slack.workspace.person(who).id)

    def channel(self, which: str) -> Channel:
        return self._slack.workspace.channel(which)

    @property
    def people(self) -> list[Person]:
        """Everyone with an account here, whatever their standing."""
        return list(self._slack.workspace.people.values())

    async def changes(self, who: str, **changes: Any) -> None:
        """Someone's account is changed: `is_restricted=True`, `deleted=True`, `locale="es-ES"`…"""
        person = replace(self._slack.workspace.person(who), **changes)
        await self._people_events.changed(person)

    async def joins(self, person: Person, *channels: str) -> Someone:
        """A new account, in these channels."""
        await self._people_events.joined(person, [self.channel(channel) for channel in channels])
        return self.person(person.id)

    async def drop_connections(self) -> None:
        self._parts.sockets.drop()

    async def disconnect(self, reason: str = "refresh_requested") -> None:
        """Sends the `disconnect` frame to every connection: `warning`, `refresh_requested` or `link_disabled`."""
        await self._parts.sockets.disconnect(reason)

    async def until(self, condition: Callable[[], Any], *, within: float = 5.0) -> Any:
        """Waits for the condition to hold, looking again whenever something happens here; returns what it gave."""
        happened = asyncio.Event()

        def hear(_: News) -> None:
            happened.set()

        stop_listening = self._slack.bulletin.listen(hear)
        try:
            async with asyncio.timeout(within):
                while not (given := condition()):
                    happened.clear()
                    await happened.wait()
        finally:
            stop_listening()
        return given

    async def reset(self) -> None:
        """The workspace as on its first day; the tokens stay. The clock stays where it is: it never goes back."""
        self._slack.workspace.fill(self._network)
        self._slack.traffic.clear()
        self._slack.faults.clear()
        self._parts.desk.forget_drafts()
        if self._on_reset is not None:
            await self._on_reset()
        self._slack.bulletin.tell("reloaded")

    @property
    def _people_events(self) -> PeopleEvents:
        return PeopleEvents(slack=self._slack, post=self._parts.post, payloads=self._parts.payloads)

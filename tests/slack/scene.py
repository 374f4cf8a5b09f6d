"""A small network at work: the practice workspace, the real bot in it, and a few people."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import SecretStr

from chatbot.bootstrap import Chatbot
from chatbot.hearings.model import Hearing
from chatbot.kit.clock import Clock, local_date
from chatbot.kit.pacing import Pace
from chatbot.opening import open_chatbot
from chatbot.people.model import Grant, Person, Role
from chatbot.settings import Settings
from handlers.practice import Practice
from handlers.practice.driver import Someone
from handlers.practice.machine import Machine
from handlers.practice.posts import Message
from handlers.practice.views import View
from handlers.slack.running import Running
from tests.fixtures.pace import AT_ONCE
from tests.slack.models import accepted

MANIFEST = Path(__file__).parents[2] / "manifest.json"
MONDAY = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
"""Ten in the morning in Boston, on a Monday a week before the clocks change."""

EASTERN = ZoneInfo("America/New_York")


PATIENCE = 20.0
"""Seconds this Slack waits for an answer; the real one waits three. No scene is about how fast the machine is."""


class MondayMachine(Machine):
    """This machine, believing that the test begins on that Monday."""

    def __init__(self) -> None:
        super().__init__()
        self._behind = super().time() - MONDAY.timestamp()

    def time(self) -> float:
        return super().time() - self._behind

    def passes(self, time: timedelta) -> None:
        """Be so much later at once, as for a bot that was away that long."""
        self._behind -= time.total_seconds()


@dataclass(kw_only=True)
class Scene:
    """What a test plays with."""

    practice: Practice
    chatbot: Chatbot
    running: Running
    settings: Settings
    machine: MondayMachine
    held: int = 0
    """The last exchange that was held against slack_sdk's models."""

    def someone(self, handle: str) -> Someone:
        return self.practice.person(handle)

    async def known(self, handle: str) -> Person:
        """The network's own idea of someone."""
        await self.running.app.work.settle()
        person = await self.chatbot.people.known(team_id=self.practice.team_id, account=self.someone(handle).id)
        assert person is not None
        return person

    async def settle(self) -> None:
        """Until every listener has ended and everything due has been said, and nobody complained about a message."""
        await self.running.settle()
        assert list(self.practice.complaints) == []
        for entry in self.practice.traffic:
            if entry.id > self.held:
                accepted(entry)
                self.held = entry.id

    async def trusts(self, handle: str, *grants: Grant) -> Person:
        """Rosa entrusts someone with exactly this."""
        person, rosa = await self.known(handle), await self.known("rosa")
        return await self.chatbot.people.entrust(person_id=person.id, grants=grants, by=rosa)

    async def agrees(self, handle: str) -> Person:
        """Let someone have agreed to the agreement before."""
        network = await self.chatbot.networks.get(self.practice.team_id)
        return await self.chatbot.people.agree(version=network.agreement_version, by=await self.known(handle))

    async def hearing(self, **changes: Any) -> Hearing:
        """Daniel writes down a hearing: a check-in in Boston the day after tomorrow at nine, unless changed."""
        places = await self.chatbot.places.listed(self.practice.team_id)
        boston = next(place for place in places if place.name.startswith("Boston"))
        typed = {
            "kind": "check_in",
            "alias": "M.R.",
            "place": str(boston.id),
            "day": self.day(2),
            "start": "09:00",
            "companions": "2",
            "at_least": "1",
            **changes,
        }
        hearing = await self.chatbot.hearings.add(typed, by=await self.known("daniel"))
        await self.settle()
        return hearing

    def day(self, ahead: int) -> str:
        """The date so many days from today, as a form gives it."""
        return (local_date(self.practice.now(), EASTERN) + timedelta(days=ahead)).isoformat()

    def card(self, channel: str = "court-boston") -> Message:
        """The newest message of the bot in a channel, as everyone sees it."""
        return next(one for one in reversed(self.practice.channel(channel).messages) if one.bot and not one.ephemeral)

    def modal(self, handle: str) -> View:
        view = self.someone(handle).modal
        assert view is not None, "no modal is open"
        return view


@asynccontextmanager
async def opened(folder: Path, database_url: str, *, paced: bool = False, **changes: Any) -> AsyncIterator[Scene]:
    """The practice workspace with the bot connected by Socket Mode, on this database; the key ring is in `folder`."""
    machine = MondayMachine()
    async with Practice(manifest=MANIFEST, paced=paced, machine=machine, patience=PATIENCE, **changes) as practice:
        settings = Settings(
            _env_file=None,
            slack_bot_token=SecretStr(practice.bot_token),
            slack_app_token=SecretStr(practice.app_token),
            slack_api_url=practice.api_url,
            database_url=SecretStr(database_url),
            keyring_file=folder / "keys" / "keyring.json",
            port=0,
        )
        async with bot_in(practice, settings, machine) as scene:
            await _furnish(scene)
            yield scene


@asynccontextmanager
async def bot_in(
    practice: Practice, settings: Settings, machine: MondayMachine, pace: Pace = AT_ONCE
) -> AsyncIterator[Scene]:
    """The bot started with these settings, and stopped again; it sends as fast as it can unless told otherwise."""
    chatbot = await open_chatbot(settings, Clock(machine.time))
    running = Running(settings, chatbot, pace)
    await running.start()
    await running.app.work.settle()
    try:
        yield Scene(practice=practice, chatbot=chatbot, running=running, settings=settings, machine=machine)
    finally:
        await running.stop()
        await chatbot.database.stop()


async def _furnish(scene: Scene) -> None:
    """Rosa owns the workspace, Daniel coordinates, Mei is a trained lead; cards go to #court-boston."""
    rosa = await scene.known("rosa")
    boston, response = (scene.practice.channel(name).id for name in ("court-boston", "response-team"))
    await scene.chatbot.networks.set_channels(card_channel=boston, response_channel=response, language="en", by=rosa)
    for handle, role in (("daniel", Role.COORDINATOR), ("mei", Role.LEAD)):
        person = await scene.known(handle)
        await scene.chatbot.people.entrust(person_id=person.id, grants={Grant(role=role)}, by=rosa)

"""The practice workspace and the real bot on one desk, in one process, over Slack's own wire format."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from pydantic import SecretStr

from chatbot.bootstrap import Chatbot
from chatbot.kit.clock import Clock
from chatbot.opening import open_chatbot
from chatbot.people.model import Person
from chatbot.settings import Settings
from handlers.practice import Practice
from handlers.sample_network import settle_in
from handlers.slack.running import Running

MANIFEST = Path(__file__).parent.parent / "manifest.json"
FOLDER = Path("data/practice")
KEYRING = Path("keys/practice.json")


class Desk:
    """Opens the practice workspace, starts the bot in it, and fills it with the sample network when it is new."""

    def __init__(self, settings: Settings, *, port: int, patience: float, shown: Callable[[str], None]) -> None:
        FOLDER.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._settings = settings
        self._shown = shown
        self._practice = Practice(
            manifest=MANIFEST, port=port, patience=patience, state_file=FOLDER / "slack.json", on_reset=self._reset
        )
        self._chatbot: Chatbot | None = None
        self._running: Running | None = None

    async def serve(self, stop: asyncio.Event) -> None:
        """Work until told to stop."""
        await self._practice.start()
        try:
            await self._open()
            self._shown(self._practice.url)
            await stop.wait()
        finally:
            await self._close()
            await self._practice.stop()

    async def _open(self) -> None:
        settings = self._settings.model_copy(
            update={
                "slack_bot_token": SecretStr(self._practice.bot_token),
                "slack_app_token": SecretStr(self._practice.app_token),
                "slack_api_url": self._practice.api_url,
                "database_url": SecretStr(f"sqlite+aiosqlite:///{FOLDER / 'alongside.db'}"),
                "keyring_file": KEYRING,
                "port": 0,
            }
        )
        self._chatbot = await open_chatbot(settings, Clock())
        is_new = not await self._chatbot.networks.teams()
        self._running = Running(settings, self._chatbot)
        await self._running.start()
        if is_new:
            try:
                await self._fill(self._chatbot, self._running)
            except BaseException:
                await self._close()
                _forget()  # half a sample network would stay half for ever
                raise

    async def _close(self) -> None:
        if self._running is not None:
            await self._running.stop()
        if self._chatbot is not None:
            await self._chatbot.database.stop()
        self._running = self._chatbot = None

    async def _reset(self) -> None:
        """Forget everything the bot knows and begin anew."""
        await self._close()
        _forget()
        await self._open()

    async def _fill(self, chatbot: Chatbot, running: Running) -> None:
        team = self._practice.team_id
        await running.app.work.settle()
        people: dict[str, Person] = {}
        for person in self._practice.people:
            known = await chatbot.people.known(team_id=team, account=person.id)
            if known is not None:
                people[person.name] = known
        named = ("general", "announcements", "court-boston", "court-chelmsford", "check-ins", "bonds", "first-street")
        channels = {name: self._practice.channel(name).id for name in (*named, "response-team")}
        await settle_in(chatbot, people, channels)


def _forget() -> None:
    for file in (*FOLDER.glob("alongside.db*"), KEYRING):
        file.unlink(missing_ok=True)

"""An operator with a network at work, a key ring, and a place for backups."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from pydantic import SecretStr

from chatbot.backups.making import back_up
from chatbot.backups.model import Manifest, Restored
from chatbot.backups.restoring import restore
from chatbot.kit.database import database_file
from chatbot.opening import open_chatbot
from chatbot.settings import Settings
from tests.fixtures.network import SmallNetwork


class Operator:
    """Whoever runs the network: makes backups while it works, and brings them back."""

    def __init__(self, network: SmallNetwork, url: str, keyring: Path, folder: Path, spare: str) -> None:
        self.network = network
        self.backup = folder / "alongside.backup"
        self.settings = Settings(database_url=SecretStr(url), keyring_file=keyring)
        self._spare = spare

    @property
    def file(self) -> Path:
        """The file of an SQLite database."""
        file = database_file(self.settings.database_url.get_secret_value())
        assert file is not None
        return file

    async def backs_up(self) -> Manifest:
        return await back_up(self.settings, self.network.chatbot.clock, self.backup)

    async def stops(self) -> None:
        await self.network.chatbot.database.stop()

    def moves(self) -> None:
        """From now on the settings lead to another place, where nothing is yet."""
        self.settings = self.settings.model_copy(update={"database_url": SecretStr(self._spare)})

    async def restores(self, *, keyring: Path | None = None, replace: bool = True) -> Restored:
        settings = self.settings.model_copy(update={"keyring_file": keyring or self.settings.keyring_file})
        return await restore(settings, self.network.chatbot.clock, self.backup, replace=replace)

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[SmallNetwork]:
        """The network that was brought back."""
        chatbot = await open_chatbot(self.settings, self.network.chatbot.clock)
        try:
            yield await SmallNetwork.known(chatbot)
        finally:
            await chatbot.database.stop()

"""The town behind the door, settled and walked through once."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from chatbot.kit.clock import Clock
from chatbot.kit.keyring import KeyRing
from chatbot.opening import open_database
from tests.fixtures.database import Databases
from tests.slack.permissions.furnishing import DAWN, NOON, furnish
from tests.slack.permissions.table import own, permissions
from tests.slack.permissions.town import Town
from tests.slack.permissions.walking import Walk, walk


@dataclass(frozen=True, kw_only=True, slots=True)
class Settled:
    """A database in which the sample network has settled, its key ring, and what a walk through it found."""

    file: Path
    ring: KeyRing
    found: Walk


@pytest.fixture(scope="session")
def settled(tmp_path_factory: pytest.TempPathFactory, databases: Databases) -> Settled:
    folder = tmp_path_factory.mktemp("town")
    ring = KeyRing.create(folder / "keys" / "keyring.json")
    made = Path(databases.make("sqlite").removeprefix("sqlite+aiosqlite:///"))

    async def settle() -> Walk:
        clock = Clock()
        town = await Town.open(open_database(f"sqlite+aiosqlite:///{made}", clock), clock, ring)
        await town.settle()
        try:
            return await walk(town)
        finally:
            await town.database.stop()

    found = asyncio.run(settle())
    shutil.copy(made, folder / "settled.db")
    return Settled(file=folder / "settled.db", ring=ring, found=found)


@pytest.fixture
def found(settled: Settled) -> Walk:
    """Everything that can be touched in the town."""
    return settled.found


@pytest.fixture
async def town(settled: Settled, tmp_path: Path) -> AsyncIterator[Town]:
    """The settled town; whatever is done in it is undone at once."""
    file = tmp_path / "town.db"
    shutil.copy(settled.file, file)
    clock = Clock()
    town = await Town.open(open_database(f"sqlite+aiosqlite:///{file}", clock), clock, settled.ring)
    await town.know_everyone()
    yield town
    await town.database.stop()

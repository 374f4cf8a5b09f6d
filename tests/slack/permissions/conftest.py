"""The town behind the door, settled, furnished and walked through once."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from chatbot.kit.clock import Clock
from chatbot.kit.keyring import KeyRing
from chatbot.opening import open_database
from tests.fixtures.database import Databases
from tests.repo.documents import text_of
from tests.slack.permissions.furnishing import DAWN, TICKS, furnish
from tests.slack.permissions.table import PAGE, Table, own, permissions
from tests.slack.permissions.town import Town
from tests.slack.permissions.walking import Walk, walk


@dataclass(frozen=True, kw_only=True, slots=True)
class Settled:
    """A database in which the town has settled, its key ring, and what a walk through it found."""

    file: Path
    ring: KeyRing
    found: Walk


@pytest.fixture(scope="session")
def table() -> Table:
    return permissions(text_of(PAGE))


@pytest.fixture(scope="session")
def settled(tmp_path_factory: pytest.TempPathFactory, databases: Databases, table: Table) -> Settled:
    folder = tmp_path_factory.mktemp("town")
    ring = KeyRing.create(folder / "keys" / "keyring.json")
    made = Path(databases.make("sqlite").removeprefix("sqlite+aiosqlite:///"))

    async def settle() -> Walk:
        clock = Clock(DAWN.timestamp)
        town = await Town.open(open_database(f"sqlite+aiosqlite:///{made}", clock), clock, ring)
        await town.settle()
        await furnish(town, clock)
        await town.know_everyone()
        try:
            return await walk(town, own(table))
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
    clock = Clock(DAWN.timestamp)
    clock.run_ahead(TICKS[-1] + timedelta(minutes=1))
    town = await Town.open(open_database(f"sqlite+aiosqlite:///{file}", clock), clock, settled.ring)
    await town.know_everyone()
    yield town
    await town.database.stop()

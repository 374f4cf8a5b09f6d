"""T7: what was forgotten is gone from the files."""

import random
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from chatbot.bootstrap import Chatbot
from chatbot.hearings.store import SEALED, hearings
from chatbot.kit.database import Tx
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import SmallNetwork
from tests.fixtures.size import PROOF, quick_or_full

ROUNDS = quick_or_full(10, 60)
PIECE = 24
"""Bytes of a sealed value that are looked for: longer than anything that could lie there by chance."""

pytestmark = ON_SQLITE


async def sealed(network: SmallNetwork) -> set[bytes]:
    """A piece from the middle of every sealed value that hearings hold now."""
    rows = await network.rows(select(*(hearings.c[name] for name in SEALED)))
    return {value[30 : 30 + PIECE] for row in rows for value in row if value is not None}


def remnants(database_url: str, pieces: set[bytes]) -> int:
    """How many of these still lie in the database's file, its log, or beside them."""
    file = Path(database_url.removeprefix("sqlite+aiosqlite:///"))
    content = b"".join(one.read_bytes() for one in file.parent.glob(f"{file.name}*"))
    return sum(piece in content for piece in pieces)


def size_of_log(database_url: str) -> int:
    return Path(database_url.removeprefix("sqlite+aiosqlite:///") + "-wal").stat().st_size


async def a_hearing(network: SmallNetwork, chance: random.Random) -> None:
    """Private details short and long: some lie on pages of their own, some are changed before they go."""
    typed: dict[str, Any] = {name: "x" * chance.choice((10, 200, 2000)) for name in SEALED}
    hearing = await network.add_hearing(**typed)
    if chance.random() < 0.5:
        await network.chatbot.hearings.change(hearing.code, network.typed(**typed), by=network.coordinator)


@PROOF
async def test_what_was_wiped_is_nowhere_in_the_files(network: SmallNetwork, hand: Hand, database_url: str) -> None:
    """T7"""
    chance = random.Random(7)
    forget = next(one for one in network.chatbot.schedule.entries if one.name == "retention.forget").do
    for _ in range(ROUNDS):
        for _each in range(3):
            await a_hearing(network, chance)
        pieces = await sealed(network)
        assert len(pieces) == remnants(database_url, pieces) == 12, "control: before, everything is found"
        hand.move(days=chance.randint(33, 60))
        await forget()
        assert await sealed(network) == set()
        assert remnants(database_url, pieces) == 0


async def test_control_without_tidying_remnants_are_found(
    network: SmallNetwork, hand: Hand, chatbot: Chatbot, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def carelessly(tx: Tx) -> None:
        await tx.execute(text("PRAGMA secure_delete=OFF"))

    async def not_at_all(_tables: object) -> None:
        return None

    await chatbot.database.run(carelessly)
    monkeypatch.setattr(chatbot.database, "tidy", not_at_all)
    for _ in range(3):
        await a_hearing(network, random.Random(7))
    pieces = await sealed(network)
    hand.move(days=40)
    await network.chatbot.schedule.tick()
    assert await sealed(network) == set()
    assert remnants(database_url, pieces) > 0


async def test_the_file_is_whole_after_it_was_written_anew(
    network: SmallNetwork, chatbot: Chatbot, database_url: str
) -> None:
    await a_hearing(network, random.Random(7))
    await chatbot.database.tidy([hearings])
    assert await chatbot.database.run(lambda tx: tx.scalar(text("PRAGMA integrity_check"))) == "ok"
    assert size_of_log(database_url) == 0
    with sqlite3.connect(f"file:{database_url.removeprefix('sqlite+aiosqlite:///')}?mode=ro", uri=True) as file:
        assert file.execute("SELECT count(*) FROM hearings").fetchone() == (1,)

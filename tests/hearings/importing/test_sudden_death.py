"""The bot is killed in the middle of an import: no row is lost, none comes twice, and the clock goes on with it."""

import asyncio
import os
import random
import signal
import sqlite3
import traceback
from contextlib import closing
from pathlib import Path

from chatbot.bootstrap import Chatbot, build
from chatbot.kit.clock import Clock
from chatbot.kit.sealed import Sealer
from chatbot.opening import open_database
from tests.fixtures.database import Databases, Hand
from tests.fixtures.network import EASTERN, SmallNetwork
from tests.hearings.importing.sheets import long, looked

ROWS = 200
KILLS = 6


def test_no_row_is_lost_when_the_bot_is_killed_half_way(databases: Databases, sealer: Sealer) -> None:
    """T5"""
    url = databases.make("sqlite", furnished=True)
    file = Path(url.removeprefix("sqlite+aiosqlite:///"))
    asyncio.run(confirmed(url, sealer))
    chance, killed = random.Random(4), 0
    while killed < KILLS and not done(file):
        killed_after(url, sealer, commits=chance.randrange(0, 3))
        killed += 1
        hearings, cards, noted, looked_at = counted(file)
        assert hearings == cards == noted == looked_at, "rows, hearings, cards and progress are one transaction"
    assert 0 < counted(file)[0] < ROWS, "the import was still going on when it was killed"
    asyncio.run(ticked(url, sealer))
    assert counted(file) == (ROWS, ROWS, ROWS, ROWS)
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("SELECT count(DISTINCT alias) FROM hearings").fetchone() == (ROWS,)
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def killed_after(url: str, sealer: Sealer, *, commits: int) -> None:
    """A bot that goes on with the import, and is killed some time after so many steps."""
    told, tells = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            asyncio.run(carries_on(url, sealer, tells))
        except BaseException:  # noqa: BLE001 - a forked test must never run on as a test
            traceback.print_exc()
        finally:
            os._exit(1)
    os.close(tells)
    try:
        for _ in range(commits + 1):
            assert os.read(told, 1), "the bot ended by itself"
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(told)


async def opened(url: str, sealer: Sealer) -> Chatbot:
    clock = Clock(read=Hand().read)
    database = open_database(url, clock)
    await database.start()
    return build(clock=clock, database=database, sealer=sealer, zone=EASTERN)


async def confirmed(url: str, sealer: Sealer) -> None:
    chatbot = await opened(url, sealer)
    network = await SmallNetwork.known(chatbot)
    number, findings = await looked(network, long(ROWS))
    assert len(findings.good) == ROWS
    await chatbot.imports.confirm(number, by=network.coordinator)
    await chatbot.database.stop()


async def carries_on(url: str, sealer: Sealer, tells: int) -> None:
    chatbot = await opened(url, sealer)
    os.write(tells, b"s")
    while await chatbot.imports.carry_on():
        os.write(tells, b"c")


async def ticked(url: str, sealer: Sealer) -> None:
    chatbot = await opened(url, sealer)
    assert await chatbot.schedule.tick() == []
    await chatbot.database.stop()


def done(file: Path) -> bool:
    with closing(sqlite3.connect(file)) as database:
        return bool(database.execute("SELECT count(*) FROM imports WHERE state = 'done'").fetchone()[0])


def counted(file: Path) -> tuple[int, ...]:
    """Hearings, their cards, what is known of them as imported, and how far the import says it is."""
    questions = (
        "SELECT count(*) FROM hearings",
        "SELECT count(*) FROM outbox WHERE view = 'hearings.card' AND act = 'post'",
        "SELECT count(*) FROM imported",
        "SELECT looked FROM imports",
    )
    with closing(sqlite3.connect(file)) as database:
        return tuple(database.execute(question).fetchone()[0] for question in questions)

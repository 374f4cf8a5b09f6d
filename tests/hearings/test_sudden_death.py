"""The bot is killed while people claim and release: whatever anyone was told still holds."""

import asyncio
import os
import random
import signal
import sqlite3
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from chatbot.bootstrap import build
from chatbot.kit.clock import Clock
from chatbot.kit.sealed import Sealer
from chatbot.opening import open_database
from chatbot.people.model import Person
from tests.fixtures.database import Databases, Hand
from tests.fixtures.network import EASTERN, SmallNetwork

KILLS = 10
SEATS = 3


def open_for_business(url: str, sealer: Sealer, tells: int) -> None:
    """People claim and release for ever; a line for everything someone was told."""

    async def busy() -> None:
        clock = Clock(read=Hand().read)
        database = open_database(url, clock)
        await database.start()
        network = await SmallNetwork.known(build(clock=clock, database=database, sealer=sealer, zone=EASTERN))
        people = (network.ana, network.ben, network.cleo, network.lead, network.coordinator)
        await asyncio.gather(*(come_and_go(network, person, tells) for person in people))

    asyncio.run(busy())


async def come_and_go(network: SmallNetwork, person: Person, tells: int) -> None:
    """Whoever had a seat when the bot was killed releases it first."""
    hearings = network.chatbot.hearings
    if (await hearings.get("H101", team_id=person.team_id)).roster.of(person.id):
        await hearings.release("H101", by=person)
        os.write(tells, f"released {person.id}\n".encode())
    while True:
        await hearings.claim("H101", by=person)
        os.write(tells, f"claimed {person.id}\n".encode())
        await hearings.release("H101", by=person)
        os.write(tells, f"released {person.id}\n".encode())


@contextmanager
def another_process(url: str, sealer: Sealer) -> Iterator[tuple[int, int]]:
    """Its id, and the end of a pipe on which it tells what it did."""
    told, tells = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            open_for_business(url, sealer, tells)
        except BaseException:  # noqa: BLE001 - a forked test must never run on as a test
            traceback.print_exc()
        finally:
            os._exit(1)
    os.close(tells)
    try:
        yield child, told
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(told)


def told_until_killed(url: str, sealer: Sealer, lines: int) -> Counter[str]:
    """What people were told, the bot being killed after so many answers, in the middle of whatever it did."""
    heard = b""
    with another_process(url, sealer) as (child, told):
        while heard.count(b"\n") < lines:
            some = os.read(told, 4096)
            assert some, "the bot ended by itself"
            heard += some
        os.kill(child, signal.SIGKILL)
        while some := os.read(told, 4096):
            heard += some
    return Counter(heard.decode().splitlines())


def test_nothing_anyone_was_told_is_lost_when_the_bot_is_killed(databases: Databases, sealer: Sealer) -> None:
    """T5, quick"""
    url = databases.make("sqlite", furnished=True)
    file = Path(url.removeprefix("sqlite+aiosqlite:///"))
    asyncio.run(add_hearing(url, sealer))
    chance = random.Random(5)
    told: Counter[str] = Counter()
    for _ in range(KILLS):
        told += told_until_killed(url, sealer, chance.randrange(1, 60))
        with closing(sqlite3.connect(file)) as looked_at:
            check(looked_at, told)


def check(database: sqlite3.Connection, told: Counter[str]) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    done: Counter[str] = Counter()
    for person, claims, releases in database.execute(
        "SELECT person_id, count(*), count(ended_at) FROM signups GROUP BY person_id"
    ):
        done.update({f"claimed {person}": claims, f"released {person}": releases})
    # Each kill may have hit one answer of each person between the commit and the telling.
    assert all(told[line] <= done[line] <= told[line] + KILLS for line in done | told)
    lines = dict(database.execute("SELECT verb, count(*) FROM audit WHERE verb LIKE 'signups.%' GROUP BY verb"))
    assert lines["signups.claim"] == sum(number for line, number in done.items() if line.startswith("claimed"))
    assert lines.get("signups.release", 0) == sum(n for line, n in done.items() if line.startswith("released"))
    seated = database.execute("SELECT count(*) FROM signups WHERE ended_at IS NULL AND NOT waiting").fetchone()[0]
    assert seated <= SEATS


async def add_hearing(url: str, sealer: Sealer) -> None:
    clock = Clock(read=Hand().read)
    database = open_database(url, clock)
    await database.start()
    network = await SmallNetwork.known(build(clock=clock, database=database, sealer=sealer, zone=EASTERN))
    await network.add_hearing(companions=str(SEATS))
    await database.stop()

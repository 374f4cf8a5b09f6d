"""A second process of the bot, for the tests: many people press Claim in it at once.

    python -m tests.hearings.presses DATABASE_URL KEYRING CODE PERSON...

It says `ready`, waits for a line, lets every one of these people claim, and says how it ended, one line each.
"""

import asyncio
import sys
from pathlib import Path

from chatbot.bootstrap import build
from chatbot.kit.clock import Clock
from chatbot.kit.keyring import KeyRing
from chatbot.kit.sealed import Sealer
from chatbot.opening import open_database
from tests.fixtures.database import Hand
from tests.fixtures.network import EASTERN, TEAM


async def press(url: str, ring: str, code: str, numbers: list[int]) -> None:
    """Everyone presses at the same moment."""
    clock = Clock(read=Hand().read)
    database = open_database(url, clock)
    await database.start()
    chatbot = build(clock=clock, database=database, sealer=Sealer(KeyRing.load(Path(ring))), zone=EASTERN)
    people = [await chatbot.people.by_id(team_id=TEAM, person_id=number) for number in numbers]
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    await asyncio.to_thread(sys.stdin.readline)
    claims = [chatbot.hearings.claim(code, by=person) for person in people if person]
    for end in await asyncio.gather(*claims, return_exceptions=True):
        sys.stdout.write(f"{type(end).__name__ if isinstance(end, BaseException) else end.outcome}\n")
    await database.stop()


if __name__ == "__main__":
    asyncio.run(press(sys.argv[1], sys.argv[2], sys.argv[3], [int(number) for number in sys.argv[4:]]))

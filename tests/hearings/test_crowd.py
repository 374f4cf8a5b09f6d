"""Two hundred people press Claim at the same moment."""

import asyncio
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from chatbot.kit.keyring import KeyRing
from chatbot.people.model import Person
from chatbot.signups.model import InLine, Roster, SeatRole, Yours
from tests.fixtures.database import ON_POSTGRESQL
from tests.fixtures.network import SmallNetwork
from tests.tree import ROOT

CROWD = 200
SEATS = 5

EXPECTED = Counter(
    {
        str(Yours(role=SeatRole.COMPANION)): SEATS,
        **{str(InLine(role=SeatRole.COMPANION, place=place)): 1 for place in range(1, CROWD - SEATS + 1)},
    }
)
"""Five have a seat, and every other is told a place in line that nobody else was told."""


def seats_of(roster: Roster) -> tuple[int, int]:
    return len(roster.holders(SeatRole.COMPANION)), len(roster.line(SeatRole.COMPANION))


async def test_of_two_hundred_who_press_at_once_five_win_five_seats(network: SmallNetwork) -> None:
    """T4"""
    hearing = await network.add_hearing(companions=str(SEATS))
    await network.delivered()
    crowd = await network.crowd(CROWD)
    claims = await asyncio.gather(*(network.chatbot.hearings.claim(hearing.code, by=one) for one in crowd))
    assert Counter(str(claim.outcome) for claim in claims) == EXPECTED
    after = await network.chatbot.hearings.get(hearing.code, team_id=hearing.team_id)
    assert seats_of(after.roster) == (SEATS, CROWD - SEATS)
    assert [letter.view for letter in await network.delivered()] == ["hearings.card"]


@ON_POSTGRESQL
async def test_it_is_the_same_when_they_press_in_two_processes(
    network: SmallNetwork, database_url: str, tmp_path: Path
) -> None:
    """T4"""
    KeyRing.create(tmp_path / "keyring.json")
    hearing = await network.add_hearing(companions=str(SEATS))
    crowd = await network.crowd(CROWD)
    halves = crowd[: CROWD // 2], crowd[CROWD // 2 :]
    workers = [await presses(database_url, tmp_path, hearing.code, half) for half in halves]
    ends = await asyncio.gather(*(worker.communicate(b"go\n") for worker in workers))
    assert Counter(line for said, _ in ends for line in said.decode().splitlines()) == EXPECTED
    after = await network.chatbot.hearings.get(hearing.code, team_id=hearing.team_id)
    assert seats_of(after.roster) == (SEATS, CROWD - SEATS)


async def presses(url: str, folder: Path, code: str, people: Sequence[Person]) -> asyncio.subprocess.Process:
    """A process in which these people are about to press."""
    words = [url, str(folder / "keyring.json"), code, *(str(person.id) for person in people)]
    worker = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.hearings.presses", *words, cwd=ROOT, stdin=-1, stdout=-1
    )
    assert worker.stdout
    assert await worker.stdout.readline() == b"ready\n"
    return worker

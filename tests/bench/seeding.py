"""A network of some size, written down through the verbs before the bot starts; only what is long past comes by SQL."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from pydantic import SecretStr
from sqlalchemy import Table, func, select, update

from chatbot.audit.record import audit
from chatbot.bootstrap import Chatbot
from chatbot.hearings.model import subject
from chatbot.hearings.store import hearings
from chatbot.kit.clock import Clock, local_date
from chatbot.kit.database import Tx
from chatbot.kit.outbox import State, outbox, posts
from chatbot.opening import open_chatbot
from chatbot.people.model import Person, Sighting
from chatbot.settings import Settings
from chatbot.signups.model import SeatRole
from chatbot.signups.store import capacities, signups
from tests.bench.stub import TEAM

T = TypeVar("T")

PEOPLE = 256
SEATS = 5
"""Companions a hearing asks for."""

PLACES = 4
AT_ONCE = 5000
"""Rows a statement, of what is long past."""

NEAR = 30
"""Hearings of the next fourteen days; two people come to each."""

Round = list[tuple[str, str]]
"""Claims of seats nobody holds yet, each by somebody else: an account and a code."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Network:
    """What was written down."""

    accounts: list[str]
    rounds: list[Round]


async def seed(folder: Path, url: str, *, rounds: int, past: int) -> Network:
    """People who agreed, hearings of the next weeks with their cards posted, seats for so many rounds, and a past.

    A legal hold stands, so that the past stays, sealed details and all: without it the clock would forget it meanwhile.
    """
    async with opened(folder, url) as chatbot:
        people = await _people(chatbot)
        await chatbot.holds.begin(reason="", by=people[0])
        codes = await _hearings(chatbot, people[0], NEAR, days_ahead=lambda number: 1 + number % 13)
        claims = (
            chatbot.hearings.claim(code, by=people[(2 * number + seat) % PEOPLE])
            for number, code in enumerate(codes)
            for seat in range(2)
        )
        await _all(claims)
        # A hearing that two rounds share is on the day of the later one: nobody comes to two on one day.
        later = await _hearings(
            chatbot,
            people[0],
            rounds * PEOPLE // SEATS,
            days_ahead=lambda number: 20 + ((number + 1) * SEATS - 1) // PEOPLE,
        )
        await _past(chatbot, codes[0], past)
        await chatbot.schedule.tick()  # so that the bot has nothing to catch up on
        await _say_everything_was_posted(chatbot)
    accounts = [str(person.account) for person in people]
    seats = [code for code in later for _ in range(SEATS)]
    return Network(
        accounts=accounts,
        rounds=[list(zip(accounts, seats[first:], strict=False)) for first in range(0, len(seats), PEOPLE)],
    )


async def seats_taken(folder: Path, url: str) -> int:
    """How many claims are in the database; nobody else may be connected to an SQLite file."""
    async with opened(folder, url) as chatbot:
        return int(await chatbot.database.run(lambda tx: tx.scalar(select(func.count()).select_from(signups))))


@asynccontextmanager
async def opened(folder: Path, url: str, clock: Clock | None = None) -> AsyncIterator[Chatbot]:
    """The Chatbot without its door."""
    settings = Settings(_env_file=None, database_url=SecretStr(url), keyring_file=folder / "keys" / "keyring.json")
    chatbot = await open_chatbot(settings, clock or Clock())
    try:
        yield chatbot
    finally:
        await chatbot.database.stop()


async def _people(chatbot: Chatbot) -> list[Person]:
    """The first of them owns the workspace."""
    met = await _all(
        chatbot.people.meet(
            Sighting(team_id=TEAM, account=f"U{number:07d}", name=f"Volunteer {number}", is_owner=number == 0)
        )
        for number in range(PEOPLE)
    )
    network = await chatbot.networks.set_channels(
        card_channel="C0CARDS", response_channel=None, language="en", by=met[0]
    )
    await chatbot.places.start(TEAM)
    return await _all(chatbot.people.agree(version=network.agreement_version, by=person) for person in met)


async def _hearings(chatbot: Chatbot, by: Person, count: int, *, days_ahead: Callable[[int], int]) -> list[str]:
    network = await chatbot.networks.get(TEAM)
    today = local_date(chatbot.clock.now(), network.zone)
    places = (await chatbot.places.listed(TEAM))[:PLACES]
    written = await _all(
        chatbot.hearings.add(
            {
                "kind": "check_in",
                "alias": "M.R.",
                "place": str(places[number % PLACES].id),
                "day": (today + timedelta(days=days_ahead(number))).isoformat(),
                "start": f"{9 + number % 8:02d}:00",
                "companions": str(SEATS),
                "at_least": "2",
                "languages": "Spanish",
                "note": "Bring warm clothes, the line is outside.",
                "contact": "Ask at the desk for the green folder.",
            },
            by=by,
        )
        for number in range(count)
    )
    return [hearing.code for hearing in written]


async def _say_everything_was_posted(chatbot: Chatbot) -> None:
    now = chatbot.clock.now()
    await chatbot.database.run(lambda tx: tx.execute(update(posts).values(ts="1700000000.000100", posted_at=now)))
    await chatbot.database.run(lambda tx: tx.execute(update(outbox).values(state=State.SENT, ended_at=now)))


async def _past(chatbot: Chatbot, code: str, count: int) -> None:
    """So many hearings like this one, each attended by two people, over the last eight years."""
    row = await chatbot.database.run(lambda tx: tx.first(select(hearings).where(hearings.c.code == code)))
    assert row is not None
    for first in range(1, count + 1, AT_ONCE):
        numbers = range(first, min(first + AT_ONCE, count + 1))
        await chatbot.database.run(partial(_bygone, like=row._asdict(), numbers=numbers))


async def _bygone(tx: Tx, *, like: dict[str, Any], numbers: Iterable[int]) -> None:
    written: dict[Table, list[dict[str, Any]]] = {hearings: [], capacities: [], signups: [], audit: []}
    for number in numbers:
        back = timedelta(days=20 + number % (8 * 365))
        hearing = like["id"] + 1_000_000 + number
        here = {"team_id": TEAM, "subject": subject(hearing)}
        then = {"day": like["day"] - back, "starts_at": like["starts_at"] - back, "created_at": tx.now - back}
        written[hearings].append({**like, **then, "id": hearing, "code": f"H{1_000_000 + number}"})
        written[capacities].append({**here, "role": SeatRole.COMPANION, "minimum": 2, "maximum": SEATS})
        for person in (1 + number % PEOPLE, 1 + (number + 1) % PEOPLE):
            come = {"person_id": person, "role": SeatRole.COMPANION, "waiting": False, "since": tx.now - back}
            written[signups].append({**here, **come})
            done = {"at": tx.now - back, "actor_id": person, "verb": "signups.claim", "detail": "Yours"}
            written[audit].append({**here, **done})
    for table, rows in written.items():
        await tx.execute(table.insert(), rows)


async def _all(asked: Iterable[Coroutine[Any, Any, T]]) -> list[T]:
    return list(await asyncio.gather(*asked))

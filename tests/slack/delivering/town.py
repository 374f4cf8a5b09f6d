"""A town where time stands still until the test moves it: a Slack that misbehaves, and several instances of the bot."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Container, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import Self

import aiohttp
from sqlalchemy import Row, Select, select

from chatbot.bootstrap import Chatbot, build
from chatbot.kit import letters
from chatbot.kit.clock import Clock
from chatbot.kit.database import Tx, is_sqlite
from chatbot.kit.outbox import State, outbox
from chatbot.kit.pacing import Pace
from chatbot.kit.sealed import Sealer
from chatbot.opening import open_database
from chatbot.people.model import Sighting
from handlers.practice import Practice
from handlers.practice.channels import Channel
from handlers.practice.machine import Machine
from handlers.practice.network import Network, Person, Place
from handlers.practice.sample import sample_network
from handlers.slack.application import make_application, make_client
from handlers.slack.delivery import Delivery
from handlers.slack.door import Drawing
from handlers.slack.pace import SLACK
from tests.fixtures.database import Hand
from tests.fixtures.network import EASTERN
from tests.slack.scene import MANIFEST

GIVES_UP_AFTER = 0.15
"""Seconds of the machine's own time until a call that hangs is given up; in the town no time passes meanwhile."""

AT_LEAST, LOOKS_AGAIN = timedelta(seconds=5), timedelta(seconds=30)
"""So much time goes by between two looks at what may be said."""

ALL = range(99)
"""Every instance."""

LONGEST = 3000
"""Steps until a town must have come to rest."""


class StandingMachine(Machine):
    """The machine of a Slack whose clock stands still until the hand moves."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self._sleeping: list[tuple[float, asyncio.Future[None]]] = []

    def time(self) -> float:
        return self._hand.read()

    def monotonic(self) -> float:
        return self._hand.read()

    async def sleep(self, seconds: float) -> None:
        woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleeping.append((self._hand.read() + seconds, woken))
        await woken

    def wake(self) -> None:
        """Whoever slept long enough goes on."""
        now = self._hand.read()
        for until, woken in self._sleeping:
            if until <= now and not woken.done():
                woken.set_result(None)
        self._sleeping = [(until, woken) for until, woken in self._sleeping if until > now]


@dataclass(kw_only=True)
class Instance:
    """One running bot without its own clock: it works when it is told to."""

    chatbot: Chatbot
    delivery: Delivery

    @classmethod
    async def open(cls, town: "Town", chatbot: Chatbot) -> Self:
        """It begins with settling what another one left behind when it died."""
        client = make_client(town.practice.bot_token, town.practice.api_url)
        client.session = town.session
        alone = not chatbot.database.is_shared
        await chatbot.database.run(lambda tx: letters.recover(tx, at_start=alone))
        return cls(chatbot=chatbot, delivery=Delivery(chatbot, client, town.drawings, town.pace))

    async def work(self, *, tick: bool) -> None:
        """Everything that may leave by now, after a tick of the clock."""
        if tick:
            await self.chatbot.digests.send_due()
            await self.chatbot.undelivered.ask()
        await self.delivery.settle()

    async def dies_while_working(self, dice: Random, *, tick: bool) -> None:
        """It gets so far, and no further."""
        working = asyncio.create_task(self.work(tick=tick))
        for _ in range(dice.randrange(400)):
            await asyncio.sleep(0)
        working.cancel()
        await self.delivery.abandon()
        await asyncio.gather(working, return_exceptions=True)


@dataclass(kw_only=True)
class Town:
    """Everything in it shares the hand's time."""

    practice: Practice
    hand: Hand
    machine: StandingMachine
    session: aiohttp.ClientSession
    chatbots: Sequence[Chatbot]
    pace: Pace
    drawings: dict[str, Drawing]
    instances: list[Instance]

    @property
    def chatbot(self) -> Chatbot:
        return self.chatbots[0]

    def move(self, by: timedelta) -> None:
        self.hand.now += by
        self.machine.wake()

    async def rows(self, statement: Select[tuple[object, ...]]) -> Sequence[Row[tuple[object, ...]]]:
        async def read(tx: Tx) -> Sequence[Row[tuple[object, ...]]]:
            return await tx.all(statement)

        return await self.chatbot.database.run(read)

    async def work(self, dice: Random | None = None, *, ticks: Container[int] = ALL) -> bool:
        """Everyone works; with dice, one of them dies in the middle now and then, and is started again.

        `ticks` are those whose clock ticks now. Returns whether nobody died.
        """
        dying = dice.randrange(len(self.instances)) if dice and dice.random() < 0.3 else None
        await asyncio.gather(
            *(
                one.dies_while_working(dice, tick=number in ticks)
                if dice and number == dying
                else one.work(tick=number in ticks)
                for number, one in enumerate(self.instances)
            )
        )
        if dying is not None:
            self.instances[dying] = await Instance.open(self, self.chatbots[dying])
        return dying is None

    async def rest(self, dice: Random | None = None, *, longest: timedelta = timedelta(hours=3)) -> None:
        """Work until everything is said, or somebody was asked about it.

        All clocks tick at once in the beginning and after a death; then they take turns, at every third look.
        """
        until = self.hand.now + longest
        everybody = True
        for step in range(LONGEST):
            ticks = ALL if everybody else (step // 3 % len(self.instances),) if step % 3 == 0 else ()
            everybody = not await self.work(dice, ticks=ticks)
            if not everybody and await self._is_at_rest():
                return
            wait = await self.instances[0].delivery.next_wait() or LOOKS_AGAIN
            self.move(max(AT_LEAST, min(wait, LOOKS_AGAIN)))
            assert self.hand.now < until, "it takes too long"
        raise AssertionError("it does not come to rest")

    def conversations(self) -> list[Channel]:
        return list(self.practice._slack.workspace.channels.values())

    def copies(self) -> Counter[int]:
        """How often the message of each letter stands in Slack, by the mark in its first block."""
        marks = (
            str(message.blocks[0].get("block_id", ""))
            for channel in self.conversations()
            for message in channel.messages
            if message.bot and message.blocks
        )
        return Counter(int(mark.removeprefix("letter:")) for mark in marks if mark.startswith("letter:"))

    async def _is_at_rest(self) -> bool:
        left = await self.rows(
            select(outbox.c.id)
            .where(
                outbox.c.state.in_((State.WAITING, State.SENDING))
                | ((outbox.c.state == State.UNSURE) & outbox.c.asked_at.is_(None))
            )
            .limit(1)
        )
        return not left


def network_of(channels: int, people: int = 0) -> Network:
    """The sample network with so many channels more, and so many people."""
    sample = sample_network()
    more = tuple(Place(id=f"C{number:08d}", name=f"channel-{number}", members=("rosa",)) for number in range(channels))
    crowd = tuple(
        Person(id=f"U{number:08d}", name=f"volunteer{number}", real_name=f"Volunteer {number}")
        for number in range(people)
    )
    return Network(
        team=sample.team, bot=sample.bot, people=(*sample.people, *crowd), places=(*sample.places, *more), hellos=()
    )


@asynccontextmanager
async def town(
    url: str,
    hand: Hand,
    sealer: Sealer,
    network: Network,
    *,
    instances: int,
    paced: bool = False,
    pace: Pace = SLACK,
    drawings: Mapping[str, Drawing] | None = None,
    gives_up_after: float = GIVES_UP_AFTER,
) -> AsyncIterator[Town]:
    """On PostgreSQL so many instances; on SQLite one, since there can be no other. Everyone of the network is known."""
    machine = StandingMachine(hand)
    async with AsyncExitStack() as stack:
        practice = await stack.enter_async_context(
            Practice(manifest=MANIFEST, machine=machine, network=network, paced=paced)
        )
        timeout = aiohttp.ClientTimeout(total=gives_up_after)
        session = await stack.enter_async_context(aiohttp.ClientSession(timeout=timeout))
        chatbots = [
            await stack.enter_async_context(_chatbot(url, hand, sealer))
            for _ in range(1 if is_sqlite(url) else instances)
        ]
        place = Town(
            practice=practice,
            hand=hand,
            machine=machine,
            session=session,
            chatbots=chatbots,
            pace=pace,
            drawings={**_drawings(chatbots[0], practice), **(drawings or {})},
            instances=[],
        )
        await _meet(place)
        place.instances = [await Instance.open(place, chatbot) for chatbot in chatbots]
        yield place


@asynccontextmanager
async def _chatbot(url: str, hand: Hand, sealer: Sealer) -> AsyncIterator[Chatbot]:
    clock = Clock(read=hand.read)
    database = open_database(url, clock)
    await database.start()
    try:
        yield build(clock=clock, database=database, sealer=sealer, zone=EASTERN)
    finally:
        await database.stop()


def _drawings(chatbot: Chatbot, practice: Practice) -> dict[str, Drawing]:
    """Those of the bot; the same for every instance, since they are handed the chatbot they draw for."""
    client = make_client(practice.bot_token, practice.api_url)
    return make_application(chatbot, client, SLACK).door.registered.drawings


async def _meet(place: Town) -> None:
    team = place.practice.team_id
    await place.chatbot.networks.get(team)
    for person in place.practice.people:
        await place.chatbot.people.meet(
            Sighting(team_id=team, account=person.id, name=person.name, is_owner=person.is_owner)
        )

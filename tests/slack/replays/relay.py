"""Between Slack and the bot: every signed request is written down as it came, and can be sent again, byte for byte."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

import aiohttp
from aiohttp import web
from sqlalchemy import func, literal, select, union_all

from chatbot.audit import audit
from chatbot.bootstrap import Chatbot, build
from chatbot.kit.clock import Clock
from chatbot.kit.database import Tx, is_sqlite
from chatbot.kit.inbox import inbox
from chatbot.kit.sealed import Sealer
from chatbot.migrations.tables import metadata
from chatbot.opening import open_database
from handlers.practice import Practice
from handlers.slack.application import Application, make_application, make_client
from handlers.slack.http import make_site
from tests.fixtures.database import Hand
from tests.fixtures.network import EASTERN
from tests.fixtures.pace import AT_ONCE
from tests.fixtures.site import served
from tests.slack.delivering.town import StandingMachine
from tests.slack.scene import MANIFEST

_COUNTS = union_all(
    *(
        select(literal(table.name).label("name"), func.count().label("number")).select_from(table)
        for table in metadata.sorted_tables
        if table is not inbox
    )
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Recorded:
    """One request as Slack sent it."""

    headers: Mapping[str, str]
    body: bytes = field(repr=False)


@dataclass(kw_only=True)
class Bot:
    """One instance behind signed HTTP."""

    chatbot: Chatbot
    app: Application
    address: str

    async def settle(self) -> None:
        await self.app.work.settle()
        await self.app.delivery.settle()


@asynccontextmanager
async def at_work(practice: Practice, session: aiohttp.ClientSession, chatbot: Chatbot) -> AsyncIterator[Bot]:
    """The bot listening, and gone again afterwards with its database closed."""

    async def ready() -> dict[str, bool]:
        return {}

    await chatbot.database.start()
    client = make_client(practice.bot_token, practice.api_url)
    client.session = session
    app = make_application(chatbot, client, AT_ONCE)
    site = make_site(app.bolt, secret=practice.signing_secret, ready=ready, now=lambda: chatbot.clock.now().timestamp())
    try:
        async with served(site) as address:
            yield Bot(chatbot=chatbot, app=app, address=f"{address}/slack/events")
            await app.work.settle()
    finally:
        await chatbot.database.stop()


@dataclass(kw_only=True)
class Relay:
    """Where Slack believes the bot to be. `twice` says that each request reaches two instances at the same moment."""

    practice: Practice
    session: aiohttp.ClientSession
    bots: list[Bot]
    twice: bool = False
    recorded: list[Recorded] = field(default_factory=list)

    async def passes_on(self, request: web.Request) -> web.Response:
        """Answers with what the bot said; of two answers with the longer, since a repeat is answered with nothing."""
        came = Recorded(
            headers={name: request.headers[name] for name in request.headers if name.startswith(("X-", "Content-T"))},
            body=await request.read(),
        )
        self.recorded.append(came)
        takers = [self.bots[0], self.bots[-1]] if self.twice else [self.bots[0]]
        answers = await asyncio.gather(*(self.sends(came, bot) for bot in takers))
        body, kind = max(answers, key=lambda answer: len(answer[0]))
        return web.Response(body=body, headers={"content-type": kind})

    async def sends(self, request: Recorded, bot: Bot) -> tuple[bytes, str]:
        async with self.session.post(bot.address, data=request.body, headers=request.headers) as answer:
            assert answer.status == 200, answer.status
            return await answer.read(), answer.headers["content-type"]

    async def settle(self) -> None:
        for bot in self.bots:
            await bot.settle()

    async def counts(self) -> dict[str, int]:
        """How many rows stand in each table but the inbox."""

        async def read(tx: Tx) -> dict[str, int]:
            return {row.name: row.number for row in await tx.all(_COUNTS)}

        return await self.bots[0].chatbot.database.run(read)

    async def verbs(self) -> dict[str, int]:
        """How often each verb was done."""

        async def read(tx: Tx) -> dict[str, int]:
            return {
                row.verb: row.number
                for row in await tx.all(select(audit.c.verb, func.count().label("number")).group_by(audit.c.verb))
            }

        return await self.bots[0].chatbot.database.run(read)


class Town:
    """A standing clock, a practice Slack that speaks signed HTTP, and one or two instances that can be restarted."""

    def __init__(self, url: str, hand: Hand, sealer: Sealer) -> None:
        self._url, self._hand, self._sealer = url, hand, sealer
        self.relay: Relay

    @property
    def instances(self) -> int:
        return 1 if is_sqlite(self._url) else 2

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Relay]:
        async with AsyncExitStack() as stack:
            practice = await stack.enter_async_context(
                Practice(manifest=MANIFEST, machine=StandingMachine(self._hand), paced=False)
            )
            session = await stack.enter_async_context(aiohttp.ClientSession())
            self.relay = Relay(practice=practice, session=session, bots=[])
            site = web.Application()
            site.router.add_post("/", self.relay.passes_on)
            practice.request_url = await stack.enter_async_context(served(site)) + "/"
            self._bots = await stack.enter_async_context(AsyncExitStack())
            await self._start()
            yield self.relay
            await self.relay.settle()
            await self._bots.aclose()

    async def restart(self) -> None:
        """Every instance is stopped and started again."""
        await self._bots.aclose()
        await self._start()

    async def _start(self) -> None:
        self.relay.bots = [
            await self._bots.enter_async_context(at_work(self.relay.practice, self.relay.session, self._chatbot()))
            for _ in range(self.instances)
        ]

    def _chatbot(self) -> Chatbot:
        clock = Clock(read=self._hand.read)
        return build(clock=clock, database=open_database(self._url, clock), sealer=self._sealer, zone=EASTERN)


async def again(relay: Relay, requests: Sequence[Recorded], *, times: int) -> None:
    """All of them are sent so often again, to every instance in turn."""
    for number in range(times):
        bot = relay.bots[number % len(relay.bots)]
        for request in requests:
            await relay.sends(request, bot)
    await relay.settle()

"""What is promised about speed and size, each measured against something in the same run."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from tests.bench.load import many_at_a_time, one_at_a_time, percentile
from tests.bench.programs import Program
from tests.bench.seeding import Network, Round
from tests.bench.table import Row
from tests.bench.wire import Slack

BLOCKS, BLOCK = 5, 50
"""One at a time: so many blocks of so many requests, in turns with what they are compared with."""

ROUNDS = 5
IDLE = 32.0
"""Seconds of doing nothing: two turns of the bot's clock."""

_BREATH = 0.2
"""Seconds between two blocks, for what the last one left behind."""


@dataclass(kw_only=True)
class Bench:
    """The programs that run side by side, and the seats not claimed yet."""

    slack: Slack
    early: Program
    late: Program
    bot: Program
    network: Network
    claimed: int = field(default=0)

    def round(self) -> Round:
        """Claims of fresh seats."""
        claims = self.network.rounds.pop()
        self.claimed += len(claims)
        return claims

    def claims(self, wanted: Round) -> list[bytes]:
        return [self.slack.claim(account, code) for account, code in wanted]

    def lists(self, count: int) -> list[bytes]:
        return [self.slack.command(self.network.accounts[number]) for number in range(count)]


async def at_rest(bot: Program) -> float:
    """The share of a CPU that a bot uses which nobody asks for anything, and which has nothing left to say."""
    before = bot.cpu()
    await asyncio.sleep(IDLE)
    return (bot.cpu() - before) / IDLE


async def warm_up(bench: Bench) -> None:
    """What happens only once happens now."""
    for program in (bench.early, bench.late, bench.bot):
        await one_at_a_time(program.port, bench.lists(BLOCK))
    wanted = bench.round()
    for program in (bench.early, bench.late, bench.bot):
        await many_at_a_time([program.port], bench.claims(wanted))


async def acknowledgement(bench: Bench) -> list[Row]:
    """P1."""
    wanted = bench.round()
    bench.claimed -= len(wanted) - BLOCKS * BLOCK
    lists: dict[int, list[float]] = {}
    claims: dict[int, list[float]] = {}
    programs = (bench.early, bench.late, bench.bot)
    for number in range(BLOCKS):
        for program in programs:
            lists.setdefault(program.port, []).extend(await one_at_a_time(program.port, bench.lists(BLOCK)))
            await asyncio.sleep(_BREATH)
        for program in programs:
            some = bench.claims(wanted[number * BLOCK : (number + 1) * BLOCK])
            claims.setdefault(program.port, []).extend(await one_at_a_time(program.port, some))
            await asyncio.sleep(_BREATH)
    return [
        row
        for name, taken in (("/hearings", lists), ("a claim", claims))
        for row in _acknowledged(name, *(taken[program.port] for program in programs))
    ]


def _acknowledged(name: str, early: list[float], late: list[float], bot: list[float]) -> list[Row]:
    p50, p99 = percentile(bot, 50), percentile(bot, 99)
    ratio = p50 / percentile(early, 50)
    return [
        Row(
            what=f"P1  acknowledgement of {name}, one at a time",
            measured=f"p50 {_ms(p50)} = {ratio:.2f} x bare Bolt, p99 {_ms(p99)}",
            reach="p50 <= 1.5 x, p99 < 100 ms",
            ok=ratio <= 1.5 and p99 < 0.1,
        ),
        Row(
            what="    beside Bolt that answers when the listener ends",
            measured=f"bare {_ms(percentile(late, 50))}, so {p50 / percentile(late, 50):.2f} x",
        ),
    ]


async def claims_a_second(bench: Bench) -> list[Row]:
    """P2."""
    shares, rates, bare = [], [], []
    for _ in range(ROUNDS):
        wanted = bench.round()
        fastest = max(
            [await many_at_a_time([program.port], bench.claims(wanted)) for program in (bench.early, bench.late)]
        )
        await asyncio.sleep(_BREATH)
        rate = await many_at_a_time([bench.bot.port], bench.claims(wanted))
        await asyncio.sleep(_BREATH)
        shares.append(rate / fastest)
        rates.append(rate)
        bare.append(fastest)
    share = median(shares)
    return [
        Row(
            what="P2  durable claims, 64 in flight",
            measured=f"{median(rates):.0f}/s = {share:.2f} x bare Bolt's {median(bare):.0f}/s",
            reach=">= 0.25 x, aim 0.5 x",
            ok=share >= 0.25,
        )
    ]


async def with_a_past(bench: Bench, small: Program) -> list[Row]:
    """P4."""
    taken: dict[int, list[float]] = {small.port: [], bench.bot.port: []}
    await one_at_a_time(small.port, bench.lists(BLOCK))
    for _ in range(BLOCKS):
        for port in taken:
            taken[port] += await one_at_a_time(port, bench.lists(BLOCK))
    little, much = (percentile(times, 50) for times in taken.values())
    return [
        Row(
            what="P4  /hearings with 100,000 past hearings against 100",
            measured=f"{_ms(much)} against {_ms(little)} = {much / little:.2f} x",
            reach="<= 1.2 x",
            ok=much / little <= 1.2,
        )
    ]


async def smallness(bench: Bench, starts: Sequence[tuple[float, float]], idle: float) -> list[Row]:
    """P6, the memory after everything else has left its traces. `starts` are the seconds and the CPU of each."""
    memory = bench.bot.memory() / 1e6
    start, cpu = (median(each) for each in zip(*starts, strict=True))
    return [
        Row(
            what="P6  ready after start, with the details of 100,000 hearings sealed",
            measured=f"{start:.2f} s, {cpu:.2f} s of CPU",
            reach="< 2 s",
            ok=start < 2,
        ),
        Row(
            what="    resident memory with 100,000 past hearings",
            measured=f"{memory:.0f} MB",
            reach="< 150 MB",
            ok=memory < 150,
        ),
        Row(what="    CPU while idle", measured=f"{idle:.2%}", reach="< 1%", ok=idle < 0.01),
    ]


async def two_instances(bench: Bench, instances: Sequence[Program], network: Network) -> list[Row]:
    """P7."""
    shares, rates = [], []
    there = Bench(slack=bench.slack, early=bench.early, late=bench.late, bot=instances[0], network=network)
    await many_at_a_time([one.port for one in instances], there.claims(there.round()))
    while network.rounds:
        alone = await many_at_a_time([bench.bot.port], bench.claims(bench.round()))
        await asyncio.sleep(_BREATH)
        both = await many_at_a_time([one.port for one in instances], there.claims(there.round()))
        await asyncio.sleep(_BREATH)
        shares.append(both / alone)
        rates.append(both)
    share = median(shares)
    return [
        Row(
            what="P7  durable claims on PostgreSQL, two instances",
            measured=f"{median(rates):.0f}/s = {share:.2f} x SQLite",
            reach=">= 1 x",
            ok=share >= 1,
        )
    ]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"

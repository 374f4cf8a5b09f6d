"""`make bench`: measures and prints one table. `make bench ARGS="P1 P2"` measures only these."""

import asyncio
import shutil
import signal
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from chatbot.kit.clock import stopwatch
from tests.bench import measures
from tests.bench.bursts import crowd, many_digests
from tests.bench.measures import Bench
from tests.bench.postgres import postgres
from tests.bench.programs import bot, helper
from tests.bench.seeding import Network, seats_taken, seed
from tests.bench.sheets import long_sheet
from tests.bench.table import Row, table
from tests.bench.wire import Slack
from tests.tree import ROOT

ALL = ("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8")
BY_THEMSELVES = {"P3", "P5", "P8"}
PAST = 100_000
LITTLE_PAST = 100
STARTS = 3
PAIRS = 3
"""Rounds that SQLite and PostgreSQL are compared in."""


async def measure(wanted: set[str], folder: Path) -> list[Row]:
    """The rows, the programs started and stopped."""
    url, small_url = (f"sqlite:///{folder / name / 'data' / 'alongside.db'}" for name in ("much", "little"))
    for name in ("much", "little", "postgres"):
        (folder / name).mkdir()
    network = await seed(folder / "much", url, rounds=2 + measures.ROUNDS + PAIRS, past=PAST)
    before = await seats_taken(folder / "much", url)
    rows: list[Row] = []
    async with AsyncExitStack() as running:
        stub = await running.enter_async_context(helper(folder, "stub"))
        api = f"http://127.0.0.1:{stub.port}/api/"
        starts: list[tuple[float, float]] = []
        for _ in range(STARTS if "P6" in wanted else 0):
            async with bot(folder / "much", url, api) as started:
                starts.append((started.seconds_to_start, started.cpu()))
        bench = Bench(
            slack=Slack(answers=f"http://127.0.0.1:{stub.port}/answers"),
            early=await running.enter_async_context(helper(folder, "bare", api, "early")),
            late=await running.enter_async_context(helper(folder, "bare", api, "late")),
            bot=await running.enter_async_context(bot(folder / "much", url, api)),
            network=network,
        )
        idle = await measures.at_rest(bench.bot) if "P6" in wanted else 0.0
        await measures.warm_up(bench)
        if "P1" in wanted:
            rows += await measures.acknowledgement(bench)
        if "P2" in wanted:
            rows += await measures.claims_a_second(bench)
        if "P4" in wanted:
            await seed(folder / "little", small_url, rounds=0, past=LITTLE_PAST)
            async with bot(folder / "little", small_url, api) as small:
                rows += await measures.with_a_past(bench, small)
        if "P6" in wanted:
            rows += await measures.smallness(bench, starts, idle)
        if "P7" in wanted:
            rows += await _on_postgres(bench, folder / "postgres", api)
    written = await seats_taken(folder / "much", url) - before
    if written != bench.claimed:
        raise OSError(f"{bench.claimed} claims were acknowledged and {written} were written down")
    return rows


async def _on_postgres(bench: Bench, folder: Path, api: str) -> list[Row]:
    async with postgres() as server:
        if server is None:
            return [Row(what="P7  PostgreSQL is not on this machine", measured="apt-get install postgresql")]
        await server.run("CREATE DATABASE bench")
        url = server.url("bench")
        network: Network = await seed(folder, url, rounds=1 + PAIRS, past=0)
        async with bot(folder, url, api) as one, bot(folder, url, api) as other:
            return await measures.two_instances(bench, (one, other), network)


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _database(folder: Path) -> str:
    return f"sqlite:///{folder / 'data' / 'alongside.db'}"


@asynccontextmanager
async def _somewhere() -> AsyncIterator[Path]:
    """A folder on the disk where a bot's data lie, for a while."""
    (ROOT / "data").mkdir(exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="bench-", dir=ROOT / "data"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


async def main(wanted: set[str]) -> None:
    """Measure and print; SIGTERM ends it as Ctrl+C does."""
    task = asyncio.current_task()
    assert task
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    begun = stopwatch()
    async with _somewhere() as folder:
        others = wanted - BY_THEMSELVES
        rows = await measure(others, folder) if others else []
        if "P3" in wanted:
            async with helper(_made(folder / "crowd"), "stub") as stub:
                rows += await crowd(folder / "crowd", _database(folder / "crowd"), f"http://127.0.0.1:{stub.port}")
        if "P5" in wanted:
            rows += await many_digests(_made(folder / "digests"), _database(folder / "digests"))
        if "P8" in wanted:
            rows += await long_sheet(_made(folder / "sheets"), _database(folder / "sheets"))
    sys.stdout.write(f"{table(rows)}\n\nmeasured in {stopwatch() - begun:.0f} s\n")


if __name__ == "__main__":
    asyncio.run(main(set(sys.argv[1:]) or set(ALL)))

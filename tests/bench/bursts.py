"""Two bursts: a crowd at one card, and every channel's digest in the same minute."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import aiohttp

from chatbot.kit.clock import Clock, machine_seconds, stopwatch
from chatbot.people.model import Sighting
from handlers.practice import Practice
from handlers.slack.application import make_application, make_client, make_session
from handlers.slack.pace import SLACK
from tests.bench.load import many_at_a_time, percentile
from tests.bench.programs import bot, helper
from tests.bench.seeding import PEOPLE, SEATS, opened, seed
from tests.bench.table import Row
from tests.bench.wire import Line, Slack
from tests.slack.delivering.town import network_of
from tests.tree import ROOT

CROWD = 200
AFTERWARDS = 4.0
"""Seconds that are waited for whatever the bot still has to say."""

CHANNELS = 300
JUST_BEFORE = datetime(2026, 3, 2, 15, 59, 50, tzinfo=UTC)
PLAN = {"at": "11:00", "weekdays": tuple(map(str, range(7))), "zone": "America/New_York", "horizon": "7"}


async def crowd(folder: Path, url: str, stub: str) -> list[Row]:
    """P3."""
    network = await seed(folder, url, rounds=1, past=0)
    code = network.rounds[0][0][1]
    slack = Slack(answers=f"{stub}/answers")
    async with (
        helper(folder, "bare", f"{stub}/api/", "late") as bare,
        bot(folder, url, f"{stub}/api/") as program,
        aiohttp.ClientSession() as session,
    ):
        lines = [await Line.to(program.port) for _ in range(CROWD)]
        earlier = network.rounds[0][SEATS : PEOPLE - CROWD]
        await many_at_a_time([program.port], [slack.claim(*one) for one in earlier])
        await asyncio.sleep(AFTERWARDS)
        least = bare.cpu()
        await many_at_a_time([bare.port], [slack.claim(account, code) for account in network.accounts[-CROWD:]])
        least = bare.cpu() - least
        presses = [slack.claim(account, code) for account in network.accounts[PEOPLE - CROWD :]]
        await session.delete(f"{stub}/calls")
        begun, cpu = machine_seconds(), program.cpu()
        acknowledged = await asyncio.gather(*map(_pressed, lines, presses, (number / CROWD for number in range(CROWD))))
        await asyncio.sleep(AFTERWARDS)
        cpu = program.cpu() - cpu
        async with session.get(f"{stub}/calls") as answer:
            calls = await answer.json()
    updates = [(at - begun, json.loads(body)) for at, method, body in calls if method == "chat.update"]
    times = [at for at, _ in updates]
    right = times[-1] if updates and "●" * SEATS in str(updates[-1][1]) else float("inf")
    closest = min((later - earlier for earlier, later in pairwise(times)), default=float("inf"))
    slowest, each = max(acknowledged), len(calls) / CROWD
    return [
        Row(
            what=f"P3  {CROWD} people press one card within a second",
            measured=f"p50 {percentile(acknowledged, 50) * 1000:.0f} ms, all acknowledged in {slowest:.2f} s",
            reach="< 1 s",
            ok=slowest < 1,
        ),
        Row(what="    the card is right after", measured=f"{right:.2f} s", reach="< 3 s", ok=right < 3),
        Row(
            what="    updates of the card",
            measured=f"{len(updates)}, at least {closest:.2f} s apart",
            reach="<= 1 a second",
            ok=bool(updates) and closest > 0.99,
        ),
        Row(what="    calls to Slack a press", measured=f"{each:.2f}", reach="<= 1.2", ok=each <= 1.2),
        Row(
            what="    CPU a press, its answer and the card included",
            measured=f"{cpu / CROWD * 1000:.1f} ms = {cpu / least:.1f} x bare Bolt's",
        ),
    ]


async def _pressed(line: Line, press: bytes, after: float) -> float:
    """The seconds until it was acknowledged."""
    await asyncio.sleep(after)
    begun = stopwatch()
    await line.send(press)
    taken = stopwatch() - begun
    await line.close()
    return taken


async def many_digests(folder: Path, url: str) -> list[Row]:
    """P5, against the practice workspace, which keeps Slack's limits."""
    async with Practice(manifest=ROOT / "manifest.json", network=network_of(CHANNELS)) as practice:
        ahead = JUST_BEFORE.timestamp() - machine_seconds()
        moved = [ahead]
        async with opened(folder, url, Clock(lambda: machine_seconds() + moved[0])) as chatbot:
            await chatbot.networks.get(practice.team_id)
            rosa = await chatbot.people.meet(
                Sighting(team_id=practice.team_id, account=practice.person("rosa").id, name="Rosa", is_owner=True)
            )
            for number in range(CHANNELS):
                await chatbot.digests.set(f"C{number:08d}", PLAN, by=rosa)
            client = make_client(practice.bot_token, practice.api_url)
            client.session = make_session()
            delivery = make_application(chatbot, client, SLACK).delivery
            await delivery.start()
            moved[0] += timedelta(minutes=1).total_seconds()
            begun = stopwatch()
            await chatbot.digests.send_due()
            await practice.until(lambda: _posted(practice) == CHANNELS, within=180)
            taken = stopwatch() - begun
            await delivery.stop()
            await client.session.close()
        calls = [entry for entry in practice.traffic if entry.way == "in"]
    refused = sum(entry.status == 429 for entry in calls)
    return [
        Row(
            what=f"P5  {CHANNELS} channels' digests due in the same minute, all posted",
            measured=f"{taken:.1f} s",
            reach="< 60 s: 300 posts a minute",
            ok=taken < 60,
        ),
        Row(
            what="    calls answered 429",
            measured=f"{refused} of {len(calls)} = {refused / len(calls):.2%}",
            reach="< 1%",
            ok=refused < len(calls) / 100,
        ),
    ]


def _posted(practice: Practice) -> int:
    return sum(entry.status == 200 for entry in practice.traffic.calls("chat.postMessage"))

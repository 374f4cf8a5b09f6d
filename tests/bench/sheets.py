"""A long spreadsheet: how soon it is looked at, how soon its rows are hearings, and how others fare meanwhile."""

import asyncio
from pathlib import Path

from chatbot.bootstrap import Chatbot
from chatbot.hearings.model import Filter
from chatbot.kit.clock import stopwatch
from chatbot.people.model import Person, Sighting
from tests.bench.load import percentile
from tests.bench.seeding import opened
from tests.bench.stub import TEAM
from tests.bench.table import Row
from tests.hearings.importing.sheets import long

ROWS = 2_000
A_LOOK = 0.05
"""Seconds between two people who look at the list while the import runs."""


async def long_sheet(folder: Path, url: str) -> list[Row]:
    """P8."""
    async with opened(folder, url) as chatbot:
        await chatbot.places.start(TEAM)
        by = await chatbot.people.meet(Sighting(team_id=TEAM, account="U-SHEETS", name="Rosa", is_owner=True))
        await chatbot.networks.set_channels(card_channel="C0CARDS", response_channel=None, language="en", by=by)
        begun, _ = await chatbot.imports.begin(by=by)
        content = long(ROWS).encode()
        start = stopwatch()
        findings = await chatbot.imports.look(begun.id, content, by=by)
        seen = stopwatch() - start
        if len(findings.good) != ROWS:
            raise OSError(f"{len(findings.good)} of {ROWS} rows were good")
        await chatbot.imports.confirm(begun.id, by=by)
        start = stopwatch()
        waits = await _while_others_look(chatbot, by)
        written = stopwatch() - start
    slowest = percentile(waits, 95)
    return [
        Row(what=f"P8  {ROWS:,} rows looked at", measured=f"{seen:.2f} s", reach="< 3 s", ok=seen < 3),
        Row(what="    the same rows written down, with their cards", measured=f"{written:.1f} s"),
        Row(
            what="    a list asked for meanwhile, p95",
            measured=f"{slowest * 1000:.0f} ms",
            reach="< 1 s",
            ok=slowest < 1,
        ),
    ]


async def _while_others_look(chatbot: Chatbot, by: Person) -> list[float]:
    """Write everything down; the seconds that lists took which were asked for in the meantime."""
    writing = asyncio.create_task(chatbot.imports.carry_on_to_the_end())
    waits = []
    while not writing.done():
        start = stopwatch()
        await chatbot.hearings.listed(Filter(), by=by)
        waits.append(stopwatch() - start)
        await asyncio.wait((writing,), timeout=A_LOOK)
    await writing
    return waits

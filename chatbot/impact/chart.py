"""A picture of the figures, and what it shows in words."""

import asyncio
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path

from chatbot.impact.messages import name_of, said
from chatbot.impact.model import Impact
from chatbot.kit.figures import Figure
from chatbot.kit.i18n import Text, Tongue

PANELS = (Figure.HEARINGS, Figure.NIGHTS, Figure.RIDES, Figure.ACTIONS, Figure.RAISED, Figure.BONDED_OUT)

MONTHS = 12
"""More bars cannot be read any more; the picture shows the latest."""

PATIENCE = 60.0
"""Seconds."""


class NoPictureError(Exception):
    """The picture could not be drawn; the figures are true without it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """A PNG, and the same in words for those who do not see it."""

    png: bytes = field(repr=False)
    alt: str


async def picture(impact: Impact, title: Text, tongue: Tongue) -> Picture:
    """Bars by month, at most the latest twelve. Raises `NoPictureError`."""
    months = impact.months[-MONTHS:]
    chart = {
        "title": tongue.say(title),
        "months": [f"{month:%m/%y}" for month, _figures in months],
        "panels": [
            {
                "title": tongue.say(name_of(figure)),
                "values": [max(0, figures.get(figure, 0)) for _month, figures in months],
                "labels": [
                    tongue.say(said(figure, amount)) if (amount := figures.get(figure)) else ""
                    for _month, figures in months
                ],
            }
            for figure in PANELS
        ],
    }
    lines = [
        f"{tongue.say(name_of(figure))}: "
        + ", ".join(f"{month:%m/%y} {tongue.say(said(figure, figures.get(figure, 0)))}" for month, figures in months)
        for figure in PANELS
    ]
    return Picture(png=await _drawn(json.dumps(chart)), alt=". ".join([tongue.say(title), *lines])[:1000])


async def _drawn(chart: str) -> bytes:
    """Drawn by another program, which may take its second and its memory and is gone afterwards."""
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        str(Path(__file__).with_name("picture.py")),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        written, _nothing = await asyncio.wait_for(child.communicate(chart.encode()), PATIENCE)
    except TimeoutError as late:
        child.kill()
        await child.wait()
        raise NoPictureError from late
    if child.returncode or not written:
        raise NoPictureError
    return written

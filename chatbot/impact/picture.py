"""Draws the chart. A program of its own: the plotting library would double what the bot keeps in memory.

It reads a chart as JSON and writes a PNG.
"""

import json
import sys
from io import BytesIO
from typing import Any

from matplotlib.figure import Figure

COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00")
"""Okabe and Ito's palette, which people who are colour-blind tell apart; no meaning hangs on a colour alone."""

INK, PAPER = "#1d1c1d", "#ffffff"
"""The picture brings its own paper, so it reads the same in Slack's light and dark themes."""

LEAST = 6
"""Months for which there is room, so that the bar of a single one is no wall."""

COLUMNS = 2
WIDTH, HEIGHT = 9.0, 2.1
"""Inches, at 150 dots: the whole width, and the height of one row."""


def png(chart: dict[str, Any]) -> bytes:
    """The chart as a PNG: a small panel of bars for each figure, all over the same months."""
    panels = chart["panels"]
    rows = -(-len(panels) // COLUMNS)
    figure = Figure(figsize=(WIDTH, HEIGHT * rows + 0.6), facecolor=PAPER, layout="constrained")
    figure.suptitle(chart["title"], color=INK, fontsize=13, fontweight="bold", parse_math=False)
    places = figure.subplots(rows, COLUMNS, squeeze=False).flat
    for place, panel, colour in zip(places, panels, COLOURS, strict=False):
        _draw(place, panel, chart["months"], colour)
    for place in list(places)[len(panels) :]:
        place.set_axis_off()
    written = BytesIO()
    figure.savefig(written, format="png", dpi=150, facecolor=PAPER)
    return written.getvalue()


def _draw(place: Any, panel: dict[str, Any], months: list[str], colour: str) -> None:
    bars = place.bar(range(len(months)), panel["values"], color=colour, width=0.7)
    place.bar_label(bars, labels=panel["labels"], color=INK, fontsize=7, padding=2)
    place.set_title(panel["title"], loc="left", color=INK, fontsize=10)
    place.set_xticks(range(len(months)), months, fontsize=7, color=INK)
    place.set_ylim(0, max(*panel["values"], 1) * 1.25)
    place.set_xlim(-0.6, max(len(months), LEAST) - 0.4)
    place.set_yticks([])
    for side in ("top", "right", "left"):
        place.spines[side].set_visible(False)
    place.spines["bottom"].set_color(INK)


if __name__ == "__main__":
    sys.stdout.buffer.write(png(json.load(sys.stdin)))

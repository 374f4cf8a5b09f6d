"""Invented lines that try the guard: details people must not write, and lines like any other day's.

The details are made of what belongs to nobody: A-numbers and social security numbers that begin with 000, telephone
numbers 555-01xx, example.org, card numbers for testing. `held_out.txt` was written before the guard and is not used to
tune it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

LINES = Path(__file__).parent / "guard_lines"
LANGUAGES = ("en", "es", "pt")
FRAMES_A_DETAIL = 2
ORDINARY = 300
"""Ordinary lines a language."""

SLOTS = {
    "code": ["H204", "N31", "B12", "R7", "E5", "A3", "A103", "H1204", "A115", "A1042"],
    "time": ["9:30", "10:30", "8:15 AM", "1 PM", "13:30", "9.30", "11:45pm"],
    "money": ["$1,500", "$7,500.00", "$30,000", "$750,000", "$1,234,567", "US$ 2.500", "$12,345.67", "USD 12 345 678"],
    "n": ["2", "3", "12", "65", "250", "1,000", "4 1/2", "1.200"],
    "bill": ["H.R. 2146", "S. 1123", "H. 3573", "S. 1401", "HR 2214", "S.1088"],
}
DATES = {
    "en": ["2026-11-24", "11/24/2026", "Nov 24", "November 24", "11-24-2026", "Thursday the 24th", "11.24.26"],
    "es": ["2026-11-24", "24/11/2026", "24 de noviembre", "24-11-2026", "jueves 24", "24.11.2026"],
    "pt": ["2026-11-24", "24/11/2026", "24 de novembro", "24-11-2026", "quinta 24", "24.11.2026"],
}
ROOMS = {
    "en": ["Room 320", "Suite 100", "Courtroom 12", "3rd floor"],
    "es": ["Sala 320", "Suite 100", "sala 12", "piso 3"],
    "pt": ["Sala 320", "Suíte 100", "sala 12", "3º andar"],
}


@dataclass(frozen=True, kw_only=True)
class Line:
    language: str
    kind: str
    """The name of a kind of detail, or `-` when there is none."""
    text: str
    start: int = 0
    end: int = 0


def _rows(name: str, columns: int) -> Iterator[list[str]]:
    for row in (LINES / name).read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("# "):
            yield row.split(" ", columns - 1)


def _seen(form: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda escape: chr(int(escape[1], 16)), form)


def _marked(language: str, kind: str, text: str) -> Line:
    before, _, rest = text.partition("[[")
    detail, _, after = rest.partition("]]")
    return Line(
        language=language, kind=kind, text=before + detail + after, start=len(before), end=len(before) + len(detail)
    )


def private() -> list[Line]:
    """Every form of every detail, in two of its language's frames, and the odd ones."""
    frames = [tuple(row) for row in _rows("frames.txt", 3)]
    lines = []
    for language in LANGUAGES:
        around = cycle(range(1_000))
        for owner, kind, form in _rows("values.txt", 3):
            if owner not in ("*", language):
                continue
            fitting = [frame for where, about, frame in frames if where == language and about in ("*", kind)]
            for _ in range(FRAMES_A_DETAIL):
                frame = fitting[next(around) % len(fitting)]
                lines.append(_marked(language, kind, frame.replace("{}", f"[[{_seen(form)}]]")))
    return lines + [line for line in odd() if line.kind != "-"]


def ordinary() -> list[Line]:
    """Every ordinary line, filled in again and again with other values."""
    lines: list[Line] = []
    for language in LANGUAGES:
        frames = [frame for where, frame in _rows("ordinary.txt", 2) if where == language]
        values = {**SLOTS, "date": DATES[language], "room": ROOMS[language]}
        fills = {name: cycle(options) for name, options in values.items()}
        made = [
            Line(
                language=language,
                kind="-",
                text=re.sub(r"\{(\w+)\}", lambda slot, fills=fills: next(fills[slot[1]]), frame),  # type: ignore[misc]
            )
            for _, frame in zip(range(ORDINARY), cycle(frames), strict=False)
        ]
        lines.extend({line.text: line for line in made}.values())
    return lines + [line for line in odd() if line.kind == "-"]


def odd() -> list[Line]:
    """Handwritten lines the guard once failed or might have."""
    return [_marked(language, kind, _seen(text)) for language, kind, text in _rows("odd.txt", 3)]


def held_out() -> list[Line]:
    """Lines the guard has not been shaped by."""
    return [_marked(language, kind, _seen(text)) for language, kind, text in _rows("held_out.txt", 3)]

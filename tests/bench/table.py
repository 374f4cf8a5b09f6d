"""The one table that comes out."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One thing that was measured. `ok` is None where nothing is asked of it."""

    what: str
    measured: str
    reach: str = ""
    ok: bool | None = None


def table(rows: list[Row]) -> str:
    """The rows as text, for a terminal."""
    cells = [("what", "measured", "reach", "")]
    cells += [(row.what, row.measured, row.reach, "" if row.ok is None else ("ok" if row.ok else "SHORT")) for row in rows]
    widths = [max(len(line[column]) for line in cells) for column in range(4)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in cells)

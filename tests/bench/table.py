"""The one table that comes out."""

from dataclasses import dataclass

_VERDICTS = {None: "", True: "ok", False: "short"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One thing that was measured. `ok` is None where nothing is asked of it."""

    what: str
    measured: str
    reach: str = ""
    ok: bool | None = None


def table(rows: list[Row]) -> str:
    """The rows as text, for a terminal."""
    lines = [("what", "measured", "reach", "")]
    lines += [(row.what, row.measured, row.reach, _VERDICTS[row.ok]) for row in rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)

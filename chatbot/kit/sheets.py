"""Tables that leave the house as CSV: what people typed opens as text in a spreadsheet, never as a formula."""

import csv
import unicodedata
from collections.abc import Iterable, Sequence
from io import StringIO

_BEGINS_FORMULAS = "=+-@|%"
_SHEET_MARK = "'"
"""In front of a cell it makes a spreadsheet program take the rest as text."""
_PLAIN_NUMBER = frozenset("0123456789.")


def written(rows: Iterable[Sequence[str]]) -> str:
    """The rows as CSV text, every cell inert; a cell that is nothing but a number, also one below zero, stays one."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for row in rows:
        writer.writerow([inert(cell) for cell in row])
    return text.getvalue()


def inert(cell: str) -> str:
    """The cell as no program takes it for a formula, whatever blank or invisible signs stand in front of it."""
    if cell.removeprefix("-") and set(cell.removeprefix("-")) <= _PLAIN_NUMBER:
        return cell
    shown = "".join(sign for sign in unicodedata.normalize("NFKC", cell) if not _is_unseen(sign))
    begins_oddly = cell[:1] != "" and _is_unseen(cell[0])
    return _SHEET_MARK + cell if begins_oddly or shown.startswith(tuple(_BEGINS_FORMULAS)) else cell


def unmarked(cell: str) -> str:
    """A cell as it was before it was made inert."""
    bare = cell.removeprefix(_SHEET_MARK)
    return bare if inert(bare) == cell else cell


def _is_unseen(sign: str) -> bool:
    """Whether it is a blank, a break, a control, a mark on nothing, or a sign without a picture."""
    return unicodedata.category(sign)[0] in "CZM"

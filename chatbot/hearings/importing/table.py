"""A file, or what was copied out of a spreadsheet, read as a table. Pure."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO

from chatbot.hearings.importing.refusals import NoTable, NotATable, TooLong
from chatbot.kit.columns import storable
from chatbot.kit.plain import plain

LARGEST = 2_000_000
"""Bytes of a file; two thousand rows with long notes stay below half of it."""

MOST_ROWS = 5_000

LONGEST_CELL = 10_000
"""Characters. The form refuses far shorter ones with a sentence; this bounds the work."""

_SEPARATORS = ",;\t"


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """The rows by column, each with the number a spreadsheet shows beside it; and the headings nobody asked for."""

    rows: tuple[tuple[int, Mapping[str, str]], ...] = field(repr=False)
    ignored: tuple[str, ...] = field(repr=False)


def decoded(content: bytes) -> str:
    """The text of a file, as the usual programs save it: UTF-8, UTF-16 with its mark, else Windows' own letters."""
    if len(content) > LARGEST:
        raise TooLong(MOST_ROWS)
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def read_table(text: str, columns: Mapping[str, str], needed: Sequence[str]) -> Table:
    """The table in a text whose first line holds headings; `columns` says which column a heading means.

    Raises `NoTable` when a needed column is missing, `NotATable` for a quotation that never ends, `TooLong`.
    """
    text = storable(text.removeprefix("\ufeff")).lstrip("\r\n")
    lines = csv.reader(StringIO(text, newline=""), delimiter=_separator(text), strict=False)
    try:
        table = _bounded(lines)
    except csv.Error:
        raise NotATable from None
    head = [cell.strip() for cell in table[0][1]] if table else []
    meant = [columns.get(plain(cell)) for cell in head]
    missing = [column for column in needed if column not in meant]
    if missing:
        raise NoTable(missing)
    rows = tuple((number, _row(meant, cells)) for number, cells in table[1:] if any(cell.strip() for cell in cells))
    if any(len(cell) > LONGEST_CELL for _, row in rows for cell in row.values()):
        raise NotATable
    ignored = tuple(cell for cell, column in zip(head, meant, strict=True) if cell and column is None)
    return Table(rows=rows, ignored=ignored)


def _separator(text: str) -> str:
    """What stands most often in the first line: a comma, a semicolon, or a tab."""
    first = text.partition("\n")[0]
    return max(_SEPARATORS, key=first.count)


def _bounded(lines: Iterable[list[str]]) -> list[tuple[int, list[str]]]:
    found: list[tuple[int, list[str]]] = []
    for number, cells in enumerate(lines, 1):
        if number > MOST_ROWS + 1:
            raise TooLong(MOST_ROWS)
        found.append((number, cells))
    return found


def _row(meant: Sequence[str | None], cells: Sequence[str]) -> dict[str, str]:
    row: dict[str, str] = {}
    for column, cell in zip(meant, cells, strict=False):
        if column is not None and not row.get(column):
            row[column] = cell.strip()
    return row

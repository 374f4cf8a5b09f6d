"""A file, or what was copied out of a spreadsheet, read as a table; and what is said of its rows. Pure."""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO

from chatbot.kit.columns import storable
from chatbot.kit.guard import Exposure
from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.plain import plain
from chatbot.kit.private import refuse_private
from chatbot.kit.refusal import Invalid, Refusal
from chatbot.kit.sheets import unmarked

LARGEST = 2_000_000
"""Bytes of a file; two thousand rows with long notes stay below half of it."""

MOST_ROWS = 5_000

LONGEST_CELL = 10_000
"""Characters. The form refuses far shorter ones with a sentence; this bounds the work."""

_SEPARATORS = ",;\t"


class NoTable(Refusal):
    """The file has no line of headings with those it needs."""

    def __init__(self, missing: Sequence[Text]) -> None:
        super().__init__(_("The file needs a first line with headings. Missing: {headings}.", headings=list(missing)))


class NotATable(Refusal):
    def __init__(self) -> None:
        super().__init__(
            _("This cannot be read as a table. Save it as CSV, and look for a quotation mark that never ends.")
        )


class TooLong(Refusal):
    def __init__(self, most: int) -> None:
        super().__init__(_("That is too much at once. Please bring at most {most} rows, in a CSV file.", most=most))


class NoRows(Refusal):
    """Nothing in it can be imported."""

    def __init__(self) -> None:
        super().__init__(_("There is no row that can be imported."))


class RowsAmiss(Refusal):
    """Some rows cannot be taken, and nobody said to leave them out."""

    def __init__(self, count: int) -> None:
        super().__init__(
            n_(
                "{count} row cannot be taken; nothing was imported.",
                "{count} rows cannot be taken; nothing was imported.",
                count,
            )
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """Why a row cannot be taken. `column` is the heading it is about, when it is about one."""

    row: int
    column: str | None
    sentence: Text


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


def read_table(text: str, columns: Mapping[str, str], needed: Mapping[str, Text]) -> Table:
    """The table in a text whose first line holds headings; `columns` says which column a heading means.

    `needed` are columns and what their headings are called.

    Raises `NoTable` when one is missing, `NotATable` for a quotation that never ends, `TooLong`.
    """
    text = storable(text.removeprefix("\ufeff")).lstrip("\r\n")
    lines = csv.reader(StringIO(text, newline=""), delimiter=_separator(text), strict=False)
    try:
        table = _bounded(lines)
    except csv.Error:
        raise NotATable from None
    head = [cell.strip() for cell in table[0][1]] if table else []
    meant = [columns.get(plain(cell)) for cell in head]
    missing = [heading for column, heading in needed.items() if column not in meant]
    if missing:
        raise NoTable(missing)
    rows = tuple((number, _row(meant, cells)) for number, cells in table[1:] if any(cell.strip() for cell in cells))
    if any(len(cell) > LONGEST_CELL for _, row in rows for cell in row.values()):
        raise NotATable
    unknown = (cell for cell, column in zip(head, meant, strict=True) if cell and column is None)
    return Table(rows=rows, ignored=tuple(cell for cell in unknown if _may_be_said(cell)))


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
            row[column] = unmarked(cell.strip())
    return row


def _may_be_said(heading: str) -> bool:
    try:
        refuse_private({"heading": heading}, Exposure.PRIVATE)
    except Invalid:
        return False
    return True


def problems_of(number: int, refusal: Refusal) -> list[Problem]:
    """What to say of a row that was refused: a sentence for each of its columns."""
    told = refusal.problems if isinstance(refusal, Invalid) else {refusal.field or "": refusal.sentence}
    return [Problem(row=number, column=column or None, sentence=sentence) for column, sentence in told.items()]


def problem_text(problem: Problem, heading: Callable[[str], Text]) -> Text:
    """`Row 5, Day: This day is over.`"""
    if problem.column is None:
        return _("Row {row}: {why}", row=problem.row, why=problem.sentence)
    return _("Row {row}, {column}: {why}", row=problem.row, column=heading(problem.column), why=problem.sentence)


def counted(good: int, bad: int) -> Text:
    """How many rows are good, and how many are not."""
    fine = n_("{count} row is good.", "{count} rows are good.", good)
    if not bad:
        return fine
    return _("{good} {amiss}", good=fine, amiss=n_("{count} cannot be taken.", "{count} cannot be taken.", bad))


def ignored_text(ignored: Sequence[str]) -> Text:
    """Which headings mean nothing to us; what stands under them is neither looked at nor kept."""
    return _("Not imported, because I do not know these headings: {headings}.", headings=list(ignored[:20]))

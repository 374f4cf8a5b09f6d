"""Hearings from a spreadsheet: reading the rows. Pure."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO

from chatbot.hearings.refusals import NoTable
from chatbot.places.model import Place
from chatbot.places.rules import named

COLUMNS = (
    "kind",
    "alias",
    "place",
    "day",
    "start",
    "end",
    "mode",
    "access",
    "companions",
    "at_least",
    "roles",
    "languages",
    "note",
    "contact",
    "attorney",
    "meeting",
    "notes",
)
"""The headings a sheet may have, in any order; `kind`, `alias`, `place` and `companions` must be there."""

NEEDED = ("kind", "alias", "place", "companions")


def rows(text: str) -> list[Mapping[str, str]]:
    """The rows of a CSV file by heading. Raises `NoTable` when a needed heading is missing."""
    table = csv.DictReader(StringIO(text.removeprefix("\ufeff")))
    headings = [(heading or "").strip().casefold() for heading in table.fieldnames or ()]
    missing = [heading for heading in NEEDED if heading not in headings]
    if missing:
        raise NoTable(missing)
    table.fieldnames = headings
    return [_stripped(row) for row in table]


def typed(row: Mapping[str, str], places: Iterable[Place]) -> dict[str, object]:
    """A row as the form takes it: places by any of their names, roles separated by commas."""
    found = named(list(places), row.get("place", ""))
    roles = tuple(part.strip().casefold() for part in row.get("roles", "").split(",") if part.strip())
    return {
        **{column: row.get(column, "") for column in COLUMNS},
        "kind": row.get("kind", "").casefold().replace("-", "_").replace(" ", "_"),
        "place": str(found[0].id) if len(found) == 1 else "",
        "roles": roles,
    }


def _stripped(row: Mapping[str | None, str | list[str] | None]) -> dict[str, str]:
    return dict(_cells(row))


def _cells(row: Mapping[str | None, str | list[str] | None]) -> Iterator[tuple[str, str]]:
    for heading, cell in row.items():
        if heading and isinstance(cell, str):
            yield heading, cell.strip()

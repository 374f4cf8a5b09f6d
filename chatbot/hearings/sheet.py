"""Hearings from a spreadsheet: reading the rows. Pure."""

import csv
from collections.abc import Iterable, Mapping
from io import StringIO

from chatbot.hearings.refusals import NoTable, UnknownPlace
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


def rows(text: str) -> list[tuple[int, Mapping[str, str]]]:
    """The rows of a CSV file by heading, each with the number a spreadsheet shows beside it.

    Raises `NoTable` when a needed heading is missing.
    """
    table = csv.reader(StringIO(text.removeprefix("\ufeff")))
    headings = [heading.strip().casefold() for heading in next(table, [])]
    missing = [heading for heading in NEEDED if heading not in headings]
    if missing:
        raise NoTable(missing)
    return [
        (number, {heading: cell.strip() for heading, cell in zip(headings, cells, strict=False)})
        for number, cells in enumerate(table, start=2)
        if any(cell.strip() for cell in cells)
    ]


def typed(row: Mapping[str, str], places: Iterable[Place]) -> dict[str, object]:
    """A row as the form takes it: places by any of their names, roles separated by commas. Raises `UnknownPlace`."""
    found = named(list(places), row.get("place", ""))
    if row.get("place") and len(found) != 1:
        raise UnknownPlace(row["place"])
    roles = tuple(part.strip().casefold() for part in row.get("roles", "").split(",") if part.strip())
    return {
        **{column: row.get(column, "") for column in COLUMNS},
        "kind": row.get("kind", "").casefold().replace("-", "_").replace(" ", "_"),
        "place": str(found[0].id) if found else "",
        "roles": roles,
    }

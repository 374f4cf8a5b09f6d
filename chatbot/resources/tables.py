"""The tables that come with the directory."""

import csv
from collections.abc import Iterator
from pathlib import Path


def rows(file: Path) -> Iterator[dict[str, str]]:
    """The rows of a CSV file by their headings."""
    with file.open(encoding="utf-8", newline="") as source:
        yield from csv.DictReader(source)

"""The starter list: organisations from public sources, early 2026, to be checked before use. The data is beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from chatbot.kit.forms import read
from chatbot.resources.forms import ResourceForm
from chatbot.resources.model import Facts
from chatbot.resources.tables import rows


@dataclass(frozen=True, kw_only=True, slots=True)
class Sample:
    """An entry of the starter list. `key` names it for good, whatever a network makes of it."""

    key: str
    facts: Facts
    checked_on: date


def starter() -> Iterator[Sample]:
    """Every sample."""
    for row in rows(Path(__file__).parent / "starter.csv"):
        form = read(ResourceForm, {**row, "topics": tuple(row["topics"].split())})
        yield Sample(key=row["key"], facts=form.facts(), checked_on=date.fromisoformat(row["checked"]))

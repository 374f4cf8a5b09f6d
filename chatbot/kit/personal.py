"""What is kept about one person, read and erased by what the rooms say of it in their `Part`s. Inside a verb."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select, update

from chatbot.kit.database import Tx
from chatbot.kit.i18n import Text
from chatbot.kit.retention import About, Erased, Part, nothing
from chatbot.kit.sealed import Sealer
from chatbot.kit.sealed_rows import unseal


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """What one room keeps about someone, in words."""

    title: Text
    told: tuple[Text, ...]


async def kept(tx: Tx, parts: Sequence[Part], person_id: int) -> list[Kept]:
    """What every room keeps about them; a room that keeps nothing is left out."""
    found = []
    for part in parts:
        counts: dict[Any, int] = {}
        for about in part.about:
            number = await tx.scalar(select(func.count()).where(about.column == person_id))
            if number:
                counts[about.told] = counts.get(about.told, 0) + int(number)
        if counts:
            found.append(Kept(title=part.title, told=tuple(told(count) for told, count in counts.items())))
    return found


async def copied(tx: Tx, parts: Sequence[Part], sealer: Sealer, person_id: int) -> dict[str, list[dict[str, str]]]:
    """The rows about them by the name of their table, each column as a text; what is sealed and theirs is opened."""
    found: dict[str, list[dict[str, str]]] = {}
    for about in (one for part in parts for one in part.about if one.shown):
        numbered = [about.column.table.c.id] if about.opened else []
        chosen = select(*about.shown, *numbered).where(about.column == person_id)
        for row in await tx.all(chosen):
            values = {column.name: _text(getattr(row, column.name)) for column in about.shown}
            if about.opened:
                names = [column.name for column in about.opened]
                values |= await unseal(tx, sealer, about.column.table, row.id, names)
            found.setdefault(about.column.table.name, []).append({name: text for name, text in values.items() if text})
    return found


async def erase(tx: Tx, parts: Sequence[Part], *, person_id: int) -> None:
    """Let every room forget them as its part says."""
    for about in (one for part in parts for one in part.about):
        table, here = about.column.table, _rows(about, person_id)
        values = {column.name: nothing(column) for column in about.emptied}
        if about.erased is Erased.NAME:
            values[about.column.name] = None
        if about.erased is Erased.ROWS:
            await tx.execute(delete(table).where(*here))
        elif values:
            await tx.execute(update(table).where(*here).values(**values))


def _rows(about: About, person_id: int) -> tuple[ColumnElement[bool], ...]:
    only = () if about.only is None else (about.only,)
    return (about.column == person_id, *only)


def _text(value: Any) -> str:
    return "" if value is None else str(value)

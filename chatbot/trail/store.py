"""The lines of the audit, and the codes of what they are about."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Row, Table, select

from chatbot.audit import audit
from chatbot.kit.database import Tx

Tables = Mapping[str, Table]
"""The tables of what has a code, by the word before the number of a record: `hearing:12`."""


async def lines(
    tx: Tx, team_id: str, *, person_id: int | None, subject: str | None, before: int | None, most: int
) -> list[Row[Any]]:
    """The newest lines that are wanted, newest first."""
    chosen = select(audit).where(audit.c.team_id == team_id)
    if person_id is not None:
        chosen = chosen.where(audit.c.actor_id == person_id)
    if subject is not None:
        chosen = chosen.where(audit.c.subject == subject)
    if before is not None:
        chosen = chosen.where(audit.c.id < before)
    return list(await tx.all(chosen.order_by(audit.c.id.desc()).limit(most)))


async def subject_of(tx: Tx, tables: Tables, team_id: str, code: str) -> str | None:
    """The name among all things of what has this code."""
    for word, table in tables.items():
        number = await tx.scalar(select(table.c.id).where(table.c.team_id == team_id, table.c.code == code))
        if number is not None:
            return f"{word}:{number}"
    return None


async def codes_of(tx: Tx, tables: Tables, team_id: str, subjects: Iterable[str]) -> dict[str, str]:
    """The codes of these, as far as they have one."""
    numbers: dict[str, set[int]] = {}
    for subject in subjects:
        word, _, number = subject.partition(":")
        if word in tables and number.isdecimal():
            numbers.setdefault(word, set()).add(int(number))
    found: dict[str, str] = {}
    for word, wanted in numbers.items():
        table = tables[word]
        rows = await tx.all(
            select(table.c.id, table.c.code).where(table.c.team_id == team_id, table.c.id.in_(sorted(wanted)))
        )
        found |= {f"{word}:{row.id}": row.code for row in rows}
    return found

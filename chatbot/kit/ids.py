"""Short codes people can say aloud: a letter and a number, unique in a workspace."""

import re

from sqlalchemy import Column, Integer, String, Table, update

from chatbot.kit.columns import metadata
from chatbot.kit.database import Tx

FIRST = 101
"""Codes start with three digits, so that a code never looks like a count."""

counters = Table(
    "counters",
    metadata,
    Column("team_id", String(32), primary_key=True),
    Column("letter", String(1), primary_key=True),
    Column("next", Integer, nullable=False),
)

_CODE = re.compile(r"^\s*([A-Za-z])[\s#-]?([0-9]{1,9})\s*$")


async def next_code(tx: Tx, team_id: str, letter: str) -> str:
    """A code that this workspace has not used before, such as `H204`."""
    return (await next_codes(tx, team_id, letter, 1))[0]


async def next_codes(tx: Tx, team_id: str, letter: str, count: int) -> list[str]:
    """So many of them, in a row."""
    await tx.insert_new(counters, team_id=team_id, letter=letter, next=FIRST)
    after = await tx.scalar(
        update(counters)
        .where(counters.c.team_id == team_id, counters.c.letter == letter)
        .values(next=counters.c.next + count)
        .returning(counters.c.next)
    )
    return [f"{letter}{number}" for number in range(int(after) - count, int(after))]


def parse_code(text: str) -> str | None:
    """The code someone typed (`h204`, `H 204`, `H-204`), or None when it is not one."""
    found = _CODE.match(text)
    return f"{found[1].upper()}{int(found[2])}" if found else None

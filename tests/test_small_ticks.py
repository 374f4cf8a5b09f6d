"""The clock turns four times a minute for years: no turn may read what has grown meanwhile from end to end."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import SmallNetwork

pytestmark = ON_SQLITE

GROWING = {"audit", "done", "hearings", "inbox", "needs", "signups"}
"""What there is more of every year. Only `ix_audit_loose`, which holds what is not chained yet, is read whole."""

_WHOLE = re.compile(r"SCAN (\w+)(?! USING INDEX ix_audit_loose)")


@contextmanager
def tables_read_whole() -> Iterator[set[str]]:
    """The tables that SQLite would read from end to end for what is asked meanwhile."""
    found: set[str] = set()

    def look(_connection: Any, cursor: Any, statement: str, values: Any, _context: Any, many: bool) -> None:
        if not many:
            plan = cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", values).fetchall()
            found.update(one[1] for *_, step in plan if (one := _WHOLE.match(step)))

    event.listen(Engine, "before_cursor_execute", look)
    try:
        yield found
    finally:
        event.remove(Engine, "before_cursor_execute", look)


async def test_a_turn_of_the_clock_reads_nothing_whole_that_grows_with_the_years(
    network: SmallNetwork, hand: Hand
) -> None:
    hearing = await network.add_hearing(day=network.day(2))
    await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    hand.move(days=1)
    with tables_read_whole() as found:
        assert await network.chatbot.schedule.tick() == []
        hand.move(minutes=1)
        assert await network.chatbot.schedule.tick() == []
    assert found & GROWING == set()
    assert "networks" in found  # as everything would be, were it never looked

"""What is asked of a database when it is backed up, and written into one that was brought back."""

from collections.abc import Collection

from sqlalchemy import column, func, literal, select, table, text, union_all, update

from chatbot.audit import audit
from chatbot.kit.database import Tx
from chatbot.kit.ids import counters
from chatbot.kit.outbox import Act, State, outbox

RESTORED = "restored"
"""The fault of a message that waited in a backup, or fell due since: it may have been sent before."""
_ERASED = ("person.erase", "retention.erase")
_PERSON = "person:"


async def schema_version(tx: Tx) -> str:
    """The version of the schema."""
    return str(await tx.scalar(select(column("version_num")).select_from(table("alembic_version"))))


async def rows(tx: Tx, names: Collection[str]) -> dict[str, int]:
    """How many rows these tables have, whatever the version of the schema."""
    counts = [
        select(literal(name).label("name"), func.count().label("rows")).select_from(table(name)) for name in names
    ]
    return {row.name: row.rows for row in await tx.all(union_all(*counts))} if counts else {}


async def snapshot(tx: Tx) -> str:
    """The name under which another connection to PostgreSQL sees what this one sees."""
    return str(await tx.scalar(select(func.pg_export_snapshot())))


async def is_empty(tx: Tx) -> bool:
    """Whether there is no table yet in PostgreSQL's database."""
    return not await _tables(tx)


async def lay_bare(tx: Tx) -> None:
    """Take everything away again that was brought into an empty database of PostgreSQL."""
    for name in await _tables(tx):
        await tx.execute(text(f'DROP TABLE "{name}" CASCADE'))
    ours = (
        "SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = current_schema()::regnamespace"
        " AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')"
    )
    for (name,) in await tx.all(text(ours)):
        await tx.execute(text(f"DROP FUNCTION {name}"))


async def hash_at(tx: Tx, team_id: str, number: int) -> str | None:
    """The hash of the line of a workspace's audit that has this number."""
    found = await tx.scalar(select(audit.c.hash).where(audit.c.team_id == team_id, audit.c.number == number))
    return None if found is None else str(found)


async def erased(tx: Tx, team_id: str) -> frozenset[int]:
    """The numbers of those who were erased, as the audit says; it is the one thing that stays of them."""
    lines = await tx.all(select(audit.c.subject).where(audit.c.team_id == team_id, audit.c.verb.in_(_ERASED)))
    return frozenset(int(line.subject.removeprefix(_PERSON)) for line in lines)


async def set_aside(tx: Tx) -> int:
    """Let nothing be said a second time: what waits, and is no mere update, waits for somebody's word."""
    twice = outbox.c.act.in_((Act.POST, Act.TELL)) & outbox.c.may_repeat.is_(False)
    waits = outbox.c.state.in_((State.WAITING, State.SENDING))
    unsure = {"state": State.UNSURE, "due_at": tx.now, "ended_at": tx.now, "leased_until": None, "fault": RESTORED}
    return (await tx.execute(update(outbox).where(waits, twice).values(**unsure))).rowcount


async def leave_out_codes(tx: Tx, count: int) -> None:
    """Go on so many codes further in every workspace."""
    await tx.execute(update(counters).values(next=counters.c.next + count))


async def _tables(tx: Tx) -> list[str]:
    return [
        row.tablename
        for row in await tx.all(text("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"))
    ]

"""Tables and queries of what is collected."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, UniqueConstraint, delete, select, update

from chatbot.kit.columns import Instant, RowId, metadata
from chatbot.kit.database import Tx
from chatbot.needs.gifts.model import Item, Share
from chatbot.people.store import people

need_items = Table(
    "need_items",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("need_id", RowId, ForeignKey("needs.id", ondelete="CASCADE"), nullable=False),
    Column("name", String(80), nullable=False),
    Column("wanted", Integer, nullable=False),
    UniqueConstraint("need_id", "name"),
)

need_shares = Table(
    "need_shares",
    metadata,
    Column("item_id", RowId, ForeignKey("need_items.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", RowId, ForeignKey("people.id"), primary_key=True),
    Column("promised", Integer, nullable=False),
    Column("received", Integer, nullable=False),
    Column("promised_at", Instant, nullable=False),
    Index("ix_need_shares_person", "person_id"),
)


async def items(tx: Tx, need_ids: Collection[int]) -> dict[int, tuple[Item, ...]]:
    """The items of each need with everyone's shares, in the order they were written down."""
    wanted = await tx.all(select(need_items).where(need_items.c.need_id.in_(list(need_ids))).order_by(need_items.c.id))
    shares: defaultdict[int, list[Share]] = defaultdict(list)
    chosen = (
        select(need_shares, people.c.name)
        .join(people, people.c.id == need_shares.c.person_id)
        .where(need_shares.c.item_id.in_([row.id for row in wanted]))
        .order_by(need_shares.c.promised_at, need_shares.c.person_id)
    )
    for row in await tx.all(chosen) if wanted else ():
        share = Share(
            person_id=row.person_id,
            name=row.name,
            promised=row.promised,
            received=row.received,
            promised_at=row.promised_at,
        )
        shares[row.item_id].append(share)
    found: defaultdict[int, list[Item]] = defaultdict(list)
    for row in wanted:
        found[row.need_id].append(Item(id=row.id, name=row.name, wanted=row.wanted, shares=tuple(shares[row.id])))
    return {need_id: tuple(some) for need_id, some in found.items()}


async def set_items(tx: Tx, need_id: int, wanted: Mapping[str, int]) -> None:
    """Make these the items; one that keeps its name keeps what was promised of it."""
    known = {row.name: row.id for row in await tx.all(select(need_items).where(need_items.c.need_id == need_id))}
    gone = [number for name, number in known.items() if name not in wanted]
    if gone:
        await tx.execute(delete(need_items).where(need_items.c.id.in_(gone)))
    for name, count in wanted.items():
        if name in known:
            await tx.execute(update(need_items).where(need_items.c.id == known[name]).values(wanted=count))
        else:
            await tx.insert(need_items, need_id=need_id, name=name, wanted=count)


async def promise(tx: Tx, item_id: int, person_id: int, count: int) -> None:
    """How many they bring in all; none takes the promise back."""
    here = (need_shares.c.item_id == item_id, need_shares.c.person_id == person_id)
    if count == 0:
        await tx.execute(delete(need_shares).where(*here))
    elif not await tx.insert_new(
        need_shares, item_id=item_id, person_id=person_id, promised=count, received=0, promised_at=tx.now
    ):
        await tx.execute(update(need_shares).where(*here).values(promised=count))


async def receive(tx: Tx, item_id: int, person_id: int, count: int) -> None:
    """How many of what they promised have arrived."""
    here = (need_shares.c.item_id == item_id, need_shares.c.person_id == person_id)
    await tx.execute(update(need_shares).where(*here).values(received=count))

"""Sealed columns by row: what is written into one place opens in that place alone."""

import pytest
from sqlalchemy import select, update

from chatbot.hearings.store import hearings
from chatbot.kit import sealed_rows
from chatbot.kit.database import Tx
from chatbot.kit.sealed import Sealer, Unreadable
from tests.fixtures.network import SmallNetwork

COLUMNS = ("contact", "notes")


async def written(network: SmallNetwork, sealer: Sealer, **texts: str) -> int:
    """A hearing whose columns hold these texts; answers its number."""
    hearing = await network.add_hearing(alias=f"{len(texts)}")
    await network.chatbot.database.run(lambda tx: sealed_rows.seal(tx, sealer, hearings, hearing.id, texts))
    return hearing.id


async def read(network: SmallNetwork, sealer: Sealer, number: int) -> dict[str, str]:
    return await network.chatbot.database.run(lambda tx: sealed_rows.unseal(tx, sealer, hearings, number, COLUMNS))


async def test_what_was_sealed_opens_again_and_an_empty_text_leaves_nothing(
    network: SmallNetwork, sealer: Sealer
) -> None:
    number = await written(network, sealer, contact="Ask for Tia", notes="")
    (row,) = await network.rows(select(hearings.c.contact, hearings.c.notes))
    assert b"Tia" not in row.contact
    assert row.notes is None
    assert await read(network, sealer, number) == {"contact": "Ask for Tia", "notes": ""}


async def test_a_value_that_was_moved_to_another_row_or_column_opens_to_nobody(
    network: SmallNetwork, sealer: Sealer
) -> None:
    first = await written(network, sealer, contact="Ask for Tia", notes="")
    second = await written(network, sealer, contact="Ask for Leo")
    (row,) = await network.rows(select(hearings.c.contact).where(hearings.c.id == first))
    for number, column in ((second, "contact"), (first, "notes")):

        async def move(tx: Tx, number: int = number, column: str = column) -> None:
            await tx.execute(update(hearings).where(hearings.c.id == number).values({column: row.contact}))

        await network.chatbot.database.run(move)
        with pytest.raises(Unreadable):
            await read(network, sealer, number)

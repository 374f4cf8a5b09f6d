"""T9: whatever can be touched, and whatever waits to be sent, puts no private word into a message."""

import json
from collections.abc import Sequence

from sqlalchemy import select

from chatbot.kit import sealed_rows
from chatbot.kit.database import Tx
from chatbot.kit.sealed import Sealer
from tests.slack.permissions.conftest import Settled
from tests.slack.permissions.town import Town
from tests.slack.permissions.walking import Walk


async def sealed_words(tx: Tx, sealer: Sealer) -> dict[str, str]:
    """Everything that is sealed in the sample network, each with the column it stands in."""
    found = {}
    for column in sealed_rows.columns():
        rows = await tx.all(select(column.table.c.id, column.label("sealed")).where(column.is_not(None)))
        for row in rows:
            text = sealed_rows.opened(sealer, column.table, column.name, row.id, row.sealed)
            found[text] = f"{column.table.name}.{column.name}"
    return found


def shown(words: dict[str, str], drawn: Sequence[object]) -> set[str]:
    """The columns of which something stands in what was drawn."""
    text = json.dumps(drawn, ensure_ascii=False, default=repr)
    return {column for word, column in words.items() if json.dumps(word, ensure_ascii=False)[1:-1] in text}


async def test_no_press_and_no_form_in_the_sample_network_answers_with_a_private_word_outside_of_a_window(
    town: Town, found: Walk, settled: Settled
) -> None:
    """Every listener there is was touched by four people. Control: the windows they opened on the way show them."""
    words = await town.chatbot.database.run(lambda tx: sealed_words(tx, Sealer(settled.ring)))
    assert shown(words, [(message.text, message.blocks) for message in found.messages]) == set()
    assert {"events.link", "hearings.contact", "room_offers.address", "stays.contact"} <= shown(words, found.views)

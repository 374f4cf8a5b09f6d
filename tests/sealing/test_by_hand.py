"""`bot.py keys`, as an operator uses it, and the start with a ring that does not fit."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from chatbot.kit.clock import Clock
from chatbot.kit.keyring import KeyRing, KeyringFault
from chatbot.opening import open_chatbot
from chatbot.settings import Settings
from handlers.operator.keys import listed, rotate
from tests.fixtures.database import ON_SQLITE
from tests.fixtures.network import SmallNetwork


@ON_SQLITE
async def test_each_key_is_shown_with_what_it_seals(network: SmallNetwork) -> None:
    await network.add_hearing(contact="Ask for Tia", notes="quiet")
    assert await listed(network.chatbot) == (True, ["ok    2026-03       2 details  in use"])
    assert await rotate(network.chatbot, give_up=False) == (
        True,
        [
            "2 private details are sealed under the new key 2026-03.02.",
            "Destroyed: 2026-03. Backups from before open to nobody.",
            "Copy the key ring now, and throw its older copies away: they hold the old keys.",
        ],
    )


@ON_SQLITE
async def test_without_a_key_that_is_needed_nothing_opens_until_its_details_are_given_up(
    network: SmallNetwork, database_url: str, tmp_path: Path
) -> None:
    ring = KeyRing.create(tmp_path / "others" / "ring.json")
    settings = Settings(database_url=SecretStr(database_url), keyring_file=ring.path)
    await network.add_hearing(contact="Ask for Tia")
    await network.chatbot.database.stop()
    with pytest.raises(KeyringFault, match="1 private details need the key 2026-03, which is missing in"):
        await open_chatbot(settings, Clock())
    chatbot = await open_chatbot(settings, Clock(), whatever_opens=True)
    assert await listed(chatbot) == (False, ["FAULT 2026-03       1 details  this key is missing"])
    well, lines = await rotate(chatbot, give_up=True)
    await chatbot.database.stop()
    assert well
    assert "1 that no key opens were emptied." in lines
    chatbot = await open_chatbot(settings, Clock())
    await chatbot.database.stop()

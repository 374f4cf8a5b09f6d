"""`bot.py keys`, as an operator uses it, and the start with a ring that does not fit."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from chatbot.kit.clock import Clock
from chatbot.kit.keyring import KeyRing
from chatbot.opening import open_chatbot
from chatbot.settings import Settings
from handlers.keys import listed, rotate
from tests.fixtures.database import ON_SQLITE
from tests.fixtures.network import SmallNetwork
from tests.test_command_line import said


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


@pytest.fixture
async def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> KeyRing:
    """A network with a private detail, the bot stopped; its ring."""
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "data" / "alongside.db"
    settings = Settings(database_url=SecretStr(f"sqlite:///{file}"), keyring_file=tmp_path / "keys" / "keyring.json")
    chatbot = await open_chatbot(settings, Clock())
    network = await SmallNetwork.of(chatbot)
    await network.add_hearing(contact="Ask for Tia")
    await chatbot.database.stop()
    return KeyRing.load(settings.keyring_file)


async def test_without_a_key_that_is_needed_nothing_starts_until_its_details_are_given_up(
    begun: KeyRing, tmp_path: Path
) -> None:
    (lost,) = begun.ids
    begun.destroy(lost)
    status, text = await said("import", __file__, "--by", "U1", folder=tmp_path)
    assert status == 1
    assert text.startswith(f"FAULT 1 private details need the key {lost}, which is missing in keys/keyring.json.")
    status, text = await said("keys", "list", folder=tmp_path)
    assert (status, text) == (1, f"FAULT {lost}       1 details  this key is missing\n")
    status, text = await said("keys", "rotate", "--give-up", folder=tmp_path)
    assert status == 0, text
    assert "1 that no key opens were emptied." in text

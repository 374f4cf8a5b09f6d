"""A file that is encrypted as a whole: how a network gets into one, works in it, and is backed up from it."""

import sqlite3
from pathlib import Path

import pytest
from pydantic import SecretStr

from chatbot.backups import archive
from chatbot.backups.model import BackupFault
from chatbot.hearings.store import hearings
from chatbot.kit.cipher import is_plain, make_key
from chatbot.kit.database import DatabaseUnavailableError
from chatbot.signups.model import Yours
from handlers.slack.check import findings
from tests.backups.office import Operator
from tests.fixtures.database import ON_SQLITE
from tests.fixtures.network import SmallNetwork
from tests.sealing.traces import traces

ALIAS = "Zanzacanario quetzal"
"""Public in Slack, and readable in a plain file; nobody's private detail."""


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "database.key"
    make_key(path)
    return path


def names(operator: Operator, key: Path) -> None:
    """The operator names the key in DATABASE_URL."""
    url = f"sqlite+aiosqlite:///{operator.file}?key_file={key}"
    operator.settings = operator.settings.model_copy(update={"database_url": SecretStr(url)})


def files(operator: Operator) -> list[Path]:
    return list(operator.file.parent.glob(f"{operator.file.name}*"))


@ON_SQLITE
async def test_a_network_moves_into_an_encrypted_file_and_works_there_unreadable_to_all(
    operator: Operator, network: SmallNetwork, key: Path, tmp_path: Path
) -> None:
    """Control: before, in the plain files, the word is found."""
    code = (await network.add_hearing(alias=ALIAS, contact="Ask for Tia")).code
    assert traces([ALIAS], files(operator))
    await operator.backs_up()
    await operator.stops()
    names(operator, key)
    await operator.restores()
    assert not is_plain(operator.file)
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        sqlite3.connect(operator.file).execute("SELECT * FROM hearings")
    operator.backup = tmp_path / "two"
    async with operator.at_work() as back:
        await back.add_hearing(alias=ALIAS)
        claimed = await back.chatbot.hearings.claim(code, by=back.ana)
        assert isinstance(claimed.outcome, Yours)
        made = await operator.backs_up()
        assert len(files(operator)) >= 3, "the write-ahead log is looked through as well"
        assert traces([ALIAS], files(operator)) == []
    assert (made.encrypted, made.rows["hearings"]) == (True, 2)
    archive.unpack(operator.backup, tmp_path / "inside")
    assert traces([ALIAS], [tmp_path / "inside"]) == []
    await operator.restores()
    async with operator.at_work() as back:
        assert await back.size(hearings) == 2
        team = back.admin.team_id
        assert (await back.chatbot.audit.verify(team)).is_sound
    assert [one.what for one in [one async for one in findings(operator.settings)] if "database" in one.what] == [
        "database, encrypted as a whole"
    ]


@ON_SQLITE
async def test_another_key_or_none_opens_neither_the_file_nor_its_backup(
    operator: Operator, network: SmallNetwork, key: Path, tmp_path: Path
) -> None:
    await operator.backs_up()
    await operator.stops()
    plain = operator.settings
    names(operator, key)
    await operator.restores()
    operator.backup = tmp_path / "two"
    await operator.backs_up()
    make_key(other := tmp_path / "other.key")
    names(operator, other)
    with pytest.raises(DatabaseUnavailableError, match=r"does not open with the key in .*other\.key"):
        async with operator.at_work():
            pass
    with pytest.raises(DatabaseUnavailableError, match="does not open with the key"):
        await operator.restores()
    operator.settings = plain
    with pytest.raises(DatabaseUnavailableError, match="cannot be opened"):
        async with operator.at_work():
            pass
    with pytest.raises(BackupFault, match="encrypted as a whole"):
        await operator.restores()
    names(operator, key)
    async with operator.at_work() as still:
        assert await still.size(hearings) == 0

"""T6: what is private lies readable in no file: the database, its log, a backup, what is temporary."""

import base64
from pathlib import Path
from urllib.parse import quote

import pytest
from pydantic import SecretStr
from sqlalchemy import update

from chatbot.backups import archive
from chatbot.backups.making import back_up
from chatbot.hearings.store import hearings
from chatbot.kit.columns import metadata
from chatbot.kit.keyring import KeyRing
from chatbot.settings import Settings
from tests.fixtures.database import ON_POSTGRESQL, ON_SQLITE, Hand
from tests.fixtures.network import SmallNetwork
from tests.sealing.journey import CANARIES, every_room, still_empty
from tests.sealing.traces import traces


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where programs put what is temporary."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(folder))
    return folder


@ON_SQLITE
async def test_forty_private_words_lie_readable_in_no_file(
    network: SmallNetwork, hand: Hand, database_url: str, ring: KeyRing, temporary: Path
) -> None:
    """T6. Control: one that was not sealed is found in each of the files."""
    await every_room(network, hand)
    assert await still_empty(network) == [], "the journey leads through every sealed column"
    file = Path(database_url.removeprefix("sqlite+aiosqlite:///"))
    backup = file.with_name(f"{file.name}-backup")

    def files() -> list[Path]:
        return [*file.parent.glob(f"{file.name}*"), *temporary.rglob("*")]

    await backed_up(network, database_url, ring, backup)
    assert len(files()) >= 4, "the write-ahead log and the backup are looked through as well"
    assert traces(CANARIES, files()) == []

    unsealed = update(hearings).values(note=CANARIES[0])
    await network.chatbot.database.run(lambda tx: tx.execute(unsealed))
    backup.unlink()
    await backed_up(network, database_url, ring, backup)
    found = {trace.rsplit(" ", 1)[1] for trace in traces(CANARIES, files())}
    assert {f"{file.name}-wal", backup.name} <= found


@ON_POSTGRESQL
async def test_forty_private_words_are_readable_in_no_table(network: SmallNetwork, hand: Hand, tmp_path: Path) -> None:
    """T6: every row as the server would dump it. Control: one that was not sealed is found."""
    await every_room(network, hand)
    assert await dumped(network, tmp_path) == []
    await network.chatbot.database.run(lambda tx: tx.execute(update(hearings).values(note=CANARIES[0])))
    assert await dumped(network, tmp_path) == [f"{CANARIES[0]} in dump"]


@pytest.mark.parametrize("before", ["", "a", "ab", "señor "])
def test_a_word_is_found_in_every_form(tmp_path: Path, before: str) -> None:
    file = tmp_path / "file"
    whole = f"{before}{CANARIES[0]} was here"
    plain = whole.encode()
    forms = [
        plain,
        whole.encode("utf-16-le"),
        whole.encode("utf-16-be"),
        base64.b64encode(plain),
        base64.urlsafe_b64encode(whole.encode("utf-16-le")),
        plain.hex().encode(),
        quote(whole).encode(),
        "".join(f"%{byte:02X}" for byte in plain).encode(),
    ]
    for form in forms:
        file.write_bytes(b"\0noise" + form + b"noise")
        assert traces(CANARIES, [file]) == [f"{CANARIES[0]} in file"]


async def backed_up(network: SmallNetwork, url: str, ring: KeyRing, to: Path) -> None:
    """A backup as `bot.py backup` makes it, taken out of its zip: what is packed would hide every word."""
    packed = to.with_name("packed")
    settings = Settings(database_url=SecretStr(url), keyring_file=ring.path)
    await back_up(settings, network.chatbot.clock, packed)
    archive.unpack(packed, to)
    packed.unlink()


async def dumped(network: SmallNetwork, folder: Path) -> list[str]:
    """The traces in every value of every row, bytes as they are."""
    file = folder / "dump"
    with file.open("wb") as out:
        for table in metadata.sorted_tables:
            for row in await network.rows(table.select()):
                out.writelines(one if isinstance(one, bytes) else str(one).encode() for one in row)
    return traces(CANARIES, [file])

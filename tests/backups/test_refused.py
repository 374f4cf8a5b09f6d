"""What cannot be brought back is refused in one sentence, and the database stays as it was, to the byte."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from chatbot.backups import archive
from chatbot.backups.model import BackupFault
from chatbot.hearings.store import hearings
from chatbot.kit import copies
from chatbot.kit.database import DatabaseUnavailableError
from chatbot.kit.dumps import DumpFault
from chatbot.kit.keyring import KeyRing
from tests.backups.office import Operator
from tests.fixtures.database import ON_POSTGRESQL, ON_SQLITE
from tests.fixtures.network import SmallNetwork


async def refused(operator: Operator, saying: str, *, keyring: Path | None = None, replace: bool = True) -> None:
    before = operator.file.read_bytes()
    with pytest.raises((BackupFault, DatabaseUnavailableError), match=saying) as caught:
        await operator.restores(keyring=keyring, replace=replace)
    assert "\n" not in str(caught.value)
    assert operator.file.read_bytes() == before
    assert not [one for one in operator.file.parent.iterdir() if one.name.startswith(f".{operator.file.name}")]


@ON_SQLITE
async def test_a_wrong_or_a_missing_key_is_refused(operator: Operator, network: SmallNetwork, tmp_path: Path) -> None:
    """T19. Control: with the right ring the same backup comes back."""
    await network.add_hearing(contact="Ask for Tia")
    await operator.backs_up()
    await operator.stops()
    ring = KeyRing.create(tmp_path / "keys" / "ring.json")
    await refused(operator, "needs the key 2026-03, which is not in", keyring=ring.path)
    ring.ensure("2026-03")
    await refused(operator, "needs the key 2026-03, and .* has another one of that name", keyring=ring.path)
    assert (await operator.restores()).manifest.keys


@ON_SQLITE
async def test_a_key_is_known_by_its_fingerprint_and_never_in_the_backup(
    operator: Operator, network: SmallNetwork
) -> None:
    """T14. Control: the fingerprint is found."""
    await network.add_hearing(contact="Ask for Tia")
    made = await operator.backs_up()
    await operator.stops()
    key = KeyRing.load(operator.settings.keyring_file).key("2026-03")
    assert key is not None
    assert made.keys == {"2026-03": key.fingerprint}
    with ZipFile(operator.backup) as packed:
        content = b"".join(packed.read(name) for name in packed.namelist())
    assert key.fingerprint.encode() in content
    assert key.secret not in content
    assert key.secret.hex().encode() not in content


@ON_SQLITE
async def test_nothing_is_replaced_unless_it_is_meant_nor_while_the_bot_runs(
    operator: Operator, network: SmallNetwork
) -> None:
    await network.add_hearing()
    await operator.backs_up()
    await refused(operator, "Another program is using .* Stop it first")
    await operator.stops()
    await refused(operator, "There is a database at .* With --replace", replace=False)


def flipped(file: Path, at: int) -> None:
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)


def shortened(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-100])


def something_else(file: Path) -> None:
    file.write_bytes(b"hello" * 100)


def retold(file: Path, **changes: object) -> None:
    """The same backup, saying something else of itself."""
    database = file.with_name("database")
    manifest = archive.unpack(file, database)
    archive.pack(manifest.model_copy(update=changes), database, file)
    database.unlink()


BAD: dict[str, tuple[Callable[[Path], None], str]] = {
    "one byte is another": (lambda file: flipped(file, -2000), "is damaged"),
    "the end is missing": (shortened, "is damaged, or no backup"),
    "it is something else": (something_else, "is damaged, or no backup"),
    "it is not there": (lambda file: file.unlink(), "There is no"),
    "a newer program made it": (lambda file: retold(file, schema_version="9999"), "made by a newer version"),
    "it is of the other kind": (lambda file: retold(file, kind="postgresql"), "a backup of postgresql"),
    "it holds fewer rows": (lambda file: retold(file, rows={"people": 99}), "does not hold what it says"),
    "its books are others": (lambda file: retold(file, chains={}), "are not those"),
}


@ON_SQLITE
async def test_a_backup_that_is_not_good_is_refused(operator: Operator, network: SmallNetwork) -> None:
    """Control: as it was made, it comes back."""
    await network.add_hearing()
    await operator.backs_up()
    await operator.stops()
    good = operator.backup.read_bytes()
    for spoil, saying in BAD.values():
        spoil(operator.backup)
        await refused(operator, saying)
        operator.backup.write_bytes(good)
    await operator.restores()


@ON_SQLITE
async def test_killed_at_any_step_the_old_database_or_the_new_one_is_there(
    operator: Operator, network: SmallNetwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever fails last, before the name is taken, leaves the old one; its log was written into it first."""
    await network.add_hearing(alias="then")
    await operator.backs_up()
    await network.add_hearing(alias="since")
    await operator.stops()

    def dies(folder: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(copies, "sync_folder", dies)
        with pytest.raises(KeyboardInterrupt):
            await operator.restores()
    async with operator.at_work() as still:
        assert await still.size(hearings) == 2


@ON_SQLITE
async def test_a_backup_is_not_written_over_another_nor_beside_the_keys(
    operator: Operator, network: SmallNetwork
) -> None:
    await operator.backs_up()
    with pytest.raises(BackupFault, match="exists already"):
        await operator.backs_up()
    operator.backup = operator.settings.keyring_file.with_name("one.backup")
    with pytest.raises(BackupFault, match="beside the key ring"):
        await operator.backs_up()


@ON_POSTGRESQL
async def test_on_a_server_only_an_empty_database_is_filled_and_what_fails_leaves_it_empty(
    operator: Operator, network: SmallNetwork
) -> None:
    """It is not ours to replace. Control: once it is good, the same database takes it."""
    await network.add_hearing()
    await operator.backs_up()
    with pytest.raises(BackupFault, match="The database is not empty"):
        await operator.restores()
    good = operator.backup.read_bytes()
    operator.moves()
    retold(operator.backup, rows={"people": 99})
    with pytest.raises(BackupFault, match="does not hold what it says"):
        await operator.restores()
    operator.backup.write_bytes(good)
    await operator.restores()


@ON_POSTGRESQL
async def test_without_postgresqls_programs_it_is_said_what_to_install(
    operator: Operator, network: SmallNetwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(DumpFault, match="pg_dump is not on this machine"):
        await operator.backs_up()
    assert not operator.backup.exists()

"""T19: what was backed up comes back as it was, with its books, its audit and its private details."""

import asyncio
import stat
from pathlib import Path

from alembic import command
from sqlalchemy import create_engine

from chatbot.backups import archive
from chatbot.hearings.model import Private
from chatbot.hearings.store import hearings
from chatbot.migrations import at_head, upgrade
from chatbot.migrations.tables import metadata
from tests.backups.office import Operator
from tests.fixtures.database import ON_SQLITE
from tests.fixtures.fund import SmallFund
from tests.fixtures.network import SmallNetwork

OF_THE_CLOCK = {"audit", "done", "outbox", "posts", "post_subjects", "counters"}
"""Where the way back itself leaves something."""


async def busy(network: SmallNetwork) -> str:
    """A hearing with private details and a seat taken, and money in the books; the hearing's code."""
    hearing = await network.add_hearing(contact="Ask for Tia", notes="quiet")
    await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    fund = await SmallFund.of(network)
    await fund.receive(await fund.pledge(await fund.start(), "40", by=network.ana), form="form")
    await network.chatbot.audit.chain()
    return hearing.code


async def sizes(network: SmallNetwork) -> dict[str, int]:
    return {table.name: await network.size(table) for table in metadata.sorted_tables}


async def test_rows_books_audit_and_private_details_come_back(
    operator: Operator, kind: str, network: SmallNetwork
) -> None:
    code = await busy(network)
    then = await sizes(network)
    made = await operator.backs_up()
    assert made.rows == then
    await network.chatbot.hearings.cancel(
        code, reason="No longer needed", by=network.coordinator
    )  # lost, like everything since
    await operator.stops()
    if kind == "sqlite":
        broken(operator.file)
    else:
        operator.moves()
    restored = await operator.restores()
    assert (restored.manifest, restored.faults, restored.failures) == (made, 0, ())
    async with operator.at_work() as back:
        opened = await back.chatbot.hearings.open_details(code, by=back.coordinator)
        assert opened.private == Private(contact="Ask for Tia", notes="quiet")
        now = await sizes(back)
        assert {name for name, size in now.items() if size != then[name]} <= OF_THE_CLOCK
        for team, chains in made.chains.items():
            audit, books = await back.chatbot.audit.verify(team), await back.chatbot.ledger.verify(team)
            assert (audit.is_sound, books.is_sound, str(books.head)) == (True, True, chains.books)
            assert books.head.number == 1
        assert "the clock backup.restore 2026-03-02 15:00 UTC" in await back.written_down()
        assert [line for line in await back.said() if "network.restored" in line] == [
            f"tell network.restored to {name}" for name in ("Daniel", "Luz", "Rosa")
        ]


@ON_SQLITE
async def test_the_files_are_for_this_user_alone_and_nothing_lies_beside_them(
    operator: Operator, network: SmallNetwork
) -> None:
    await busy(network)
    await operator.backs_up()
    await operator.stops()
    await operator.restores()
    for file in (operator.backup, operator.file):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        mine = {one.name for one in file.parent.iterdir() if file.name in one.name}
        assert mine <= {file.name, f"{file.name}.lock"}


async def test_a_backup_is_of_one_moment_while_the_bot_goes_on_writing(
    operator: Operator, kind: str, network: SmallNetwork
) -> None:
    """What the manifest says, and what comes back, are the same state: the counts would differ otherwise."""
    writing = [asyncio.ensure_future(network.add_hearing(alias=f"{number}")) for number in range(20)]
    made = await operator.backs_up()
    await asyncio.gather(*writing)
    assert await network.size(hearings) == 20
    await operator.stops()
    if kind == "postgresql":
        operator.moves()
    await operator.restores()
    async with operator.at_work() as back:
        assert await back.size(hearings) == made.rows["hearings"]


@ON_SQLITE
async def test_a_backup_of_an_older_version_is_brought_up_on_the_way(
    operator: Operator, network: SmallNetwork, tmp_path: Path
) -> None:
    made = await operator.backs_up()
    await operator.stops()
    operator.backup.unlink()
    old = tmp_path / "old"
    with create_engine(f"sqlite:///{old}").connect() as connection:
        command.upgrade(upgrade._config(connection), "0021")
        connection.commit()
        connection.engine.dispose()
    then = {"schema_version": "0021", "sha256": archive.digest(old), "rows": {"people": 0}, "keys": {}, "chains": {}}
    archive.pack(made.model_copy(update=then), old, operator.backup)
    assert (await operator.restores()).failures == ()
    assert await at_head(operator.settings.database_url.get_secret_value())


def broken(file: Path) -> None:
    """A disk that failed: the middle of the file is gone."""
    content = bytearray(file.read_bytes())
    content[4096:-4096] = bytes(len(content) - 8192)
    file.write_bytes(content)

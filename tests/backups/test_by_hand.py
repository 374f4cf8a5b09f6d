"""`bot.py backup` and `bot.py restore`, as an operator uses them."""

from tests.backups.office import Operator
from tests.fixtures.database import ON_SQLITE
from tests.fixtures.network import SmallNetwork
from tests.test_command_line import said


@ON_SQLITE
async def test_a_backup_while_the_network_works_and_back_after_the_disk_failed(
    operator: Operator, network: SmallNetwork
) -> None:
    """T19. The file is open and locked in this process, as in a bot's, while another one writes the backup."""
    await network.add_hearing(contact="Ask for Tia")
    settings = {
        "DATABASE_URL": operator.settings.database_url.get_secret_value(),
        "KEYRING_FILE": str(operator.settings.keyring_file),
    }
    folder = operator.backup.parent
    status, text = await said("backup", "one.backup", folder=folder, settings=settings)
    assert status == 0, text
    assert text.startswith("ok    one.backup: ")
    await operator.stops()
    operator.file.write_bytes(b"the disk failed")
    status, text = await said("restore", "one.backup", "--replace", "--hold", folder=folder, settings=settings)
    assert status == 0, text
    assert "ok    The books and the audit are whole." in text
    assert "LOOK  The database of before could not be asked" in text

"""`bot.py backup` and `bot.py restore`, as an operator uses them, with a bot that runs."""

from pathlib import Path

from handlers.practice import Practice
from tests.journeys.processes import ROOT, free_port, program
from tests.test_command_line import BOT, said


async def test_a_backup_while_the_bot_runs_and_back_once_it_is_stopped(tmp_path: Path) -> None:
    async with Practice(manifest=ROOT / "manifest.json") as practice:
        settings = {
            "SLACK_BOT_TOKEN": practice.bot_token,
            "SLACK_APP_TOKEN": practice.app_token,
            "SLACK_API_URL": practice.api_url,
            "PORT": str(free_port()),
        }
        async with program(BOT, folder=tmp_path, settings=settings) as bot:
            await bot.says("members met")
            status, text = await said("backup", "one.backup", folder=tmp_path)
            assert status == 0, text
            assert text.startswith("ok    one.backup: ")
        assert bot.process.returncode == 0
        (tmp_path / "data" / "alongside.db").write_bytes(b"the disk failed")
        status, text = await said("restore", "one.backup", "--replace", "--hold", folder=tmp_path)
        assert status == 0, text
        assert "ok    The books and the audit are whole." in text
        assert "LOOK  The database of before could not be asked" in text

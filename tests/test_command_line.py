"""`bot.py`, as an operator uses it."""

import asyncio
import sqlite3
import stat
from pathlib import Path

from handlers.practice import Practice
from tests.journeys.processes import ROOT, free_port, program

BOT = str(ROOT / "bot.py")
SHEET = """Kind,Alias,Place,Day,Start,Companions,Roles,Note
check-in,Baker,Burlington,2031-03-04,09:00,2,"lead,driver",Bring a book
master,Teacher,Lowell,2031-03-05,10:30,3,,
"""


async def said(*arguments: str, folder: Path, settings: dict[str, str] | None = None) -> tuple[int | None, str]:
    """What the program says until it ends by itself, and its exit status."""
    async with program(BOT, *arguments, folder=folder, settings=settings) as bot:
        text = await bot.rest()
        return await bot.process.wait(), text


async def test_keys_init_makes_a_key_ring_for_this_user_alone_and_never_a_second_one(tmp_path: Path) -> None:
    status, text = await said("keys", "init", folder=tmp_path)
    assert status == 0, text
    ring = tmp_path / "keys" / "keyring.json"
    assert stat.S_IMODE(ring.stat().st_mode) == 0o600
    status, text = await said("keys", "init", folder=tmp_path)
    assert status == 1
    assert text.startswith("FAULT")


async def test_check_names_each_fault_and_its_remedy_in_a_line(tmp_path: Path) -> None:
    status, text = await said("check", folder=tmp_path)
    assert status == 0, text
    assert "made at the first start" in text
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "alongside.db").touch()
    status, text = await said("check", folder=tmp_path)
    assert status == 1
    assert "FAULT key ring: There is no keys/keyring.json. Bring it back from its copy, or for a new network" in text
    assert "FAULT database: Its schema is not the newest. Run: uv run bot.py migrate" in text
    await said("keys", "init", folder=tmp_path)
    await said("migrate", folder=tmp_path)
    status, text = await said("check", folder=tmp_path)
    assert status == 0, text
    status, text = await said("keys", "list", folder=tmp_path)
    assert (status, text) == (0, "No key yet: the first private detail makes one.\n")


async def test_check_tells_a_wrong_token_and_missing_scopes(tmp_path: Path) -> None:
    await said("keys", "init", folder=tmp_path)
    await said("migrate", folder=tmp_path)
    async with Practice(manifest=ROOT / "manifest.json") as practice:
        own = {"SLACK_API_URL": practice.api_url, "SLACK_APP_TOKEN": practice.app_token}
        status, text = await said("check", folder=tmp_path, settings={**own, "SLACK_BOT_TOKEN": practice.bot_token})
        assert status == 0, text
        assert "ok    bot token: Riverside Accompaniment Network" in text
        assert practice.bot_token not in text
        status, text = await said("check", folder=tmp_path, settings={**own, "SLACK_BOT_TOKEN": "xoxb-wrong"})
        assert status == 1
        assert "FAULT bot token: Slack says invalid_auth" in text


async def test_a_wrong_setting_is_said_in_a_line_and_never_repeats_a_secret(tmp_path: Path) -> None:
    status, text = await said("run", folder=tmp_path, settings={"SLACK_BOT_TOKEN": "xoxb-very-secret"})
    assert status == 2
    assert "SLACK_BOT_TOKEN needs SLACK_APP_TOKEN" in text
    assert "very-secret" not in text
    status, text = await said("check", folder=tmp_path, settings={"DATABASE_URL": "mysql://someone:secret@host/x"})
    assert status == 2
    assert "must begin with sqlite: or postgresql:" in text
    assert "secret" not in text


async def test_a_network_whose_key_ring_is_gone_does_not_start(tmp_path: Path) -> None:
    async with Practice(manifest=ROOT / "manifest.json") as practice:
        settings = {
            "SLACK_BOT_TOKEN": practice.bot_token,
            "SLACK_APP_TOKEN": practice.app_token,
            "SLACK_API_URL": practice.api_url,
            "PORT": str(free_port()),
        }
        async with program(BOT, folder=tmp_path, settings=settings) as bot:
            await bot.says("ready")
        (tmp_path / "keys" / "keyring.json").unlink()
        status, text = await said(folder=tmp_path, settings=settings)
        assert status == 1
        assert "the key ring keys/keyring.json is gone" in text


async def test_a_sheet_is_read_first_and_imported_only_when_every_row_is_good(tmp_path: Path) -> None:
    sheet = tmp_path / "hearings.csv"
    async with Practice(manifest=ROOT / "manifest.json") as practice:
        settings = {
            "SLACK_BOT_TOKEN": practice.bot_token,
            "SLACK_APP_TOKEN": practice.app_token,
            "SLACK_API_URL": practice.api_url,
            "PORT": str(free_port()),
        }
        async with program(BOT, folder=tmp_path, settings=settings) as bot:
            await bot.says("members met")
    rosa = practice.person("rosa").id
    sheet.write_text(SHEET + "check-in,Elm,Nowhere,2031-13-01,,1,,Call 617-555-0143\n")
    _, text = await said("import", str(sheet), "--by", rosa, "--write", folder=tmp_path)
    assert "1 row cannot be taken; nothing was imported." in text
    assert "Row 4, Day: Please write the day like" in text
    sheet.write_text(SHEET)
    _, text = await said("import", str(sheet), "--by", rosa, folder=tmp_path)
    assert "All 2 rows are good" in text
    _, text = await said("import", str(sheet), "--by", rosa, "--write", folder=tmp_path)
    assert "2 hearings imported" in text
    _, text = await said("import", str(sheet), "--by", practice.person("ana").id, "--write", folder=tmp_path)
    assert "Only coordinators" in text


async def test_two_programs_never_open_one_sqlite_file_and_check_may_look_any_time(tmp_path: Path) -> None:
    async with Practice(manifest=ROOT / "manifest.json") as practice:
        settings = {
            "SLACK_BOT_TOKEN": practice.bot_token,
            "SLACK_APP_TOKEN": practice.app_token,
            "SLACK_API_URL": practice.api_url,
        }
        async with program(BOT, folder=tmp_path, settings={**settings, "PORT": str(free_port())}) as bot:
            await bot.says("ready")
            status, text = await said(folder=tmp_path, settings={**settings, "PORT": str(free_port())})
            assert status == 1
            assert "Another program is using data/alongside.db. Stop it first." in text
            status, text = await said("check", folder=tmp_path, settings=settings)
            assert status == 0, text


async def test_a_database_that_cannot_be_opened_is_said_in_a_line_and_never_repeats_a_secret(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "notes.db").write_text("no database " * 100)
    for url in (
        "sqlite:///data/notes.db",
        f"postgresql://someone:very-secret@127.0.0.1:{free_port()}/x",
        "postgresql://someone:very-secret@127.0.0.1/x?sslmode=require",
    ):
        settings = {"DATABASE_URL": url, "SLACK_BOT_TOKEN": "x", "SLACK_APP_TOKEN": "y"}
        for command in ("run", "migrate"):
            status, text = await said(command, folder=tmp_path, settings=settings)
            assert status == 1
            assert text.startswith("FAULT The database cannot be opened (")
            assert text.count("\n") == 1
            assert "very-secret" not in text


async def test_a_sheet_with_an_open_quotation_mark_is_said_in_a_line(tmp_path: Path) -> None:
    sheet = tmp_path / "hearings.csv"
    await said("migrate", folder=tmp_path)
    connection = sqlite3.connect(tmp_path / "data" / "alongside.db")
    connection.execute(
        "INSERT INTO people (team_id, account, name, language, standing, is_owner, agreed_version, met_at, seen_at)"
        " VALUES ('T1', 'U1', 'Rosa', 'en', 'member', 1, 0, 0, 0)"
    )
    connection.commit()
    connection.close()
    sheet.write_bytes(SHEET.encode() + b'"' + b"x" * 200_000)
    status, text = await said("import", str(sheet), "--by", "U1", folder=tmp_path)
    assert status == 1
    assert text.startswith("FAULT This cannot be read as a table.")
    assert text.count("\n") == 1


async def test_it_stops_at_once_while_it_is_still_starting(tmp_path: Path) -> None:
    """A Slack, or a database, that takes the connection and says nothing."""
    asked: asyncio.Queue[asyncio.StreamWriter] = asyncio.Queue()
    async with await asyncio.start_server(lambda _, writer: asked.put_nowait(writer), "127.0.0.1") as silence:
        settings = {
            "SLACK_BOT_TOKEN": "x",
            "SLACK_APP_TOKEN": "y",
            "SLACK_API_URL": f"http://127.0.0.1:{silence.sockets[0].getsockname()[1]}/api/",
            "PORT": str(free_port()),
        }
        async with program(BOT, folder=tmp_path, settings=settings) as bot:
            writer = await asked.get()
            bot.process.terminate()
            async with asyncio.timeout(5):
                await bot.process.wait()
            writer.close()
            await writer.wait_closed()

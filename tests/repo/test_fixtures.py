"""What the tests stand on: their own PostgreSQL, the machine's Chromium, and no way off the machine."""

import asyncio
import socket
from pathlib import Path

import pytest
from playwright.async_api import Browser
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from tests import provide
from tests.fixtures import tools
from tests.fixtures.loopback import LeftTheMachine
from tests.fixtures.postgres import PostgresServer
from tests.tree import fingerprint


async def test_a_database_is_copied_from_a_template_on_the_tests_own_server(postgres_server: PostgresServer) -> None:
    await postgres_server.run("CREATE DATABASE copied TEMPLATE template0")
    engine = create_async_engine(postgres_server.url("copied"))
    async with engine.connect() as connection:
        assert (await connection.execute(text("SHOW fsync"))).scalar_one() == "off"
        assert (await connection.execute(text("SHOW listen_addresses"))).scalar_one() == ""
    await engine.dispose()
    await postgres_server.run("DROP DATABASE copied")


async def test_the_browser_shows_a_page(browser: Browser) -> None:
    page = await browser.new_page()
    await page.set_content("<button onclick='this.textContent=`Claimed`'>Claim</button>")
    await page.get_by_role("button").click()
    assert await page.get_by_role("button").inner_text() == "Claimed"


def test_a_missing_program_skips_its_tests_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(tools.REQUIRE_ALL, raising=False)
    with pytest.raises(pytest.skip.Exception, match="apt-get install chromium"):
        tools.absent("Chromium is missing: apt-get install chromium.")


def test_where_everything_must_be_there_a_missing_program_fails_its_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(tools.REQUIRE_ALL, "1")
    with pytest.raises(pytest.fail.Exception, match="forbids to skip"):
        tools.absent("Chromium is missing: apt-get install chromium.")


def test_a_chromium_that_does_not_start_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stub = tmp_path / "chromium"
    stub.write_text("#!/bin/sh\nexit 1\n")
    stub.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert tools.chromium() is None


def test_only_what_is_missing_is_installed() -> None:
    def wanted(*, chromium: bool, postgres: bool, on: str = "debian") -> list[str]:
        return provide.packages(chromium_here=chromium, postgres_here=postgres, distribution=on)

    assert wanted(chromium=True, postgres=True) == []
    assert wanted(chromium=True, postgres=False) == ["postgresql"]
    assert wanted(chromium=False, postgres=True) == ["chromium", "fonts-noto-color-emoji"]
    assert wanted(chromium=False, postgres=True, on="ubuntu") == []


async def test_no_test_reaches_another_machine() -> None:
    with pytest.raises(LeftTheMachine):
        await asyncio.open_connection("192.0.2.1", 80)
    with pytest.raises(LeftTheMachine):
        await asyncio.open_connection("example.org", 80)
    with socket.socket(type=socket.SOCK_DGRAM) as spoken, pytest.raises(LeftTheMachine):
        spoken.sendto(b"", ("192.0.2.1", 53))


async def test_the_loopback_is_open_to_tests() -> None:
    server = await asyncio.start_server(lambda _reader, writer: writer.close(), "127.0.0.1")
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        assert await reader.read() == b""
        writer.close()
        await writer.wait_closed()


def test_the_fingerprint_changes_with_any_source_and_with_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "chatbot").mkdir()
    source = tmp_path / "chatbot" / "rules.py"
    source.write_text("one")
    before = fingerprint(tmp_path, "")
    for made in (".venv", "data", "__pycache__"):
        (tmp_path / made).mkdir()
        (tmp_path / made / "file").write_text("made by a program")
    (tmp_path / ".env").write_text("SLACK_BOT_TOKEN=")
    assert fingerprint(tmp_path, "") == before
    assert fingerprint(tmp_path, "another Python") != before
    source.write_text("two")
    changed = fingerprint(tmp_path, "")
    assert changed != before
    source.rename(source.with_name("model.py"))
    assert fingerprint(tmp_path, "") not in (before, changed)

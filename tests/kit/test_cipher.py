"""The key of a database file: what is wrong with it is said in a sentence, and never shown."""

import stat
import sys
from pathlib import Path

import pytest

from chatbot.kit import cipher
from chatbot.kit.database import DatabaseUnavailableError


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "database.key"
    cipher.make_key(path)
    return path


@pytest.fixture
def url(tmp_path: Path, key: Path) -> str:
    return f"sqlite+aiosqlite:///{tmp_path / 'x.db'}?key_file={key}"


def test_a_key_is_for_this_user_alone_and_never_made_twice(key: Path) -> None:
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert len(key.read_text()) == 65
    with pytest.raises(FileExistsError):
        cipher.make_key(key)


def test_what_was_written_opens_with_the_same_key(url: str) -> None:
    for _ in range(2):
        connection = cipher.connect(url)
        connection.execute("CREATE TABLE IF NOT EXISTS t (a)")
        connection.close()


@pytest.mark.parametrize(
    ("content", "mode", "said"),
    [
        ("0" * 64, 0o640, "chmod 600"),
        ("0" * 63, 0o600, "damaged"),
        ("", 0o600, "damaged"),
        (None, 0o600, "Bring back its copy"),
        ("0" * 64, 0o600, "does not open with the key"),
    ],
)
def test_a_key_that_is_not_right_is_said_and_not_shown(
    url: str, key: Path, content: str | None, mode: int, said: str
) -> None:
    cipher.connect(url).executescript("CREATE TABLE t (a)").close()
    if content is None:
        key.unlink()
    else:
        key.write_text(content)
        key.chmod(mode)
    with pytest.raises(DatabaseUnavailableError, match=said) as refused:
        cipher.connect(url)
    assert not content or content not in str(refused.value)


def test_without_the_library_it_is_said_how_to_bring_it(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sqlcipher3.dbapi2", None)
    with pytest.raises(DatabaseUnavailableError, match="uv sync --extra sqlcipher"):
        cipher.connect(url)


def test_a_plain_url_is_a_plain_file(tmp_path: Path) -> None:
    plain = f"sqlite+aiosqlite:///{tmp_path / 'plain.db'}"
    connection = cipher.connect(plain)
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    assert cipher.key_file(plain) is None
    assert cipher.key_file("postgresql+asyncpg://someone@host/x?key_file=y") is None
    assert cipher.is_plain(tmp_path / "plain.db")

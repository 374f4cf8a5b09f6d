"""What an operator can set, and what they are told when it cannot work."""

from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from chatbot.settings import Settings

TOKENS = {"SLACK_BOT_TOKEN": "xoxb-canary", "SLACK_APP_TOKEN": "xapp-canary"}


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def settings(monkeypatch: pytest.MonkeyPatch, **environment: str) -> Settings:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return Settings(_env_file=None)


def test_with_nothing_set_the_practice_workspace_is_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = settings(monkeypatch)
    assert bare.is_practice
    assert bare.database_url.get_secret_value() == "sqlite+aiosqlite:///data/alongside.db"
    assert (bare.zone, bare.host, bare.port) == (ZoneInfo("America/New_York"), "127.0.0.1", 3000)
    assert (bare.slack_api_url, bare.admin_users) == ("https://slack.com/api/", frozenset())
    assert bare.keyring_file.parts[0] != "data"


def test_an_empty_line_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings(monkeypatch, SLACK_BOT_TOKEN="", SLACK_APP_TOKEN="", PORT="").is_practice


def test_the_file_of_settings_is_read(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("SLACK_BOT_TOKEN=xoxb-1\nSLACK_SIGNING_SECRET=abc\nADMIN_USERS= U1, U2 ,\nSOMETHING_ELSE=1\n")
    read = Settings(_env_file=file)
    assert not read.is_practice
    assert read.admin_users == {"U1", "U2"}


def test_either_way_of_connecting_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings(monkeypatch, **TOKENS).slack_app_token is not None
    monkeypatch.delenv("SLACK_APP_TOKEN")
    assert settings(monkeypatch, SLACK_SIGNING_SECRET="abc").slack_signing_secret is not None


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"SLACK_BOT_TOKEN": "xoxb-canary"}, "needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET"),
        ({"SLACK_APP_TOKEN": "xapp-canary"}, "SLACK_BOT_TOKEN is missing"),
        ({"SLACK_SIGNING_SECRET": "canary"}, "SLACK_BOT_TOKEN is missing"),
        ({**TOKENS, "TIMEZONE": "Boston"}, "IANA name such as America/New_York"),
        ({**TOKENS, "SLACK_API_URL": "slack.com"}, "must begin with https://"),
        ({**TOKENS, "DATABASE_URL": "mysql://u:canary@host/db"}, "must begin with sqlite: or postgresql:"),
        ({**TOKENS, "DATABASE_URL": "canary"}, "must look like"),
        ({**TOKENS, "TOWNS_FOLDER": "/nowhere"}, "must be a folder with towns.csv and regions.csv"),
        ({**TOKENS, "PORT": "70000"}, "less than or equal to 65535"),
        ({**TOKENS, "LOG_LEVEL": "LOUD"}, "'DEBUG'"),
    ],
)
def test_what_cannot_work_is_said_without_repeating_a_secret(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], sentence: str
) -> None:
    """T14"""
    with pytest.raises(ValidationError) as refused:
        settings(monkeypatch, **environment)
    assert sentence in str(refused.value)
    assert "canary" not in str(refused.value) + repr(refused.value)


@pytest.mark.parametrize(
    ("typed", "used"),
    [
        ("sqlite:///data/other.db", "sqlite+aiosqlite:///data/other.db"),
        ("postgresql://u:p@host/name", "postgresql+asyncpg://u:p@host/name"),
        ("postgres://host/name", "postgresql+asyncpg://host/name"),
    ],
)
def test_both_databases_are_chosen_by_the_url_alone(monkeypatch: pytest.MonkeyPatch, typed: str, used: str) -> None:
    assert settings(monkeypatch, DATABASE_URL=typed).database_url.get_secret_value() == used


def test_no_secret_shows_when_settings_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    """T14"""
    full = settings(
        monkeypatch, **TOKENS, SLACK_SIGNING_SECRET="canary", DATABASE_URL="postgresql://u:canary@host/name"
    )
    shown: list[Any] = [full, full.model_dump(), full.model_dump_json(), full.__dict__]
    assert "canary" not in "".join(f"{one!r}{one}" for one in shown)


def test_the_address_of_slack_ends_with_a_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings(monkeypatch, SLACK_API_URL="http://127.0.0.1:9/api").slack_api_url == "http://127.0.0.1:9/api/"


def test_settings_do_not_change(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValidationError):
        settings(monkeypatch).port = 1  # type: ignore[misc]

"""Everything an operator can set, read once, by bot.py."""

from pathlib import Path
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from chatbot.kit.clock import known_zone
from chatbot.kit.database import with_driver


def _zone(name: str) -> str:
    if known_zone(name) is None:
        raise ValueError("TIMEZONE must be an IANA name such as America/New_York")
    return name


def _accounts(text: object) -> object:
    return [part.strip() for part in text.split(",") if part.strip()] if isinstance(text, str) else text


def _api_url(text: str) -> str:
    if not text.startswith(("https://", "http://")):
        raise ValueError("SLACK_API_URL must begin with https://")
    return text if text.endswith("/") else f"{text}/"


def _public_url(text: str) -> str:
    if not text.startswith(("https://", "http://127.0.0.1", "http://localhost")):
        raise ValueError("PUBLIC_URL must begin with https://")
    return text


def _towns(folder: Path) -> Path:
    if not all((folder / name).is_file() for name in ("towns.csv", "regions.csv")):
        raise ValueError("TOWNS_FOLDER must be a folder with towns.csv and regions.csv")
    return folder


Token = SecretStr | None


class Settings(BaseSettings):
    """The settings, from the environment or from `.env`. Nothing secret shows in its repr."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    slack_bot_token: Token = None
    """The bot's token, xoxb-…"""
    slack_app_token: Token = None
    """The app-level token, xapp-…; when set, the bot connects by Socket Mode."""
    slack_signing_secret: Token = None
    """Proves that a request comes from Slack; needed without Socket Mode."""
    slack_api_url: Annotated[str, AfterValidator(_api_url)] = "https://slack.com/api/"
    database_url: Annotated[SecretStr, AfterValidator(lambda s: SecretStr(with_driver(s.get_secret_value())))] = (
        SecretStr("sqlite+aiosqlite:///data/alongside.db")
    )
    keyring_file: Path = Path("keys/keyring.json")
    admin_users: Annotated[frozenset[str], NoDecode, BeforeValidator(_accounts)] = frozenset()
    timezone: Annotated[str, AfterValidator(_zone)] = "America/New_York"
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 3000
    public_url: Annotated[str, AfterValidator(_public_url)] | None = None
    """Where people reach HOST:PORT from outside, if they do: calendars and the page for importing stand there."""
    towns_folder: Annotated[Path, AfterValidator(_towns)] | None = None
    """Tables of towns and regions of one's own; those of Massachusetts when there are none."""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["text", "json"] = "text"

    @model_validator(mode="after")
    def _one_door(self) -> Self:
        if self.slack_bot_token and not (self.slack_app_token or self.slack_signing_secret):
            raise ValueError(
                "SLACK_BOT_TOKEN needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) beside it"
            )
        if not self.slack_bot_token and (self.slack_app_token or self.slack_signing_secret):
            raise ValueError("SLACK_BOT_TOKEN is missing: copy the Bot User OAuth Token (xoxb-…) into .env")
        return self

    @property
    def is_practice(self) -> bool:
        """No Slack settings at all: the practice workspace is meant."""
        return self.slack_bot_token is None

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

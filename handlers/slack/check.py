"""`bot.py check`: whether everything is in place, and one line for each thing that is not."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import aiohttp
from slack_sdk.errors import SlackApiError

from chatbot.kit.cipher import key_file
from chatbot.kit.database import DatabaseUnavailableError, database_file
from chatbot.kit.keyring import KeyRing, KeyringFault, misplaced
from chatbot.migrations import at_head
from chatbot.settings import Settings
from handlers.slack.application import make_client

SCOPES = frozenset({"commands", "chat:write", "im:write", "users:read", "channels:read", "groups:read", "files:write"})
"""What the manifest asks for; nothing lets the bot read what people write."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One thing that was looked at. `remedy` says in a line what to do; it is empty when all is well."""

    what: str
    remedy: str = ""

    @property
    def is_fine(self) -> bool:
        return not self.remedy


async def findings(settings: Settings) -> AsyncIterator[Finding]:
    """Everything that is checked, in the order in which it is needed."""
    yield Finding(what="settings")
    file = database_file(settings.database_url.get_secret_value())
    begun = file is None or file.exists()
    yield _keyring(settings, file, begun=begun)
    yield await _database(settings) if begun else Finding(what="database: it is made at the first start")
    if settings.is_practice:
        yield Finding(what="slack: no tokens, so the practice workspace will be used")
        return
    async for finding in _slack(settings):
        yield finding


def _keyring(settings: Settings, file: Path | None, *, begun: bool) -> Finding:
    path = settings.keyring_file
    if file is not None and misplaced(path, file.parent):
        return Finding(what="key ring", remedy=f"Move {path} out of the folder of the database and set KEYRING_FILE.")
    if not path.exists() and not begun:
        return Finding(what="key ring: it is made at the first start")
    if not path.exists():
        remedy = f"There is no {path}. Bring it back from its copy, or for a new network run: uv run bot.py keys init"
        return Finding(what="key ring", remedy=remedy)
    try:
        KeyRing.load(path)
    except KeyringFault as fault:
        return Finding(what="key ring", remedy=str(fault))
    return Finding(what="key ring")


async def _database(settings: Settings) -> Finding:
    url = settings.database_url.get_secret_value()
    try:
        current = await at_head(url)
    except DatabaseUnavailableError as fault:
        return Finding(what="database", remedy=str(fault))
    except Exception as fault:  # noqa: BLE001 - any driver's error means the same to the operator
        return Finding(what="database", remedy=f"It cannot be opened ({type(fault).__name__}). Check DATABASE_URL.")
    if not current:
        return Finding(what="database", remedy="Its schema is not the newest. Run: uv run bot.py migrate")
    return Finding(what="database" if key_file(url) is None else "database, encrypted as a whole")


async def _slack(settings: Settings) -> AsyncIterator[Finding]:
    token = settings.slack_bot_token.get_secret_value() if settings.slack_bot_token else ""
    try:
        answer = await make_client(token, settings.slack_api_url).auth_test()
    except SlackApiError as fault:
        code = fault.response.get("error")
        remedy = f"Slack says {code}. Copy the Bot User OAuth Token again from OAuth & Permissions."
        yield Finding(what="bot token", remedy=remedy)
        return
    except (aiohttp.ClientError, OSError, TimeoutError) as fault:
        remedy = f"{settings.slack_api_url} cannot be reached ({type(fault).__name__}). Check the network."
        yield Finding(what="bot token", remedy=remedy)
        return
    yield Finding(what=f"bot token: {answer.get('team')}")
    granted = {scope.strip() for scope in str(answer.headers.get("x-oauth-scopes", "")).split(",")}
    missing = ", ".join(sorted(SCOPES - granted))
    remedy = f"Missing: {missing}. Update the app from manifest.json and install it again." if missing else ""
    yield Finding(what="scopes", remedy=remedy)
    if settings.slack_app_token is not None:
        yield await _socket(settings)


async def _socket(settings: Settings) -> Finding:
    token = settings.slack_app_token.get_secret_value() if settings.slack_app_token else ""
    client = make_client(token, settings.slack_api_url)
    try:
        await client.apps_connections_open(app_token=token)
    except SlackApiError as fault:
        code = fault.response.get("error")
        remedy = f"Slack says {code}. Make an app-level token with the scope connections:write under Basic Information."
        return Finding(what="app token", remedy=remedy)
    except (aiohttp.ClientError, OSError, TimeoutError) as fault:
        return Finding(what="app token", remedy=f"Slack cannot be reached ({type(fault).__name__}).")
    return Finding(what="app token")

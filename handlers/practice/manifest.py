"""What the app's manifest asks of Slack: scopes, events, commands, shortcuts, tabs."""

import json
from dataclasses import dataclass
from pathlib import Path

from handlers.practice.network import JSON

EVENT_SCOPES = {
    "app_mention": "app_mentions:read",
    "message.channels": "channels:history",
    "message.groups": "groups:history",
    "message.im": "im:history",
    "team_join": "users:read",
    "user_change": "users:read",
}
"""An event is delivered only to apps that hold its scope, however loudly the manifest subscribes."""


@dataclass(frozen=True, kw_only=True)
class Command:
    command: str
    description: str
    usage_hint: str
    should_escape: bool


@dataclass(frozen=True, kw_only=True)
class Shortcut:
    callback_id: str
    kind: str
    name: str
    description: str


@dataclass(frozen=True, kw_only=True)
class Manifest:
    name: str
    scopes: frozenset[str]
    events: frozenset[str]
    commands: tuple[Command, ...]
    shortcuts: tuple[Shortcut, ...]
    home_tab: bool
    messages_tab: bool
    messages_read_only: bool
    interactive: bool

    def hears(self, event: str) -> bool:
        scope = EVENT_SCOPES.get(event)
        return event in self.events and (scope is None or scope in self.scopes)

    def command(self, word: str) -> Command | None:
        return next((command for command in self.commands if command.command == word), None)

    def shortcut(self, callback_id: str) -> Shortcut | None:
        return next((shortcut for shortcut in self.shortcuts if shortcut.callback_id == callback_id), None)


def read_manifest(path: Path) -> Manifest:
    return manifest_from(json.loads(path.read_text(encoding="utf-8")))


def manifest_from(raw: JSON) -> Manifest:
    features, settings = raw.get("features", {}), raw.get("settings", {})
    tabs = features.get("app_home", {})
    return Manifest(
        name=raw["display_information"]["name"],
        scopes=frozenset(raw.get("oauth_config", {}).get("scopes", {}).get("bot", [])),
        events=frozenset(settings.get("event_subscriptions", {}).get("bot_events", [])),
        commands=tuple(_command(each) for each in features.get("slash_commands", [])),
        shortcuts=tuple(_shortcut(each) for each in features.get("shortcuts", [])),
        home_tab=bool(tabs.get("home_tab_enabled", False)),
        messages_tab=bool(tabs.get("messages_tab_enabled", True)),
        messages_read_only=bool(tabs.get("messages_tab_read_only_enabled", False)),
        interactive=bool(settings.get("interactivity", {}).get("is_enabled", False)),
    )


def _command(raw: JSON) -> Command:
    return Command(
        command=raw["command"],
        description=raw.get("description", ""),
        usage_hint=raw.get("usage_hint", ""),
        should_escape=bool(raw.get("should_escape", False)),
    )


def _shortcut(raw: JSON) -> Shortcut:
    return Shortcut(
        callback_id=raw["callback_id"],
        kind=raw["type"],
        name=raw["name"],
        description=raw.get("description", ""),
    )

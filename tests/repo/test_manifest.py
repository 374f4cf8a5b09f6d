"""The app's manifest asks Slack for what the program needs, and for nothing more."""

import json
from copy import deepcopy
from typing import Any

import pytest
from jsonschema import Draft7Validator

from handlers.slack.check import SCOPES
from handlers.slack.door import Registered
from tests.tree import ROOT

MANIFEST: dict[str, Any] = json.loads((ROOT / "manifest.json").read_text())
SCHEMA = json.loads((ROOT / "tests" / "repo" / "manifest.schema.json").read_text())
"""Slack's own schema of manifests, version 2. It knows neither the names of scopes nor those of events."""


def complaints(manifest: dict[str, Any]) -> list[str]:
    return [error.message for error in Draft7Validator(SCHEMA).iter_errors(manifest)]


def test_slack_takes_the_manifest() -> None:
    assert complaints(MANIFEST) == []


def test_the_scopes_are_the_fewest_that_do_and_none_reads_what_people_write() -> None:
    asked = MANIFEST["oauth_config"]["scopes"]
    assert asked == {
        "bot": ["commands", "chat:write", "im:write", "users:read", "channels:read", "groups:read", "files:write"]
    }
    assert set(asked["bot"]) == SCOPES
    assert [scope for scope in asked["bot"] if "history" in scope] == []


def test_the_commands_are_exactly_those_somebody_listens_for(registered: Registered) -> None:
    asked = [command["command"] for command in MANIFEST["features"]["slash_commands"]]
    assert sorted(asked) == sorted(registered.commands)


def test_the_events_are_those_of_homes_and_members() -> None:
    assert MANIFEST["settings"]["event_subscriptions"] == {
        "bot_events": ["app_home_opened", "team_join", "user_change"]
    }


def test_socket_mode_is_the_way_and_names_are_not_turned_into_links() -> None:
    assert MANIFEST["settings"]["socket_mode_enabled"] is True
    assert MANIFEST["settings"]["interactivity"] == {"is_enabled": True}
    assert {command["should_escape"] for command in MANIFEST["features"]["slash_commands"]} == {False}


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("features", "slash_commands", 0, "command"), "hearings"),
        (("features", "slash_commands", 0, "description"), ""),
        (("features", "bot_user", "display_name"), "x" * 81),
        (("settings", "sockets"), True),
    ],
)
def test_control_what_slack_would_refuse_is_caught(path: tuple[Any, ...], wrong: object) -> None:
    manifest = deepcopy(MANIFEST)
    *way, last = path
    inner: Any = manifest
    for step in way:
        inner = inner[step]
    inner[last] = wrong
    assert complaints(manifest)

"""T9 and T14: one journey through everything there is, at DEBUG, with a word of its own in every private input."""

import json
import stat
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import structlog

from chatbot.network import openings
from handlers.practice.traffic import KEPT
from handlers.slack.door import Registered
from tests.slack.canaries import care, others, trust
from tests.slack.canaries.leavings import Places, among, left, on_disk, reprs, secrets
from tests.slack.canaries.walker import CONTROL, Walk
from tests.slack.scene import Scene
from tests.slack.traces import everything_logged

MISTAKES = ["hearings.edit_form", "/needs", "drawing events.card", "page"]
READERS = {
    "ana": ("event_series.", "hearings."),
    "daniel": (
        *("event", "hearing", "imports.", "need", "resource_suggestions.", "stays.", "stay_notes."),
        "room_offers.",
    ),
    "jonah": ("need",),
    "rosa": ("hearing", "legal_holds."),
    "ruth": ("room_offers.", "stays.", "stay_notes."),
    "sam": ("pledges.",),
}
"""Who was to read what: those with a seat, coordinators, who helps, admins, the host, the treasurer."""


async def journey(walk: Walk, patch: pytest.MonkeyPatch) -> None:
    """From a Monday in March to the first of April."""
    for step in (care.hearings, care.needs, care.rooms, others.money, others.events, others.directory):
        await step(walk)
    for step in (others.alerts, others.congregations, others.settings, trust.calendar, trust.pages, trust.refusals):
        await step(walk)
    await walk.passes(hours=23.5)
    await walk.passes(hours=26)
    await care.reports(walk)
    await trust.keeping(walk)
    await trust.mistakes(walk, patch)
    await walk.passes(hours=116)
    await walk.passes(days=23.1)
    await walk.opens_home("daniel", "ana", "rosa", "sam", "ruth", "marie")


async def test_private_words_are_read_in_windows_alone_and_secrets_nowhere(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Control: what everyone may read is found in each place, and an opening that nobody wrote down is noticed."""
    issued = watched(scene, monkeypatch)
    walk = Walk(scene=scene)
    with everything_logged() as log:
        await journey(walk, monkeypatch)
        structlog.get_logger("alongside").debug(CONTROL)
    heard = {"log": log.getvalue(), "screen": "".join(capfd.readouterr())}
    places = {**await left(scene), **heard, "pages": walk.pages, "outbox": repr(walk.said)}

    assert untouched(walk) == []
    assert {column for _, column in walk.read} == set(walk.words), "each word was read by somebody"
    assert [(who, what) for who, what in sorted(walk.read) if not what.startswith(READERS.get(who, ()))] == []
    assert walk.unwritten == []
    assert walk.strayed == set()
    private = walk.words | walk.strays
    assert among(private, places) == []
    assert await on_disk(scene, tmp_path, private) == []
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    assert [line["where"] for line in lines if line["event"] == "mistake"] == MISTAKES, "nothing else went wrong"
    assert [one.partition(" in ")[2] for one in among({CONTROL: CONTROL}, places)] == [
        *("messages", "Homes", "files", "calls, outbox and audit", "log")
    ]
    assert await on_disk(scene, tmp_path, {CONTROL: CONTROL}) != []

    await kept_secret(walk, issued, places, tmp_path)
    monkeypatch.setattr(openings, "opened", nothing)
    await walk.presses("daniel", "Details", walk.card("N102"))
    assert [who for who, _ in walk.unwritten] == ["daniel"]


def test_control_a_room_that_nobody_walked_through_is_named() -> None:
    nothing_yet: dict[str, Any] = {part.name: {} for part in fields(Registered)}
    choir = Registered(**{**nothing_yet, "commands": {"/choir": None}, "actions": {"choir.sing": None}})
    assert missing(choir, set(), set()) == ["/choir", "a button of choir"]
    assert missing(choir, {"/choir", "choir.sing"}, set()) == []


def watched(scene: Scene, patch: pytest.MonkeyPatch) -> list[str]:
    """What is in the response URLs that are given out from now on."""
    hooks, issued = scene.practice._slack.hooks, list[str]()
    issue = hooks.issue

    def noted(*args: Any, **more: Any) -> str:
        issued.append(issue(*args, **more))
        return issued[-1]

    patch.setattr(hooks, "issue", noted)
    return issued


async def kept_secret(walk: Walk, issued: list[str], places: Places, folder: Path) -> None:
    """T14. Control: an address that is none of them is found in the reprs."""
    scene, ring = walk.scene, walk.scene.settings.keyring_file
    addresses = walk.secrets | {f"response URL {number}": secret for number, secret in enumerate(issued)}
    assert len(addresses) > 100
    shown = {"reprs": "\n".join(reprs(scene.settings, scene.chatbot, scene.running))}
    assert among(secrets(scene), {**places, **shown}) == []
    assert among(addresses, {**places, **shown, "pages": ""}) == [], "whoever has the address of a page knows it"
    assert (
        await on_disk(
            scene, folder, secrets(scene) | walk.secrets | {"a response URL": issued[0], "any of them": "/hooks/"}
        )
        == []
    )
    assert among({"Slack's address": scene.settings.slack_api_url}, shown) != []
    assert [stat.S_IMODE(path.stat().st_mode) for path in (ring, ring.parent)] == [0o600, 0o700]


async def nothing(*_: object, **__: object) -> None:
    """An opening that is not written down."""


def untouched(walk: Walk) -> list[str]:
    """Which rooms, and which commands, the journey left out: a new one has to be walked through."""
    practice = walk.scene.practice
    assert len(practice.traffic) < KEPT, "none was dropped"
    traffic = [entry for entry in practice.traffic if entry.way == "out"]
    touched: set[Any] = {entry.what for entry in traffic}
    for body in (entry.body for entry in traffic if isinstance(entry.body, dict)):
        touched |= {action["action_id"] for action in body.get("actions") or ()}
        touched |= {body.get("callback_id"), (body.get("view") or {}).get("callback_id")}
    views = {view for view, _ in walk.said}
    return missing(walk.scene.running.app.door.registered, touched, views)


def missing(registered: Registered, touched: set[Any], said: set[str]) -> list[str]:
    """Every command, and of every room something that can be touched, sent or said."""

    def rooms(names: Any) -> set[str]:
        return {name.partition(".")[0] for name in names}

    return [
        *sorted(set(registered.commands) - touched),
        *sorted({"a button of " + room for room in rooms(registered.actions) - rooms(touched & {*registered.actions})}),
        *sorted({"a form of " + room for room in rooms(registered.forms) - rooms(touched & {*registered.forms})}),
        *sorted({"a word of " + room for room in rooms(registered.drawings) - rooms(said)}),
        *sorted(set(registered.shortcuts) - touched),
    ]

"""Payloads of every kind with something odd in them, sent into the bot's own door, and what came of it."""

import asyncio
import copy
import json
import logging
import random
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from sqlalchemy import select
from structlog.testing import capture_logs

from chatbot.audit import audit
from chatbot.kit.clock import machine_seconds
from chatbot.kit.database import Tx
from chatbot.migrations.tables import metadata
from handlers.slack.gate import signed
from tests.slack.doors.signing import at
from tests.slack.scene import Scene
from tests.tree import ROOT

ODD: tuple[Any, ...] = (
    *(None, True, 0, -1, 2**70, 1.5, "", "\0", "\ud800", "x" * 5000),
    *([], [None], {}, {"a": {}}, "H101", "../..", "<!channel>", "1|2|3"),
)
LINES = 8
"""Connections that are used at once, as Slack does."""

BOLT = "events"
"""Where it is noted that Bolt itself stumbled over a shape that Slack never sends; that is answered with 400."""

Payload = dict[str, Any]


def originals(scene: Scene) -> list[Payload]:
    """Every button on every surface, every form, command, shortcut and event, each about nothing that exists."""
    team, ana, jonah = scene.practice.team_id, scene.someone("ana").id, scene.someone("jonah").id
    registered = scene.running.app.door.registered
    here: Payload = {"team": {"id": team, "domain": "x"}, "user": {"id": ana, "team_id": team}, "trigger_id": "1.2.3"}
    view = {"id": "V1", "hash": "1.x", "type": "modal", "private_metadata": "H999", "root_view_id": "V1"}
    made: list[Payload] = []
    for number, name in enumerate(sorted(registered.actions)):
        action = {"type": "button", "action_id": name, "block_id": "b", "value": "H999", "action_ts": "1.2"}
        pressed = {**here, "type": "block_actions", "actions": [action]}
        made.append({**pressed, "container": {"type": "message"}})
        made.append({**pressed, "view": {**view, "state": {"values": {}}}})
        if number % 20 == 0:  # a Home is drawn again after each press on it, and that costs
            at_home = {**pressed, "user": {"id": jonah, "team_id": team}, "view": {**view, "type": "home"}}
            made.append({**at_home, "response_url": at(scene, "/healthz")})
    for name in sorted(registered.forms):
        state = {"values": {"alias": {"alias": {"type": "plain_text_input", "value": "x"}}}}
        blocks = [{"type": "input", "block_id": "alias"}]
        submitted = {**view, "callback_id": name, "state": state, "blocks": blocks, "previous_view_id": "V0"}
        made.append({**here, "type": "view_submission", "view": submitted})
    for name in sorted(registered.shortcuts):
        chosen = {"callback_id": name, "message": {"text": "who comes?", "ts": "1.2"}, "channel": {"id": "C1"}}
        made += [{**here, "type": kind, **chosen} for kind in ("shortcut", "message_action")]
    for name in sorted(registered.commands):
        made.append({"command": name, "text": "H999", "user_id": ana, "team_id": team, "trigger_id": "1.2.3"})
    made += [{**here, "type": "view_closed", "view": view}, {**here, "type": "block_suggestion", "action_id": "x"}]
    someone = {"id": "U0NOBODY", "team_id": team, "profile": {"display_name": "Bo"}, "locale": "en-US"}
    events = (
        {"type": "app_home_opened", "user": jonah, "tab": "home"},
        *({"type": "user_change", "user": someone}, {"type": "team_join", "user": someone}) * 5,
    )
    return made + [{"type": "event_callback", "team_id": team, "event_id": "E1", "event": one} for one in events * 5]


def changed(payload: Payload, chance: random.Random) -> Payload:
    """The payload with one to three places left out or holding something odd."""
    payload = copy.deepcopy(payload)
    for _ in range(chance.randint(1, 3)):
        place: Any = payload
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            if not keys or keys == ["type"]:
                break
            key = chance.choice(keys)
            if key == "type" and chance.random() < 0.8:
                continue  # without its type a payload goes nowhere
            if isinstance(place[key], (dict, list)) and place[key] and chance.random() < 0.7:
                place = place[key]
                continue
            if isinstance(place, dict) and chance.random() < 0.3:
                del place[key]
            else:
                place[key] = copy.deepcopy(chance.choice(ODD))
            break
    return payload


@dataclass(kw_only=True)
class Found:
    """What came of it: the answers, our own mistakes by the listener they were made in, what nobody caught, and the
    rows that are new or different, by table."""

    statuses: list[int] = field(default_factory=list)
    mistakes: list[str] = field(default_factory=list)
    escaped: list[str] = field(default_factory=list)
    written: dict[str, set[tuple[str, ...]]] = field(default_factory=dict)
    verbs: set[str] = field(default_factory=set)
    """Of the new lines of the audit."""


async def sent_all(scene: Scene, payloads: Iterable[Payload]) -> Found:
    """Send them signed, over the bot's own port, and wait until all they set going has ended."""
    found, loop = Found(), asyncio.get_running_loop()
    before = await scene.chatbot.database.run(_rows)
    loop.set_exception_handler(lambda _, told: found.escaped.append(repr(told.get("exception", told["message"]))))
    waiting = iter(payloads)
    with capture_logs() as lines, _bolt_told() as told:
        try:
            await asyncio.gather(*(_send(scene, waiting, found) for _ in range(LINES)))
            await scene.running.app.work.settle()
        finally:
            loop.set_exception_handler(None)
    mistakes = [line for line in lines if line["event"] == "mistake" and line["where"] != BOLT]
    found.mistakes = told + [f"{line['where']}: {line['kind']} {line['way'][-1]}" for line in mistakes]
    after = await scene.chatbot.database.run(_rows)
    found.written = {name: after[name] ^ before[name] for name in after if after[name] != before[name]}
    lines_of_audit = await scene.chatbot.database.run(lambda tx: tx.all(audit.select().order_by(audit.c.id)))
    found.verbs = {line.verb for line in lines_of_audit[len(before["audit"]) :]}
    return found


@contextmanager
def _bolt_told() -> Iterator[list[str]]:
    """What Bolt caught that came out of our own listeners. Nobody else hears of what it says meanwhile."""
    told: list[str] = []

    class Listening(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.exc_info and (mistake := record.exc_info[1]):
                way = traceback.extract_tb(mistake.__traceback__)
                ours = [frame for frame in way if Path(frame.filename).is_relative_to(ROOT / "handlers")]
                told.extend(f"bolt: {mistake!r} {frame.filename}:{frame.lineno}" for frame in ours[-1:])

    bolt, listening = logging.getLogger("slack_bolt"), Listening()
    bolt.addHandler(listening)
    bolt.propagate = False
    try:
        yield told
    finally:
        bolt.propagate = True
        bolt.removeHandler(listening)


async def _rows(tx: Tx) -> dict[str, set[tuple[str, ...]]]:
    """Every row there is, but the keys of what was taken in and what the clock did meanwhile."""
    return {
        name: {tuple(map(repr, row)) for row in await tx.all(select(table))}
        for name, table in metadata.tables.items()
        if name not in ("inbox", "done")
    }


async def _send(scene: Scene, waiting: Iterator[Payload], found: Found) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", scene.running.port)
    for payload in waiting:
        writer.write(_request(scene.practice.signing_secret, payload))
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
        await reader.readexactly(int(length[15:]))
        found.statuses.append(int(head[9:12]))
    writer.close()
    await writer.wait_closed()


def _request(secret: str, payload: Payload) -> bytes:
    kind = "application/x-www-form-urlencoded"
    if payload.get("type") == "event_callback":
        kind, body = "application/json", json.dumps(payload).encode()
    elif "command" in payload:
        texts = {name: one if isinstance(one, str) else json.dumps(one) for name, one in payload.items()}
        body = urlencode(texts, errors="surrogatepass").encode()
    else:
        body = urlencode({"payload": json.dumps(payload)}).encode()
    stamp = str(int(machine_seconds()))
    head = (
        f"POST /slack/events HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
        f"X-Slack-Request-Timestamp: {stamp}\r\nX-Slack-Signature: {signed(secret, stamp, body)}\r\n\r\n"
    )
    return head.encode() + body

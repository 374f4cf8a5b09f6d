"""T1 over the wire: whatever Slack did not sign just now is turned away, runs nothing and leaves no byte."""

import random

import aiohttp
import pytest
from multidict import CIMultiDict

from chatbot.audit import audit
from chatbot.kit.clock import machine_seconds
from chatbot.kit.database import Tx
from chatbot.kit.inbox import inbox
from chatbot.people.store import people
from handlers.slack.gate import LARGEST, signed
from tests.fixtures.size import PROOF, quick_or_full
from tests.slack.doors.signing import at, posted
from tests.slack.scene import Scene

CANARY = "forged-canary-words"
STAMP, SIGNATURE = "X-Slack-Request-Timestamp", "X-Slack-Signature"
FAR = ("-301", "302", "-86400", "86400")
OFF = (*FAR, "", "soon", "-5", "1e9", "9" * 400, "1772463600.0", "\u0661")


def forged(turn: int, chance: random.Random, secret: str) -> tuple[bytes, list[tuple[str, str]]]:
    """A request that is nearly right: its kind goes round, its details are by chance."""
    body = f"command=/hearings&text={CANARY}+{chance.random()}&user_id=U07ANA5PKD&team_id=T".encode()
    now = str(int(machine_seconds()))
    right = signed(secret, now, body)
    off = chance.choice(OFF)
    stamp = str(int(now) + int(off)) if off in FAR else off
    changed = bytearray(body)
    bit = chance.randrange(len(body) * 8)
    changed[bit // 8] ^= 1 << bit % 8
    made_up = "v0=" + "".join(chance.choices("0123456789abcdef", k=64))
    kinds: list[tuple[bytes, list[tuple[str, str]]]] = [
        (body, [(STAMP, now), (SIGNATURE, made_up)]),
        (body, [(STAMP, stamp), (SIGNATURE, signed(secret, stamp, body))]),
        (body, [(SIGNATURE, right)]),
        (body, [(STAMP, now)]),
        (body, [(STAMP, now), (SIGNATURE, right), chance.choice([(STAMP, now), (SIGNATURE, right)])]),
        (bytes(changed), [(STAMP, now), (SIGNATURE, right)]),
        (body, [(STAMP, now), (SIGNATURE, signed(f"{secret}x", now, body))]),
        (body + b"x" * (LARGEST if turn % 80 == 7 else 1), [(STAMP, now), (SIGNATURE, right)]),
    ]
    return kinds[turn % len(kinds)]


async def rows(scene: Scene) -> list[int]:
    async def count(tx: Tx) -> list[int]:
        return [len(await tx.all(table.select())) for table in (audit, inbox, people)]

    return await scene.chatbot.database.run(count)


@PROOF
async def test_no_forged_or_stale_request_reaches_a_listener(
    over_http: Scene, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """T1. Control: the same words, signed, are answered."""
    caplog.set_level("DEBUG")
    chance, secret = random.Random(20261126), over_http.practice.signing_secret
    before = await rows(over_http)
    async with aiohttp.ClientSession() as session:
        for turn in range(quick_or_full(1_000, 10_000)):
            body, headers = forged(turn, chance, secret)
            many = CIMultiDict([*headers, ("content-type", "application/x-www-form-urlencoded")])
            async with session.post(at(over_http, "/slack/events"), data=body, headers=many) as answer:
                assert answer.status in (401, 413), (turn, answer.status)
                assert CANARY.encode() not in await answer.read()
    await over_http.running.app.work.settle()
    assert await rows(over_http) == before
    said = capfd.readouterr()
    assert CANARY not in said.out + said.err + caplog.text
    ana = over_http.someone("ana").id
    form = {"command": "/hearings", "text": CANARY, "user_id": ana, "team_id": over_http.practice.team_id}
    assert await posted(over_http, form) == 200

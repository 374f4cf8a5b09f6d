"""Slack's side of the wire: signed requests, and a client that costs so little that the bot is what is measured."""

import asyncio
import itertools
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlencode

from chatbot.kit.clock import machine_seconds
from handlers.slack.gate import signed
from tests.bench.stub import TEAM

TOKEN = "xoxb-bench"
SECRET = "bench-signing-secret"


@dataclass(frozen=True, kw_only=True, slots=True)
class Slack:
    """Makes the requests Slack would send; `answers` is where a `response_url` leads."""

    answers: str
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1), repr=False)

    def command(self, account: str, text: str = "") -> bytes:
        """`/hearings`, typed by someone."""
        number = next(self._numbers)
        return _request(
            {
                "token": "verification",
                "team_id": TEAM,
                "team_domain": "bench",
                "channel_id": "C0CARDS",
                "channel_name": "court",
                "user_id": account,
                "user_name": account.lower(),
                "command": "/hearings",
                "text": text,
                "api_app_id": "A0BENCH",
                "response_url": f"{self.answers}/{number}",
                "trigger_id": f"{number}.222.command",
            }
        )

    def claim(self, account: str, code: str) -> bytes:
        """A press of Claim on the card of this hearing."""
        number = next(self._numbers)
        press = {"action_id": "hearings.claim", "block_id": "b1", "type": "button", "value": code}
        body: dict[str, object] = {
            "type": "block_actions",
            "user": {"id": account, "username": account.lower(), "name": account.lower(), "team_id": TEAM},
            "api_app_id": "A0BENCH",
            "token": "verification",
            "container": {
                "type": "message",
                "message_ts": "1700000000.000100",
                "channel_id": "C0CARDS",
                "is_ephemeral": False,
            },
            "trigger_id": f"{number}.222.claim",
            "team": {"id": TEAM, "domain": "bench"},
            "enterprise": None,
            "is_enterprise_install": False,
            "channel": {"id": "C0CARDS", "name": "court"},
            "message": {"type": "message", "ts": "1700000000.000100", "text": "A hearing needs company.", "blocks": []},
            "state": {"values": {}},
            "response_url": f"{self.answers}/{number}",
            "actions": [{**press, "text": {"type": "plain_text", "text": "Claim"}, "action_ts": f"17{number:08d}.1"}],
        }
        return _request({"payload": json.dumps(body)})


def _request(form: dict[str, str]) -> bytes:
    body = urlencode(form).encode()
    timestamp = str(int(machine_seconds()))
    head = (
        "POST /slack/events HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nUser-Agent: Slackbot 1.0\r\n"
        f"X-Slack-Request-Timestamp: {timestamp}\r\nX-Slack-Signature: {signed(SECRET, timestamp, body)}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


class Line:
    """One open connection. `send` returns the body of the answer, and raises for any status but 200."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def to(cls, port: int) -> Self:
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def send(self, request: bytes) -> bytes:
        self._writer.write(request)
        head = await self._reader.readuntil(b"\r\n\r\n")
        length = next(
            (int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0
        )
        body = await self._reader.readexactly(length)
        if not head.startswith(b"HTTP/1.1 200"):
            raise OSError(f"answered {head[:12].decode()}")
        return body

    async def close(self) -> None:
        self._writer.close()
        await self._writer.wait_closed()

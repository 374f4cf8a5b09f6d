"""Requests as Slack signs them."""

import aiohttp

from chatbot.kit.clock import machine_seconds
from handlers.slack.gate import signed
from tests.slack.scene import Scene


def at(scene: Scene, path: str) -> str:
    return f"http://127.0.0.1:{scene.running.port}{path}"


async def posted(scene: Scene, form: dict[str, str]) -> int:
    """The status of a request that is signed as Slack does it."""
    return await sent(scene, aiohttp.FormData(form)()._value, "application/x-www-form-urlencoded")


async def sent(scene: Scene, body: bytes, kind: str) -> int:
    stamp = str(int(machine_seconds()))
    headers = {
        "content-type": kind,
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": signed(scene.practice.signing_secret, stamp, body),
    }
    async with (
        aiohttp.ClientSession() as session,
        session.post(at(scene, "/slack/events"), data=body, headers=headers) as answer,
    ):
        return answer.status

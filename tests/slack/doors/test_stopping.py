"""Told to stop, the bot finishes what it holds, and does not wait for what never ends."""

import asyncio

import pytest

from chatbot.hearings.service import Hearings
from handlers.practice.reading import text_of
from tests.slack.scene import Scene


async def test_a_press_under_way_is_answered_before_the_connection_is_closed(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, go_on = asyncio.Event(), asyncio.Event()
    listed = Hearings.listed

    async def slow(self: Hearings, *arguments: object, **named: object) -> object:
        began.set()
        await go_on.wait()
        return await listed(self, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Hearings, "listed", slow)
    typing = asyncio.create_task(scene.someone("ana").types("/hearings", channel="court-boston"))
    await began.wait()
    stopping = asyncio.create_task(scene.running.stop())
    await asyncio.wait((stopping,), timeout=0.1)
    go_on.set()
    await asyncio.gather(typing, stopping)
    assert "No hearings in the next 14 days" in text_of(scene.someone("ana").ephemerals("court-boston")[-1])


async def test_a_request_that_never_ends_does_not_hold_up_the_stop(scene: Scene) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", scene.running.port)
    writer.write(b"GET /healthz HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n")
    await writer.drain()
    async with asyncio.timeout(10):
        await scene.running.stop()
    writer.close()
    await writer.wait_closed()

"""The page's WebSocket: news out, what the person does in. The protocol is in docs/practice-protocol.md."""

import asyncio
import json
import logging
from collections.abc import Callable
from typing import Any

from aiohttp import WSMsgType, web

from handlers.practice.bulletin import News
from handlers.practice.network import JSON
from handlers.practice.page_requests import PageRequests
from handlers.practice.traffic import Entry

log = logging.getLogger(__name__)
Snapshot = Callable[[str], JSON]


class PageDoor:
    """One queue of frames a page, so that a slow page slows nobody else."""

    def __init__(self, requests: PageRequests, snapshot: Snapshot, settled: Callable[[str], JSON]) -> None:
        self._requests = requests
        self._snapshot = snapshot
        self._settled = settled
        self._pages: set[web.WebSocketResponse] = set()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        me = self._somebody(request.query.get("as", ""))
        socket = web.WebSocketResponse(heartbeat=20.0)
        await socket.prepare(request)
        self._pages.add(socket)
        frames: asyncio.Queue[JSON] = asyncio.Queue()
        frames.put_nowait({"type": "snapshot", **self._snapshot(me)})
        stop_listening = self._requests.bulletin.listen(lambda news: self._hear(news, me, frames))
        writer = asyncio.create_task(_write(socket, frames))
        doing: set[asyncio.Task[None]] = set()
        try:
            async for frame in socket:
                if frame.type is WSMsgType.TEXT:
                    task = asyncio.create_task(self._do(me, frame.data, frames.put_nowait))
                    doing.add(task)
                    task.add_done_callback(doing.discard)
        finally:
            stop_listening()
            self._pages.discard(socket)
            writer.cancel()
            await asyncio.gather(writer, *doing, return_exceptions=True)
        return socket

    async def close(self) -> None:
        for socket in list(self._pages):
            await socket.close()

    def _somebody(self, asked: str) -> str:
        """The person asked for; a page that names nobody, or someone who has gone, begins as the first of the list."""
        people = self._requests.desk.workspace.people
        here = [person.id for person in people.values() if not person.deleted and not person.is_bot]
        return asked if asked in here else here[0]

    def _hear(self, news: News, me: str, frames: "asyncio.Queue[JSON]") -> None:
        if news.to is not None and me not in news.to:
            return
        fields = {name: value.as_json() if isinstance(value, Entry) else value for name, value in news.fields.items()}
        if news.type in ("bot", "faults", "clock"):
            # These say only that something changed; what it is now is asked for here, once a page.
            fields = {news.type: self._settled(news.type)}
        frames.put_nowait({"type": news.type, **fields})

    async def _do(self, me: str, text: str, say: Callable[[JSON], None]) -> None:
        try:
            asked: Any = json.loads(text)
        except json.JSONDecodeError:
            asked = None
        if not isinstance(asked, dict):
            say({"type": "answer", "id": None, "ok": False, "error": "not_understood"})
            return
        try:
            answer = await self._requests.do(me, asked)
        except (KeyError, ValueError, TypeError) as problem:
            answer = {"ok": False, "error": "not_understood"}
            log.info("practice: the page asked for something odd: %s", type(problem).__name__)
        say({"type": "answer", "id": asked.get("id"), **answer})


async def _write(socket: web.WebSocketResponse, frames: "asyncio.Queue[JSON]") -> None:
    while True:
        frame = await frames.get()
        await socket.send_json(frame)

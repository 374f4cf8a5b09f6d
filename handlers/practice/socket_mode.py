"""Socket Mode: connections by ticket, an envelope to one of them, an acknowledgement by its id."""

import asyncio
import json
import uuid
from typing import Any

from aiohttp import WSMsgType, web

from handlers.practice.backstage import Backstage
from handlers.practice.deliver import NotDelivered, Parcel
from handlers.practice.network import JSON

MOST = 10
HOST = "applink-practice"
PING = 20.0


class SocketRoad:
    """Up to ten connections take turns; one that was told to go gets nothing more."""

    def __init__(self, slack: Backstage) -> None:
        self._slack = slack
        self._open: list[tuple[web.WebSocketResponse, asyncio.Transport | None]] = []
        self._awaited: dict[str, asyncio.Future[JSON]] = {}

    @property
    def connected(self) -> bool:
        return bool(self._open)

    @property
    def connections(self) -> int:
        return len(self._open)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        ticket = request.match_info["ticket"]
        if self._slack.faults.is_out or ticket not in self._slack.tickets:
            return web.Response(status=404)
        self._slack.tickets.discard(ticket)
        socket = web.WebSocketResponse(heartbeat=PING)
        await socket.prepare(request)
        if len(self._open) >= MOST:
            await socket.send_json(_goodbye("too_many_websockets"))
            await socket.close()
            return socket
        place = (socket, request.transport)
        self._open.append(place)
        await socket.send_json(self._hello())
        self._slack.bulletin.tell("bot")
        try:
            async for frame in socket:
                if frame.type is WSMsgType.TEXT:
                    self._acknowledged(frame.data)
        finally:
            self._leave(place)
        return socket

    async def send(self, parcel: Parcel) -> JSON:
        if not self._open:
            raise NotDelivered("connection_failed")
        place = self._open.pop(0)
        self._open.append(place)
        envelope_id = str(uuid.uuid4())
        future: asyncio.Future[JSON] = asyncio.get_running_loop().create_future()
        self._awaited[envelope_id] = future
        try:
            await place[0].send_json(_envelope(envelope_id, parcel))
            return await asyncio.wait_for(future, self._slack.patience)
        except TimeoutError:
            raise NotDelivered("timeout") from None
        except ConnectionError:
            self._leave(place)
            raise NotDelivered("connection_failed") from None
        finally:
            self._awaited.pop(envelope_id, None)

    async def disconnect(self, reason: str = "refresh_requested") -> None:
        """Slack's polite word before it closes; after a `warning` the connection still lives."""
        for socket, transport in list(self._open):
            await socket.send_json(_goodbye(reason))
            if reason != "warning":
                self._leave((socket, transport))

    def drop(self) -> None:
        """Every connection is gone without a word."""
        for place in list(self._open):
            self._leave(place)
            if place[1] is not None:
                place[1].abort()

    async def close(self) -> None:
        for socket, _ in list(self._open):
            await socket.close()

    def _acknowledged(self, text: str) -> None:
        try:
            answer: Any = json.loads(text)
        except json.JSONDecodeError:
            answer = None
        if not isinstance(answer, dict) or "envelope_id" not in answer:
            self._slack.complaints.add("socket", ["a frame that acknowledges nothing"])
            return
        future = self._awaited.get(answer["envelope_id"])
        # An acknowledgement that comes too late finds nobody waiting, as with Slack.
        if future is not None and not future.done():
            payload = answer.get("payload") or {}
            future.set_result(payload if isinstance(payload, dict) else {"text": str(payload)})

    def _leave(self, place: tuple[web.WebSocketResponse, asyncio.Transport | None]) -> None:
        if place in self._open:
            self._open.remove(place)
            self._slack.bulletin.tell("bot")

    def _hello(self) -> JSON:
        return {
            "type": "hello",
            "num_connections": len(self._open),
            "debug_info": {"host": HOST, "build_number": 1, "approximate_connection_time": 18060},
            "connection_info": {"app_id": self._slack.workspace.bot.app_id},
        }


def _goodbye(reason: str) -> JSON:
    return {"type": "disconnect", "reason": reason, "debug_info": {"host": HOST}}


def _envelope(envelope_id: str, parcel: Parcel) -> JSON:
    envelope: JSON = {
        "envelope_id": envelope_id,
        "payload": parcel.payload,
        "type": parcel.kind,
        "accepts_response_payload": parcel.may_answer,
    }
    if parcel.kind == "events_api":
        envelope["retry_attempt"] = parcel.retry.number if parcel.retry else 0
        envelope["retry_reason"] = parcel.retry.reason if parcel.retry else ""
    return envelope

"""What the page may ask for: each `do` of the protocol is one method here."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from handlers.practice.answers import Answer
from handlers.practice.backstage import Backstage
from handlers.practice.bulletin import Bulletin
from handlers.practice.desk import Desk, Surface
from handlers.practice.network import JSON
from handlers.practice.socket_mode import SocketRoad

GONE: JSON = {"ok": False, "error": "no_such_element"}


@dataclass(kw_only=True)
class PageRequests:
    """A request that names something the person cannot see is answered as if it were not there."""

    slack: Backstage
    desk: Desk
    sockets: SocketRoad
    reset: Callable[[], Awaitable[None]]

    @property
    def bulletin(self) -> Bulletin:
        return self.slack.bulletin

    async def do(self, me: str, asked: JSON) -> JSON:
        steps: dict[str, Callable[[str, JSON], Awaitable[JSON]]] = {
            "say": self._say, "press": self._press, "submit": self._submit, "close": self._close, "home": self._home,
            "messages_tab": self._messages_tab, "shortcut": self._shortcut, "suggest": self._suggest,
            "clock": self._clock, "faults": self._faults, "clear_traffic": self._clear_traffic, "reset": self._reset,
        }  # fmt: skip
        step = steps.get(str(asked.get("do")))
        return await step(me, asked) if step else {"ok": False, "error": "not_understood"}

    async def _say(self, me: str, asked: JSON) -> JSON:
        return _told(await self.desk.say(me, asked["channel"], str(asked["text"])))

    async def _press(self, me: str, asked: JSON) -> JSON:
        where = self._surface(me, asked["container"])
        if where is None:
            return GONE
        given = asked.get("state") or {}
        return _told(await self.desk.press(me, where, asked["block_id"], asked["action"], given))

    async def _submit(self, me: str, asked: JSON) -> JSON:
        return _told(await self.desk.submit(me, asked["view_id"], asked.get("state") or {}))

    async def _close(self, me: str, asked: JSON) -> JSON:
        return _told(await self.desk.close(me, asked["view_id"], everything=bool(asked.get("all"))))

    async def _home(self, me: str, _: JSON) -> JSON:
        return _told(await self.desk.open_tab(me, "home"))

    async def _messages_tab(self, me: str, _: JSON) -> JSON:
        return _told(await self.desk.open_tab(me, "messages"))

    async def _shortcut(self, me: str, asked: JSON) -> JSON:
        message = None
        if asked.get("ts"):
            message = self.desk.message(me, asked["channel"], asked["ts"])
            if message is None:
                return GONE
        return _told(await self.desk.shortcut(me, asked["callback_id"], message))

    async def _suggest(self, me: str, asked: JSON) -> JSON:
        kind = "view" if asked.get("view_id") else "message"
        where = self._surface(me, {**asked, "type": kind})
        if where is None:
            return GONE
        return _told(
            await self.desk.suggest(me, where, asked["block_id"], asked["action_id"], str(asked.get("value", "")))
        )

    async def _clock(self, _: str, asked: JSON) -> JSON:
        if "to" in asked:
            await self.slack.clock.move(datetime.fromtimestamp(float(asked["to"]), UTC))
        else:
            await self.slack.clock.move_by(timedelta(seconds=float(asked["by"])))
        return {"ok": True}

    async def _faults(self, _: str, asked: JSON) -> JSON:
        self.slack.faults.set_from(asked["faults"])
        connections = asked["faults"].get("connections")
        if connections == "drop":
            self.sockets.drop()
        elif connections in ("warning", "refresh_requested", "link_disabled"):
            await self.sockets.disconnect(connections)
        return {"ok": True}

    async def _clear_traffic(self, _: str, __: JSON) -> JSON:
        self.slack.traffic.clear()
        return {"ok": True}

    async def _reset(self, _: str, __: JSON) -> JSON:
        await self.reset()
        return {"ok": True}

    def _surface(self, me: str, container: JSON) -> Surface | None:
        if container["type"] == "view":
            return self.desk.view(me, container["view_id"])
        return self.desk.message(me, container["channel"], container["ts"])


def _told(answer: Answer) -> JSON:
    told: JSON = {"ok": answer.ok, **answer.more}
    if answer.error:
        told["error"] = answer.error
    if answer.errors:
        told["errors"] = dict(answer.errors)
    return told

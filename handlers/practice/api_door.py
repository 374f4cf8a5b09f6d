"""The Web API on the wire: bodies and headers, faults, and the record of each call."""

from aiohttp import web

from handlers.practice.api import Api, RateLimited
from handlers.practice.arguments import Arguments, read_arguments
from handlers.practice.backstage import Backstage
from handlers.practice.faults import Fault
from handlers.practice.ids import new_secret
from handlers.practice.methods import METHODS
from handlers.practice.network import JSON
from handlers.practice.refusal import ApiError


class ApiDoor:
    def __init__(self, slack: Backstage) -> None:
        self._slack = slack
        self._api = Api(slack)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        started = self._slack.machine.monotonic()
        name = request.match_info["method"]
        try:
            args = await read_arguments(request)
        except ApiError as refusal:
            return self._answer(name, {}, refusal.body(), started)
        if self._slack.faults.is_out:
            return self._reset(request, name, args, started)
        fault = self._slack.faults.next_for_call(name)
        if fault is not None:
            return await self._misbehave(fault, request, name, args, started)
        return self._perform(name, args, started)

    def _perform(self, name: str, args: Arguments, started: float) -> web.Response:
        try:
            return self._answer(name, args.given, self._api.call(name, args), started)
        except RateLimited as limit:
            return self._too_many(name, args, limit.retry_after, started)

    async def _misbehave(
        self, fault: Fault, request: web.Request, name: str, args: Arguments, started: float
    ) -> web.StreamResponse:
        match fault.kind:
            case "rate_limited":
                return self._too_many(name, args, int(fault.seconds), started)
            case "error_before":
                return self._broken(name, args, started)
            case "error_after":
                self._perform(name, args, started)
                return self._broken(name, args, started)
            case "reset_after":
                self._perform(name, args, started)
            case "hang":
                await self._slack.machine.sleep(fault.seconds)
            case "hang_after":
                self._perform(name, args, started)
                await self._slack.machine.sleep(fault.seconds)
            case "late_commit":
                self._slack.tasks.start(self._later(fault.seconds, name, args))
        return self._reset(request, name, args, started)

    async def _later(self, seconds: float, name: str, args: Arguments) -> None:
        await self._slack.machine.sleep(seconds)
        self._perform(name, args, self._slack.machine.monotonic())

    def _answer(self, name: str, given: JSON, body: JSON, started: float) -> web.Response:
        self._record(name, given, 200, body, started)
        method = METHODS.get(name)
        headers = {
            "x-slack-req-id": new_secret(16),
            "x-oauth-scopes": ",".join(sorted(self._slack.manifest.scopes)),
            "x-accepted-oauth-scopes": ",".join(method.scopes) if method else "",
        }
        return web.json_response(body, headers=headers)

    def _too_many(self, name: str, args: Arguments, retry_after: int, started: float) -> web.Response:
        body = {"ok": False, "error": "ratelimited"}
        self._record(name, args.given, 429, body, started)
        return web.json_response(body, status=429, headers={"Retry-After": str(retry_after)})

    def _broken(self, name: str, args: Arguments, started: float) -> web.Response:
        self._record(name, args.given, 500, {"ok": False, "error": "internal_error"}, started)
        return web.json_response({"ok": False, "error": "internal_error"}, status=500)

    def _reset(self, request: web.Request, name: str, args: Arguments, started: float) -> web.Response:
        """The caller learns nothing: the connection is gone before an answer."""
        self._record(name, args.given, "reset", None, started)
        if request.transport is not None:
            request.transport.abort()
        return web.Response(status=500)

    def _record(self, name: str, given: JSON, status: int | str, body: JSON | None, started: float) -> None:
        ms = (self._slack.machine.monotonic() - started) * 1000
        self._slack.traffic.record("in", name, status=status, ms=ms, body=given, answer=body)

"""`/hooks/<secret>`: what the bot says through a response URL, and what an acknowledgement says at once."""

import json
from dataclasses import replace

from aiohttp import web

from handlers.practice.backstage import Backstage
from handlers.practice.exchange import Exchange
from handlers.practice.furnishing import furnished
from handlers.practice.hooks import Hook
from handlers.practice.network import JSON
from handlers.practice.posts import Message
from handlers.practice.refusal import ApiError, explained
from handlers.practice.validation import problems_in_ack


class Hall:
    """Where an answer to one person becomes a message."""

    def __init__(self, slack: Backstage) -> None:
        self._slack = slack

    async def handle(self, request: web.Request) -> web.Response:
        started = self._slack.machine.monotonic()
        raw = await request.text()
        body: JSON = {}
        try:
            body = self._read(raw)
            hook = self._slack.hooks.use(request.match_info["secret"])
            self._check(body)
            self._apply(hook, body)
            status, answer = 200, {"ok": True}
        except ApiError as refusal:
            if refusal.error not in ("expired_url", "used_url", "invalid_url"):
                self._slack.complaints.add("response_url", [refusal.error])
            status = 404 if refusal.error in ("expired_url", "used_url", "invalid_url") else 400
            answer = refusal.body()
        ms = (self._slack.machine.monotonic() - started) * 1000
        self._slack.traffic.record("in", "response_url", status=status, ms=ms, body=body, answer=answer)
        return web.json_response(answer, status=status)

    def say(self, body: JSON, *, user: str, channel: str, exchange: Exchange) -> Message:
        """A new message: everyone's if the body says `in_channel`, else this person's alone."""
        message = Message(
            ts=self._slack.clock.stamp(),
            channel=channel,
            user=self._slack.workspace.bot.user_id,
            bot=True,
            only_for=None if body.get("response_type") == "in_channel" else user,
            text=body.get("text") or "",
            blocks=furnished(body.get("blocks") or []),
            attachments=body.get("attachments") or [],
            thread_ts=body.get("thread_ts"),
        )
        self._keep(message, exchange)
        return message

    def _apply(self, hook: Hook, body: JSON) -> None:
        channel = self._slack.workspace.channels[hook.channel]
        origin = self._slack.workspace.message(channel, hook.origin) if hook.origin else None
        if body.get("delete_original"):
            if origin is not None:
                self._slack.workspace.take_away(origin)
                hook.exchange.takes_back(origin.ts)
        elif body.get("replace_original") and origin is not None:
            changed = replace(
                origin,
                text=body.get("text") or "",
                blocks=furnished(body.get("blocks") or []),
                attachments=body.get("attachments") or [],
            )
            self._keep(changed, hook.exchange)
        else:
            self.say(body, user=hook.user, channel=hook.channel, exchange=hook.exchange)

    def _keep(self, message: Message, exchange: Exchange) -> None:
        # The exchange first: who hears of the message must find it there.
        exchange.says(message)
        self._slack.workspace.put(message)

    def _check(self, body: JSON) -> None:
        problems = problems_in_ack(body)
        self._slack.complaints.add("response_url", problems)
        if problems:
            raise explained("invalid_blocks", problems)

    @staticmethod
    def _read(raw: str) -> JSON:
        try:
            body = json.loads(raw)
        except json.JSONDecodeError:
            raise ApiError("invalid_payload") from None
        if not isinstance(body, dict):
            raise ApiError("invalid_payload")
        return body

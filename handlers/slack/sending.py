"""One call to Slack for one letter, and what its failure means."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, NamedTuple, TypeVar

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from chatbot.kit.clock import Clock
from chatbot.kit.letters import Letter
from chatbot.kit.outbox import Act
from chatbot.people.service import People
from handlers.slack.line import Line, LineDownError
from handlers.slack.press import Message, Upload
from handlers.slack.receipts import marked
from handlers.slack.uploading import hand_in, show

T = TypeVar("T")

POST, UPDATE, DELETE = "chat.postMessage", "chat.update", "chat.delete"

FOR_NOW = {"internal_error", "fatal_error", "service_unavailable", "request_timeout"}
"""Slack's own trouble: nobody knows whether the call was done."""

OF_THE_BOT = {"account_inactive", "invalid_auth", "not_authed", "team_added_to_org", "token_expired", "token_revoked"}
"""Refusals that every call would meet until the operator, or Slack, puts something right."""

OF_THE_CHANNEL = {
    "channel_not_found",
    "is_archived",
    "not_in_channel",
    "restricted_action",
    "restricted_action_read_only_channel",
    "restricted_action_thread_only_channel",
}
"""Refusals that every message to this channel would meet."""

OF_THE_MESSAGE = {"cant_update_message", "edit_window_closed", "message_not_found"}
"""Somebody deleted the message that was to be brought up to date."""


@dataclass
class NotSentError(Exception):
    """It did not arrive, and may be sent again: after `wait`, when Slack says how long."""

    code: str
    wait: timedelta | None = None


@dataclass
class HoldError(NotSentError):
    """The same, and nothing else of its kind should be tried before; `of_all` when nothing at all should."""

    of_all: bool = False


@dataclass
class MaybeSentError(Exception):
    """Nobody knows whether it arrived."""

    code: str


@dataclass
class RefusedError(Exception):
    """Slack will not take it, now or later."""

    code: str

    @property
    def by_channel(self) -> bool:
        """Nothing else can be posted there either."""
        return self.code in OF_THE_CHANNEL


class MessageGoneError(RefusedError):
    """What was to be brought up to date is not there any more."""


class NobodyThereError(RefusedError):
    """The person is not in Slack."""


class Sent(NamedTuple):
    """Where Slack says that a message stands."""

    channel: str | None = None
    ts: str | None = None


class Sending:
    """Sends letters, each with one call. Raises the errors above."""

    def __init__(self, client: AsyncWebClient, people: People, clock: Clock) -> None:
        self._client = client
        self._people = people
        self._line = Line(client, clock)

    @property
    def is_down(self) -> bool:
        """Whether Slack did not answer when it was asked last."""
        return self._line.is_down

    async def send(self, letter: Letter, message: Message) -> Sent:
        """Where the message stands that now says it; nothing for a picture, of which Slack does not tell it.

        What may be repeated is never in doubt when it fails.
        """
        if message.picture is not None and letter.channel is not None:
            await self._send_picture(letter, letter.channel, message.picture)
            return Sent()
        shown = list(message.blocks) if letter.may_repeat else marked(message, letter.id)
        body: dict[str, Any] = {"text": message.text, "blocks": shown}
        if letter.act is Act.UPDATE:
            await self._call(UPDATE, letter, channel=str(letter.channel), ts=str(letter.ts), **body)
            return Sent(letter.channel, letter.ts)
        # Slack takes a person's id for the conversation with them, and opens it when it must.
        channel = letter.channel or await self._account(letter)
        answer = await self._call(POST, letter, channel=channel, unfurl_links=False, unfurl_media=False, **body)
        return Sent(str(answer["channel"]), str(answer["ts"]))

    async def delete(self, letter: Letter) -> None:
        """Take the live message away; nothing happens when it never was posted."""
        if letter.ts is not None:
            await self._call(DELETE, letter, channel=str(letter.channel), ts=letter.ts)

    async def _account(self, letter: Letter) -> str:
        person = await self._people.by_id(team_id=letter.team_id, person_id=letter.person_id or 0)
        if person is None or person.account is None:
            raise NobodyThereError("no_account")
        return person.account

    async def _send_picture(self, letter: Letter, channel: str, picture: Upload) -> None:
        """Nobody sees a file that was only handed in; what may not happen twice is the word that it be shown."""
        file_id = await self._done(lambda: hand_in(self._client, picture), may_repeat=True)
        await self._done(lambda: show(self._client, picture, file_id, channel=channel), may_repeat=letter.may_repeat)

    async def _call(self, method: str, letter: Letter, **body: Any) -> Any:
        return await self._done(lambda: self._client.api_call(method, json=body), may_repeat=letter.may_repeat)

    async def _done(self, call: Callable[[], Awaitable[T]], *, may_repeat: bool) -> T:
        try:
            if not may_repeat:
                await self._line.must_stand()
            answer = await call()
        except LineDownError as down:
            raise HoldError(down.code, down.wait, of_all=True) from None
        except SlackApiError as fault:
            raise self._meaning(fault, may_repeat=may_repeat) from None
        except (aiohttp.ClientError, TimeoutError, OSError) as fault:
            code = "unreachable" if isinstance(fault, aiohttp.ClientConnectorError) else type(fault).__name__
            if may_repeat or code == "unreachable":
                raise self._held(code) from None
            self._line.broke()
            raise MaybeSentError(code) from None
        self._line.answered()
        return answer

    def _meaning(self, fault: SlackApiError, *, may_repeat: bool) -> Exception:
        response = fault.response
        status = getattr(response, "status_code", 200)
        data = response.data if isinstance(getattr(response, "data", None), dict) else {}
        code = str(data.get("error") or f"http {status}")[:64]
        if status == 429 or code in ("ratelimited", "rate_limited"):
            self._line.answered()
            return HoldError("ratelimited", timedelta(seconds=_seconds(response.headers.get("Retry-After"))))
        if status >= 500 or code in FOR_NOW:
            self._line.broke()
            return NotSentError(code) if may_repeat else MaybeSentError(code)
        self._line.answered()
        if code in OF_THE_BOT:
            return self._held(code)
        return MessageGoneError(code) if code in OF_THE_MESSAGE else RefusedError(code)

    def _held(self, code: str) -> HoldError:
        """Slack is left alone for a while."""
        return HoldError(code, self._line.down(code).wait, of_all=True)


def _seconds(after: object) -> float:
    """How long a 429 asks to wait; what is no number, such as the date of a proxy, counts as a minute."""
    text = str(after or "1")
    return float(text) if text.isdecimal() else 60.0

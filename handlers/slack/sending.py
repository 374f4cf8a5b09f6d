"""One call to Slack for one letter, and what its failure means."""

from dataclasses import dataclass
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from chatbot.kit.letters import Letter
from chatbot.kit.outbox import Act
from chatbot.people.service import People
from handlers.slack.pace import Pace
from handlers.slack.press import Message

POST, UPDATE, OPEN = "chat.postMessage", "chat.update", "conversations.open"

FOR_NOW = {"internal_error", "fatal_error", "service_unavailable", "request_timeout"}
"""Slack's own trouble: nobody knows whether the call was done."""

OF_THE_CHANNEL = {
    "channel_not_found",
    "is_archived",
    "not_in_channel",
    "restricted_action",
    "restricted_action_read_only_channel",
    "restricted_action_thread_only_channel",
}
"""Refusals that every message to this channel would meet."""

LONGEST_TURN = 20
"""Seconds a letter waits for its turn in our hands; with a longer wait before it, it goes back into the outbox."""


@dataclass
class NotSentError(Exception):
    """It did not arrive, and may be sent again: after so many seconds when Slack or the pace says so."""

    code: str
    seconds: float | None = None


@dataclass
class MaybeSentError(Exception):
    """Nobody knows whether it arrived."""

    code: str


@dataclass
class RefusedError(Exception):
    """Slack will not take it, now or later; nor anything else in this channel, when it is closed."""

    code: str

    @property
    def by_channel(self) -> bool:
        return self.code in OF_THE_CHANNEL


class Sending:
    """Sends letters at Slack's pace. Raises `NotSentError`, `MaybeSentError` or `RefusedError`."""

    def __init__(self, client: AsyncWebClient, people: People, pace: Pace) -> None:
        self._client = client
        self._people = people
        self._pace = pace
        self._direct: dict[str, str] = {}

    def stop(self) -> None:
        """What still waits for its turn goes back into the outbox; it was not sent and is not in doubt."""
        self._pace.end()

    async def send(self, letter: Letter, message: Message) -> str:
        """The `ts` of the message that now says it. An update may be repeated, so its failures are never in doubt."""
        body: dict[str, Any] = {"text": message.text, "blocks": list(message.blocks)}
        if letter.act is Act.UPDATE:
            place = {"channel": str(letter.channel), "ts": str(letter.ts)}
            await self._call(UPDATE, f"{letter.channel}:{letter.ts}", repeatable=True, **place, **body)
            return str(letter.ts)
        channel = letter.channel or await self._direct_channel(letter)
        answer = await self._call(
            POST, channel, repeatable=False, channel=channel, unfurl_links=False, unfurl_media=False, **body
        )
        return str(answer["ts"])

    async def _direct_channel(self, letter: Letter) -> str:
        """The conversation with a person, opened once."""
        if letter.conversation not in self._direct:
            person = await self._people.by_id(team_id=letter.team_id, person_id=letter.person_id or 0)
            if person is None or person.account is None:
                raise RefusedError("no_account")
            answer = await self._call(OPEN, OPEN, repeatable=True, users=person.account)
            self._direct[letter.conversation] = str(answer["channel"]["id"])
        return self._direct[letter.conversation]

    async def _call(self, method: str, place: str, *, repeatable: bool, **body: Any) -> Any:
        wait = self._pace.held(method)
        if wait > LONGEST_TURN:
            raise NotSentError("held", wait)
        if not await self._pace.turn(method, place):
            raise NotSentError("stopping")
        try:
            return await self._client.api_call(method, json=body)
        except SlackApiError as fault:
            raise self._meaning(method, fault, repeatable=repeatable) from None
        except aiohttp.ClientConnectorError:
            raise NotSentError("unreachable") from None
        except (aiohttp.ClientError, TimeoutError, OSError) as fault:
            code = type(fault).__name__
            raise (NotSentError(code) if repeatable else MaybeSentError(code)) from None

    def _meaning(self, method: str, fault: SlackApiError, *, repeatable: bool) -> Exception:
        response = fault.response
        status = getattr(response, "status_code", 200)
        data = response.data if isinstance(getattr(response, "data", None), dict) else {}
        code = str(data.get("error") or f"http {status}")[:64]
        if status == 429 or code in ("ratelimited", "rate_limited"):
            seconds = _seconds(response.headers.get("Retry-After"))
            self._pace.hold(method, seconds)
            return NotSentError("ratelimited", seconds)
        if status >= 500 or code in FOR_NOW:
            return NotSentError(code) if repeatable else MaybeSentError(code)
        return RefusedError(code)


def _seconds(after: object) -> float:
    """How long a 429 asks to wait; what is no number, such as the date of a proxy, counts as a minute."""
    text = str(after or "1")
    return float(text) if text.isdecimal() else 60.0

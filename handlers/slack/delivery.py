"""Delivering the outbox to Slack: in order per conversation, at Slack's pace, never blindly twice."""

import asyncio
from datetime import timedelta
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from chatbot.bootstrap import Chatbot
from chatbot.kit import letters
from chatbot.kit.letters import Letter
from chatbot.kit.outbox import Act, State
from handlers.slack.door import Drawing
from handlers.slack.errors import log, write_down
from handlers.slack.pace import Pace
from handlers.slack.press import Message
from handlers.slack.speech import Speech

AT_ONCE = 16
"""How many conversations are written to at the same time."""

LOOK_AGAIN = timedelta(seconds=5)
"""How often the outbox is looked at when nobody woke the delivery: another instance may have written to it."""

LONGEST_TURN = 20
"""Seconds a letter waits for its turn in our hands; with a longer wait before it, it goes back into the outbox."""

POST, UPDATE = "chat.postMessage", "chat.update"

FIRST_WAIT = timedelta(seconds=1)
LONGEST_WAIT = timedelta(minutes=2)

_FOR_NOW = {"internal_error", "fatal_error", "service_unavailable", "request_timeout", "team_added_to_org"}
"""Slack's own trouble: nobody knows whether the call was done."""


class Delivery:
    """Sends what the outbox holds. `retry_after` of a 429 is obeyed for the whole method."""

    def __init__(
        self, chatbot: Chatbot, client: AsyncWebClient, drawings: dict[str, Drawing], pace: Pace
    ) -> None:
        self._chatbot = chatbot
        self._database = chatbot.database
        self._client = client
        self._drawings = drawings
        self._pace = pace
        self._woken = asyncio.Event()
        self._sending: set[asyncio.Task[None]] = set()
        self._taking = asyncio.Lock()
        self._stopping = False
        self._loop: asyncio.Task[None] | None = None
        self._direct: dict[str, str] = {}

    async def start(self) -> None:
        """Settle what an earlier run left behind, and begin to deliver."""
        alone = not self._database.is_shared
        await self._database.run(lambda tx: letters.recover(tx, at_start=alone))
        self._chatbot.outbox.listen(self._woken.set)
        self._loop = asyncio.create_task(self._run(), name="delivery")

    async def stop(self) -> None:
        """Take no more letters and finish those that are being sent."""
        self._stopping = True
        self._woken.set()
        if self._loop is not None:
            await self._loop

    async def quiet(self) -> None:
        """Wait until no call to Slack is under way."""
        while self._sending:
            await asyncio.wait(set(self._sending))

    async def settle(self) -> None:
        """Wait until everything that is due has been sent."""
        while await self._round() or self._sending:
            await self.quiet()

    async def _run(self) -> None:
        while not self._stopping:
            self._woken.clear()
            if await self._safely_round() == 0 or len(self._sending) >= AT_ONCE:
                await self._rest()
        await self.quiet()

    async def _rest(self) -> None:
        try:
            await asyncio.wait_for(self._woken.wait(), timeout=LOOK_AGAIN.total_seconds())
        except TimeoutError:
            return

    async def _safely_round(self) -> int:
        try:
            return await self._round()
        except Exception as mistake:  # noqa: BLE001 - the delivery must outlive a database that is away for a moment
            write_down(mistake, "delivery")
            return 0

    async def _round(self) -> int:
        """Take what is due and begin to send it; returns how many letters were taken."""
        async with self._taking:
            return await self._take()

    async def _take(self) -> int:
        await self._database.run(letters.recover)
        free = AT_ONCE - len(self._sending)
        taken = await self._database.run(lambda tx: letters.take(tx, free)) if free else []
        for letter in taken:
            task = asyncio.create_task(self._deliver(letter))
            self._sending.add(task)
            task.add_done_callback(self._finished)
        return len(taken)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._sending.discard(task)
        self._woken.set()

    async def _deliver(self, letter: Letter) -> None:
        try:
            message = await self._draw(letter)
            if message is None or (letter.act is Act.UPDATE and letter.ts is None):
                await self._end(letter, State.DROPPED, "nothing to say")
                return
        except Exception as mistake:  # noqa: BLE001 - one message that cannot be drawn must not hold up the others
            await self._end(letter, State.FAILED, write_down(mistake, f"drawing {letter.view}"))
            return
        if (wait := self._pace.held(_method(letter))) > LONGEST_TURN:
            await self._put_back(letter, timedelta(seconds=wait), "held")
            return
        try:
            ts = await self._send(letter, message)
        except SlackApiError as fault:
            await self._refused(letter, fault)
        except aiohttp.ClientConnectorError:
            await self._again(letter, "unreachable")
        except (aiohttp.ClientError, TimeoutError, OSError) as fault:
            await self._unsure(letter, type(fault).__name__)
        else:
            await self._database.run(lambda tx: letters.sent(tx, letter, ts))

    async def _draw(self, letter: Letter) -> Message | None:
        if letter.person_id is None:
            language = (await self._chatbot.networks.get(letter.team_id)).language
        else:
            person = await self._chatbot.people.by_id(team_id=letter.team_id, person_id=letter.person_id)
            language = person.language if person else "en"
        speech = Speech(self._chatbot.catalogues.tongue(language))
        return await self._drawings[letter.view](letter, self._chatbot, speech)

    async def _send(self, letter: Letter, message: Message) -> str:
        body: dict[str, Any] = {"text": message.text, "blocks": list(message.blocks)}
        if letter.act is Act.UPDATE:
            await self._pace.turn(UPDATE, f"{letter.channel}:{letter.ts}")
            await self._client.chat_update(channel=str(letter.channel), ts=str(letter.ts), **body)
            return str(letter.ts)
        channel = letter.channel or await self._direct_channel(letter)
        await self._pace.turn(POST, channel)
        answer = await self._client.chat_postMessage(channel=channel, unfurl_links=False, unfurl_media=False, **body)
        return str(answer["ts"])

    async def _direct_channel(self, letter: Letter) -> str:
        """The conversation with a person, opened once."""
        if letter.conversation not in self._direct:
            person = await self._chatbot.people.by_id(team_id=letter.team_id, person_id=letter.person_id or 0)
            account = person.account if person else None
            await self._pace.turn("conversations.open", "conversations")
            answer = await self._client.conversations_open(users=[account or ""])
            self._direct[letter.conversation] = str(answer["channel"]["id"])
        return self._direct[letter.conversation]

    async def _refused(self, letter: Letter, fault: SlackApiError) -> None:
        response = fault.response
        status = getattr(response, "status_code", 200)
        data = response.data if hasattr(response, "data") and isinstance(response.data, dict) else {}
        code = str(data.get("error") or f"http {status}")
        if status == 429 or code in ("ratelimited", "rate_limited"):
            seconds = float(response.headers.get("Retry-After", 1))
            self._pace.hold(_method(letter), seconds)
            await self._put_back(letter, timedelta(seconds=seconds), "ratelimited")
        elif status >= 500 or code in _FOR_NOW:
            await self._unsure(letter, code)
        else:
            await self._end(letter, State.FAILED, code)

    async def _unsure(self, letter: Letter, fault: str) -> None:
        """An update may be repeated, the last state wins. A post may have arrived: it is never repeated blindly."""
        if letter.act is Act.UPDATE:
            await self._again(letter, fault)
        else:
            await self._end(letter, State.UNSURE, fault)

    async def _again(self, letter: Letter, fault: str) -> None:
        await self._put_back(letter, min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(letter.attempts, 7)), fault)

    async def _put_back(self, letter: Letter, wait: timedelta, fault: str) -> None:
        await self._database.run(lambda tx: letters.put_back(tx, letter, wait, fault[:64]))

    async def _end(self, letter: Letter, state: State, fault: str) -> None:
        if state is not State.DROPPED:
            log.error("not delivered", letter=letter.id, view=letter.view, state=state.value, code=fault[:64])
        await self._database.run(lambda tx: letters.end(tx, letter, state, fault[:64]))


def _method(letter: Letter) -> str:
    return UPDATE if letter.act is Act.UPDATE else POST

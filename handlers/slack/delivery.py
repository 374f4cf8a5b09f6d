"""Delivering the outbox to Slack: in order per conversation, at Slack's pace, never blindly twice."""

import asyncio
from collections.abc import Awaitable
from datetime import timedelta
from functools import partial
from typing import TypeVar

from slack_sdk.web.async_client import AsyncWebClient

from chatbot.bootstrap import Chatbot
from chatbot.kit import letters, pacing
from chatbot.kit.database import Tx
from chatbot.kit.letters import Letter
from chatbot.kit.outbox import Act, State
from chatbot.kit.pacing import Pace
from handlers.slack.door import Drawing
from handlers.slack.errors import log, write_down
from handlers.slack.press import Message
from handlers.slack.sending import (
    HoldError,
    MaybeSentError,
    MessageGoneError,
    NobodyThereError,
    NotSentError,
    RefusedError,
    Sending,
)
from handlers.slack.speech import Speech

T = TypeVar("T")

AT_ONCE = 16
"""How many conversations are written to at the same time; while Slack does not answer, one goes ahead."""

LOOK_AGAIN = timedelta(seconds=5)
"""How often the outbox is looked at when nobody woke the delivery: another instance may have written to it."""

BREATH = 0.05
"""Seconds after being woken: what is written in this time is taken together.

A lone change leaves that much later. Without it the first of several presses in this time leaves alone and the others
wait for the message's next second: with five presses in 40 ms the card was right after 1.3 s, with it after 0.3 s. The
CPU a press takes was the same.
"""

FIRST_WAIT = timedelta(seconds=1)
LONGEST_WAIT = timedelta(minutes=2)


class Delivery:
    """Sends what the outbox holds: each letter once, or it says that nobody knows."""

    def __init__(self, chatbot: Chatbot, client: AsyncWebClient, drawings: dict[str, Drawing], pace: Pace) -> None:
        self._chatbot = chatbot
        self._database = chatbot.database
        self._drawings = drawings
        self._pace = pace
        self._slack = Sending(client, chatbot.people, chatbot.clock)
        self._woken = asyncio.Event()
        self._sending: set[asyncio.Task[None]] = set()
        self._taking = asyncio.Lock()
        self._stopping = False
        self._left_behind = False
        self._loop: asyncio.Task[None] | None = None

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

    async def abandon(self) -> None:
        """Give up at once; what is still being sent is left to whoever settles what the dead leave behind."""
        tasks = [task for task in (self._loop, *self._sending) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def quiet(self) -> None:
        """Wait until no call to Slack is under way."""
        while self._sending:
            await asyncio.wait(set(self._sending))

    async def settle(self) -> None:
        """Wait until everything that may leave by now has been sent."""
        while await self._round() or self._sending:
            await self.quiet()

    async def _run(self) -> None:
        while not self._stopping:
            self._woken.clear()
            if not await self._guarded(self._round()) or len(self._sending) >= AT_ONCE:
                await self._rest()
        await self.quiet()

    async def _rest(self) -> None:
        patience = await self._guarded(self.next_wait()) or LOOK_AGAIN
        try:
            await asyncio.wait_for(self._woken.wait(), timeout=min(patience, LOOK_AGAIN).total_seconds())
        except TimeoutError:
            return
        if not self._stopping:
            await asyncio.sleep(BREATH)

    async def next_wait(self) -> timedelta | None:
        """How long until something that waits may be able to leave; None when nothing waits."""
        return await self._database.run(lambda tx: pacing.next_wait(tx, self._pace))

    async def _guarded(self, work: Awaitable[T]) -> T | None:
        """The delivery outlives a database that is away for a moment, and our own mistakes."""
        try:
            return await work
        except Exception as mistake:  # noqa: BLE001
            write_down(mistake, "delivery")
            return None

    async def _round(self) -> int:
        """Take what is due and begin to send it; returns how many letters were taken."""
        async with self._taking:
            return await self._take()

    async def _take(self) -> int:
        free = (1 if self._slack.is_down else AT_ONCE) - len(self._sending)
        settles = self._left_behind and not self._sending
        if free <= 0:
            return 0

        async def work(tx: Tx) -> list[Letter]:
            if self._database.is_shared or settles:
                await letters.recover(tx, at_start=not self._database.is_shared)
            return await letters.take(tx, free, self._pace)

        taken = await self._database.run(work)
        self._left_behind = self._left_behind and not settles
        for letter in taken:
            task = asyncio.create_task(self._carry(letter))
            self._sending.add(task)
            task.add_done_callback(self._finished)
        return len(taken)

    async def _carry(self, letter: Letter) -> None:
        """Deliver it; when even what became of it could not be written down, it is settled like one of the dead."""
        try:
            await self._deliver(letter)
        except Exception as mistake:  # noqa: BLE001 - the delivery goes on
            write_down(mistake, "delivery")
            self._left_behind = True

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._sending.discard(task)
        self._woken.set()

    async def _deliver(self, letter: Letter) -> None:
        if letter.act is Act.DELETE:
            await self._take_down(letter)
            return
        try:
            message = await self._draw(letter)
            if message is None or (letter.act is Act.UPDATE and letter.ts is None):
                await self._end(letter, State.DROPPED, "nothing to say")
                return
        except Exception as mistake:  # noqa: BLE001 - one message that cannot be drawn must not hold up the others
            reference = write_down(mistake, f"drawing {letter.view}")
            await self._end(letter, State.FAILED, f"{letters.MISTAKE} {reference}")
            return
        try:
            stands = await self._slack.send(letter, message)
        except NotSentError as fault:
            await self._put_back(letter, fault)
        except MaybeSentError as fault:
            self._complain(letter, State.UNSURE, fault.code)
            await self._database.run(partial(letters.unsure, letter=letter, fault=fault.code))
        except MessageGoneError as gone:
            await self._database.run(partial(letters.let_go, letter=letter, code=gone.code))
        except NobodyThereError as nobody:
            await self._end(letter, State.DROPPED, nobody.code)
        except RefusedError as fault:
            self._complain(letter, State.FAILED, fault.code)
            await self._database.run(
                partial(letters.refused, letter=letter, code=fault.code, by_channel=fault.by_channel)
            )
        else:
            await self._database.run(lambda tx: letters.sent(tx, letter, stands.ts, channel=stands.channel))

    async def _take_down(self, letter: Letter) -> None:
        """What Slack will not delete, now or ever, is let go: there is nobody to ask about it."""
        code = None
        try:
            await self._slack.delete(letter)
        except NotSentError as fault:
            await self._put_back(letter, fault)
            return
        except RefusedError as refused:
            code = refused.code
        await self._database.run(partial(letters.taken_down, letter=letter, code=code))

    async def _draw(self, letter: Letter) -> Message | None:
        if letter.person_id is None:
            language = (await self._chatbot.networks.get(letter.team_id)).language
        else:
            person = await self._chatbot.people.by_id(team_id=letter.team_id, person_id=letter.person_id)
            language = person.language if person else "en"
        speech = Speech(self._chatbot.catalogues.tongue(language))
        return await self._drawings[letter.view](letter, self._chatbot, speech)

    async def _put_back(self, letter: Letter, fault: NotSentError) -> None:
        wait = fault.wait or min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(letter.attempts, 7))

        async def work(tx: Tx) -> None:
            await letters.put_back(tx, letter, wait, fault.code)
            if isinstance(fault, HoldError):
                kind = pacing.EVERYTHING if fault.of_all else pacing.kind_of(letter.act)
                await pacing.hold(tx, team_id=letter.team_id, kind=kind, wait=wait, fault=fault.code)

        await self._database.run(work)

    async def _end(self, letter: Letter, state: State, fault: str) -> None:
        if state is not State.DROPPED:
            self._complain(letter, state, fault)
        await self._database.run(lambda tx: letters.end(tx, letter, state, fault[:64]))

    @staticmethod
    def _complain(letter: Letter, state: State, fault: str) -> None:
        log.error("not delivered", letter=letter.id, view=letter.view, state=state.value, code=fault[:64])

"""Slack is away for two hours, and everything that waited is out soon afterwards, as if nothing had been."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from sqlalchemy import select

from chatbot.bootstrap import Chatbot
from chatbot.kit.database import Tx
from chatbot.kit.letters import Letter
from chatbot.kit.outbox import State, outbox
from chatbot.kit.pacing import Pace
from chatbot.kit.sealed import Sealer
from handlers.practice.traffic import Entry
from handlers.slack.blocks import header
from handlers.slack.press import Message
from handlers.slack.sending import HoldError, Sending, Sent
from handlers.slack.speech import Speech
from tests.fixtures.database import ON_SQLITE, Hand
from tests.slack.delivering.town import Town, network_of, town

NO_TIME, SECOND = timedelta(0), timedelta(seconds=1)
OUTAGE = timedelta(hours=2)
SHORT = timedelta(minutes=2)
AFTERWARDS = timedelta(minutes=15)
CHANNELS, PEOPLE = 24, 26
MESSAGES = 500
ASKED_TO_WAIT = (17, 1, 45, 3, 30)
"""Seconds Slack asks for, each time in the midst of what has piled up."""


async def words(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    return Message(text="A word", blocks=(header("A word"),))


async def says(place: Town, messages: int) -> None:
    """So many words, to every channel and every person in turn."""
    team = place.practice.team_id
    people = [person.id for person in place.practice.people if person.id.startswith("U0000")]
    known = [await place.chatbot.people.of_account(account) for account in people]

    async def work(tx: Tx) -> None:
        for number in range(messages):
            turn = number % (CHANNELS + PEOPLE)
            if turn < CHANNELS:
                channel = f"C{turn:08d}"
                await place.chatbot.outbox.announce(
                    tx, team_id=team, channel=channel, view="test.words", ref=str(number), subjects=()
                )
            else:
                person = known[turn - CHANNELS]
                assert person is not None
                await place.chatbot.outbox.tell(tx, team_id=team, person_id=person.id, view="test.words")

    await place.chatbot.database.run(work)


async def passes(place: Town, *, until: datetime, stride: timedelta = NO_TIME) -> None:
    """Everyone works whenever something may leave, or after each `stride`, until nothing waits or so late it is.

    No clock ticks, since nothing else is to be said.
    """
    while place.hand.now < until:
        await place.work(ticks=())
        wait = await place.instances[0].delivery.next_wait()
        if wait is None:
            return
        place.move(min(max(wait, stride), until - place.hand.now))


def posts(place: Town) -> list[Entry]:
    return place.practice.traffic.calls("chat.postMessage")


def refusals(place: Town) -> list[float]:
    """When Slack asked to wait."""
    return [moment(entry) for entry in posts(place) if entry.status == 429]


def moment(entry: Entry) -> float:
    return round(entry.at, 3)


async def an_outage(
    place: Town, *, lasting: timedelta, messages: int, asked_to_wait: Sequence[int] = ASKED_TO_WAIT
) -> None:
    """No Slack while words pile up; then for a quarter of an hour it is there again, and asks to wait now and then."""
    place.practice.faults.outage()
    for _ in range(10):
        await says(place, messages // 10)
        until = place.hand.now + lasting / 10
        await passes(place, until=until, stride=lasting / 20)
    assert posts(place) == []
    place.practice.faults.outage_over()
    until = place.hand.now + AFTERWARDS
    for number, seconds in enumerate(asked_to_wait):
        place.practice.faults.plan("rate_limited", method="chat.postMessage", seconds=seconds)
        while len(refusals(place)) == number:
            await passes(place, until=place.hand.now + SECOND)
    await passes(place, until=until)


async def everything_is_out(place: Town, messages: int) -> None:
    rows = await place.rows(select(outbox.c.state))
    assert [row.state for row in rows] == [State.SENT] * messages
    assert sorted(place.copies().values()) == [1] * messages


def said(place: Town) -> Iterator[list[tuple[float, int]]]:
    """What the bot said in each conversation, as it stands there: when, and which letter it was."""
    for channel in place.conversations():
        yield [
            (float(message.ts), int(message.blocks[0]["block_id"].removeprefix("letter:")))
            for message in channel.messages
            if message.bot
        ]


def in_order(place: Town) -> None:
    for conversation in said(place):
        letters = [letter for _, letter in conversation]
        assert letters == sorted(letters), "out of order"


def one_a_second(place: Town) -> None:
    for conversation in said(place):
        for (earlier, _), (later, _) in pairwise(conversation):
            assert later - earlier > 0.999, "too fast"


def each_wait_is_kept(place: Town, asked_to_wait: Sequence[int] = ASKED_TO_WAIT) -> None:
    """After each 429 nothing is posted before its seconds are over, and then at once."""
    asked = refusals(place)
    assert len(asked) == len(asked_to_wait), "Slack's own limits were met"
    for at, seconds in zip(asked, asked_to_wait, strict=True):
        following = min(later for later in map(moment, posts(place)) if later > at)
        assert following == at + seconds, "a wait that was not kept"


async def test_after_two_hours_without_slack_everything_is_out_in_a_quarter_of_an_hour(
    database_url: str, hand: Hand, sealer: Sealer
) -> None:
    """T17"""
    crowd = network_of(CHANNELS, PEOPLE)
    drawings = {"test.words": words}
    async with town(
        database_url, hand, sealer, crowd, instances=2, paced=True, drawings=drawings, gives_up_after=60
    ) as place:
        await an_outage(place, lasting=OUTAGE, messages=MESSAGES)
        await everything_is_out(place, MESSAGES)
        in_order(place)
        one_a_second(place)
        each_wait_is_kept(place)
        assert list(place.practice.complaints) == []


class Impatient(Sending):
    """It tries again after a second, whatever Slack says."""

    async def send(self, letter: Letter, message: Message) -> Sent:
        try:
            return await super().send(letter, message)
        except HoldError as fault:
            raise HoldError(fault.code, min(fault.wait or SECOND, SECOND), of_all=fault.of_all) from None


@ON_SQLITE
async def test_control_a_sender_that_does_not_wait_as_told_is_found_out(
    database_url: str, hand: Hand, sealer: Sealer
) -> None:
    """T17"""
    crowd = network_of(CHANNELS, PEOPLE)
    drawings = {"test.words": words}
    async with town(database_url, hand, sealer, crowd, instances=1, paced=True, drawings=drawings) as place:
        for one in place.instances:
            one.delivery._slack = Impatient(one.delivery._slack._client, one.chatbot.people, one.chatbot.clock)
        await an_outage(place, lasting=SHORT, messages=100, asked_to_wait=[17])
        with pytest.raises(AssertionError, match="not kept"):
            each_wait_is_kept(place, [17])


@ON_SQLITE
async def test_control_a_sender_without_a_pace_is_found_out(database_url: str, hand: Hand, sealer: Sealer) -> None:
    """T17"""
    crowd = network_of(CHANNELS, PEOPLE)
    drawings = {"test.words": words}
    pace = Pace(same_place=timedelta(0), posts=10_000, updates=10_000)
    async with town(database_url, hand, sealer, crowd, instances=1, pace=pace, drawings=drawings) as place:
        await an_outage(place, lasting=SHORT, messages=100, asked_to_wait=[])
        in_order(place)
        with pytest.raises(AssertionError, match="too fast"):
            one_a_second(place)

"""Whatever Slack and the bot's own deaths do, every digest comes once, or somebody is asked about it."""

from collections import Counter
from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import select

from chatbot.kit.letters import Letter
from chatbot.kit.outbox import Act, State, outbox, posts
from chatbot.kit.sealed import Sealer
from chatbot.people.model import Person
from handlers.slack.press import Message
from handlers.slack.sending import MaybeSentError, NotSentError, Sending, Sent
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.size import PROOF, quick_or_full
from tests.slack.delivering.town import Town, network_of, town

CHANNELS = 200
SHARE = 0.3
"""Of Slack's answers that are faulty."""

DAYS = quick_or_full(1, 5)
PLAN = {"at": "11:00", "weekdays": tuple(map(str, range(7))), "zone": "America/New_York", "horizon": "7"}


async def rosa_of(place: Town) -> Person:
    rosa = await place.chatbot.people.of_account(place.practice.person("rosa").id)
    assert rosa is not None
    return rosa


async def digests_come(place: Town, *, channels: int, days: int, dice: Random | None) -> None:
    """So many days go by, each with a digest in every channel."""
    rosa = await rosa_of(place)
    for number in range(channels):
        await place.chatbot.digests.set(f"C{number:08d}", PLAN, by=rosa)
    for _ in range(days):
        place.move(place.hand.now.replace(hour=16, minute=0) - place.hand.now)
        await place.rest(dice)
        place.move(timedelta(hours=12))


async def found(place: Town) -> list[tuple[str, State, int]]:
    """Every digest that was to be said: which, what became of it, and how often it stands in Slack."""
    copies = place.copies()
    rows = await place.rows(
        select(outbox.c.id, outbox.c.state, posts.c.channel, posts.c.ref)
        .join(posts, posts.c.id == outbox.c.post_id)
        .where(outbox.c.act == Act.POST)
    )
    return [(f"{row.channel} {row.ref}", State(row.state), copies[row.id]) for row in rows]


def each_once_or_parked(digests: list[tuple[str, State, int]], *, expected: int) -> None:
    assert len(Counter(which for which, _, _ in digests)) == len(digests) == expected
    for which, state, copies in digests:
        assert state in (State.SENT, State.UNSURE), (which, state)
        assert copies == 1 or (state is State.UNSURE and copies == 0), (which, state, copies)


async def honest_answers(place: Town) -> int:
    """Rosa looks after each message she is asked about, and says what she sees; how many there were."""
    rosa, answered = await rosa_of(place), 0
    while asked := await place.chatbot.undelivered.open_questions(by=rosa):
        answered += len(asked)
        for one in asked:
            verb = (
                place.chatbot.undelivered.it_is_there
                if place.copies()[one.id]
                else place.chatbot.undelivered.send_again
            )
            await verb(one.id, one.attempts, by=rosa)
        await place.rest()
    return answered


@PROOF
async def test_every_digest_is_posted_once_or_somebody_is_asked(database_url: str, hand: Hand, sealer: Sealer) -> None:
    """T8"""
    async with town(database_url, hand, sealer, network_of(CHANNELS), instances=5) as place:
        place.practice.faults.storm(SHARE, seed=8)
        await digests_come(place, channels=CHANNELS, days=DAYS, dice=Random(8))
        digests = await found(place)
        each_once_or_parked(digests, expected=CHANNELS * DAYS)
        parked = [which for which, state, _ in digests if state is State.UNSURE]
        place.practice.faults.clear()
        assert await honest_answers(place) >= len(parked) > CHANNELS * DAYS * SHARE / 10
        assert {copies for _, _, copies in await found(place)} == {1}
        assert list(place.practice.complaints) == []


class PlainRetry(Sending):
    """What everyone writes first: when in doubt, send it again."""

    async def send(self, letter: Letter, message: Message) -> Sent:
        try:
            return await super().send(letter, message)
        except MaybeSentError as fault:
            raise NotSentError(fault.code) from None


@ON_SQLITE
async def test_control_a_sender_that_simply_tries_again_says_things_twice(
    database_url: str, hand: Hand, sealer: Sealer
) -> None:
    """T8"""
    async with town(database_url, hand, sealer, network_of(40), instances=1) as place:
        place.practice.faults.storm(SHARE, seed=8)
        for one in place.instances:
            one.delivery._slack = PlainRetry(one.delivery._slack._client, one.chatbot.people, one.chatbot.clock)
        await digests_come(place, channels=40, days=1, dice=None)
        with pytest.raises(AssertionError, match="2"):
            each_once_or_parked(await found(place), expected=40)

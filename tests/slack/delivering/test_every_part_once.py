"""A digest of several messages under storms and deaths: what one of them hands on is neither lost nor said twice."""

from collections import Counter
from datetime import timedelta
from random import Random

import pytest

from chatbot.digests.service import Digests
from chatbot.kit.clock import local_date
from chatbot.kit.sealed import Sealer
from handlers.practice.reading import text_of
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import EASTERN
from tests.fixtures.size import PROOF, quick_or_full
from tests.slack.delivering.test_every_digest_once import PLAN, honest_answers, rosa_of
from tests.slack.delivering.town import Town, network_of, town

HEARINGS = 45
CHANNELS = quick_or_full(2, 20)


async def long_digests_come(place: Town, channels: int, dice: Random | None) -> None:
    """One day with more hearings ahead than fit into a message, in so many channels."""
    rosa = await rosa_of(place)
    await place.chatbot.places.start(rosa.team_id)
    boston = (await place.chatbot.places.listed(rosa.team_id))[0]
    today = local_date(place.hand.now, EASTERN)
    for number in range(HEARINGS):
        typed = {"kind": "check_in", "alias": "M.R.", "place": str(boston.id), "start": "09:00", "companions": "1"}
        day = (today + timedelta(days=2 + number % 5)).isoformat()
        await place.chatbot.hearings.add({**typed, "day": day}, by=rosa)
    for number in range(channels):
        await place.chatbot.digests.set(f"C{number:08d}", PLAN, by=rosa)
    place.move(place.hand.now.replace(hour=16, minute=0) - place.hand.now)
    await place.rest(dice)


def lines(place: Town, channels: int) -> list[Counter[str]]:
    """How often each hearing stands in the messages of each channel, all of them together."""
    found = []
    for number in range(channels):
        said = messages(place, number)
        codes = [f"H{101 + hearing}" for hearing in range(HEARINGS)]
        found.append(Counter({code: sum(code in message for message in said) for code in codes}))
    return found


def messages(place: Town, channel: int) -> list[str]:
    return [text_of(one) for one in place.practice.channel(f"C{channel:08d}").messages if one.bot]


def each_once(place: Town, channels: int) -> None:
    for counted in lines(place, channels):
        assert set(counted.values()) == {1}, "lost or twice"


@PROOF
async def test_every_line_of_a_long_digest_stands_in_exactly_one_of_its_messages(
    database_url: str, hand: Hand, sealer: Sealer
) -> None:
    """T8"""
    async with town(database_url, hand, sealer, network_of(CHANNELS), instances=2) as place:
        place.practice.faults.storm(0.3, seed=4)
        await long_digests_come(place, CHANNELS, Random(4))
        place.practice.faults.clear()
        await honest_answers(place)
        each_once(place, CHANNELS)
        assert all(len(messages(place, channel)) > 1 for channel in range(CHANNELS))
        assert list(place.practice.complaints) == []


@ON_SQLITE
async def test_control_a_message_that_does_not_hand_on_loses_lines(
    database_url: str, hand: Hand, sealer: Sealer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """T8"""

    async def forgotten(*_: object) -> None:
        return None

    async with town(database_url, hand, sealer, network_of(1), instances=1) as place:
        monkeypatch.setattr(Digests, "carry_on", forgotten)
        await long_digests_come(place, 1, None)
        with pytest.raises(AssertionError, match="lost or twice"):
            each_once(place, 1)

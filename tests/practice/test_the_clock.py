import asyncio
from datetime import timedelta

import aiohttp
import pytest
from slack_sdk.web.async_client import AsyncWebClient

from handlers.practice import Practice


class Follower:
    """A program that lives by the practice clock."""

    def __init__(self, practice: Practice, session: aiohttp.ClientSession) -> None:
        self.address = f"{practice.url}/practice/clock"
        self.session = session
        self.offsets: list[float] = []
        self.began = asyncio.Event()

    async def follow(self) -> None:
        seen = ""
        while True:
            async with self.session.get(self.address, params={"seen": seen}) as answer:
                told = await answer.json()
            self.offsets.append(told["offset"])
            seen = str(told["version"])
            self.began.set()


async def test_the_clock_moves_in_strides_and_waits_for_its_followers(practice: Practice) -> None:
    async with aiohttp.ClientSession() as session:
        follower = Follower(practice, session)
        following = asyncio.create_task(follower.follow())
        await follower.began.wait()
        await practice.move_clock(by=timedelta(hours=2, minutes=30))
        assert [round(offset) for offset in follower.offsets] == [0, 3600, 7200, 9000]
        following.cancel()


async def test_the_clock_does_not_go_back(practice: Practice) -> None:
    with pytest.raises(ValueError, match="forward"):
        await practice.move_clock(by=timedelta(seconds=-1))


async def test_messages_are_stamped_by_the_practice_clock(practice: Practice, client: AsyncWebClient) -> None:
    await practice.move_clock(by=timedelta(days=3))
    stamps = [(await client.chat_postMessage(channel="C07GENERAL", text="x"))["ts"] for _ in range(20)]
    assert stamps == sorted(set(stamps))
    assert abs(float(stamps[0]) - practice.now().timestamp()) < timedelta(minutes=1).total_seconds()

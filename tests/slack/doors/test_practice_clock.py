"""Whose clock the bot follows: a practice workspace's on this machine, and nobody else's."""

from datetime import timedelta

import pytest
from aiohttp import web

from chatbot.kit.clock import Clock
from handlers.slack.practice_clock import PracticeClock, is_desk
from tests.fixtures.site import served
from tests.slack.scene import Scene


@pytest.mark.parametrize(
    "url", ["https://slack.com/api/", "https://127.0.0.1.example.org/api/", "http://10.0.0.5/api/"]
)
def test_no_slack_elsewhere_says_what_time_it_is(url: str) -> None:
    assert not is_desk(url)


@pytest.mark.parametrize("url", ["http://127.0.0.1:8765/api/", "http://localhost/api/", "http://[::1]:9/api/"])
def test_a_slack_on_this_machine_may(url: str) -> None:
    assert is_desk(url)


async def test_the_bot_lives_by_the_practice_clock(scene: Scene) -> None:
    before = scene.chatbot.clock.now()
    await scene.practice.move_clock(by=timedelta(hours=30))
    assert scene.chatbot.clock.now() - before >= timedelta(hours=30)


@pytest.mark.parametrize("answer", ["", "[]", '{"version": "x"}', "<html>", "404"])
async def test_a_slack_without_such_a_clock_is_left_alone(answer: str) -> None:
    async def told(_: web.Request) -> web.Response:
        status = 404 if answer == "404" else 200
        return web.Response(text=answer, status=status, content_type="application/json")

    site = web.Application()
    site.router.add_get("/practice/clock", told)
    async with served(site) as address:
        clock = Clock(lambda: 0.0)
        follower = PracticeClock(f"{address}/api/", clock, _nothing)
        await follower.start()
        await follower.stop()
        assert clock.now().timestamp() == 0


async def _nothing() -> None:
    return None

"""The calendar behind its secret address, as a program and as a telephone meet it."""

import aiohttp
from icalendar import Calendar

from tests.slack.scene import Scene
from tests.web.addresses import of_calendar


async def test_a_program_follows_the_address_and_a_telephone_takes_it(
    scene: Scene, visitor: aiohttp.ClientSession
) -> None:
    url = await of_calendar(scene)
    async with visitor.get(f"{url}.ics") as answer:
        assert answer.status == 200
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        assert answer.headers["Cache-Control"] == "no-store"
        events = Calendar.from_ical(await answer.text()).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == ["H101"]
    async with visitor.get(url) as answer:
        page = await answer.text()
    assert f'href="webcal://{url.partition("://")[2]}.ics"' in page
    assert "<script" not in page


async def test_an_unknown_address_is_nothing_and_asking_too_often_has_to_wait(
    scene: Scene, visitor: aiohttp.ClientSession
) -> None:
    url = await of_calendar(scene)
    for wrong in (f"{url}x.ics", f"{url}x", url.rsplit("/", 1)[0] + "/x.ics"):
        async with visitor.get(wrong) as answer:
            assert answer.status == 404
    statuses = set()
    for _ in range(70):
        async with visitor.get(f"{url}.ics") as answer:
            statuses.add(answer.status)
            wait = answer.headers.get("Retry-After")
    assert statuses == {200, 429}
    assert wait
    assert int(wait) > 0
    for _ in range(40):
        async with visitor.get(f"{url}x.ics") as answer:
            status = answer.status
    assert status == 429

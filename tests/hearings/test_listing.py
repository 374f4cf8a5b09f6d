"""What is coming up: which hearings are listed, in which order, and how many at once."""

from typing import Any

import pytest

from chatbot.hearings.model import Filter, Kind, Page
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import SmallNetwork


async def listed(network: SmallNetwork, page: int = 1, **wanted: Any) -> Page:
    return await network.chatbot.hearings.listed(Filter(**wanted), page=page, by=network.ana)


async def aliases(network: SmallNetwork, **wanted: Any) -> list[str]:
    return [hearing.alias for hearing in (await listed(network, **wanted)).hearings]


async def test_hearings_stand_in_the_order_they_happen_and_those_without_a_date_last(network: SmallNetwork) -> None:
    for alias, day, start in (
        ("no date", "", ""),
        ("in two days, hour unknown", network.day(2), ""),
        ("in two days at nine", network.day(2), "09:00"),
        ("in two days at eight", network.day(2), "08:00"),
        ("today", network.day(0), "11:00"),
    ):
        await network.add_hearing(alias=alias, day=day, start=start)
    assert await aliases(network) == [
        "today",
        "in two days at eight",
        "in two days at nine",
        "in two days, hour unknown",
        "no date",
    ]


async def test_what_is_over_or_cancelled_or_far_away_is_left_out(network: SmallNetwork, hand: Hand) -> None:
    await network.add_hearing(alias="over", day=network.day(0), start="11:00")
    await network.add_hearing(alias="going on", day=network.day(0), start="13:00")
    await network.add_hearing(alias="long", day=network.day(0), start="11:00", end="18:00")
    await network.add_hearing(alias="far away", day=network.day(14))
    await network.add_hearing(alias="the last day", day=network.day(13))
    cancelled = await network.add_hearing(alias="cancelled")
    await network.chatbot.hearings.cancel(cancelled.code, reason="Continued.", by=network.coordinator)
    hand.move(hours=4)
    assert await aliases(network) == ["long", "going on", "the last day"]


async def test_today_is_the_day_in_the_networks_zone(network: SmallNetwork, hand: Hand) -> None:
    await network.add_hearing(alias="tomorrow", day=network.day(1), start="")
    hand.move(hours=13)
    assert await aliases(network, days=1) == []
    hand.move(hours=2)
    assert await aliases(network, days=1) == ["tomorrow"]


async def test_the_list_can_be_narrowed(network: SmallNetwork) -> None:
    there = str(network.chelmsford.id)
    first = await network.add_hearing(alias="full", companions="1")
    await network.add_hearing(alias="there", place=there)
    await network.add_hearing(alias="bond", kind="bond")
    await network.add_hearing(alias="no date", day="", start="")
    await network.chatbot.hearings.claim(first.code, by=network.ana)
    assert await aliases(network, open=True) == ["there", "bond", "no date"]
    assert await aliases(network, mine=True) == ["full"]
    assert await aliases(network, kind=Kind.BOND) == ["bond"]
    assert await aliases(network, place_ids=(network.chelmsford.id,)) == ["there"]
    assert await aliases(network, days=1) == []
    assert await aliases(network, kind=Kind.BOND, mine=True) == []


async def test_mine_holds_what_i_wait_for_and_nothing_i_released(network: SmallNetwork) -> None:
    waited, released = [await network.add_hearing(alias=alias, companions="1") for alias in ("waits", "released")]
    await network.chatbot.hearings.claim(waited.code, by=network.ben)
    await network.chatbot.hearings.claim(waited.code, by=network.ana)
    await network.chatbot.hearings.claim(released.code, by=network.ana)
    await network.chatbot.hearings.release(released.code, by=network.ana)
    assert await aliases(network, mine=True) == ["waits"]


@ON_SQLITE
async def test_a_page_holds_six_and_a_page_beyond_the_last_is_the_last(network: SmallNetwork) -> None:
    for number in range(8):
        await network.add_hearing(alias=f"{number}")
    first, second, beyond, before = [await listed(network, page=page) for page in (1, 2, 9, 0)]
    assert [hearing.alias for hearing in first.hearings] == ["0", "1", "2", "3", "4", "5"]
    assert [hearing.alias for hearing in second.hearings] == ["6", "7"]
    assert (first.total, first.number, first.pages) == (8, 1, 2)
    assert (beyond, before) == (second, first)


@ON_SQLITE
async def test_an_empty_list_is_one_empty_page(network: SmallNetwork) -> None:
    assert await listed(network) == Page(hearings=(), total=0, number=1, pages=1)


@pytest.mark.parametrize("open_only", [True, False])
@ON_SQLITE
async def test_another_workspaces_hearings_are_not_listed(network: SmallNetwork, *, open_only: bool) -> None:
    """T11"""
    elsewhere = await SmallNetwork.of(network.chatbot, team="T2")
    await elsewhere.add_hearing()
    assert await aliases(network, open=open_only) == []

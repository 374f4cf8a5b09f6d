"""Digests of channels: set by coordinators, sent by the clock, once a local date."""

import asyncio
from datetime import date

import pytest
from sqlalchemy import select

from chatbot.bootstrap import Chatbot
from chatbot.digests.store import digest_runs
from chatbot.kit.outbox import posts
from chatbot.kit.refusal import Invalid
from chatbot.people.refusals import NotAllowed
from tests.fixtures.database import ON_POSTGRESQL, ON_SQLITE, Hand
from tests.fixtures.network import SmallNetwork

DAILY = {"at": "11:00", "weekdays": tuple("0123456"), "zone": "America/New_York", "horizon": "7"}


async def dates(network: SmallNetwork) -> list[str]:
    """The local dates for which a digest was put into a channel."""
    rows = await network.rows(select(posts).where(posts.c.view == "digests.daily").order_by(posts.c.id))
    return [row.ref.split(":")[1] for row in rows]


async def test_a_digest_comes_once_however_often_the_clock_ticks(network: SmallNetwork, hand: Hand) -> None:
    await network.chatbot.digests.set("C1", DAILY, by=network.coordinator)
    assert await network.chatbot.digests.send_due() == 0
    hand.move(hours=1)
    for _ in range(3):
        await network.chatbot.schedule.tick()
    assert await dates(network) == ["2026-03-02"]


async def test_a_clock_set_back_or_forward_brings_no_second_digest(network: SmallNetwork, hand: Hand) -> None:
    """T16"""
    await network.chatbot.digests.set("C1", DAILY, by=network.coordinator)
    for hours in (1, -1, 1, 24, -24, 25):
        hand.move(hours=hours)
        await network.chatbot.digests.send_due()
    assert await dates(network) == ["2026-03-02", "2026-03-03"]


async def test_after_a_long_silence_what_is_older_than_three_hours_is_skipped(
    network: SmallNetwork, hand: Hand
) -> None:
    await network.chatbot.digests.set("C1", DAILY, by=network.coordinator)
    hand.move(days=3, hours=4, minutes=1)
    assert await network.chatbot.digests.send_due() == 0
    hand.move(hours=21)
    assert await network.chatbot.digests.send_due() == 1
    assert await dates(network) == ["2026-03-06"]
    skipped = await network.rows(select(digest_runs.c.day).where(digest_runs.c.sent == 0).order_by(digest_runs.c.day))
    assert [row.day for row in skipped] == [date(2026, 3, 4), date(2026, 3, 5)]


@ON_SQLITE
async def test_a_digest_set_after_its_hour_begins_tomorrow(network: SmallNetwork, hand: Hand) -> None:
    await network.chatbot.digests.set("C1", {**DAILY, "at": "09:00"}, by=network.coordinator)
    await network.chatbot.digests.send_due()
    hand.move(hours=23)
    await network.chatbot.digests.send_due()
    assert await dates(network) == ["2026-03-03"]


@ON_SQLITE
async def test_a_digest_moved_to_a_later_hour_does_not_come_twice_on_that_day(
    network: SmallNetwork, hand: Hand
) -> None:
    await network.chatbot.digests.set("C1", DAILY, by=network.coordinator)
    for at in ("12:30", "14:00"):
        hand.move(hours=1, minutes=15)
        await network.chatbot.digests.send_due()
        await network.chatbot.digests.set("C1", {**DAILY, "at": at}, by=network.coordinator)
    hand.move(hours=8)
    await network.chatbot.digests.send_due()
    assert await dates(network) == ["2026-03-02"]


@ON_SQLITE
async def test_every_channel_has_its_own_digest(network: SmallNetwork, hand: Hand) -> None:
    for number in range(30):
        await network.chatbot.digests.set(f"C{number}", DAILY, by=network.coordinator)
    hand.move(hours=1)
    assert await network.chatbot.digests.send_due() == 30
    assert {letter.channel for letter in await network.delivered()} == {f"C{number}" for number in range(30)}


@ON_POSTGRESQL
async def test_two_instances_send_one_digest(network: SmallNetwork, other_instance: Chatbot, hand: Hand) -> None:
    """T8, T16"""
    for number in range(5):
        await network.chatbot.digests.set(f"C{number}", DAILY, by=network.coordinator)
    for _ in range(3):
        hand.move(days=1, hours=1)
        ticks = [one.digests.send_due() for one in (network.chatbot, other_instance) for _ in range(3)]
        assert sum(await asyncio.gather(*ticks)) == 5
        hand.move(hours=-1)
    assert len(await dates(network)) == 15


async def test_a_digest_follows_what_it_lists(network: SmallNetwork, hand: Hand) -> None:
    hearing = await network.add_hearing(companions="1")
    await network.add_hearing(day=network.day(20))
    digest = await network.chatbot.digests.set("C1", DAILY, by=network.coordinator)
    hand.move(hours=1)
    await network.chatbot.digests.send_due()
    await network.delivered()
    await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    assert sorted(letter.view for letter in await network.delivered()) == ["digests.daily", "hearings.card"]
    content = await network.chatbot.digests.drawn(digest.id, date(2026, 3, 2), team_id="T1")
    assert content is not None
    assert [hearing.code for hearing in content.sections["hearings"]] == ["H101"]  # type: ignore[attr-defined]
    assert await network.chatbot.digests.drawn(digest.id, date(2026, 3, 2), team_id="T2") is None


async def test_a_digest_that_was_stopped_comes_no_more(network: SmallNetwork, hand: Hand) -> None:
    await network.chatbot.digests.set("C1", DAILY, by=network.coordinator)
    assert await network.chatbot.digests.stop("C1", by=network.coordinator)
    assert not await network.chatbot.digests.stop("C1", by=network.coordinator)
    hand.move(hours=1)
    assert await network.chatbot.digests.send_due() == 0
    assert await network.chatbot.digests.of_channel("C1", by=network.ana) is None


@ON_SQLITE
async def test_a_preview_shows_what_would_be_said(network: SmallNetwork) -> None:
    digest = await network.chatbot.digests.set("C1", DAILY, by=network.coordinator)
    assert (await network.chatbot.digests.preview(digest.plan, by=network.coordinator)).is_empty
    await network.add_hearing(day="", start="")
    assert not (await network.chatbot.digests.preview(digest.plan, by=network.coordinator)).is_empty


@ON_SQLITE
async def test_only_coordinators_set_and_stop_digests(network: SmallNetwork) -> None:
    with pytest.raises(NotAllowed):
        await network.chatbot.digests.set("C1", DAILY, by=network.lead)
    with pytest.raises(NotAllowed):
        await network.chatbot.digests.stop("C1", by=network.lead)


@ON_SQLITE
@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"at": ""}, "at"),
        ({"at": "25:00"}, "at"),
        ({"at": "07:00Z"}, "at"),
        ({"weekdays": ()}, "weekdays"),
        ({"weekdays": ("7",)}, "weekdays"),
        ({"zone": "Mars/Olympus"}, "zone"),
        ({"horizon": "0"}, "horizon"),
        ({"horizon": "31"}, "horizon"),
    ],
)
async def test_what_cannot_be_taken_is_said_at_its_input(
    network: SmallNetwork, change: dict[str, object], field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        await network.chatbot.digests.set("C1", {**DAILY, **change}, by=network.coordinator)
    assert list(refused.value.problems) == [field]


async def test_yesterdays_digest_follows_no_more_once_todays_has_come(network: SmallNetwork, hand: Hand) -> None:
    """Or one claim would redraw the digests of a fortnight."""
    await network.add_hearing(day="2026-03-08")
    await network.chatbot.digests.set("C1", DAILY, by=network.coordinator)
    hand.move(hours=1)
    for _ in range(3):
        await network.chatbot.digests.send_due()
        hand.move(days=1)
    assert len(await dates(network)) == 3
    await network.delivered()
    await network.chatbot.hearings.claim("H101", by=network.ana)
    assert (await network.said()).count("update digests.daily") == 1

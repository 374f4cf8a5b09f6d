"""Digests of channels: set by coordinators, sent by the clock, once a local date."""

import asyncio
from datetime import date

import pytest
from sqlalchemy import select

from chatbot.bootstrap import Chatbot
from chatbot.digests.refusals import NoSuchDigest, TooManyDigests
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
    skipped = await network.rows(select(digest_runs.c.day).where(digest_runs.c.outcome == "late"))
    assert sorted(row.day for row in skipped) == [date(2026, 3, day) for day in range(2, 6)]


async def test_the_next_digest_says_once_what_was_skipped(network: SmallNetwork, hand: Hand) -> None:
    digest = await network.chatbot.digests.set("C1", DAILY, by=network.coordinator)
    hand.move(days=1, hours=5)
    assert await network.chatbot.digests.send_due() == 0
    for _ in range(2):
        hand.move(hours=24 - 4)
        assert await network.chatbot.digests.send_due() == 1
        hand.move(hours=4)
    said = [await network.chatbot.digests.drawn(digest.id, date(2026, 3, day), team_id="T1") for day in (4, 5)]
    assert [one.missed for one in said if one] == [(date(2026, 3, 2), date(2026, 3, 3)), ()]


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
    digest = await network.chatbot.digests.set("C1", DAILY, by=network.coordinator)
    for at in ("12:30", "14:00"):
        hand.move(hours=1, minutes=15)
        await network.chatbot.digests.send_due()
        await network.chatbot.digests.set("C1", {**DAILY, "at": at}, by=network.coordinator, digest_id=digest.id)
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
    digest = await network.chatbot.digests.set("C1", DAILY, by=network.coordinator)
    await network.chatbot.digests.stop(digest.id, by=network.coordinator)
    with pytest.raises(NoSuchDigest):
        await network.chatbot.digests.stop(digest.id, by=network.coordinator)
    hand.move(hours=1)
    assert await network.chatbot.digests.send_due() == 0
    assert await network.chatbot.digests.of_channel("C1", by=network.ana) == []


@ON_SQLITE
async def test_a_digest_stopped_and_set_up_anew_comes_no_second_time_that_day(
    network: SmallNetwork, hand: Hand
) -> None:
    digest = await network.chatbot.digests.set("C1", DAILY, by=network.coordinator)
    hand.move(hours=1)
    await network.chatbot.digests.send_due()
    await network.chatbot.digests.stop(digest.id, by=network.coordinator)
    await network.chatbot.digests.set("C1", {**DAILY, "at": "15:00"}, by=network.coordinator)
    for _ in range(2):
        hand.move(hours=4)
        await network.chatbot.digests.send_due()
    assert await dates(network) == ["2026-03-02"]
    hand.move(hours=20)
    await network.chatbot.digests.send_due()
    assert await dates(network) == ["2026-03-02", "2026-03-03"]


@ON_SQLITE
async def test_a_paused_digest_rests_and_comes_again_without_what_it_left_out(
    network: SmallNetwork, hand: Hand
) -> None:
    digest = await network.chatbot.digests.set("C1", DAILY, by=network.coordinator)
    assert (await network.chatbot.digests.pause(digest.id, by=network.coordinator)).paused
    hand.move(hours=2)
    assert await network.chatbot.digests.send_due() == 0
    assert not (await network.chatbot.digests.resume(digest.id, by=network.coordinator)).paused
    assert await network.chatbot.digests.send_due() == 0
    hand.move(hours=23)
    assert await network.chatbot.digests.send_due() == 1
    drawn = await network.chatbot.digests.drawn(digest.id, date(2026, 3, 3), team_id="T1")
    assert drawn is not None
    assert drawn.missed == ()


@ON_SQLITE
async def test_a_channel_has_several_digests_each_with_its_own_filters(network: SmallNetwork, hand: Hand) -> None:
    await network.add_hearing(kind="check_in", languages="Spanish, Mam")
    await network.add_hearing(kind="bond", place=str(network.chelmsford.id), languages="Portuguese")
    asked: list[dict[str, object]] = [
        {},
        {"kinds": ("hearings:bond",)},
        {"places": (str(network.boston.id),)},
        {"languages": "mam, Haitian Creole"},
        {"sections": ("bonds",)},
    ]
    for changes in asked:
        await network.chatbot.digests.set("C1", {**DAILY, **changes}, by=network.coordinator)
    with pytest.raises(TooManyDigests):
        await network.chatbot.digests.set("C1", DAILY, by=network.coordinator)
    found = await network.chatbot.digests.of_channel("C1", by=network.ana)
    shown = [await network.chatbot.digests.preview(digest, by=network.ana) for digest in found]
    codes = [[item.code for item in one.sections.get("hearings", ())] for one in shown]  # type: ignore[attr-defined]
    assert codes == [["H101", "H102"], ["H102"], ["H101"], ["H101"], []]
    hand.move(hours=1)
    assert await network.chatbot.digests.send_due() == 5


@ON_SQLITE
async def test_with_nothing_to_say_a_digest_stays_silent_when_its_plan_wants_that(
    network: SmallNetwork, hand: Hand
) -> None:
    digest = await network.chatbot.digests.set("C1", {**DAILY, "empty": "skip"}, by=network.coordinator)
    hand.move(hours=1)
    assert await network.chatbot.digests.send_due() == 0
    await network.add_hearing()
    assert await network.chatbot.digests.send_due() == 0, "the day is settled"
    hand.move(hours=24)
    assert await network.chatbot.digests.send_due() == 1
    drawn = await network.chatbot.digests.drawn(digest.id, date(2026, 3, 3), team_id="T1")
    assert drawn is not None
    assert drawn.missed == ()


async def test_what_a_message_hands_on_stands_in_the_next_one_and_nowhere_twice(
    network: SmallNetwork, hand: Hand
) -> None:
    hearings = [await network.add_hearing() for _ in range(4)]
    digest = await network.chatbot.digests.set("C1", DAILY, by=network.coordinator)
    hand.move(hours=1)
    await network.chatbot.digests.send_due()
    day = date(2026, 3, 2)

    async def shown(part: int) -> list[str]:
        content = await network.chatbot.digests.drawn(digest.id, day, part=part, team_id="T1")
        return list(content.subjects) if content else []

    subjects = [hearing.subject for hearing in hearings]
    for left in (subjects[2:], subjects[1:2]):
        whole = await network.chatbot.digests.drawn(digest.id, day, team_id="T1")
        assert whole is not None
        await network.chatbot.digests.carry_on(whole, left)
        await network.delivered()
    assert (await shown(1), await shown(2)) == (subjects[:1], subjects[1:])
    before = len(await network.said())
    await network.chatbot.hearings.claim(hearings[3].code, by=network.ana)
    await network.delivered()
    said = (await network.said())[before:]
    assert said.count("update digests.daily") == 1, "the first message shows it no more"
    assert [row.ref for row in await network.rows(select(posts).where(posts.c.view == "digests.daily"))] == [
        f"{digest.id}:2026-03-02",
        f"{digest.id}:2026-03-02:2",
    ]


@ON_SQLITE
async def test_a_preview_shows_what_would_be_said(network: SmallNetwork) -> None:
    digest = await network.chatbot.digests.set("C1", DAILY, by=network.coordinator)
    assert (await network.chatbot.digests.preview(digest, by=network.coordinator)).is_empty
    await network.add_hearing(day="", start="")
    assert not (await network.chatbot.digests.preview(digest, by=network.coordinator)).is_empty


@ON_SQLITE
async def test_only_coordinators_set_and_stop_digests(network: SmallNetwork) -> None:
    with pytest.raises(NotAllowed):
        await network.chatbot.digests.set("C1", DAILY, by=network.lead)
    digest = await network.chatbot.digests.set("C1", DAILY, by=network.coordinator)
    for verb in (network.chatbot.digests.stop, network.chatbot.digests.pause, network.chatbot.digests.resume):
        with pytest.raises(NotAllowed):
            await verb(digest.id, by=network.lead)


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
        ({"places": ("Boston",)}, "places"),
        ({"language": "fr"}, "language"),
        ({"empty": "sing"}, "empty"),
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

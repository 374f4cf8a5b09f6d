"""What the clock says to people about digests: their own, the coordinators' week, a channel that was closed."""

import asyncio
from datetime import UTC, datetime

import pytest

from chatbot.bootstrap import Chatbot
from chatbot.kit import closed
from chatbot.kit.database import Tx
from chatbot.people.model import Person
from tests.digests.test_digests import DAILY
from tests.fixtures.database import ON_POSTGRESQL, ON_SQLITE, Hand
from tests.fixtures.network import SmallNetwork

NEXT_MONDAY = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
"""Eight in the morning in Boston, the day after the clocks changed."""


async def told(network: SmallNetwork, view: str) -> list[str]:
    """Who was told, in the order it happened."""
    return [said.rpartition(" ")[2] for said in await network.said() if said.startswith(f"tell {view}")]


async def reads_at(network: SmallNetwork, person: Person, hour: str) -> None:
    await network.chatbot.people.prefer({"digest_at": hour}, by=person)


async def test_a_personal_digest_comes_once_a_day_at_the_hour_that_was_chosen(
    network: SmallNetwork, hand: Hand
) -> None:
    await reads_at(network, network.ana, "11:00")
    await reads_at(network, network.ben, "23:30")
    for hours in (0, 1, 0, 12, 1, 11, -24):
        hand.move(hours=hours)
        await network.chatbot.schedule.tick()
    assert await told(network, "digests.personal") == ["Ana", "Ben", "Ana"]


@ON_SQLITE
async def test_a_personal_digest_missed_by_more_than_three_hours_does_not_come(
    network: SmallNetwork, hand: Hand
) -> None:
    await reads_at(network, network.ana, "11:00")
    hand.move(hours=4, minutes=1)
    assert await network.chatbot.digest_jobs.personal.send_due() == 0


@ON_SQLITE
async def test_a_personal_digest_holds_what_someone_signed_up_for_and_nothing_else(network: SmallNetwork) -> None:
    hearings = [await network.add_hearing(companions="1") for _ in range(3)]
    await network.chatbot.hearings.claim(hearings[1].code, by=network.ben)
    for hearing in hearings[:2]:
        await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    mine = await network.chatbot.digest_jobs.personal.drawn(network.ana.id, team_id="T1")
    assert {item.subject for item in mine["hearings"]} == {hearing.subject for hearing in hearings[:2]}
    assert await network.chatbot.digest_jobs.personal.drawn(network.cleo.id, team_id="T1") == {}


async def test_coordinators_read_on_monday_at_eight_what_there_is_to_settle(network: SmallNetwork, hand: Hand) -> None:
    hand.now = NEXT_MONDAY
    hand.move(minutes=-1)
    await network.chatbot.schedule.tick()
    assert await told(network, "digests.weekly") == []
    for _ in range(3):
        hand.move(minutes=1)
        await network.chatbot.schedule.tick()
    assert sorted(await told(network, "digests.weekly")) == ["Daniel", "Luz", "Rosa"]


@ON_SQLITE
async def test_whoever_switched_the_weekly_report_off_does_not_get_it(network: SmallNetwork, hand: Hand) -> None:
    await network.chatbot.people.prefer({"wanted": ("offers",)}, by=network.admin)
    hand.now = NEXT_MONDAY
    assert await network.chatbot.digest_jobs.weekly.send_due() == 2


@ON_SQLITE
async def test_the_week_holds_what_needs_people_in_the_areas_somebody_coordinates(network: SmallNetwork) -> None:
    in_boston = await network.add_hearing()
    in_chelmsford = await network.add_hearing(place=str(network.chelmsford.id))
    covered = await network.add_hearing(at_least="0")
    for person, expected in (
        (network.coordinator, {in_boston.subject, in_chelmsford.subject}),
        (network.of_merrimack, {in_chelmsford.subject}),
        (network.ana, set[str]()),
    ):
        sections = await network.chatbot.digest_jobs.weekly.drawn(await network.again(person))
        urgent = {item.subject for items in sections.values() for item in items if item.urgent}
        assert urgent == expected
        assert covered.subject not in urgent


async def close(network: SmallNetwork, channel: str, code: str = "is_archived") -> None:
    async def work(tx: Tx) -> None:
        await closed.close(tx, team_id="T1", channel=channel, code=code)

    await network.chatbot.database.run(work)


async def test_a_closed_channel_pauses_its_digests_and_whoever_set_them_is_told_once(
    network: SmallNetwork, hand: Hand
) -> None:
    mine = [await network.chatbot.digests.set("C1", DAILY, by=network.coordinator) for _ in range(2)]
    other = await network.chatbot.digests.set("C2", DAILY, by=network.admin)
    await close(network, "C1")
    for _ in range(3):
        await network.chatbot.schedule.tick()
    assert await told(network, "digests.closed") == ["Daniel"]
    assert [(await network.chatbot.digests.get(one.id, by=network.ana)).paused for one in (*mine, other)] == [
        True,
        True,
        False,
    ]
    hand.move(hours=1)
    assert await network.chatbot.digests.send_due() == 1
    await network.chatbot.digests.resume(mine[0].id, by=network.coordinator)
    assert await network.chatbot.digest_jobs.closing.pause() == 0, "the channel is tried anew"
    await close(network, "C1")
    assert await network.chatbot.digest_jobs.closing.pause() == 1
    assert await told(network, "digests.closed") == ["Daniel", "Daniel"]


@ON_POSTGRESQL
@pytest.mark.parametrize("view", ["digests.personal", "digests.weekly", "digests.closed"])
async def test_two_instances_say_it_once(network: SmallNetwork, other_instance: Chatbot, hand: Hand, view: str) -> None:
    """T16"""
    await reads_at(network, network.ana, "08:00")
    await network.chatbot.digests.set("C1", DAILY, by=network.coordinator)
    await close(network, "C1")
    hand.now = NEXT_MONDAY
    await asyncio.gather(*(one.schedule.tick() for one in (network.chatbot, other_instance) for _ in range(3)))
    assert (
        sorted(await told(network, view))
        == {
            "digests.personal": ["Ana"],
            "digests.weekly": ["Daniel", "Luz", "Rosa"],
            "digests.closed": ["Daniel"],
        }[view]
    )

"""Uncovered hearings climb a ladder, to the channel and to whoever watches, until people come."""

import pytest
from sqlalchemy import select

from chatbot.hearings.ladder.refusals import NothingToWatch
from chatbot.hearings.ladder.store import hearing_gaps
from chatbot.hearings.model import Filter, Kind
from chatbot.kit.outbox import posts
from chatbot.signups.refusals import Cancelled
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import SmallNetwork

UNCOVERED = "post hearings.uncovered"
WATCHED = "tell hearings.watched to Cleo"


class Story:
    """What was said of what is uncovered, hour by hour. Cleo watches everything in Boston."""

    def __init__(self, network: SmallNetwork, hand: Hand) -> None:
        self.network, self.hand = network, hand

    async def said(self, *, hours: float = 0, ticks: int = 2) -> list[str]:
        before = len(await self.network.said())
        self.hand.move(hours=hours)
        for _ in range(ticks):
            await self.network.chatbot.ladder.climb()
        fresh = (await self.network.said())[before:]
        return [one for one in fresh if "uncovered" in one or "watched" in one]


@pytest.fixture
async def story(network: SmallNetwork, hand: Hand) -> Story:
    await network.chatbot.watching.such(Filter(place_ids=(network.boston.id,)), by=network.cleo)
    return Story(network, hand)


async def test_the_channel_and_the_watchers_are_told_at_each_rung(story: Story) -> None:
    await story.network.add_hearing(day=story.network.day(4), start="12:00")
    assert await story.said() == []
    assert await story.said(hours=25) == []
    for hours in (1, 24, 24):
        assert await story.said(hours=hours) == [UNCOVERED, WATCHED]
        assert await story.said(hours=0.5) == []
        story.hand.move(hours=-0.5)
    assert await story.said(hours=10) == []


async def test_who_comes_ends_it_and_who_releases_late_begins_it_at_once(story: Story) -> None:
    await story.network.add_hearing(day=story.network.day(1), start="12:00")
    await story.network.chatbot.signups.claim("H101", by=story.network.ana)
    assert await story.said(hours=3) == []
    for _ in range(2):
        await story.network.chatbot.signups.release("H101", by=story.network.ana)
        assert await story.said() == [UNCOVERED, WATCHED]
        await story.network.chatbot.signups.claim("H101", by=story.network.ana)
        assert await story.said() == []
    rows = await story.network.rows(select(hearing_gaps))
    assert [row.until is not None for row in rows] == [True, True]


@ON_SQLITE
async def test_a_hearing_that_is_added_for_tomorrow_is_spoken_of_at_once(story: Story) -> None:
    await story.network.add_hearing(day=story.network.day(1), start="09:00")
    assert await story.said() == [UNCOVERED, WATCHED]


@ON_SQLITE
async def test_a_move_begins_anew_and_a_cancellation_ends_it(story: Story) -> None:
    await story.network.add_hearing(day=story.network.day(1), start="09:00")
    await story.said()
    later = story.network.typed(day=story.network.day(1), start="09:30")
    await story.network.chatbot.hearings.change("H101", later, by=story.network.coordinator)
    assert await story.said() == [UNCOVERED, WATCHED]
    away = story.network.typed(day=story.network.day(9))
    await story.network.chatbot.hearings.change("H101", away, by=story.network.coordinator)
    assert await story.said() == []
    await story.network.chatbot.hearings.change("H101", later, by=story.network.coordinator)
    await story.network.chatbot.hearings.cancel("H101", reason="Continued.", by=story.network.coordinator)
    assert await story.said() == []


@ON_SQLITE
async def test_what_falls_due_together_is_said_together_in_each_channel(story: Story) -> None:
    facts = story.network.facts(story.network.chelmsford, card_channel="C-OTHER")
    await story.network.chatbot.places.change(story.network.chelmsford.id, facts, by=story.network.admin)
    for place in (story.network.boston, story.network.boston, story.network.chelmsford):
        await story.network.add_hearing(day=story.network.day(1), place=str(place.id))
    assert await story.said() == [UNCOVERED, UNCOVERED, WATCHED]
    rows = await story.network.rows(select(posts).where(posts.c.view == "hearings.uncovered"))
    assert {row.channel: row.ref for row in rows} == {"C-CARDS": "1,2", "C-OTHER": "3"}


@ON_SQLITE
async def test_a_rung_that_was_missed_by_hours_is_left_to_the_next(story: Story) -> None:
    await story.network.add_hearing(day=story.network.day(4), start="12:00")
    assert await story.said(hours=26 + 13) == []
    assert await story.said(hours=11) == [UNCOVERED, WATCHED]


@ON_SQLITE
async def test_quiet_hours_are_kept_except_on_the_day(story: Story) -> None:
    await story.network.add_hearing(day=story.network.day(3), start="21:30")
    assert await story.said(hours=11.5) == [UNCOVERED]
    assert await story.said(hours=11) == [WATCHED]
    await story.network.add_hearing(day=story.network.day(2), start="10:00")
    story.hand.move(hours=24 + 6)
    assert WATCHED in await story.said()


@ON_SQLITE
async def test_who_wants_no_such_word_or_comes_already_gets_none(story: Story) -> None:
    await story.network.add_hearing(day=story.network.day(1), companions="2", at_least="2")
    await story.network.chatbot.signups.claim("H101", by=story.network.cleo)
    await story.network.chatbot.watching.hearing("H101", by=story.network.ben)
    await story.network.chatbot.people.prefer({"wanted": ("offers",)}, by=story.network.ben)
    assert await story.said() == [UNCOVERED]


@ON_SQLITE
async def test_a_clock_that_is_set_back_says_nothing_twice(story: Story) -> None:
    await story.network.add_hearing(day=story.network.day(1))
    await story.said()
    assert await story.said(hours=-5) == []
    assert await story.said(hours=5) == []


async def test_one_watches_a_hearing_a_place_or_a_kind_and_stops_again(network: SmallNetwork) -> None:
    await network.add_hearing(kind="bond")
    watching = network.chatbot.watching
    await watching.hearing("H101", by=network.ana)
    await watching.hearing("H101", by=network.ana)
    await watching.such(Filter(place_ids=(network.boston.id,), kind=Kind.BOND), by=network.ana)
    whats = [one.what for one in await watching.of(by=network.ana)]
    assert sorted(whats) == ["hearing:1", "kind:bond", f"place:{network.boston.id}"]
    left = await watching.stop("kind:bond", by=network.ana)
    assert sorted(one.what for one in left) == ["hearing:1", f"place:{network.boston.id}"]
    assert await watching.of(by=network.ben) == []
    with pytest.raises(NothingToWatch):
        await watching.such(Filter(mine=True), by=network.ana)
    await network.chatbot.hearings.cancel("H101", reason="Moved", by=network.coordinator)
    with pytest.raises(Cancelled):
        await watching.hearing("H101", by=network.ben)

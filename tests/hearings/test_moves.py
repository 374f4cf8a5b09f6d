"""What those who come are told when a hearing moves, and what they answer."""

from typing import Any

import pytest

from chatbot.bootstrap import Chatbot
from chatbot.hearings.model import Hearing
from chatbot.hearings.moving.refusals import MovedAgain
from chatbot.signups.refusals import Cancelled, NoSeat
from tests.fixtures.database import ON_SQLITE, Hand
from tests.fixtures.network import SmallNetwork

MOVES: list[dict[str, Any]] = [
    {"start": "10:00"},
    {"day": "2026-03-05"},
    {"start": "", "day": ""},
    {"mode": "webex"},
    {"start": "09:00", "end": "11:00"},
]


class Story:
    """A hearing that Ana comes to and Ben waits for, posted an hour ago; and what was said since."""

    def __init__(self, network: SmallNetwork, hand: Hand, hearing: Hearing) -> None:
        self.network, self.hand, self.hearing = network, hand, hearing

    @property
    def chatbot(self) -> Chatbot:
        return self.network.chatbot

    async def moves(self, **changes: Any) -> None:
        typed = self.network.typed(companions="1", **changes)
        await self.chatbot.hearings.change(self.hearing.code, typed, by=self.network.coordinator)

    async def told(self, *, minutes: float = 2) -> list[str]:
        """What people were told once so many more minutes have passed, whoever else ticks."""
        before = len(await self.network.said())
        self.hand.move(minutes=minutes)
        for _ in range(2):
            await self.chatbot.moving.tell()
        return [said for said in (await self.network.said())[before:] if said.startswith("tell")]

    async def waiting_for(self) -> list[tuple[str, ...]]:
        found = await self.chatbot.moving.unanswered(by=self.network.coordinator)
        return [one.names for one in found]


@pytest.fixture
async def story(network: SmallNetwork, hand: Hand) -> Story:
    hearing = await network.add_hearing(companions="1")
    for person in (network.ana, network.ben):
        await network.chatbot.hearings.claim(hearing.code, by=person)
    await network.delivered()
    hand.move(hours=1)
    return Story(network, hand, hearing)


@ON_SQLITE
@pytest.mark.parametrize("move", MOVES)
async def test_another_time_or_way_is_told_to_everyone_who_comes_or_waits(story: Story, move: dict[str, Any]) -> None:
    await story.moves(**move)
    assert await story.told(minutes=1) == []
    assert await story.told() == ["tell hearings.moved to Ana", "tell hearings.moved to Ben"]


async def test_several_edits_in_a_row_make_one_notice_of_the_first_old_and_the_last_new(story: Story) -> None:
    for start in ("10:00", "11:00", "11:30"):
        await story.moves(start=start)
        assert await story.told(minutes=1) == []
    assert len(await story.told()) == 2
    notice = await story.chatbot.moving.told(1, team_id=story.hearing.team_id)
    assert notice.before.when == story.hearing.when
    starts = notice.hearing.when.starts_at
    assert starts is not None
    assert starts.astimezone(notice.hearing.when.zone).strftime("%H:%M") == "11:30"


@ON_SQLITE
async def test_whoever_goes_on_editing_does_not_keep_people_in_the_dark(story: Story) -> None:
    said: list[str] = []
    for minute in range(12):
        await story.moves(start=f"10:{minute:02}")
        said += await story.told(minutes=1)
    assert said == ["tell hearings.moved to Ana", "tell hearings.moved to Ben"]


@ON_SQLITE
async def test_an_edit_that_is_taken_back_disturbs_nobody(story: Story) -> None:
    await story.moves(start="10:00")
    await story.moves()
    assert await story.told() == []


@ON_SQLITE
async def test_corrections_within_five_minutes_of_posting_are_silent(network: SmallNetwork, hand: Hand) -> None:
    hearing = await network.add_hearing()
    await network.chatbot.hearings.claim(hearing.code, by=network.ana)
    hand.move(minutes=4)
    story = Story(network, hand, hearing)
    await story.moves(start="10:00")
    assert await story.told(minutes=30) == []


@ON_SQLITE
async def test_another_place_is_told_and_its_card_follows(story: Story) -> None:
    await story.moves(place=str(story.network.chelmsford.id))
    assert (await story.network.said())[-1] == "update hearings.card"
    assert len(await story.told()) == 2


@ON_SQLITE
async def test_who_signs_up_after_the_move_has_seen_the_new_time(story: Story) -> None:
    await story.moves(start="10:00")
    story.hand.move(minutes=1)
    await story.chatbot.hearings.claim(story.hearing.code, by=story.network.cleo)
    assert await story.told() == ["tell hearings.moved to Ana", "tell hearings.moved to Ben"]


async def test_a_hearing_that_is_called_off_says_so_once_with_the_time_people_know(story: Story) -> None:
    await story.moves(start="10:00")
    await story.chatbot.hearings.cancel(story.hearing.code, reason="Continued.", by=story.network.coordinator)
    letters = [letter for letter in await story.network.delivered() if letter.view == "hearings.cancelled"]
    assert [dict(letter.blanks) for letter in letters] == [{"hearing": 1, "move": 1}] * 2
    before = await story.chatbot.moving.known_before(1, team_id=story.hearing.team_id)
    assert before.when == story.hearing.when
    assert await story.told() == []


async def test_a_keep_is_recorded_and_who_does_not_answer_is_shown(story: Story) -> None:
    await story.moves(day="2026-03-06")
    await story.told()
    assert await story.waiting_for() == [("Ana",)]
    await story.chatbot.moving.keep(1, by=story.network.ana)
    await story.chatbot.moving.keep(1, by=story.network.ana)
    assert await story.waiting_for() == []
    assert (await story.network.written_down())[-1] == "Ana hearings.keep"


@ON_SQLITE
async def test_a_release_is_an_answer_too(story: Story) -> None:
    await story.moves(day="2026-03-06")
    await story.told()
    await story.chatbot.hearings.release(story.hearing.code, by=story.network.ana)
    assert await story.waiting_for() == []


@ON_SQLITE
async def test_an_answer_to_an_old_notice_is_no_answer_to_the_new_one(story: Story) -> None:
    await story.moves(day="2026-03-06")
    await story.told()
    await story.moves(day="2026-03-09")
    await story.told()
    with pytest.raises(MovedAgain):
        await story.chatbot.moving.keep(1, by=story.network.ana)
    with pytest.raises(NoSeat):
        await story.chatbot.moving.keep(2, by=story.network.cleo)
    await story.chatbot.hearings.cancel(story.hearing.code, reason="Continued.", by=story.network.coordinator)
    with pytest.raises(Cancelled):
        await story.chatbot.moving.keep(2, by=story.network.ana)


@ON_SQLITE
async def test_a_clock_that_is_set_back_keeps_no_notice_waiting(story: Story) -> None:
    await story.moves(start="10:00")
    story.hand.move(hours=-2)
    assert len(await story.told()) == 2
    assert await story.told(minutes=240) == []

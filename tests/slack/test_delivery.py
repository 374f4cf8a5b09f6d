"""What the bot says outside an answer: in order, at Slack's pace, never blindly twice."""

from datetime import timedelta

import pytest

from chatbot.kit import letters
from chatbot.kit.database import DatabaseUnavailableError
from chatbot.kit.outbox import State
from chatbot.kit.pacing import Pace
from handlers.practice.reading import text_of
from tests.fixtures.pace import AT_ONCE
from tests.slack.scene import Scene, bot_in

SLOW = Pace(same_place=timedelta(minutes=5), posts=300, updates=50)


async def states(scene: Scene) -> dict[State, int]:
    return await scene.chatbot.database.run(letters.counted)


def cards(scene: Scene) -> list[str]:
    return [text_of(one) for one in scene.practice.channel("court-boston").messages if one.bot]


async def test_many_presses_before_the_card_is_redrawn_make_one_update(scene: Scene) -> None:
    await scene.hearing(companions="5")
    card, handles = scene.card(), ("ana", "jonah", "marie", "mei", "ruth")
    people = {handle: await scene.agrees(handle) for handle in handles}
    await scene.running.app.delivery.stop()
    for person in people.values():
        await scene.chatbot.hearings.claim("H101", by=person)
    before = len(scene.practice.traffic.calls("chat.update"))
    await scene.settle()
    assert len(scene.practice.traffic.calls("chat.update")) == before + 1
    assert "●●●●●" in text_of(scene.card())
    assert scene.card().ts == card.ts


async def test_a_429_is_waited_out_and_nothing_is_lost(scene: Scene) -> None:
    scene.practice.faults.plan("rate_limited", method="chat.postMessage", times=1, seconds=1)
    await scene.hearing()
    await scene.practice.until(lambda: cards(scene))
    await scene.settle()
    assert len(cards(scene)) == 1


async def test_a_post_whose_answer_is_lost_is_never_sent_twice(scene: Scene) -> None:
    scene.practice.faults.plan("error_after", method="chat.postMessage")
    await scene.hearing()
    await scene.settle()
    assert len(cards(scene)) == 1
    assert (await states(scene))[State.UNSURE] == 1


async def test_a_post_that_slack_broke_on_is_never_sent_blindly_again(scene: Scene) -> None:
    scene.practice.faults.plan("reset_before", method="chat.postMessage")
    await scene.hearing()
    await scene.settle()
    assert cards(scene) == []
    assert (await states(scene))[State.UNSURE] == 1


async def test_an_update_is_simply_done_again_since_the_last_state_wins(scene: Scene) -> None:
    await scene.hearing()
    await scene.agrees("ana")
    scene.practice.faults.plan("error_after", method="chat.update")
    await scene.someone("ana").presses("Claim", scene.card())
    await scene.practice.until(lambda: len(scene.practice.traffic.calls("chat.update")) >= 2)
    await scene.settle()
    assert "Ana" in text_of(scene.card())
    assert State.UNSURE not in await states(scene)


async def test_opening_a_conversation_may_fail_and_is_done_again(scene: Scene) -> None:
    await scene.hearing()
    await scene.agrees("ana")
    await scene.someone("ana").presses("Claim", scene.card())
    await scene.settle()
    scene.practice.faults.plan("reset_after", method="conversations.open")
    await scene.chatbot.hearings.cancel("H101", reason="Moved to June", by=await scene.known("daniel"))
    await scene.practice.until(lambda: scene.someone("ana").direct_messages())
    await scene.settle()
    assert len(scene.someone("ana").direct_messages()) == 1


async def test_what_slack_will_never_take_is_set_aside_and_blocks_nobody(scene: Scene) -> None:
    random = scene.practice.channel("random").id
    rosa = await scene.known("rosa")
    await scene.chatbot.networks.set_channels(card_channel=random, response_channel=None, language="en", by=rosa)
    await scene.chatbot.hearings.add(
        {"kind": "bond", "alias": "Lost", "place": "1", "companions": "1"}, by=await scene.known("daniel")
    )
    await scene.settle()
    assert (await states(scene))[State.FAILED] == 1
    boston = scene.practice.channel("court-boston").id
    await scene.chatbot.networks.set_channels(card_channel=boston, response_channel=None, language="en", by=rosa)
    await scene.hearing(alias="Found")
    assert "Found" in cards(scene)[-1]


async def test_two_messages_to_one_person_keep_their_order(scene: Scene) -> None:
    await scene.hearing()
    await scene.agrees("ana")
    await scene.someone("ana").presses("Claim", scene.card())
    await scene.settle()
    daniel = await scene.known("daniel")
    moved = {
        "kind": "check_in", "alias": "M.R.", "place": "1", "day": scene.day(5), "start": "09:00", "companions": "2",
    }  # fmt: skip
    scene.practice.faults.plan("rate_limited", method="chat.postMessage", times=1, seconds=1)
    await scene.chatbot.hearings.change("H101", moved, by=daniel)
    await scene.chatbot.hearings.cancel("H101", reason="Called off", by=daniel)
    await scene.practice.until(lambda: "cancelled" in "".join(map(text_of, scene.someone("ana").direct_messages())))
    await scene.settle()
    assert "H101 was cancelled" in text_of(scene.someone("ana").direct_messages()[-1])


async def test_what_was_written_before_a_restart_is_said_after_it(scene: Scene) -> None:
    await scene.running.app.delivery.stop()
    daniel = await scene.known("daniel")
    await scene.chatbot.hearings.add({"kind": "bond", "alias": "Patient", "place": "1", "companions": "1"}, by=daniel)
    assert cards(scene) == []
    await scene.running.stop()
    await scene.chatbot.database.stop()
    async with bot_in(scene.practice, scene.settings, scene.machine) as again:
        await again.settle()
        assert len(cards(again)) == 1


async def test_who_dies_while_posting_leaves_a_question_and_not_a_second_message(scene: Scene) -> None:
    await scene.running.app.delivery.stop()
    daniel = await scene.known("daniel")
    await scene.chatbot.hearings.add({"kind": "bond", "alias": "Patient", "place": "1", "companions": "1"}, by=daniel)
    assert len(await scene.chatbot.database.run(lambda tx: letters.take(tx, 9, AT_ONCE))) == 1
    await scene.running.stop()
    await scene.chatbot.database.stop()
    async with bot_in(scene.practice, scene.settings, scene.machine) as again:
        await again.settle()
        assert cards(again) == []
        assert (await states(again))[State.UNSURE] == 1


async def test_a_letter_whose_end_could_not_be_written_down_mutes_its_channel_only_for_a_moment(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise DatabaseUnavailableError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(letters, "sent", broken)
        await scene.hearing(alias="First")
    await scene.hearing(alias="Second")
    assert not [text for text in cards(scene) if "Second" in text]
    await scene.practice.move_clock(by=letters.SETTLES)
    assert [text for text in cards(scene) if "Second" in text]
    assert (await states(scene))[State.UNSURE] == 1


async def test_what_waits_for_its_turn_when_the_bot_stops_is_said_after_the_restart(scene: Scene) -> None:
    await scene.running.stop()
    await scene.chatbot.database.stop()
    async with bot_in(scene.practice, scene.settings, scene.machine, SLOW) as slow:
        for alias in ("First", "Second"):
            typed = {"kind": "bond", "alias": alias, "place": "1", "companions": "1"}
            await slow.chatbot.hearings.add(typed, by=await slow.known("daniel"))
        await slow.settle()
        assert len(cards(scene)) == 1
    async with bot_in(scene.practice, scene.settings, scene.machine) as again:
        await scene.practice.until(lambda: len(cards(scene)) == 2)
        await again.settle()
        assert State.UNSURE not in await states(again)

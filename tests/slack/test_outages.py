"""Slack away, channels gone, messages deleted: what was to be said is neither lost nor in doubt."""

from datetime import timedelta
from functools import partial

from chatbot.kit import letters
from chatbot.kit.closed import closed
from chatbot.kit.outbox import State
from handlers.practice.reading import text_of
from tests.slack.scene import Scene

MINUTE = timedelta(minutes=1)


async def states(scene: Scene) -> dict[State, int]:
    return await scene.chatbot.database.run(letters.counted)


def cards(scene: Scene) -> list[str]:
    return [text_of(one) for one in scene.practice.channel("court-boston").messages if one.bot]


async def test_what_meets_an_outage_waits_and_is_not_in_doubt(scene: Scene) -> None:
    """T17"""
    await scene.practice.move_clock(by=MINUTE)
    scene.practice.faults.outage()
    await scene.hearing(alias="Patient", day=scene.day(20))
    assert (cards(scene), await states(scene)) == ([], {State.WAITING: 1})
    assert scene.practice.traffic.calls("chat.postMessage") == []
    scene.practice.faults.outage_over()
    await scene.practice.move_clock(by=MINUTE)
    assert len(cards(scene)) == 1
    assert await states(scene) == {State.SENT: 1}


async def test_while_slack_answers_nothing_is_asked_before_a_post(scene: Scene) -> None:
    await scene.hearing(alias="First")
    asked = len(scene.practice.traffic.calls("auth.test"))
    await scene.hearing(alias="Second")
    assert len(scene.practice.traffic.calls("auth.test")) == asked


async def test_a_card_that_somebody_deleted_is_let_go(scene: Scene) -> None:
    await scene.hearing()
    await scene.agrees("ana")
    card = scene.card()
    scene.practice._slack.workspace.take_away(card)
    await scene.someone("ana").presses_stale("Claim", card)
    await scene.settle()
    await scene.chatbot.hearings.cancel("H101", reason="Called off", by=await scene.known("daniel"))
    await scene.settle()
    assert len(scene.practice.traffic.calls("chat.update")) == 1
    assert await states(scene) == {State.SENT: 2, State.DROPPED: 1}


async def test_a_channel_that_was_archived_is_known_until_a_message_gets_through(scene: Scene) -> None:
    random = scene.practice.channel("random").id
    boston = scene.practice.channel("court-boston").id
    rosa = await scene.known("rosa")
    await scene.chatbot.networks.set_channels(card_channel=random, response_channel=None, language="en", by=rosa)
    await scene.chatbot.hearings.add(
        {"kind": "bond", "alias": "Lost", "place": "1", "companions": "1"}, by=await scene.known("daniel")
    )
    await scene.settle()
    found = await scene.chatbot.database.run(partial(closed, team_id=scene.practice.team_id))
    assert [(one.channel, one.code) for one in found.values()] == [(random, "not_in_channel")]
    assert boston not in found

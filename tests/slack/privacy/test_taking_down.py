"""The bot's own messages go: those to one person like those in channels, and those nobody was sure of."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from chatbot.kit.outbox import posts
from handlers.practice.posts import Message
from handlers.practice.reading import text_of
from tests.slack.scene import Scene


async def ana_is_told(scene: Scene, *, ahead: int) -> Message:
    """Ana had a seat, and reads in a message of her own that Daniel gave it up."""
    hearing = await scene.hearing(day=scene.day(ahead))
    await scene.agrees("ana")
    ana, daniel = await scene.known("ana"), await scene.known("daniel")
    await scene.chatbot.hearings.claim(hearing.code, by=ana)
    await scene.chatbot.signups.let_go(hearing.code, [ana.id], by=daniel)
    await scene.settle()
    return scene.someone("ana").direct_messages()[-1]


def to_ana(scene: Scene) -> list[Message]:
    return scene.someone("ana").direct_messages()


async def days_pass(scene: Scene, number: int) -> None:
    """The bot was away for so long, and then does what fell due."""
    scene.machine.passes(timedelta(days=number))
    await scene.running.caught_up()
    await scene.settle()


async def test_what_was_told_about_something_that_is_over_is_taken_down(scene: Scene) -> None:
    told = await ana_is_told(scene, ahead=60)
    await days_pass(scene, 45)
    assert told in to_ana(scene), "control: it is old, but the hearing is to come"
    await days_pass(scene, 50)
    assert told not in to_ana(scene)


async def test_who_is_erased_finds_no_message_of_the_bot_left(scene: Scene) -> None:
    await ana_is_told(scene, ahead=20)
    mei = scene.someone("mei").direct_messages()
    await scene.chatbot.personal.erase(by=await scene.known("ana"))
    await scene.settle()
    assert to_ana(scene) == []
    assert scene.someone("mei").direct_messages() == mei
    left = await scene.chatbot.database.run(lambda tx: tx.all(select(posts).where(posts.c.person_id.is_not(None))))
    assert "U07ANA5PKD" not in str(left)


@pytest.mark.parametrize(("days", "lives"), [(1, True), (9, False)])
async def test_a_card_nobody_was_sure_of_goes_once_somebody_presses_in_it(
    scene: Scene, days: int, *, lives: bool
) -> None:
    """It was there after all, and should have been taken down meanwhile. Control: before that a press lets it live."""
    await scene.agrees("ana")
    await scene.chatbot.networks.set_limits({"private_days": "5", "record_months": "12"}, by=await scene.known("rosa"))
    scene.practice.faults.plan("reset_after", method="chat.postMessage")
    await scene.hearing(day=scene.day(2))
    card = scene.card()
    await days_pass(scene, days)
    questions = [one for one in scene.someone("daniel").direct_messages() if "this message arrived" in text_of(one)]
    assert bool(questions) is lives, "nobody is asked any more about what was to go"
    await scene.someone("ana").presses("Claim", card)
    await scene.settle()
    assert (card.ts in scene.practice.channel("court-boston").posts) is lives

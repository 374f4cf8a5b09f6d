"""A coordinator is asked whether a message arrived, and answers with a press."""

from datetime import timedelta

from chatbot.kit import letters
from chatbot.kit.letters import SETTLES
from chatbot.kit.outbox import State
from handlers.practice.posts import Message
from handlers.practice.reading import text_of
from tests.slack.scene import Scene


def cards(scene: Scene) -> list[str]:
    return [text_of(one) for one in scene.practice.channel("court-boston").messages if one.bot]


async def question(scene: Scene, fault: str) -> Message:
    """A card breaks off like this, and Daniel is asked."""
    scene.practice.faults.plan(fault, method="chat.postMessage")
    await scene.hearing(alias="M.R.", day=scene.day(20))
    await scene.practice.move_clock(by=SETTLES + timedelta(seconds=1))
    await scene.settle()
    return scene.someone("daniel").direct_messages()[-1]


async def test_the_question_says_what_sort_of_message_where_and_since_when_and_nothing_else(scene: Scene) -> None:
    """T9"""
    asked = text_of(await question(scene, "reset_after"))
    assert "the card of a hearing" in asked
    assert scene.practice.channel("court-boston").id in asked
    assert "10:0" in asked
    for detail in ("M.R.", "Boston Immigration", "H101"):
        assert detail not in asked


async def test_it_is_there_leaves_it_and_a_second_answer_is_told_so(scene: Scene) -> None:
    asked = await question(scene, "reset_after")
    daniel = scene.someone("daniel")
    await daniel.presses("It is there", asked)
    await scene.settle()
    assert "leave it as it is" in text_of(daniel.ephemerals(asked.channel)[-1])
    await daniel.presses("Send again", asked)
    await scene.settle()
    assert "It is known meanwhile" in text_of(daniel.ephemerals(asked.channel)[-1])
    assert len(cards(scene)) == 1


async def test_send_again_makes_the_card_that_was_missing(scene: Scene) -> None:
    asked = await question(scene, "reset_before")
    assert cards(scene) == []
    await scene.someone("daniel").presses("Send again", asked)
    await scene.settle()
    assert len(cards(scene)) == 1
    await scene.agrees("ana")
    await scene.someone("ana").presses("Claim", scene.card())
    await scene.settle()
    assert "Ana" in text_of(scene.card())


async def test_who_coordinates_no_more_is_refused_at_the_press(scene: Scene) -> None:
    """T12"""
    asked = await question(scene, "reset_before")
    await scene.trusts("daniel")
    daniel = scene.someone("daniel")
    await daniel.presses("Send again", asked)
    await scene.settle()
    assert "Only coordinators can do this" in text_of(daniel.ephemerals(asked.channel)[-1])
    assert cards(scene) == []


async def test_made_up_values_are_answered_kindly(scene: Scene) -> None:
    """T12"""
    asked = await question(scene, "reset_before")
    daniel = scene.someone("daniel")
    for value in ("", "1", "x:y", "1:2:3", "-1:1", "99999999999:1", "²:1"):
        await daniel.forges(asked, {"type": "button", "action_id": "undelivered.again", "value": value})
        await scene.settle()
        assert "so long ago" in text_of(daniel.ephemerals(asked.channel)[-1])
    assert cards(scene) == []


async def test_a_press_in_the_card_itself_is_the_receipt(scene: Scene) -> None:
    """T8"""
    scene.practice.faults.plan("reset_after", method="chat.postMessage")
    await scene.hearing()
    await scene.agrees("ana")
    await scene.someone("ana").presses("Claim", scene.card())
    await scene.settle()
    assert "Ana" in text_of(scene.card())
    assert State.UNSURE not in await scene.chatbot.database.run(letters.counted)


async def test_open_questions_stand_on_the_home_of_coordinators_alone(scene: Scene) -> None:
    await question(scene, "reset_before")
    for handle, sees in (("daniel", True), ("ana", False)):
        await scene.someone(handle).opens_home()
        await scene.settle()
        home = scene.someone(handle).home
        assert home is not None
        assert ("Did these messages arrive?" in text_of(home)) is sees
    daniel = scene.someone("daniel")
    await daniel.presses("It is there", daniel.home)
    await scene.settle()
    assert daniel.home is not None
    assert "Did these messages arrive?" not in text_of(daniel.home)


async def test_admins_are_told_of_a_message_that_will_never_arrive(scene: Scene) -> None:
    random = scene.practice.channel("random").id
    rosa = await scene.known("rosa")
    await scene.chatbot.networks.set_channels(card_channel=random, response_channel=None, language="en", by=rosa)
    await scene.hearing(alias="Lost", day=scene.day(20))
    await scene.practice.move_clock(by=timedelta(minutes=1))
    await scene.settle()
    told = text_of(scene.someone("rosa").direct_messages()[-1])
    assert "1 message could not be delivered" in told
    assert "Invite me there" in told
    assert "Lost" not in told

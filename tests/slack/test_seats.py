"""Seats from the line to the day itself, as people meet them in Slack."""

from datetime import timedelta

import pytest

from handlers.practice.deliver import NotDelivered, Parcel
from handlers.practice.network import JSON
from handlers.practice.reading import labels_of, text_of
from handlers.practice.socket_mode import SocketRoad
from tests.slack.scene import Scene


async def claims(scene: Scene, *handles: str) -> None:
    """They press Claim on the newest card, one after the other."""
    for handle in handles:
        await scene.agrees(handle)
        await scene.someone(handle).presses("Claim", scene.card())
        await scene.settle()


async def passes(scene: Scene, **time: float) -> None:
    await scene.practice.move_clock(by=timedelta(**time))
    await scene.settle()


def last_word(scene: Scene, handle: str) -> str:
    """What the bot wrote to them last."""
    return text_of(scene.someone(handle).direct_messages()[-1])


def answered(scene: Scene, handle: str) -> str:
    """What they alone were answered in the bot's messages with them."""
    someone = scene.someone(handle)
    return text_of(someone.ephemerals(someone.direct_messages()[-1].channel)[-1])


def words(scene: Scene, handle: str, about: str) -> int:
    """How often the bot wrote this to them."""
    return sum(about in text_of(one) for one in scene.someone(handle).direct_messages())


async def answers(scene: Scene, handle: str, label: str) -> None:
    """They press a button of the last message the bot wrote to them."""
    await scene.someone(handle).presses(label, scene.someone(handle).direct_messages()[-1])
    await scene.settle()


async def test_from_a_full_hearing_and_its_line_to_who_came(scene: Scene) -> None:
    """The whole way: an offer passed on, one accepted, still coming, the reminder, and who came."""
    await scene.hearing(companions="1", roles=("lead",), meeting="Behind the bakery")
    await claims(scene, "jonah", "ana", "marie")
    await scene.agrees("mei")
    await scene.someone("mei").selects("hearings.claim_as", "Come as lead", scene.card())
    await scene.someone("jonah").presses("Release", scene.card())
    await scene.settle()
    assert "1 seat held for the line" in text_of(scene.card())
    assert words(scene, "marie", "A seat is held for you") == 0
    await answers(scene, "ana", "Pass")
    assert "A seat is held for you as companion" in last_word(scene, "marie")
    await answers(scene, "marie", "Accept")
    assert "Marie" in text_of(scene.card())

    await passes(scene, hours=25, minutes=1)
    assert "Are you still coming on Wed, Mar 4?" in last_word(scene, "marie")
    assert "Are you still coming on Wed, Mar 4?" in last_word(scene, "mei")
    await answers(scene, "marie", "Confirm")
    await passes(scene, hours=7)
    assert words(scene, "marie", "Are you still coming") == 1
    assert words(scene, "mei", "Are you still coming") == 2
    await scene.someone("daniel").opens_home()
    await scene.settle()
    assert "Not confirmed: Mei" in text_of(scene.someone("daniel").home)

    await passes(scene, hours=13)
    assert "Today you are expected here" in last_word(scene, "marie")
    assert "bakery" not in last_word(scene, "marie")
    await answers(scene, "marie", "Details")
    assert "Behind the bakery" in text_of(scene.modal("marie"))

    await passes(scene, hours=3)
    await scene.someone("mei").presses("Details", scene.card())
    await scene.settle()
    await scene.someone("mei").presses("Who comes", scene.modal("mei"))
    await scene.settle()
    await scene.someone("mei").selects("signups.mark", "Came", scene.modal("mei"))
    await scene.settle()
    assert "Came" in text_of(scene.modal("mei"))


async def test_an_offer_nobody_answers_goes_round_and_then_the_channel_hears_of_it(scene: Scene) -> None:
    await scene.hearing(companions="1")
    await claims(scene, "jonah", "ana")
    await scene.someone("jonah").presses("Release", scene.card())
    await scene.settle()
    assert "A seat is held for you" in last_word(scene, "ana")
    await passes(scene, hours=4, minutes=1)
    assert "open to everyone: nobody in line can take it" in text_of(scene.card())
    await claims(scene, "marie")
    assert "H101 needs nobody more as companion" in text_of(scene.card())
    await answers(scene, "ana", "Accept")
    assert "This offer has ended" in answered(scene, "ana")


async def test_cover_is_found_by_the_second_who_is_asked(scene: Scene) -> None:
    await scene.hearing(companions="1", roles=("lead",))
    await claims(scene, "jonah")
    for handle in ("ana", "marie"):
        await scene.agrees(handle)
    await scene.someone("mei").presses("Details", scene.card())
    await scene.settle()
    await scene.someone("jonah").presses("Details", scene.card())
    await scene.settle()
    await scene.someone("jonah").presses("Find cover", scene.modal("jonah"))
    await scene.settle()
    assert "You keep the seat until someone takes it" in text_of(scene.modal("jonah"))
    assert "Jonah cannot come to H101" in last_word(scene, "ana")
    assert "Jonah" in text_of(scene.card())
    await answers(scene, "ana", "I cannot")
    await answers(scene, "marie", "I can come")
    assert "Marie" in text_of(scene.card())
    assert "Marie comes to H101 in your place" in last_word(scene, "jonah")
    asked = next(one for one in scene.someone("ana").direct_messages() if "cannot come" in text_of(one))
    await scene.someone("ana").presses("I can come", asked)
    await scene.settle()
    assert "in good hands" in answered(scene, "ana")


async def asks_whom_to_let_go(scene: Scene) -> None:
    """Jonah and Ana come; Daniel wants one companion, adds a note, and chooses Ana."""
    await scene.hearing(companions="2")
    await claims(scene, "jonah", "ana")
    daniel = scene.someone("daniel")
    await daniel.presses("Details", scene.card())
    await scene.settle()
    await daniel.presses("Edit", scene.modal("daniel"))
    await scene.settle()
    await daniel.fills(scene.modal("daniel"), {"companions": "1", "note": "Bring water"})
    await daniel.submits()
    await scene.settle()
    assert "Choose whom to let go" in text_of(scene.modal("daniel"))
    await daniel.fills(scene.modal("daniel"), {"let_go": ["Ana"]})


async def test_a_smaller_number_asks_whom_to_let_go_and_keeps_what_was_typed(scene: Scene) -> None:
    await asks_whom_to_let_go(scene)
    await scene.someone("daniel").submits()
    await scene.settle()
    assert "H101 is saved" in text_of(scene.modal("daniel"))
    assert "Bring water" in text_of(scene.card())
    assert "Ana" not in text_of(scene.card())
    assert "A coordinator has released your seat in H101" in last_word(scene, "ana")


async def test_a_form_that_was_saved_too_late_for_slack_to_say_so_may_be_saved_again(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slack leaves the form as it is and asks to try again; what was chosen is done once."""
    send = SocketRoad.send

    async def too_late(road: SocketRoad, parcel: Parcel) -> JSON:
        await send(road, parcel)
        raise NotDelivered("timeout")

    await asks_whom_to_let_go(scene)
    with monkeypatch.context() as slow:
        slow.setattr(SocketRoad, "send", too_late)
        assert (await scene.someone("daniel").submits()).error == "operation_timeout"
    await scene.settle()
    assert "Choose whom to let go" in text_of(scene.modal("daniel"))
    await scene.someone("daniel").submits()
    await scene.settle()
    assert "H101 is saved" in text_of(scene.modal("daniel"))
    assert "Bring water" in text_of(scene.card())
    assert words(scene, "ana", "A coordinator has released your seat in H101") == 1


async def test_a_coordinator_signs_up_someone_who_is_not_in_slack(scene: Scene) -> None:
    await scene.hearing()
    daniel = scene.someone("daniel")
    await daniel.presses("Details", scene.card())
    await scene.settle()
    await daniel.presses("Who comes", scene.modal("daniel"))
    await scene.settle()
    await daniel.presses("Sign someone up", scene.modal("daniel"))
    await scene.settle()
    await daniel.fills(scene.modal("daniel"), {"name": "Sister Agnes"})
    await daniel.submits()
    await scene.settle()
    assert "Sister Agnes is signed up" in text_of(scene.modal("daniel"))
    assert "not in Slack" in text_of(scene.modal("daniel"))
    assert "Sister Agnes" in text_of(scene.card())


async def test_someone_who_was_signed_up_is_told_and_may_release(scene: Scene) -> None:
    hearing = await scene.hearing()
    daniel, ana = await scene.known("daniel"), await scene.known("ana")
    await scene.chatbot.signups.sign_up(hearing.code, "companion", person_id=ana.id, by=daniel)  # type: ignore[arg-type]
    await scene.settle()
    assert "Daniel has signed you up for H101" in last_word(scene, "ana")
    assert labels_of(scene.someone("ana").direct_messages()[-1]) == ["Details", "Release"]


async def test_two_things_at_the_same_hour_are_refused_and_a_short_way_is_asked_about(scene: Scene) -> None:
    await scene.hearing()
    await claims(scene, "ana")
    await scene.hearing(alias="Second")
    await claims(scene, "ana")
    assert "You come to H101 at the same hour" in text_of(scene.someone("ana").ephemerals("court-boston")[-1])
    await scene.hearing(alias="Third", start="10:30")
    await claims(scene, "ana")
    asked = scene.someone("ana").ephemerals("court-boston")[-1]
    assert "the time between the two is short" in text_of(asked)
    await scene.someone("ana").presses("Come anyway", asked)
    await scene.settle()
    assert "Ana" in text_of(scene.card())

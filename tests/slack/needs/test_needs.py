"""Needs, as people meet them in Slack."""

from chatbot.signups.model import SeatRole
from handlers.practice.reading import labels_of, text_of
from tests.slack.needs.asking import adds_rider, drives, presses, writes_down
from tests.slack.scene import Scene


async def test_a_car_that_is_too_small_says_who_still_needs_one(scene: Scene) -> None:
    await writes_down(scene, "Ride", town="Plymouth", day=scene.day(2))
    await adds_rider(scene, seats="4")
    await drives(scene, "jonah")
    assert "needs a car" in text_of(scene.card())


async def test_more_than_is_missing_is_refused_under_its_input_and_nothing_is_lost(scene: Scene) -> None:
    await writes_down(scene, "Letters of support", wanted="3")
    for handle in ("jonah", "marie"):
        await presses(scene, handle, "I bring something")
        await scene.someone(handle).fills(scene.modal(handle), {"item-1": "2"})
    assert (await scene.someone("jonah").submits()).errors == {}
    answer = await scene.someone("marie").submits()
    assert "Only 1 of" in answer.errors["item-1"]


async def test_a_volunteer_asks_and_the_coordinator_puts_it_before_everyone(scene: Scene) -> None:
    said = await writes_down(scene, "Other help", "ana", title="A crib")
    assert "The coordinators have N101 now" in said
    asked = scene.someone("daniel").direct_messages()[-1]
    assert "A crib" in text_of(asked)
    await presses(scene, "daniel", "Put it before everyone", in_=asked)
    assert "A crib" in text_of(scene.card())
    assert "N101 is before everyone now." in text_of(scene.someone("ana").direct_messages()[-1])


async def test_a_message_becomes_a_need_and_private_words_go_into_the_private_part(scene: Scene) -> None:
    daniel = scene.someone("daniel")
    for words, field in (("Can someone help with a move?", "note"), ("Call 978-555-0142 about a crib", "notes")):
        await scene.someone("marie").says(words, "general")
        message = scene.practice.channel("general").messages[-1]
        await daniel.shortcut("needs.make", message)
        await scene.settle()
        await daniel.selects("needs.kind", "Other help", in_=daniel.modal)
        await scene.settle()
        await daniel.fills(daniel.modal, {"title": "Help", "alias": "M."})
        assert (await daniel.submits()).errors == {}
        await scene.settle()
        assert words in text_of(daniel.modal)
        await daniel.closes(everything=True)
        assert (words in text_of(scene.card())) is (field == "note")


async def test_an_a_number_in_a_message_is_never_taken(scene: Scene) -> None:
    await scene.someone("marie").says("His number is A 012 345 678", "general")
    message = scene.practice.channel("general").messages[-1]
    await scene.someone("daniel").shortcut("needs.make", message)
    await scene.settle()
    assert "never keeps those" in text_of(scene.someone("daniel").modal)


async def test_a_need_that_belongs_to_a_hearing_is_shown_there(scene: Scene) -> None:
    await scene.hearing()
    hearing = scene.card()
    await writes_down(scene, "Ride", town="Boston", about="H101")
    await presses(scene, "daniel", "Details", in_=hearing)
    assert "N101" in text_of(scene.someone("daniel").modal)
    await presses(scene, "daniel", "N101", in_=scene.someone("daniel").modal)
    assert "Belongs to H101" in text_of(scene.someone("daniel").modal)


async def test_lists_and_help_and_what_is_not_there(scene: Scene) -> None:
    ana = scene.someone("ana")
    for line, expected in (
        ("/needs", "Nothing is asked for at the moment."),
        ("/needs help", "What you can type"),
        ("/needs N9", "There is no need N9."),
        ("/needs miles", "Only Treasurers can do this."),
        ("/needs rides", "Nothing matches “rides”."),
    ):
        await ana.types(line, channel="court-boston")
        await scene.settle()
        assert expected in text_of(ana.ephemerals("court-boston")[-1]), line
    await writes_down(scene, "Ride", town="Lynn")
    await ana.types("/needs lynn", channel="court-boston")
    await scene.settle()
    shown = ana.ephemerals("court-boston")[-1]
    assert "1 need" in text_of(shown)
    assert labels_of(shown) == ["I drive", "Details", "Ask for help"]


async def test_the_steps_of_posting_a_bond_are_ticked_in_the_window(scene: Scene) -> None:
    await writes_down(scene, "Posting a bond")
    await scene.agrees("jonah")
    jonah = scene.someone("jonah")
    await presses(scene, "jonah", "Claim")
    await presses(scene, "jonah", "Details")
    await jonah.selects("needs.steps", ["Pay by Fedwire or ACH"], in_=jonah.modal)
    await scene.settle()
    assert ":white_check_mark: Pay by Fedwire or ACH · Jonah" in text_of(scene.card())


async def test_someone_without_rights_is_refused_at_every_press(scene: Scene) -> None:
    await writes_down(scene, "Ride", town="Lynn")
    ana = scene.someone("ana")
    for action in ("needs.edit", "needs.cancel", "needs.publish", "needs.finish", "needs.rider_off"):
        await ana.forges(scene.card(), {"type": "button", "action_id": action, "value": "N101 1", "block_id": "x"})
        await scene.settle()
        said = text_of(ana.ephemerals("court-boston")[-1])
        assert "Only" in said or "no seat" in said or "There is no need" in said, action


async def test_home_shows_what_i_help_with_and_what_volunteers_ask_for(scene: Scene) -> None:
    await writes_down(scene, "Ride", town="Lynn")
    await drives(scene, "jonah")
    await writes_down(scene, "Other help", "ana", title="A crib")
    for handle, expected in (("jonah", "You help with"), ("daniel", "Volunteers ask for")):
        await scene.someone(handle).opens_home()
        await scene.settle()
        assert expected in text_of(scene.someone(handle).home)


async def test_a_driver_whose_car_nobody_told_of_is_shown_as_such(scene: Scene) -> None:
    """Signed up under *Who comes*, which asks for no car: the riders still need one, and the card says why."""
    await writes_down(scene, "Ride", town="Lynn", day=scene.day(20))
    await adds_rider(scene)
    jonah = await scene.known("jonah")
    await scene.chatbot.signups.sign_up("N101", SeatRole.DRIVER, person_id=jonah.id, by=await scene.known("daniel"))
    await scene.settle()
    assert "Jonah · what the car holds is not known yet" in text_of(scene.card())
    assert "needs a car" in text_of(scene.card())

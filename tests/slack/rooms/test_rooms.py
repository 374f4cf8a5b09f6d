"""Rooms, as people meet them in Slack."""

from handlers.practice.reading import labels_of, text_of
from tests.slack.rooms.hosting import ADDRESS, asks_for_a_room, offers, proposes, told, vets
from tests.slack.scene import Scene


async def test_someone_who_never_hosted_reads_what_it_means_and_can_begin(scene: Scene) -> None:
    ana = scene.someone("ana")
    await ana.types("/rooms", channel="general")
    await scene.settle()
    shown = ana.ephemerals("general")[-1]
    assert "Can you give somebody a room for a while?" in text_of(shown)
    assert labels_of(shown) == ["Offer a room"]
    await ana.presses("Offer a room", shown)
    await scene.settle()
    assert "Its night is not included." in text_of(ana.modal)


async def test_a_host_finds_the_room_again_changes_it_and_undoes_closing_it(scene: Scene) -> None:
    ana = scene.someone("ana")
    await offers(scene, "ana", note="A quiet street")
    await ana.closes(everything=True)
    await ana.types("/rooms", channel="general")
    await scene.settle()
    await ana.presses("Details", ana.ephemerals("general")[-1])
    await scene.settle()
    assert "A quiet street" in text_of(ana.modal)
    assert ADDRESS not in text_of(ana.modal)
    await ana.presses("Edit", ana.modal)
    await scene.settle()
    assert ADDRESS in text_of(ana.modal)
    await ana.fills(ana.modal, {"town": "Lynn"})
    await ana.submits()
    await scene.settle()
    assert "Lynn" in text_of(ana.modal)
    await ana.presses("Close room", ana.modal)
    await scene.settle()
    assert "R101 takes no new guests" in text_of(ana.modal)
    await ana.presses("Still free", ana.modal)
    await scene.settle()
    assert "R101 is open for guests again" in text_of(ana.modal)


async def test_what_cannot_be_taken_stands_under_its_input_and_nothing_is_lost(scene: Scene) -> None:
    ana = scene.someone("ana")
    await ana.types("/rooms offer", channel="general")
    await scene.settle()
    typed = {"town": "Lowell", "beds": "2", "lengths": ["Short stay: up to four weeks"], "phone": "x"}
    await ana.fills(ana.modal, {**typed, "until": scene.day(-1), "address": "y", "note": "Ring 978-555-0142"})
    answer = await ana.submits()
    assert "phone number" in answer.errors["note"]
    await ana.fills(ana.modal, {"note": "Ring twice"})
    answer = await ana.submits()
    assert answer.errors == {"until": "The day they leave must come after the first night."}


async def test_closed_nights_are_added_and_opened_again(scene: Scene) -> None:
    ana = scene.someone("ana")
    await offers(scene, "ana")
    await ana.presses("Closed nights", ana.modal)
    await scene.settle()
    await ana.fills(ana.modal, {"first": scene.day(3), "until": scene.day(5)})
    await ana.submits()
    await scene.settle()
    assert "Thu, Mar 5 to Sat, Mar 7, 2 nights" in text_of(ana.modal)
    await ana.presses("Closed nights", ana.modal)
    await scene.settle()
    await ana.presses("Open again", ana.modal)
    await scene.settle()
    assert "Mar 7" not in text_of(ana.modal)


async def test_volunteers_see_no_other_room_and_no_stay(scene: Scene) -> None:
    await offers(scene, "ruth")
    await asks_for_a_room(scene)
    jonah = scene.someone("jonah")
    for words, answer in (
        ("R101", "There is no room R101"),
        ("S101", "There is no stay S101"),
        ("free", "Only coordinators can do this"),
        ("lowell 4", "Only coordinators can do this"),
        ("stays", "Only coordinators can do this"),
        ("ask", "Only coordinators can do this"),
    ):
        await jonah.types(f"/rooms {words}", channel="general")
        await scene.settle()
        assert answer in text_of(jonah.ephemerals("general")[-1])
        assert jonah.modal is None


async def test_a_guest_of_the_workspace_is_refused(scene: Scene) -> None:
    await scene.someone("luis").types("/rooms", channel="announcements")
    await scene.settle()
    assert "full members of this workspace only" in text_of(scene.someone("luis").ephemerals("announcements")[-1])


async def test_coordinators_find_what_is_free_by_town_days_and_size(scene: Scene) -> None:
    daniel = scene.someone("daniel")
    await daniel.types("/rooms free", channel="general")
    await scene.settle()
    assert "No room like this is offered" in text_of(daniel.ephemerals("general")[-1])
    await offers(scene, "ruth")
    for words, count in (("lowell", 1), ("lynn", 0), ("for 4", 1), ("5", 0), (f"{scene.day(1)} {scene.day(9)}", 1)):
        await daniel.types(f"/rooms {words}", channel="general")
        await scene.settle()
        shown = text_of(daniel.ephemerals("general")[-1])
        assert ("R101" in shown) == bool(count)
        assert ("Waits for a coordinator to meet the host" in shown) == bool(count)


async def test_a_button_that_came_too_late_changes_nothing_and_says_so(scene: Scene) -> None:
    await offers(scene, "ruth")
    await vets(scene, "R101")
    await asks_for_a_room(scene)
    await proposes(scene, "S101", "R101")
    ruth, daniel = scene.someone("ruth"), scene.someone("daniel")
    proposal = told(scene, "ruth")
    await daniel.types("/rooms S101", channel="general")
    await scene.settle()
    await daniel.presses("Take back", daniel.modal)
    await scene.settle()
    assert "This is not needed from you any more" in text_of(told(scene, "ruth"))
    late = await ruth.presses("Accept", proposal)
    await scene.settle()
    assert "not open any more" in text_of(late.ephemeral)


async def test_a_double_click_is_one_yes(scene: Scene) -> None:
    await offers(scene, "ruth")
    await vets(scene, "R101")
    await asks_for_a_room(scene)
    await proposes(scene, "S101", "R101")
    proposal = told(scene, "ruth")
    once = await scene.someone("ruth").presses("Accept", proposal)
    twice = await scene.someone("ruth").presses("Accept", proposal)
    await scene.settle()
    assert "Thank you! The guests are being asked now" in text_of(once.ephemeral)
    assert "not open any more" in text_of(twice.ephemeral)
    said = [text_of(one) for one in scene.someone("daniel").direct_messages()]
    assert sum("says yes. Please ask the guests" in one for one in said) == 1


async def test_nobody_answers_for_another_host_with_a_made_up_button(scene: Scene) -> None:
    await offers(scene, "ruth")
    await vets(scene, "R101")
    await asks_for_a_room(scene)
    await proposes(scene, "S101", "R101")
    jonah = scene.someone("jonah")
    await jonah.types("/rooms", channel="general")
    await scene.settle()
    for verb in ("accept", "contacts", "guests_yes", "details", "notes", "edit", "take_back"):
        action = {"type": "button", "action_id": f"stays.{verb}", "block_id": "b", "value": "S101"}
        await jonah.forges(jonah.ephemerals("general")[-1], action)
        await scene.settle()
        assert jonah.modal is None
    stay = await scene.chatbot.stays.get("S101", by=await scene.known("daniel"))
    assert stay.match is not None
    assert stay.match.state == "proposed"


async def test_a_stay_that_is_not_needed_any_more_can_be_looked_for_again(scene: Scene) -> None:
    await asks_for_a_room(scene)
    daniel = scene.someone("daniel")
    await daniel.presses("Find a room", daniel.modal)
    await scene.settle()
    assert "No vetted home has 4 people free" in text_of(daniel.modal)
    await daniel.presses("Back", daniel.modal)
    await scene.settle()
    await daniel.presses("Not needed any more", daniel.modal)
    await scene.settle()
    await daniel.presses("Look again", daniel.modal)
    await scene.settle()
    assert "Looking for a room" in text_of(daniel.modal)
    await daniel.types("/rooms stays", channel="general")
    await scene.settle()
    assert "Looked after by Daniel" in text_of(daniel.ephemerals("general")[-1])


async def test_guests_who_leave_early_and_need_another_room_become_a_stay_of_their_own(scene: Scene) -> None:
    await offers(scene, "ruth")
    await vets(scene, "R101")
    await asks_for_a_room(scene)
    await proposes(scene, "S101", "R101")
    await scene.someone("ruth").presses("Accept", told(scene, "ruth"))
    await scene.settle()
    daniel = scene.someone("daniel")
    await daniel.presses("They say yes", told(scene, "daniel"))
    await daniel.types("/rooms S101", channel="general")
    await scene.settle()
    await daniel.presses("Leave early", daniel.modal)
    await scene.settle()
    await daniel.fills(daniel.modal, {"day": scene.day(10), "onward": ["They still need a room from then on"]})
    await daniel.submits()
    await scene.settle()
    assert "S102 is written down for the nights that are left" in text_of(daniel.modal)
    assert "They leave on Thu, Mar 12" in text_of(told(scene, "ruth"))


async def test_a_note_hands_the_stay_over_to_another_coordinator(scene: Scene) -> None:
    await asks_for_a_room(scene)
    daniel = scene.someone("daniel")
    await daniel.presses("Notes", daniel.modal)
    await scene.settle()
    await daniel.presses("Write a note", daniel.modal)
    await scene.settle()
    await daniel.fills(daniel.modal, {"words": "They call at six", "person": scene.someone("rosa").id})
    await daniel.submits()
    await scene.settle()
    assert "Looked after by Rosa" in text_of(daniel.modal)
    assert "You look after this stay now" in text_of(told(scene, "rosa"))
    await scene.someone("rosa").presses("Notes", told(scene, "rosa"))
    await scene.settle()
    assert "They call at six" in text_of(scene.someone("rosa").modal)


async def test_a_home_shows_my_rooms_and_what_waits_for_my_answer(scene: Scene) -> None:
    await offers(scene, "ruth")
    await vets(scene, "R101")
    await asks_for_a_room(scene)
    await proposes(scene, "S101", "R101")
    ruth = scene.someone("ruth")
    await ruth.closes(everything=True)
    await ruth.opens_home()
    await scene.settle()
    assert ruth.home is not None
    assert "Your guests" in text_of(ruth.home)
    await ruth.presses("Accept", ruth.home)
    await scene.settle()
    assert "You said yes; the guests are being asked" in text_of(ruth.home)


async def test_a_channels_digest_lists_who_needs_a_room_and_the_way_to_offer_one(scene: Scene) -> None:
    await asks_for_a_room(scene)
    daniel = scene.someone("daniel")
    await daniel.types("/digest preview", channel="general")
    await scene.settle()
    shown = daniel.ephemerals("general")[-1]
    assert "S101" in text_of(shown)
    assert "Looking for a room" in text_of(shown)
    assert "Offer a room" in labels_of(shown)

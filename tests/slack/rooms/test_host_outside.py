"""A host who is not in Slack, as two coordinators live it."""

from handlers.practice.reading import labels_of, text_of
from tests.slack.rooms.hosting import ADDRESS, CANARIES, asks_for_a_room, told
from tests.slack.scene import Scene
from tests.slack.traces import said, windows


async def answers(scene: Scene, handle: str, label: str, words: str = "") -> None:
    """They press a button of the newest message with these words."""
    await scene.someone(handle).presses(label, told(scene, handle, words))
    await scene.settle()


async def test_a_coordinator_offers_her_room_and_answers_for_her(scene: Scene) -> None:
    rosa, daniel = scene.someone("rosa"), scene.someone("daniel")
    await rosa.types("/rooms offer", channel="general")
    await scene.settle()
    form = {"name": "Nana Lucille", "town": "Lowell", "beds": "4", "address": ADDRESS, "phone": "978-555-0142"}
    short = ["Short stay: up to four weeks"]
    await rosa.fills(rosa.modal, {**form, "lengths": short, "features": ["Works with a wheelchair"]})
    assert (await rosa.submits()).errors == {}
    await scene.settle()
    assert "R101 is offered. You answer for Nana Lucille." in text_of(rosa.modal)
    assert "Not in Slack; Rosa" in text_of(rosa.modal)
    assert labels_of(scene.modal("rosa")) == ["Edit", "Closed nights", "Close room", "Vet host"]
    await rosa.presses("Vet host", rosa.modal)
    await scene.settle()
    await rosa.closes(everything=True)

    await asks_for_a_room(scene)
    await daniel.presses("Find a room", daniel.modal)
    await scene.settle()
    assert "Nana Lucille" in text_of(daniel.modal)
    await daniel.presses("Propose", daniel.modal, value="S101 R101")
    await scene.settle()
    await daniel.closes(everything=True)
    asked = told(scene, "rosa")
    assert "Could Nana Lucille give them a room?" in text_of(asked)
    await rosa.types("/rooms S101", channel="general")
    await scene.settle()
    assert "You answer for Nana Lucille:" in text_of(rosa.modal)
    await rosa.presses("Accept", rosa.modal)
    await scene.settle()
    await rosa.presses("They say yes", rosa.modal)
    await scene.settle()
    assert "Please let another coordinator do this." in text_of(rosa.modal)
    await rosa.closes(everything=True)
    await answers(scene, "daniel", "They say yes")
    assert "put Nana Lucille in touch with them" in text_of(told(scene, "rosa"))
    await answers(scene, "rosa", "Contacts")
    assert CANARIES[2] in text_of(rosa.modal)
    left = await said(scene)
    assert "Nana Lucille" in left, "control: what may be said is found there"
    assert CANARIES[2] in windows(scene), "control: it was opened, in a window"
    for canary in CANARIES:
        assert canary not in left

"""A family of four with a wheelchair finds a room for three weeks, after one refusal, and stays longer."""

from datetime import timedelta
from pathlib import Path

import structlog

from chatbot.kit.database import database_file
from handlers.practice.reading import text_of
from tests.slack.rooms.hosting import CANARIES, asks_for_a_room, offers, proposes, told, vets
from tests.slack.scene import Scene
from tests.slack.traces import everything_logged, openings, said, windows


async def journey(scene: Scene) -> None:
    """From two offers to the end of a stay, as Ruth, Marie and Daniel live it."""
    daniel, ruth, marie = (scene.someone(handle) for handle in ("daniel", "ruth", "marie"))
    for handle, code in (("marie", "R101"), ("ruth", "R102")):
        await offers(scene, handle)
        assert f"{code} is offered. Thank you!" in text_of(scene.modal(handle))
        await scene.someone(handle).closes(everything=True)
        await vets(scene, code)
        assert "You are vetted" in text_of(told(scene, handle))

    await asks_for_a_room(scene)
    await daniel.presses("Find a room", daniel.modal)
    await scene.settle()
    assert "in Lowell · Children welcome · Works with a wheelchair · for 21 nights" in text_of(daniel.modal)
    await daniel.closes(everything=True)
    await proposes(scene, "S101", "R101")

    proposal = told(scene, "marie")
    assert "Family of four" in text_of(proposal)
    assert "Uses a wheelchair" in text_of(proposal)
    await marie.presses("Decline", proposal)
    await scene.settle()
    assert "The host cannot take them" in text_of(told(scene, "daniel"))
    await proposes(scene, "S101", "R102")

    await ruth.presses("Ask", told(scene, "ruth"))
    await scene.settle()
    await ruth.fills(ruth.modal, {"words": "How wide is the wheelchair?"})
    await ruth.submits()
    await scene.settle()
    await ruth.closes(everything=True)
    assert "wide" not in text_of(told(scene, "daniel"))
    await daniel.presses("Notes", told(scene, "daniel"))
    await scene.settle()
    assert "How wide is the wheelchair?" in text_of(daniel.modal)
    await daniel.presses("Answer the host", daniel.modal)
    await scene.settle()
    await daniel.fills(daniel.modal, {"words": "70 cm"})
    await daniel.submits()
    await scene.settle()
    await daniel.closes(everything=True)

    await ruth.presses("Accept", told(scene, "ruth", "Could you give"))
    await scene.settle()
    agreed = await daniel.presses("They say yes", told(scene, "daniel"))
    await scene.settle()
    assert "Both have said yes" in text_of(agreed.ephemeral)
    await ruth.presses("Contacts", told(scene, "ruth"))
    await scene.settle()
    assert CANARIES[2] in text_of(ruth.modal)
    await ruth.closes(everything=True)
    await daniel.types("/rooms S101", channel="general")
    await scene.settle()
    await daniel.presses("Contacts", daniel.modal)
    await scene.settle()
    assert CANARIES[0] in text_of(daniel.modal)
    await daniel.closes()

    await daniel.presses("Stay longer", daniel.modal)
    await scene.settle()
    await daniel.fills(daniel.modal, {"until": scene.day(35)})
    await daniel.submits()
    await scene.settle()
    await daniel.closes(everything=True)
    await ruth.presses("They may stay", told(scene, "ruth"))
    await scene.settle()
    assert "They may stay until Mon, Apr 6" in text_of(told(scene, "daniel"))

    await scene.practice.move_clock(by=timedelta(days=8))
    await scene.running.caught_up()
    await scene.settle()
    assert "How is it going?" in text_of(told(scene, "ruth"))
    await ruth.presses("All is well", told(scene, "ruth"))
    await scene.settle()


async def test_a_family_of_four_gets_a_room_for_three_weeks_and_longer_after_one_refusal(scene: Scene) -> None:
    daniel = await scene.known("daniel")
    with everything_logged() as log:
        await journey(scene)
        structlog.get_logger("alongside").info("control")
    stay = await scene.chatbot.stays.get("S101", by=daniel)
    assert stay.match is not None
    assert (stay.match.offer_code, stay.nights.count) == ("R102", 28)
    assert await openings(scene, "stays.open_contacts", "rooms.open_own") == [
        ("Ruth", "stays.open_contacts"),
        ("Daniel", "stays.open_contacts"),
    ]
    left, logged = await said(scene), log.getvalue()
    files = list(Path(database_file(scene.settings.database_url.get_secret_value()) or "").parent.glob("*.db*"))
    assert any(b"Family of four" in file.read_bytes() for file in files), "control: what is not sealed is found"
    for canary in CANARIES:
        assert canary not in left
        assert canary not in logged
        assert not any(canary.encode() in file.read_bytes() for file in files)
    assert "Family of four" in left, "control: what may be said is found there"
    assert CANARIES[0] in windows(scene), "control: the address was opened, in a window"
    assert "control" in logged

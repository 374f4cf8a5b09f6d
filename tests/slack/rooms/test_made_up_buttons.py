"""Every button of rooms and stays, pressed by those it is not for: nothing happens, and they get a kind answer."""

import pytest

from chatbot.audit import audit
from chatbot.people.model import Grant, Role
from handlers.practice.reading import text_of
from tests.slack.rooms.hosting import CANARIES, asks_for_a_room, offers, proposes, told, vets
from tests.slack.scene import Scene
from tests.slack.traces import everything

FOR_EVERYONE = {"rooms.offer"}
"""What any member may press: the empty form to offer a room."""


async def agreed(scene: Scene) -> None:
    """Ruth and the guests have said yes."""
    await offers(scene, "ruth")
    await vets(scene, "R101")
    await asks_for_a_room(scene)
    await proposes(scene, "S101", "R101")
    await scene.someone("ruth").presses("Accept", told(scene, "ruth"))
    await scene.settle()
    await scene.someone("daniel").presses("They say yes", told(scene, "daniel"))
    await scene.settle()


@pytest.mark.parametrize("handle", ["jonah", "sam", "luis"])
async def test_a_made_up_button_does_nothing_and_shows_nothing(scene: Scene, handle: str) -> None:
    """T11: a volunteer, the treasurer, a guest of the workspace."""
    await agreed(scene)
    await scene.trusts("sam", Grant(role=Role.TREASURER))
    channel = "announcements"
    someone = scene.someone(handle)
    await someone.types("/rooms", channel=channel)
    await scene.settle()
    here = someone.ephemerals(channel)[-1]
    before = len(await everything(scene.chatbot, audit))
    names = [name for name in scene.running.app.door.registered.actions if name.startswith(("rooms.", "stays."))]
    for name in sorted(set(names) - FOR_EVERYONE):
        for value in ("S101", "R101 1", "S101 R101", ""):
            action = {"type": "button", "action_id": name, "block_id": "b", "value": value}
            await someone.forges(here, action)
    await scene.settle()
    assert len(names) > 30
    assert len(await everything(scene.chatbot, audit)) == before
    assert someone.modal is None
    heard = " ".join(text_of(one) for one in someone.ephemerals(channel))
    assert not [canary for canary in CANARIES if canary in heard]
    assert "went wrong" not in heard

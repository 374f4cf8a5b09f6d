"""The steps that tests of rooms in Slack have in common."""

from handlers.practice.posts import Message
from handlers.practice.reading import text_of
from handlers.practice.views import View
from tests.slack.scene import Scene

ADDRESS = "12 Canary Lane"
PHONE = "978-555-0142"
CONTACT = "Ask for Tia at 978-555-0199"
CANARIES = (ADDRESS, PHONE, CONTACT, "978-555-0199")


async def offers(scene: Scene, handle: str, **changes: object) -> None:
    """They offer a room for four in Lowell through the form."""
    someone = scene.someone(handle)
    await someone.types("/rooms offer", channel="general")
    await scene.settle()
    await someone.fills(
        someone.modal,
        {
            "town": "Lowell",
            "beds": "4",
            "lengths": ["Short stay: up to four weeks"],
            "features": ["Children welcome", "Works with a wheelchair"],
            "address": f"{ADDRESS}, Lowell",
            "phone": PHONE,
            **changes,
        },
    )
    answer = await someone.submits()
    assert answer.errors == {}
    await scene.settle()


async def vets(scene: Scene, code: str) -> None:
    daniel = scene.someone("daniel")
    await daniel.types(f"/rooms {code}", channel="general")
    await scene.settle()
    await daniel.presses("Vet host", daniel.modal)
    await scene.settle()
    assert "You vouch for" in text_of(daniel.modal)
    await daniel.closes(everything=True)


async def asks_for_a_room(scene: Scene, **changes: object) -> View:
    """Daniel writes down a family of four with a wheelchair, for three weeks from next week on."""
    daniel = scene.someone("daniel")
    await daniel.types("/rooms ask", channel="general")
    await scene.settle()
    await daniel.fills(
        daniel.modal,
        {
            "alias": "Family of four",
            "adults": "2",
            "children": "2",
            "first": scene.day(7),
            "until": scene.day(28),
            "town": "Lowell",
            "needs": ["Uses a wheelchair"],
            "contact": CONTACT,
            **changes,
        },
    )
    answer = await daniel.submits()
    assert answer.errors == {}
    await scene.settle()
    return scene.modal("daniel")


async def proposes(scene: Scene, stay: str, offer: str) -> None:
    daniel = scene.someone("daniel")
    await daniel.types(f"/rooms {stay}", channel="general")
    await scene.settle()
    await daniel.presses("Find a room", daniel.modal)
    await scene.settle()
    await daniel.presses("Propose", daniel.modal, value=f"{stay} {offer}")
    await scene.settle()
    assert f"The host of {offer} is being asked" in text_of(daniel.modal)
    await daniel.closes(everything=True)


def told(scene: Scene, handle: str, words: str = "") -> Message:
    """The newest message with these words that the bot wrote to them by itself."""
    mine = scene.someone(handle).direct_messages()
    return next(one for one in reversed(mine) if words in text_of(one))

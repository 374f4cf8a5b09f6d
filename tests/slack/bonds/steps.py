"""The steps people take with drives in Slack, for the tests of this folder."""

from typing import Any

from chatbot.bonds.model import Drive
from chatbot.people.model import Grant, Role
from handlers.practice.posts import Message
from handlers.practice.reading import text_of
from handlers.practice.views import View
from tests.slack.scene import Scene

CHANNEL = "bonds"


async def opens_drive(scene: Scene, **changes: Any) -> Drive:
    """Sam is the treasurer and starts a drive: a bond of $1,500, needed in ten days, unless changed."""
    sam = await scene.trusts("sam", Grant(role=Role.TREASURER))
    typed = {
        "purpose": "bond",
        "alias": "Uncle of J.",
        "amount": "1500",
        "due": scene.day(10),
        "story": "He fixes everybody's bicycle.",
        "link": "https://example.org/give",
        "channel": scene.practice.channel(CHANNEL).id,
        **changes,
    }
    drive = await scene.chatbot.bonds.start(typed, by=sam)
    await scene.settle()
    return drive


def card(scene: Scene, code: str = "B101") -> Message:
    """The live card of a drive, as everyone in the channel sees it."""
    return next(
        one
        for one in scene.practice.channel(CHANNEL).messages
        if one.bot and not one.ephemeral and code in text_of(one)
    )


async def presses(scene: Scene, handle: str, label: str, where: Message | View | None = None) -> View | None:
    """A press, on the open window unless told where; answers the window that is open then."""
    await scene.someone(handle).presses(label, where or scene.modal(handle))
    await scene.settle()
    return scene.someone(handle).modal


async def sends(scene: Scene, handle: str, **values: Any) -> dict[str, str]:
    """Fill in the open form and send it; answers the sentences under its inputs, which are none when it was taken."""
    await scene.someone(handle).fills(scene.modal(handle), values)
    answer = await scene.someone(handle).submits()
    await scene.settle()
    return dict(answer.errors)


async def pledges(scene: Scene, handle: str, amount: str, **answers: Any) -> str:
    """Someone pledges an amount of their own by the card, and says yes; what the window says then."""
    await presses(scene, handle, "Other amount", card(scene))
    assert await sends(scene, handle, amount=amount) == {}
    assert await sends(scene, handle, **answers) == {}
    return said(scene, handle)


async def opens_details(scene: Scene, handle: str, code: str = "B101") -> str:
    """Close what is open and open the details of a drive from its card."""
    await closes(scene, handle)
    await presses(scene, handle, "Details", card(scene, code))
    return said(scene, handle)


async def closes(scene: Scene, handle: str) -> None:
    if scene.someone(handle).modal is not None:
        await scene.someone(handle).closes(everything=True)
        await scene.settle()


def said(scene: Scene, handle: str) -> str:
    return text_of(scene.someone(handle).modal)

"""The steps people take with alerts in Slack, for the tests of this folder."""

from typing import Any

from handlers.practice.posts import Message
from handlers.practice.reading import text_of
from handlers.practice.views import View
from tests.slack.scene import Scene

CHANNEL = "court-boston"
ENGLISH = "Hello, my name is {name} and I live in {town}. I ask {office} to pass the bill."
PORTUGUESE = "Olá, meu nome é {name} e moro em {town}. Peço a {office} que aprove a lei."


async def presses(scene: Scene, handle: str, label: str, where: Message | View | None = None) -> str:
    """A press, on the open window unless told where; what the window that is open then says."""
    await scene.someone(handle).presses(label, where or scene.modal(handle))
    await scene.settle()
    return said(scene, handle)


async def sends(scene: Scene, handle: str, **values: Any) -> dict[str, str]:
    """Fill in the open form and send it; answers the sentences under its inputs, which are none when it was taken."""
    await scene.someone(handle).fills(scene.modal(handle), values)
    answer = await scene.someone(handle).submits()
    await scene.settle()
    return dict(answer.errors)


async def closes(scene: Scene, handle: str) -> None:
    if scene.someone(handle).modal is not None:
        await scene.someone(handle).closes(everything=True)
        await scene.settle()


def said(scene: Scene, handle: str) -> str:
    return text_of(scene.someone(handle).modal)


async def types(scene: Scene, handle: str, line: str) -> Message | None:
    """A command; the private message that answers it, if there is one."""
    someone = scene.someone(handle)
    before = len(someone.ephemerals(CHANNEL))
    await someone.types(line, channel=CHANNEL)
    await scene.settle()
    return someone.ephemerals(CHANNEL)[-1] if len(someone.ephemerals(CHANNEL)) > before else None


def card(scene: Scene, code: str = "A101") -> Message:
    """The live card of an alert, as everyone in the channel sees it."""
    return next(
        one
        for one in scene.practice.channel(CHANNEL).messages
        if one.bot and not one.ephemeral and code in text_of(one)
    )


async def launches(scene: Scene, **changes: Any) -> str:
    """Daniel writes an alert with one senator and two scripts through the windows, and launches it; its code."""
    await types(scene, "daniel", "/actions add")
    form = {
        "title": "Pass the GRACE Act",
        "why": "It keeps families together.",
        "bills": "H.R. 2146 / S. 1088",
        "steps": ["Call", "Write"],
        "ends_on": scene.day(20),
        "goal": "4",
        "links": "https://example.org/bill",
        **changes,
    }
    assert await sends(scene, "daniel", **form) == {}
    assert "is a draft" in said(scene, "daniel")
    await adds_office(scene, name="Senator Elena Marsh", phone="(202) 555-0142")
    await gives_script(scene, "English", ENGLISH)
    await gives_script(scene, "Português", PORTUGUESE)
    assert "is launched" in await presses(scene, "daniel", "Launch")
    code = str(scene.modal("daniel").private_metadata)
    await closes(scene, "daniel")
    return code


async def adds_office(scene: Scene, **values: Any) -> None:
    """In the window that is open."""
    await presses(scene, "daniel", "Add an office")
    assert await sends(scene, "daniel", office="US Congress", **values) == {}


async def gives_script(scene: Scene, language: str, words: str) -> None:
    daniel = scene.someone("daniel")
    await daniel.selects("actions.script", language, in_=scene.modal("daniel"))
    await scene.settle()
    assert await sends(scene, "daniel", words=words) == {}


async def does(scene: Scene, handle: str, button: str = "actions.called", **said_: Any) -> str:
    """Someone says by the card that they called; what the window says then."""
    await closes(scene, handle)
    await presses(scene, handle, button, card(scene))
    assert await sends(scene, handle, **said_) == {}
    return said(scene, handle)


def told(scene: Scene, handle: str, about: str) -> list[Message]:
    """What the bot wrote to someone about this."""
    return [one for one in scene.someone(handle).direct_messages() if about in text_of(one)]

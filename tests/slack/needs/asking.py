"""The steps that tests of needs in Slack have in common."""

from typing import Any

from handlers.practice.reading import text_of
from tests.slack.scene import Scene


async def writes_down(scene: Scene, kind: str, handle: str = "daniel", **filled: object) -> str:
    """Someone asks for help through the window; answers what they see then."""
    someone = scene.someone(handle)
    await someone.types("/needs add", channel="general")
    await scene.settle()
    await someone.selects("needs.kind", kind, in_=someone.modal)
    await scene.settle()
    await someone.fills(someone.modal, {"title": "Something", "alias": "Blue house", **filled})
    answer = await someone.submits()
    assert answer.errors == {}
    await scene.settle()
    said = text_of(someone.modal)
    await someone.closes(everything=True)
    return said


async def presses(scene: Scene, handle: str, label: str, *, in_: Any = None) -> None:
    someone = scene.someone(handle)
    await someone.presses(label, in_ or scene.card())
    await scene.settle()


async def adds_rider(scene: Scene, **filled: object) -> None:
    daniel = scene.someone("daniel")
    await presses(scene, "daniel", "Details")
    await presses(scene, "daniel", "Add a rider", in_=daniel.modal)
    await daniel.fills(daniel.modal, {"alias": "M.R.", "town": "Lynn", "seats": "1", **filled})
    assert (await daniel.submits()).errors == {}
    await scene.settle()
    await daniel.closes(everything=True)


async def drives(scene: Scene, handle: str, **filled: object) -> None:
    await scene.agrees(handle)
    await presses(scene, handle, "I drive")
    someone = scene.someone(handle)
    await someone.fills(someone.modal, {"seats": "3", **filled})
    assert (await someone.submits()).errors == {}
    await scene.settle()

"""The addresses people are given in Slack."""

from tests.slack.scene import Scene


async def of_import(scene: Scene, handle: str = "daniel") -> str:
    """Where the button of `/hearings import` leads."""
    await scene.someone(handle).types("/hearings import", channel="court-boston")
    await scene.settle()
    return _linked(scene, handle)


async def of_directory(scene: Scene, handle: str = "daniel") -> str:
    """Where the button of `/resources import` leads."""
    await scene.someone(handle).types("/resources import", channel="court-boston")
    await scene.settle()
    return _linked(scene, handle)


async def of_calendar(scene: Scene, handle: str = "ana") -> str:
    """Where the page of somebody's calendar is, after they made its address on their Home."""
    someone = scene.someone(handle)
    hearing = await scene.hearing()
    await scene.agrees(handle)
    await scene.chatbot.hearings.claim(hearing.code, by=await scene.known(handle))
    await someone.opens_home()
    await scene.settle()
    await someone.presses("Calendar", in_=someone.home)
    await scene.settle()
    await someone.presses("Make my address", in_=scene.modal(handle))
    await scene.settle()
    return _linked(scene, handle)


def _linked(scene: Scene, handle: str) -> str:
    buttons = (one for block in scene.modal(handle).blocks for one in block.get("elements", []))
    return next(str(one["url"]) for one in buttons if "url" in one)

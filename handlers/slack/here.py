"""Where something was pressed: what day it is there, and where a window is put in front of someone."""

from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from chatbot.bootstrap import Chatbot
from chatbot.kit.clock import local_date
from chatbot.kit.i18n import Text
from chatbot.network.refusals import TooManyOpened
from handlers.slack import replies
from handlers.slack.blocks import Block
from handlers.slack.press import GoBack, Open, Press, Reply, Surface, Update


@dataclass(frozen=True, kw_only=True, slots=True)
class Here:
    """The network's own calendar."""

    today: date
    zone: ZoneInfo


async def here(team_id: str, chatbot: Chatbot) -> Here:
    """What day it is in the network's zone."""
    zone = (await chatbot.networks.get(team_id)).zone
    return Here(today=local_date(chatbot.clock.now(), zone), zone=zone)


async def today(press: Press, chatbot: Chatbot) -> date:
    return (await here(press.person.team_id, chatbot)).today


async def followed(press: Press, said: Text | None, window: Awaitable[Block]) -> Reply:
    """What just happened, on top of the window that shows it, in the place of the one that is open.

    It has happened, whatever the window would show: who opened enough for today gets the news alone.
    """
    try:
        return put(press, await window)
    except TooManyOpened:
        if said is None:
            raise
        return replies.said(press.speech, said)


def put(press: Press, view: Block) -> Reply:
    """In the place of the window that is open, or as a new one."""
    return Update(view=view) if press.surface in (Surface.MODAL, Surface.FORM) else Open(view=view)


def shown(press: Press, view: Block) -> Reply:
    """In the place of the window in which it was pressed, under the form that was sent, or as a new window."""
    match press.surface:
        case Surface.MODAL:
            return Update(view=view)
        case Surface.FORM:
            return GoBack(view=view)
        case _:
            return Open(view=view)

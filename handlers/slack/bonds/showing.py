"""Putting a window in front of someone, wherever they pressed; and the one that most ways lead back to."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import Text
from handlers.slack.blocks import Block
from handlers.slack.bonds import modals
from handlers.slack.needs.hanging import with_needs
from handlers.slack.press import GoBack, Open, Press, Reply, Surface, Update


def shown(press: Press, view: Block) -> Reply:
    """In the place of the window in which it was pressed, under the form that was sent, or as a new window."""
    match press.surface:
        case Surface.MODAL:
            return Update(view=view)
        case Surface.FORM:
            return GoBack(view=view)
        case _:
            return Open(view=view)


async def details(press: Press, chatbot: Chatbot, code: str, *, said: Text | None = None) -> Reply:
    """The details of a drive. `said` is what just happened, on top."""
    drive = await chatbot.bonds.get(code, by=press.person)
    mine = await chatbot.bonds.pledge_of(drive.code, by=press.person)
    view = modals.details(drive, mine, press.speech, by=press.person, said=said)
    return shown(press, await with_needs(view, drive.subject, press, chatbot))

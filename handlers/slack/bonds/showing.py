"""The window about a drive: the one that most ways lead back to."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import Text
from handlers.slack.bonds import modals
from handlers.slack.here import shown
from handlers.slack.needs.hanging import with_needs
from handlers.slack.press import Press, Reply


async def details(press: Press, chatbot: Chatbot, code: str, *, said: Text | None = None) -> Reply:
    """The details of a drive. `said` is what just happened, on top."""
    drive = await chatbot.bonds.get(code, by=press.person)
    mine = await chatbot.bonds.pledge_of(drive.code, by=press.person)
    view = modals.details(drive, mine, press.speech, by=press.person, said=said)
    return shown(press, await with_needs(view, drive.subject, press, chatbot))

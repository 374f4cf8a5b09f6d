"""What happens when people bring what they signed up for into their own calendar."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import _
from handlers.slack.blocks import Block
from handlers.slack.calendars import views
from handlers.slack.here import put
from handlers.slack.press import Open, Press, Reply, SendFile, Update


async def calendar_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """Their address, and what they pressed it on as a file."""
    return await _shown(press, chatbot, code=press.value)


async def make_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """A new address, shown this once; what the old one was leads nowhere."""
    secret = await chatbot.calendars.make(by=press.person)
    return Update(view=views.made(press.speech, page=chatbot.address.of(f"calendar/{secret}")))


async def stop_pressed(press: Press, chatbot: Chatbot) -> Reply:
    await chatbot.calendars.stop(by=press.person)
    return await _shown(press, chatbot, code=press.value)


async def page_opened(press: Press, chatbot: Chatbot) -> Reply:  # noqa: ARG001
    """The button was a link; Slack tells of it all the same."""
    return None


async def file_pressed(press: Press, chatbot: Chatbot) -> Reply:
    file = await chatbot.calendars.file(press.value, by=press.person)
    about = press.speech.plain(_("Open this file to put it into your calendar, or to take it out again."))
    return SendFile(name=file.name, content=file.content, about=about)


async def my_calendar(press: Press, chatbot: Chatbot) -> list[Block]:
    """On their Home, once there is something to put into a calendar."""
    standing = await chatbot.calendars.standing(by=press.person)
    return views.on_home(press.speech) if standing.has_seats or standing.made_at else []


async def _shown(press: Press, chatbot: Chatbot, *, code: str) -> Reply:
    standing = await chatbot.calendars.standing(by=press.person)
    has_pages = chatbot.address.of("calendar") is not None
    view = views.calendar(standing, press.speech, code=code[:12], has_pages=has_pages)
    return Open(view=view) if press.action == "calendars.open" else put(press, view)

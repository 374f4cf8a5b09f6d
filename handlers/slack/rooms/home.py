"""My rooms and my guests, on my Home; for coordinators the ways to their work on rooms."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import _
from chatbot.people.model import Role
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.press import Press
from handlers.slack.rooms import here, lists
from handlers.slack.speech import bold

MOST = 8
"""Rooms, and stays, on a Home: other capabilities want their place below Slack's hundred blocks."""


async def my_rooms(press: Press, chatbot: Chatbot) -> list[Block]:
    """Drawn from the present state."""
    rooms = await chatbot.rooms.mine(by=press.person)
    guests = await chatbot.stays.with_me(by=press.person)
    found = lists.mine(rooms[:MOST], guests[:MOST], press.speech, await here.today(press, chatbot))
    if press.person.has(Role.COORDINATOR):
        title = blocks.section(bold(press.speech.md(_("Rooms"))))
        found += [title, lists.coordinators(press.speech)]
    return found

"""My rooms and my guests, on my Home; for coordinators the ways to their work on rooms."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import Text, _, n_
from chatbot.people.model import Role
from chatbot.rooms.model import Free, Standing
from chatbot.rooms.stays.model import Phase
from chatbot.rooms.stays.rules import phase
from handlers.slack import blocks, here
from handlers.slack.blocks import Block
from handlers.slack.press import Press
from handlers.slack.rooms import lists
from handlers.slack.speech import bold, lines

MOST = 8
"""Rooms, and stays, on a Home: other capabilities want their place below Slack's hundred blocks."""


async def my_rooms(press: Press, chatbot: Chatbot) -> list[Block]:
    """Drawn from the present state."""
    rooms = await chatbot.rooms.mine(by=press.person)
    guests = await chatbot.stays.with_me(by=press.person)
    found = lists.mine(rooms[:MOST], guests[:MOST], press.speech, await here.today(press, chatbot))
    if press.person.has(Role.COORDINATOR):
        title = bold(press.speech.md(_("Rooms")))
        found.append(blocks.section(lines(title, *[press.speech.md(said) for said in await _waiting(press, chatbot)])))
        found.append(lists.coordinators(press.speech))
    return found


async def _waiting(press: Press, chatbot: Chatbot) -> list[Text]:
    """How many look for a room, and how many hosts wait to be met; nothing for nobody."""
    today = await here.today(press, chatbot)
    looking = sum(phase(one, today) is Phase.LOOKING for one in await chatbot.stays.listed(by=press.person))
    offers = await chatbot.rooms.free(Free(), by=press.person)
    hosts = len({one.offer.host_id for one in offers if one.standing is Standing.UNVETTED})
    said = (
        (looking, n_("{count} stay looks for a room", "{count} stays look for a room", looking)),
        (hosts, n_("{count} host waits to be met", "{count} hosts wait to be met", hosts)),
    )
    return [text for count, text in said if count]

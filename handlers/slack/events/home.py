"""What I come to, and what is next, on my Home."""

from chatbot.bootstrap import Chatbot
from chatbot.events.model import Filter
from chatbot.kit.i18n import _
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.events import parts
from handlers.slack.press import Press
from handlers.slack.speech import bold

MOST = 4
"""Events on a Home: other capabilities want their place below Slack's hundred blocks."""

WEEK = 7


async def events_shown(press: Press, chatbot: Chatbot) -> list[Block]:
    """Mine, else what this week holds."""
    mine = await chatbot.events.listed(Filter(mine=True), size=MOST, by=press.person)
    page = mine if mine.events else await chatbot.events.listed(Filter(days=WEEK), size=MOST, by=press.person)
    if not page.events:
        return []
    heading = _("You come to") if mine.events else _("Gatherings this week")
    found: list[Block] = [blocks.section(bold(press.speech.md(heading)))]
    for event in page.events:
        found += [
            blocks.section(parts.summary(event, press.speech)),
            parts.line_buttons(event, press.speech, press.person.id),
        ]
    return found

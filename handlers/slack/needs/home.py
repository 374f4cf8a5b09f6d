"""What I help with, on my Home; for coordinators what volunteers ask for."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import _
from chatbot.needs.model import Filter
from chatbot.people.model import Role
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.needs import parts, views
from handlers.slack.press import Press
from handlers.slack.speech import bold

MOST = 6
"""Needs on a Home: other capabilities want their place below Slack's hundred blocks."""


async def my_needs(press: Press, chatbot: Chatbot) -> list[Block]:
    """Drawn from the present state."""
    speech = press.speech
    mine = await chatbot.needs.listed(Filter(mine=True), size=MOST, by=press.person)
    found: list[Block] = []
    if mine.needs:
        found.append(blocks.section(bold(speech.md(_("You help with")))))
        for need in mine.needs:
            found += [
                blocks.section(parts.summary(need, speech)),
                parts.line_buttons(need, speech, press.person.id),
            ]
    asked = await chatbot.needs.asked_for(by=press.person) if press.person.has(Role.COORDINATOR) else []
    if asked:
        found.append(blocks.section(bold(speech.md(_("Volunteers ask for")))))
        for need in asked[:MOST]:
            found += [
                blocks.section(parts.title(need, speech)),
                blocks.actions(*views.decide_buttons(need, speech)),
            ]
    return found

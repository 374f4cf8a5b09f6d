"""What someone signed up for, on their Home."""

from chatbot.bootstrap import Chatbot
from chatbot.hearings.model import Filter, Hearing, Page
from chatbot.kit.i18n import _, n_
from chatbot.people.model import Person
from chatbot.signups.messages import when_text
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.hearings import parts
from handlers.slack.press import Press
from handlers.slack.signups.views import standing
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines

AHEAD = 90
"""Days: what someone signed up for is shown long before lists show it to everyone."""

MOST = 18
"""Hearings on a Home: two blocks each, and other capabilities want their place below Slack's hundred blocks."""


async def my_hearings(press: Press, chatbot: Chatbot) -> list[Block]:
    """Drawn from the present state."""
    mine = await chatbot.hearings.listed(Filter(mine=True, days=AHEAD), size=MOST, by=press.person)
    return listed(mine, press.speech, by=press.person) if mine.hearings else []


def listed(mine: Page, speech: Speech, *, by: Person) -> list[Block]:
    found: list[Block] = [blocks.section(bold(speech.md(_("Your next hearings"))))]
    for hearing in mine.hearings:
        found += [blocks.section(_line(hearing, speech, by)), _buttons(hearing, speech, by)]
    more = mine.total - len(mine.hearings)
    if more:
        found.append(blocks.context(speech.md(n_("And {count} more later.", "And {count} more later.", more))))
    return found


def _line(hearing: Hearing, speech: Speech, by: Person) -> Mrkdwn:
    room = inert(hearing.place.room) if hearing.place.room else None
    return lines(
        parts.title(hearing, speech),
        Mrkdwn(f":calendar: {speech.md(when_text(hearing.when))}"),
        Mrkdwn(f":round_pushpin: {joined(inert(hearing.place.name), room)}"),
        speech.md(standing(hearing.roster, by.id, hearing.when)),
    )


def _buttons(hearing: Hearing, speech: Speech, by: Person) -> Block:
    own = parts.own_elements(hearing, speech, by.id)
    return blocks.actions(parts.details_button(hearing, speech), *own, parts.cover_element(hearing, speech, by.id))

"""What someone promised, on their Home; and for treasurers the books at a glance."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import _
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.bonds import parts, views
from handlers.slack.bonds.duties import is_treasurer
from handlers.slack.press import Press
from handlers.slack.speech import bold, joined, lines

MOST = 8
"""Pledges on a Home: two blocks each."""


async def my_pledges(press: Press, chatbot: Chatbot) -> list[Block]:
    """Drawn from the present state."""
    pledges = [pledge for pledge in await chatbot.bonds.mine(by=press.person) if pledge.outstanding]
    found = views.pledge_rows(pledges[:MOST], press.speech)
    return [*(await _board(press, chatbot) if is_treasurer(press.person) else []), *found]


async def _board(press: Press, chatbot: Chatbot) -> list[Block]:
    """The treasurer's day: what is at hand, what is to be collected."""
    totals = await chatbot.bookkeeping.totals(by=press.person)
    waiting = await chatbot.treasury.to_collect(by=press.person)
    speech = press.speech
    figures = joined(*parts.standing(totals, waiting, speech))
    return [
        blocks.section(lines(bold(speech.md(_("The network's money"))), figures)),
        blocks.actions(
            blocks.button(speech.plain(_("Money came in")), "bonds.receive", style="primary") if waiting else None,
            blocks.button(speech.plain(_("The books")), "bonds.books"),
        ),
    ]

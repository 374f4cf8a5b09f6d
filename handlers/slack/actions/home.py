"""What is asked of everyone, on their Home."""

from chatbot.bootstrap import Chatbot
from handlers.slack.actions import views
from handlers.slack.blocks import Block
from handlers.slack.press import Press

MOST = 3
"""Alerts on a Home: other capabilities want their place below Slack's hundred blocks."""


async def open_actions(press: Press, chatbot: Chatbot) -> list[Block]:
    """Drawn from the present state: those that end first."""
    return views.home_part((await chatbot.actions.listed(size=MOST, by=press.person)).actions, press.speech)

"""What happens when someone looks at their Home."""

from chatbot.bootstrap import Chatbot
from chatbot.hearings.model import Filter
from handlers.slack.home import views
from handlers.slack.press import Press, PublishHome, Reply

AHEAD = 90
"""Days: what someone signed up for is shown long before lists show it to everyone."""


async def home_opened(press: Press, chatbot: Chatbot) -> Reply:
    """Drawn from the present state; the door asks for it again after whatever was pressed on it."""
    mine = await chatbot.hearings.listed(Filter(mine=True, days=AHEAD), size=views.MOST, by=press.person)
    return PublishHome(view=views.home(mine, press.speech, by=press.person))

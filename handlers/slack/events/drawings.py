"""What the bot writes about events by itself, drawn from the present state; nothing private."""

from chatbot.bootstrap import Chatbot
from chatbot.events.model import Event, State
from chatbot.events.refusals import NoSuchEvent
from chatbot.events.rules import is_untold
from chatbot.kit.letters import Letter
from handlers.slack.events import views
from handlers.slack.press import Message
from handlers.slack.speech import Speech


async def card_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    event = await chatbot.events.drawn(int(letter.ref), team_id=letter.team_id)
    return views.card(event, speech, chatbot.clock.now())


async def moved_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """Only to someone who still comes or waits, and while it is not as it was before."""
    event = await _event(letter, chatbot)
    if event is None or event.state is not State.OPEN or event.roster.of(letter.person_id or 0) is None:
        return None
    before = await chatbot.events.moved(int(letter.blanks["move"]), event.id)
    if before is None or (before.when, before.where) == (event.when, event.where):
        return None
    return views.moved(event, before, speech)


async def cancelled_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    event = await _event(letter, chatbot)
    return views.cancelled(event, speech) if event is not None and event.state is State.CANCELLED else None


async def who_came_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    event = await _event(letter, chatbot)
    return views.who_came(event, speech) if event is not None and is_untold(event) else None


async def _event(letter: Letter, chatbot: Chatbot) -> Event | None:
    try:
        return await chatbot.events.drawn(int(letter.blanks["event"]), team_id=letter.team_id)
    except NoSuchEvent:
        return None

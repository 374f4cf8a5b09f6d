"""What the bot writes about the directory by itself, drawn from the present state."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.letters import Letter
from handlers.slack.press import Message
from handlers.slack.resources import suggesting, views
from handlers.slack.speech import Speech


async def card_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    resource = await chatbot.resources.drawn(int(letter.ref), team_id=letter.team_id)
    return views.card(resource, speech)


async def suggested_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """Only while nobody has looked after it."""
    suggestion = await chatbot.suggesting.drawn(int(letter.blanks["suggestion"]), team_id=letter.team_id)
    return suggesting.told(suggestion, speech) if suggestion else None


async def settled_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:  # noqa: ARG001
    return suggesting.thanks(str(letter.blanks["code"]), speech)

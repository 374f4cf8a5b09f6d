"""What the bot writes about alerts by itself, drawn from the present state."""

from chatbot.actions.model import Action, State
from chatbot.actions.refusals import NoSuchAction
from chatbot.bootstrap import Chatbot
from chatbot.kit.letters import Letter
from handlers.slack.actions import views
from handlers.slack.press import Message
from handlers.slack.speech import Speech


async def card_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    action = await _action(int(letter.ref), letter, chatbot)
    return views.card(action, speech) if action else None


async def goal_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """Unless it was missed again before it could be said."""
    action = await _action(int(letter.ref), letter, chatbot)
    return views.goal(action, speech) if action and action.is_reached else None


async def thanks_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    action = await _action(int(letter.ref), letter, chatbot)
    return views.thanks(action, speech) if action else None


async def thank_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """Unless it goes on after all."""
    action = await _action(int(letter.blanks["action"]), letter, chatbot)
    if action is None or action.state is not State.CLOSED or letter.person_id is None:
        return None
    mine = await chatbot.deeds.mine(action.id, letter.person_id, team_id=letter.team_id)
    return views.thank(action, mine, speech)


async def remind_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """While it is open and they have done nothing today."""
    action = await _action(int(letter.blanks["action"]), letter, chatbot)
    if action is None or action.state is not State.OPEN or letter.person_id is None:
        return None
    mine = await chatbot.deeds.mine(action.id, letter.person_id, team_id=letter.team_id)
    return None if mine.today else views.remind(action, speech)


async def _action(number: int, letter: Letter, chatbot: Chatbot) -> Action | None:
    try:
        return await chatbot.actions.drawn(number, team_id=letter.team_id)
    except NoSuchAction:
        return None

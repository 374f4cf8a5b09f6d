"""The word to an admin when somebody opens unusually many private details."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.letters import Letter
from handlers.slack.press import Message
from handlers.slack.speech import Speech
from handlers.slack.trail import views


async def many_opened(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """Nothing when nobody knows who it was any more."""
    person_id = int(letter.blanks["person"])
    person = await chatbot.people.by_id(team_id=letter.team_id, person_id=person_id)
    return views.many_opened(person.name, int(letter.blanks["many"]), speech) if person else None

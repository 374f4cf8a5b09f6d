"""The words to an admin when somebody opens unusually many private details, or a backup was brought back."""

from datetime import UTC, datetime

from chatbot.bootstrap import Chatbot
from chatbot.kit.letters import Letter
from handlers.slack.press import Message
from handlers.slack.speech import Speech
from handlers.slack.trail import views


async def restored(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message:
    """From when the network is, in its own zone."""
    network = await chatbot.networks.get(letter.team_id)
    moment = datetime.fromtimestamp(int(letter.blanks["moment"]), UTC)
    return views.restored(moment.astimezone(network.zone), speech)


async def many_opened(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """Nothing when nobody knows who it was any more."""
    person_id = int(letter.blanks["person"])
    person = await chatbot.people.by_id(team_id=letter.team_id, person_id=person_id)
    return views.many_opened(person.name, int(letter.blanks["many"]), speech) if person else None

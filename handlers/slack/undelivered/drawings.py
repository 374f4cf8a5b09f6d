"""The messages about messages, drawn from what is known of them now."""

from collections.abc import Mapping

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import Text
from chatbot.kit.letters import Letter
from chatbot.people.model import Role
from chatbot.undelivered.model import Parked
from chatbot.undelivered.rules import is_open
from handlers.slack.blocks import Block
from handlers.slack.press import Message, Press
from handlers.slack.speech import Speech
from handlers.slack.undelivered import views


class Drawings:
    """Knows what every room calls its messages."""

    def __init__(self, names: Mapping[str, Text]) -> None:
        self._names = names

    async def question(self, letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
        """Nothing when it was answered meanwhile."""
        parked = await self._about(letter, chatbot)
        if parked is None or not is_open(parked, int(letter.blanks["attempt"])):
            return None
        network = await chatbot.networks.get(letter.team_id)
        return views.question(parked, self._names, speech, zone=network.zone)

    async def set_aside(self, letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
        parked = await self._about(letter, chatbot)
        if parked is None:
            return None
        network = await chatbot.networks.get(letter.team_id)
        return views.set_aside(parked, int(letter.blanks["count"]), self._names, speech, zone=network.zone)

    async def home_part(self, press: Press, chatbot: Chatbot) -> list[Block]:
        """For coordinators: the questions nobody has answered yet."""
        if not press.person.has(Role.COORDINATOR):
            return []
        parked = await chatbot.undelivered.open_questions(by=press.person)
        network = await chatbot.networks.get(press.person.team_id)
        return views.home_part(parked, self._names, press.speech, zone=network.zone)

    async def _about(self, letter: Letter, chatbot: Chatbot) -> Parked | None:
        return await chatbot.undelivered.one(team_id=letter.team_id, letter_id=int(letter.blanks["letter"]))

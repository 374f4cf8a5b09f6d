"""Keeping people's Home true: it is drawn when they open it, and again after what they did on it or above it."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from slack_sdk.web.async_client import AsyncWebClient

from chatbot.bootstrap import Chatbot
from handlers.slack.answers import Answers
from handlers.slack.errors import write_down
from handlers.slack.press import GoBack, Press, Reply, Say, Surface, Update
from handlers.slack.speech import Speech
from handlers.slack.work import Work

Listener = Callable[[Press, Chatbot], Awaitable[Reply]]

_ABOVE = {Surface.MODAL, Surface.FORM}


class Homes:
    """Draws Homes anew.

    Slack tells when someone opens their Home, not when they leave it. So a press in a modal counts as one above their
    Home for everyone whose Home was drawn since this process began; drawing it once too often harms nobody.
    """

    def __init__(self, chatbot: Chatbot, answers: Answers, work: Work) -> None:
        self._chatbot = chatbot
        self._answers = answers
        self._work = work
        self._listener: Listener | None = None
        self._drawn: set[int] = set()

    def drawn_by(self, listener: Listener) -> Listener:
        """The listener that draws a Home, remembered; what it returns also remembers whose Home it drew."""
        self._listener = listener

        async def opened(press: Press, chatbot: Chatbot) -> Reply:
            self._drawn.add(press.person.id)
            return await listener(press, chatbot)

        return opened

    def follow(self, press: Press, reply: Reply, client: AsyncWebClient) -> None:
        """Someone has got their answer: if it may have changed what their Home shows, draw it again."""
        if self._listener is not None and self._stands_above(press) and _may_have_changed(reply):
            self._work.begin(self._draw(press, self._listener, client))

    def _stands_above(self, press: Press) -> bool:
        if press.surface is Surface.HOME:
            return press.trigger_id is not None
        return press.surface in _ABOVE and press.person.id in self._drawn

    async def _draw(self, press: Press, listener: Listener, client: AsyncWebClient) -> None:
        person = await self._chatbot.people.by_id(team_id=press.person.team_id, person_id=press.person.id)
        if person is None:
            return
        speech = Speech(self._chatbot.catalogues.tongue(person.language))
        asked = replace(
            press, person=person, speech=speech, surface=Surface.HOME, action="home.opened", value="", trigger_id=None
        )
        try:
            reply = await listener(asked, self._chatbot)
        except Exception as mistake:  # noqa: BLE001 - what they did is done and answered; the Home can wait
            write_down(mistake, "home.opened")
        else:
            await self._answers.bring(asked, reply, client)


def _may_have_changed(reply: Reply) -> bool:
    return reply is None or isinstance(reply, Say | Update | GoBack)

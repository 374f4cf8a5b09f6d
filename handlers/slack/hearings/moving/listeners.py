"""What happens when a hearing moved."""

from chatbot.bootstrap import Chatbot
from chatbot.hearings.model import State
from chatbot.hearings.refusals import NoSuchHearing
from chatbot.kit.letters import Letter
from handlers.slack.hearings.moving import views
from handlers.slack.hints import numbered
from handlers.slack.press import Message, Press, Reply
from handlers.slack.speech import Speech


async def keep_pressed(press: Press, chatbot: Chatbot) -> Reply:
    hearing = await chatbot.moving.keep(numbered(press.value), by=press.person)
    return views.kept(hearing, press.speech)


async def unanswered_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """Who has not said whether they still come."""
    return views.unanswered(await chatbot.moving.unanswered(by=press.person), press.speech)


async def moved_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """Only for those who are still signed up, and only while it stands."""
    try:
        notice = await chatbot.moving.told(int(letter.blanks["notice"]), team_id=letter.team_id)
    except NoSuchHearing:
        return None
    comes = notice.hearing.roster.of(letter.person_id or 0) is not None
    return views.moved(notice, speech) if comes and notice.hearing.state is State.OPEN else None


async def cancelled_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    try:
        hearing = await chatbot.hearings.drawn(int(letter.blanks["hearing"]), team_id=letter.team_id)
    except NoSuchHearing:
        return None
    if hearing.state is not State.CANCELLED:
        return None
    before = None
    if "move" in letter.blanks:
        before = await chatbot.moving.known_before(int(letter.blanks["move"]), team_id=letter.team_id)
    return views.cancelled(hearing, before, speech)

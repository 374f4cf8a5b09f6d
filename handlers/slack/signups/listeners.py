"""What happens when people press a button about a seat, and what they are told about it."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.letters import Letter
from chatbot.signups.model import SeatRole
from chatbot.signups.times import is_over
from handlers.slack.press import Message, Press, Reply
from handlers.slack.signups import views
from handlers.slack.speech import Speech


async def claim_pressed(press: Press, chatbot: Chatbot) -> Reply:
    code, _, role = press.value.partition(" ")
    chosen = SeatRole(role) if role in list(SeatRole) else SeatRole.COMPANION
    claimed = await chatbot.signups.claim(code, chosen, by=press.person)
    return views.claim_answer(claimed, press.speech, by=press.person)


async def release_pressed(press: Press, chatbot: Chatbot) -> Reply:
    occasion, released = await chatbot.signups.release(press.value, by=press.person)
    return views.release_answer(occasion, released, press.speech)


async def seat_free_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """Only while it is still true: they wait, and there is a seat."""
    occasion = await chatbot.signups.drawn(str(letter.blanks["subject"]), team_id=letter.team_id)
    mine = occasion.roster.of(letter.person_id or 0) if occasion else None
    if occasion is None or mine is None or not mine.waiting or not occasion.roster.left(mine.role):
        return None
    stands = not occasion.cancelled and not is_over(occasion.when, chatbot.clock.now())
    return views.seat_free(occasion, mine.role, speech) if stands else None

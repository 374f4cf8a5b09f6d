"""What happens when people press a button about their own seat."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import _
from chatbot.kit.refusal import Refusal
from chatbot.signups.model import SeatRole
from chatbot.signups.refusals import TooLittleTime
from handlers.slack import replies
from handlers.slack.press import Press, Reply
from handlers.slack.signups import parts, views


async def claim_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return await _claim(press, chatbot, anyway=False)


async def claim_anyway_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return await _claim(press, chatbot, anyway=True)


async def _claim(press: Press, chatbot: Chatbot, *, anyway: bool) -> Reply:
    code, _space, role = press.value.partition(" ")
    chosen = SeatRole(role) if role in list(SeatRole) else SeatRole.COMPANION
    claimed = await chatbot.signups.claim(code, chosen, by=press.person, anyway=anyway)
    return views.claim_answer(claimed, press.speech, by=press.person)


async def release_pressed(press: Press, chatbot: Chatbot) -> Reply:
    occasion, released = await chatbot.signups.release(press.value, by=press.person)
    return views.release_answer(occasion, released, press.speech)


async def accept_pressed(press: Press, chatbot: Chatbot) -> Reply:
    claimed = await chatbot.signups.accept(press.value, by=press.person)
    return views.claim_answer(claimed, press.speech, by=press.person)


async def pass_pressed(press: Press, chatbot: Chatbot) -> Reply:
    occasion = await chatbot.signups.pass_on(press.value, by=press.person)
    sentence = _("Thank you for answering. The next in line for {code} is asked.", code=occasion.code)
    return views.answer(occasion, sentence, press.speech, parts.details_button(occasion, press.speech))


async def confirm_pressed(press: Press, chatbot: Chatbot) -> Reply:
    occasion = await chatbot.signups.confirm(press.value, by=press.person)
    mine = occasion.roster.of(press.person.id)
    sentence = _(":white_check_mark: Thank you! You are coming to {code}.", code=occasion.code)
    if mine is not None and mine.waiting:
        sentence = _("You stay in line for {code}.", code=occasion.code)
    return views.answer(occasion, sentence, press.speech, parts.details_button(occasion, press.speech))


async def time_too_short(press: Press, refusal: Refusal, _chatbot: Chatbot) -> Reply:
    """It may be tight, which is theirs to decide."""
    if not isinstance(refusal, TooLittleTime):
        return replies.said(press.speech, refusal.sentence)
    if press.action == "signups.take_cover":
        return views.question(refusal.sentence, press.speech, "signups.take_anyway", press.value)
    pressed = f"{refusal.code} {refusal.role}"
    return views.question(refusal.sentence, press.speech, "signups.claim_anyway", pressed)

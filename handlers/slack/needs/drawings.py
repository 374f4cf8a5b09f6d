"""What the bot writes about needs by itself, drawn from the present state; nothing private."""

from collections.abc import Callable

from chatbot.bootstrap import Chatbot
from chatbot.kit.letters import Letter
from chatbot.needs.model import Need, State
from chatbot.needs.refusals import NoSuchNeed
from chatbot.needs.rules import stands, waiting_riders
from handlers.slack.needs import views
from handlers.slack.press import Message
from handlers.slack.speech import Speech


async def card_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    need = await chatbot.needs.drawn(int(letter.ref), team_id=letter.team_id)
    return views.card(need, speech, chatbot.clock.now())


async def moved_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    return await _drawn(letter, chatbot, lambda need: need.state is State.OPEN, lambda need: views.moved(need, speech))


async def cancelled_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    return await _drawn(
        letter, chatbot, lambda need: need.state is State.CANCELLED, lambda need: views.cancelled(need, speech)
    )


async def remind_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """Only while something they promised has not arrived."""
    person = letter.person_id or 0
    return await _drawn(
        letter,
        chatbot,
        lambda need: need.state is State.OPEN and _owes(need, person),
        lambda need: views.remind(need, speech, person_id=person),
    )


async def miles_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    driver = int(letter.blanks.get("driver", 0))
    return await _drawn(
        letter,
        chatbot,
        lambda need: need.state is not State.CANCELLED and (not driver or need.roster.of(driver) is not None),
        lambda need: views.miles(need, speech, need.roster.of(driver)),
    )


async def stranded_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """Only while somebody has no car."""
    now = chatbot.clock.now()
    return await _drawn(
        letter,
        chatbot,
        lambda need: stands(need, now) and bool(waiting_riders(need)),
        lambda need: views.stranded(need, speech),
    )


async def riders_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """Only while they drive."""
    driver, now = letter.person_id or 0, chatbot.clock.now()
    return await _drawn(
        letter,
        chatbot,
        lambda need: stands(need, now) and any(one.person_id == driver for one in need.roster.seated),
        lambda need: views.riders(need, speech, driver=driver),
    )


async def asked_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    return await _drawn(letter, chatbot, lambda need: need.state is State.ASKED, lambda need: views.asked(need, speech))


async def published_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    return await _drawn(
        letter, chatbot, lambda need: need.state is State.OPEN, lambda need: views.settled(need, speech, fresh=True)
    )


async def _drawn(
    letter: Letter, chatbot: Chatbot, holds: Callable[[Need], bool], view: Callable[[Need], Message]
) -> Message | None:
    """Nothing when it does not hold any more."""
    try:
        need = await chatbot.needs.drawn(int(letter.blanks["need"]), team_id=letter.team_id)
    except NoSuchNeed:
        return None
    return view(need) if holds(need) else None


def _owes(need: Need, person_id: int) -> bool:
    shares = [share for item in need.items if (share := item.of(person_id)) is not None]
    return any(share.received < share.promised for share in shares)

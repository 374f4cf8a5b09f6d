"""What happens when people report back."""

from chatbot.bootstrap import Chatbot
from chatbot.hearings.model import State
from chatbot.hearings.refusals import NoSuchHearing
from chatbot.kit.letters import Letter
from handlers.slack.blocks import Block
from handlers.slack.hearings.reporting import forms, views
from handlers.slack.here import put
from handlers.slack.press import Message, Press, Reply
from handlers.slack.speech import Speech


async def report_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """How did it go? Filled with what was reported before."""
    hearing, report = await chatbot.reporting.open_to_report(press.value, by=press.person)
    return put(press, forms.report(hearing, report, press.speech))


async def report_submitted(press: Press, chatbot: Chatbot) -> Reply:
    reported = await chatbot.reporting.report(press.metadata, press.typed, by=press.person)
    return views.thanks(reported, press.speech)


async def overdue_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return views.overdue(await chatbot.reporting.overdue(by=press.person), press.speech)


async def drafts_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return views.drafts(await chatbot.reporting.drafts(by=press.person), press.speech)


async def post_pressed(press: Press, chatbot: Chatbot) -> Reply:
    hearing = await chatbot.reporting.post(press.value, by=press.person)
    return views.posted(hearing, press.speech)


async def how_was_it_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """Only about what nobody has reported on meanwhile."""
    numbers = [int(number) for number in str(letter.blanks["hearings"]).split()]
    found = await chatbot.reporting.still_to_report(numbers, team_id=letter.team_id)
    return views.how_was_it(found, speech) if found else None


async def drafted_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """Only while it waits for a coordinator."""
    try:
        hearing, earlier = await chatbot.reporting.followed(int(letter.blanks["hearing"]), team_id=letter.team_id)
    except NoSuchHearing:
        return None
    return views.drafted(hearing, earlier, speech) if hearing.state is State.DRAFT else None


async def come_again_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """Only while it stands and they have not signed up yet."""
    try:
        hearing, earlier = await chatbot.reporting.followed(int(letter.blanks["hearing"]), team_id=letter.team_id)
    except NoSuchHearing:
        return None
    came = earlier.roster.of(letter.person_id or 0)
    if hearing.state is not State.OPEN or came is None or hearing.roster.of(came.person_id) is not None:
        return None
    return views.come_again(hearing, earlier, came.role, speech)


async def to_report(press: Press, chatbot: Chatbot) -> list[Block]:
    """On the Home of those who came."""
    found = await chatbot.reporting.to_report(by=press.person)
    return views.to_report(found, press.speech) if found else []

"""What happens when people ask what is kept about them, want a copy of it, or want it gone."""

from chatbot.bootstrap import Chatbot
from handlers.slack import turning
from handlers.slack.hints import numbered
from handlers.slack.press import Open, Press, Reply, Update
from handlers.slack.privacy import views


async def mine_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """`/alongside privacy`."""
    shown = await chatbot.personal.mine(by=press.person)
    return Open(view=views.mine(shown, press.speech))


async def copy_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """In a window: a file in a message would stay in Slack."""
    return Open(view=views.copy(await chatbot.personal.copy(by=press.person), press.speech))


async def copy_turned(press: Press, chatbot: Chatbot) -> Reply:
    """Another page of it, as it is now."""
    text, (page, _rest) = await chatbot.personal.copy(by=press.person), turning.asked(press.value)
    return Update(view=views.copy(text, press.speech, page=page))


async def erase_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """Of oneself, or of the person outside whose number the button carries."""
    if press.value:
        shown = await chatbot.personal.of_outsider(numbered(press.value), by=press.person)
        return Open(view=views.erase_outsider(shown, press.speech))
    return Open(view=views.erase(await chatbot.personal.mine(by=press.person), press.speech))


async def erase_submitted(press: Press, chatbot: Chatbot) -> Reply:
    is_me = press.metadata == views.ME
    if is_me:
        await chatbot.personal.erase(by=press.person)
    else:
        await chatbot.personal.erase_outsider(numbered(press.metadata), by=press.person)
    return Update(view=views.erased(press.speech, is_me=is_me))


async def outside_pressed(press: Press, chatbot: Chatbot) -> Reply:
    people = await chatbot.personal.outside(by=press.person)
    return Open(view=views.outside(people, press.speech))


async def outsider_chosen(press: Press, chatbot: Chatbot) -> Reply:
    shown = await chatbot.personal.of_outsider(numbered(press.value), by=press.person)
    people = await chatbot.personal.outside(by=press.person)
    return Update(view=views.outside(people, press.speech, chosen=shown))

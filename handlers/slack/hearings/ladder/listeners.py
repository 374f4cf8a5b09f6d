"""What happens when people watch what stays uncovered."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.ids import parse_code
from chatbot.kit.letters import Letter
from chatbot.kit.outbox import Act
from handlers.slack.hearings.ladder import views
from handlers.slack.press import Message, Press, Reply, Surface
from handlers.slack.speech import Speech


async def watch_asked(press: Press, chatbot: Chatbot) -> Reply:
    """`/hearings watch`, with what is to be watched behind it."""
    words = press.text.partition(" ")[2]
    if code := parse_code(words):
        await chatbot.watching.hearing(code, by=press.person)
    elif words:
        speech = press.speech
        wanted = await chatbot.hearings.asked(words, say=speech.plain, language=speech.language, by=press.person)
        await chatbot.watching.such(wanted, by=press.person)
    return views.watched_list(await chatbot.watching.of(by=press.person), press.speech)


async def watch_pressed(press: Press, chatbot: Chatbot) -> Reply:
    hearing = await chatbot.watching.hearing(press.value, by=press.person)
    return views.watching(hearing, press.speech)


async def unwatch_pressed(press: Press, chatbot: Chatbot) -> Reply:
    left = await chatbot.watching.stop(press.value, by=press.person)
    replace = press.is_ephemeral or press.surface is Surface.MODAL
    return views.watched_list(left, press.speech, replace=replace)


async def uncovered_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """It is posted only while one of them is uncovered, and follows them after that."""
    numbers = [int(number) for number in letter.ref.split(",")]
    found = await chatbot.ladder.still(numbers, team_id=letter.team_id)
    if letter.act is Act.POST and not any(one.urgent for one in found):
        return None
    return views.uncovered(found, speech)


async def watched_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """Only what is still uncovered."""
    numbers = [int(number) for number in str(letter.blanks["hearings"]).split()]
    found = [one for one in await chatbot.ladder.still(numbers, team_id=letter.team_id) if one.urgent]
    return views.to_watcher(found, speech, person_id=letter.person_id or 0) if found else None

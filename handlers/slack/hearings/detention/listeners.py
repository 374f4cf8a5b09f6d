"""What happens when someone was detained."""

from chatbot.bootstrap import Chatbot
from chatbot.hearings.detention.model import Alarm, Task
from chatbot.hearings.detention.refusals import NoSuchAlarm
from chatbot.kit.letters import Letter
from handlers.slack.hearings.detention import views
from handlers.slack.here import put
from handlers.slack.hints import numbered
from handlers.slack.press import Message, Open, Press, Reply, Surface, Update
from handlers.slack.speech import Speech


async def detained_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """Slack has asked once more already; a second press tells that it is known, and offers to take it back."""
    raised = await chatbot.detentions.raise_alarm(press.value, by=press.person)
    return views.answer(raised, press.speech)


async def open_pressed(press: Press, chatbot: Chatbot) -> Reply:
    alarm = await chatbot.detentions.get(numbered(press.value), team_id=press.person.team_id)
    return Open(view=views.checklist(alarm, press.speech))


async def take_pressed(press: Press, chatbot: Chatbot) -> Reply:
    number, task = _line(press.value)
    return _shown(press, await chatbot.detentions.take(number, task, by=press.person))


async def done_pressed(press: Press, chatbot: Chatbot) -> Reply:
    number, task = _line(press.value)
    return _shown(press, await chatbot.detentions.done(number, task, by=press.person))


async def hand_back_pressed(press: Press, chatbot: Chatbot) -> Reply:
    number, task = _line(press.value)
    return _shown(press, await chatbot.detentions.hand_back(number, task, by=press.person))


async def undo_pressed(press: Press, chatbot: Chatbot) -> Reply:
    alarm = await chatbot.detentions.get(numbered(press.value), team_id=press.person.team_id)
    return put(press, views.undo_form(alarm, press.speech))


async def undo_submitted(press: Press, chatbot: Chatbot) -> Reply:
    reason = str(press.typed.get("reason") or "")
    alarm = await chatbot.detentions.undo(numbered(press.metadata), reason=reason, by=press.person)
    return views.undone_answer(alarm, press.speech)


async def raised_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    return views.raised(await chatbot.detentions.get(int(letter.ref), team_id=letter.team_id), speech)


async def undone_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    return views.undone(await chatbot.detentions.get(int(letter.ref), team_id=letter.team_id), speech)


async def unheard_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    alarm = await chatbot.detentions.get(int(letter.blanks["alarm"]), team_id=letter.team_id)
    return views.unheard(alarm, speech) if alarm.stands else views.undone(alarm, speech)


def _shown(press: Press, alarm: Alarm) -> Reply:
    """The message in the channel follows by itself; a modal is drawn again."""
    return Update(view=views.checklist(alarm, press.speech)) if press.surface is Surface.MODAL else None


def _line(value: str) -> tuple[int, Task]:
    number, _space, task = value.partition(" ")
    if task not in list(Task):
        raise NoSuchAlarm
    return numbered(number), Task(task)

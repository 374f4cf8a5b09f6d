"""What happens when people ask for alerts, say what they did, and want to be reminded."""

from collections.abc import Mapping

from chatbot.actions import rules
from chatbot.actions.model import Action, Mine, Which
from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import Text, _
from chatbot.kit.ids import parse_code
from chatbot.people.model import Role
from handlers.slack import turning
from handlers.slack.actions import keeping, parts, views, windows
from handlers.slack.actions.showing import details, filling, window_of
from handlers.slack.door import Listener
from handlers.slack.here import shown, today
from handlers.slack.hints import coded
from handlers.slack.press import Open, Press, Reply, Surface, Update


async def actions_asked(press: Press, chatbot: Chatbot) -> Reply:
    """`/actions`, with whatever stands behind it."""
    words = " ".join(press.text.split()).casefold()
    if words in WORDS:
        return await WORDS[words](press, chatbot)
    if words in list(Which):
        return await _list(press, chatbot, words)
    if code := parse_code(words):
        return views.shown(await chatbot.actions.get(code, by=press.person), press.speech)
    return views.unknown(words, press.speech)


async def open_asked(press: Press, chatbot: Chatbot) -> Reply:
    return await _list(press, chatbot, Which.OPEN)


async def help_asked(press: Press, chatbot: Chatbot) -> Reply:  # noqa: ARG001
    return views.help_text(press.speech, may_add=press.person.has(Role.COORDINATOR))


async def page_turned(press: Press, chatbot: Chatbot) -> Reply:
    page, words = turning.asked(press.value)
    return await _list(press, chatbot, words, page=page, replace=True)


async def details_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return await details(press, chatbot, press.value)


async def script_asked(press: Press, chatbot: Chatbot) -> Reply:
    """The script again, with the town and the office that were typed; they go nowhere else."""
    action, mine = await chatbot.actions.seen(press.metadata, by=press.person)
    return Update(view=await window_of(press, chatbot, action, mine))


async def did_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """*I called*, *I wrote*, *I signed*, *I testified*: to whom, and how did it go?"""
    action = await chatbot.actions.get(press.value, by=press.person)
    rules.must_be_open(action, await today(press, chatbot))
    step = parts.STEP_OF[press.action]
    return Open(view=windows.did_form(action, step, press.speech, filling=filling(press)))


async def did_submitted(press: Press, chatbot: Chatbot) -> Reply:
    code, step, town = (*press.metadata.split(" ", 2), "", "")[:3]
    counted = await chatbot.deeds.count(code, {**press.typed, "step": step}, by=press.person)
    together = _("Counted, thank you! That makes {total} together.", total=counted.action.tally.total)
    said = together if counted.new else _("This was counted today already. Tomorrow counts again.")
    return shown(press, await window_of(press, chatbot, counted.action, counted.mine, town=town, said=said))


async def undo_pressed(press: Press, chatbot: Chatbot) -> Reply:
    code, number = coded(press.value)
    action, mine = await chatbot.deeds.undo(code, number, by=press.person)
    return shown(press, await window_of(press, chatbot, action, mine, said=_("It is taken back.")))


async def remind_pressed(press: Press, chatbot: Chatbot) -> Reply:
    action, mine = await chatbot.deeds.remind(press.value, by=press.person)
    said = _("I remind you tomorrow at ten, and on the last day.")
    if action.ends_on <= await today(press, chatbot):
        said = _("Today is the last day: now is the moment.")
    return await _answered(press, chatbot, action, mine, said)


async def let_be_pressed(press: Press, chatbot: Chatbot) -> Reply:
    action, mine = await chatbot.deeds.remind(press.value, wanted=False, by=press.person)
    return await _answered(press, chatbot, action, mine, _("I do not remind you of it any more."))


async def _answered(press: Press, chatbot: Chatbot, action: Action, mine: Mine, said: Text) -> Reply:
    if press.surface is Surface.MODAL:
        return Update(view=await window_of(press, chatbot, action, mine, said=said))
    return views.answer(action, said, press.speech, parts.remind_button(action, press.speech, mine))


async def _list(press: Press, chatbot: Chatbot, words: str, *, page: int = 1, replace: bool = False) -> Reply:
    which = Which(words) if words in list(Which) else Which.OPEN
    found = await chatbot.actions.listed(which, page=page, by=press.person)
    may_add = press.person.has(Role.COORDINATOR)
    return views.listing(found, which, press.speech, may_add=may_add, replace=replace)


WORDS: Mapping[str, Listener] = {
    "": open_asked,
    "add": keeping.add_pressed,
    "help": help_asked,
    "?": help_asked,
}
"""What can stand behind the command, besides a list and a code."""

"""What happens when coordinators write alerts, launch and close them, and look at what came of them."""

from collections.abc import Mapping

from chatbot.actions.model import Action, State
from chatbot.actions.refusals import NoSuchAction, NoSuchTarget
from chatbot.actions.rules import must_be
from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import LANGUAGES, _
from chatbot.people.rules import require_coordinator
from handlers.slack.actions import forms, views, windows
from handlers.slack.actions.showing import details
from handlers.slack.hints import coded
from handlers.slack.press import Open, Press, Reply, SendFile


async def add_pressed(press: Press, chatbot: Chatbot) -> Reply:  # noqa: ARG001
    require_coordinator(press.person)
    return Open(view=forms.alert_form(press.speech))


async def add_submitted(press: Press, chatbot: Chatbot) -> Reply:
    action = await chatbot.actions.write(await _typed(press), by=press.person)
    said = _("{code} is a draft. Add whom to turn to and what to say, then launch it.", code=action.code)
    return await details(press, chatbot, action.code, said=said)


async def edit_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return Open(view=forms.alert_form(press.speech, action=await _kept(press, chatbot, press.value)))


async def edit_submitted(press: Press, chatbot: Chatbot) -> Reply:
    action = await chatbot.actions.change(press.metadata, await _typed(press), by=press.person)
    return await details(press, chatbot, action.code, said=_("{code} is saved.", code=action.code))


async def target_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return Open(view=forms.target_form(await _kept(press, chatbot, press.value), press.speech))


async def office_chosen(press: Press, chatbot: Chatbot) -> Reply:
    code, number = coded(press.value)
    action = await _kept(press, chatbot, code)
    target = action.target(number)
    if target is None:
        raise NoSuchTarget
    return Open(view=forms.target_form(action, press.speech, target=target))


async def target_submitted(press: Press, chatbot: Chatbot) -> Reply:
    code, number = coded(press.metadata)
    target_id = number if " " in press.metadata else None
    action = await chatbot.actions.set_target(code, press.typed, target_id=target_id, by=press.person)
    return await details(press, chatbot, action.code, said=_("{code} is saved.", code=action.code))


async def office_off_chosen(press: Press, chatbot: Chatbot) -> Reply:
    code, number = coded(press.value)
    action = await chatbot.actions.remove_target(code, number, by=press.person)
    return await details(press, chatbot, action.code, said=_("{code} is saved.", code=action.code))


async def script_chosen(press: Press, chatbot: Chatbot) -> Reply:
    code, _space, language = press.value.partition(" ")
    if language not in LANGUAGES:
        raise NoSuchAction(code[:12])
    return Open(view=forms.script_form(await _kept(press, chatbot, code), language, press.speech))


async def words_submitted(press: Press, chatbot: Chatbot) -> Reply:
    code, _space, language = press.metadata.partition(" ")
    action = await chatbot.actions.set_script(code, {**press.typed, "language": language}, by=press.person)
    return await details(press, chatbot, action.code, said=_("{code} is saved.", code=action.code))


async def launch_pressed(press: Press, chatbot: Chatbot) -> Reply:
    action = await chatbot.actions.launch(press.value, by=press.person)
    said = _("{code} is launched, and its card is on its way to the channel.", code=action.code)
    return await details(press, chatbot, action.code, said=said)


async def discard_pressed(press: Press, chatbot: Chatbot) -> Reply:
    action = await chatbot.actions.discard(press.value, by=press.person)
    return views.gone(action, press.speech)


async def close_pressed(press: Press, chatbot: Chatbot) -> Reply:
    action = await chatbot.actions.close(press.value, by=press.person)
    return await details(press, chatbot, action.code, said=_("{code} is closed.", code=action.code))


async def reopen_pressed(press: Press, chatbot: Chatbot) -> Reply:
    action = await _kept(press, chatbot, press.value, State.CLOSED)
    return Open(view=forms.reopen_form(action, press.speech))


async def reopen_submitted(press: Press, chatbot: Chatbot) -> Reply:
    action = await chatbot.actions.reopen(press.metadata, press.typed, by=press.person)
    said = _("{code} goes on until {day}.", code=action.code, day=action.ends_on)
    return await details(press, chatbot, action.code, said=said)


async def tally_pressed(press: Press, chatbot: Chatbot) -> Reply:
    action, lines = await chatbot.actions.tally(press.value, by=press.person)
    return Open(view=windows.tally(action, lines, press.speech))


async def sheet_pressed(press: Press, chatbot: Chatbot) -> Reply:
    say = press.speech.plain
    text = await chatbot.actions.export(press.value, say=say, by=press.person)
    about = say(_("What was done, by day and office. Nobody's name is in it."))
    return SendFile(name="actions.csv", content=text, about=about)


async def _kept(press: Press, chatbot: Chatbot, code: str, *states: State) -> Action:
    """The alert that a coordinator is about to change. Raises `NotAllowed`, `NoSuchAction`, `NotNow`."""
    require_coordinator(press.person)
    action = await chatbot.actions.get(code, by=press.person)
    must_be(action, *(states or (State.DRAFT, State.OPEN)))
    return action


async def _typed(press: Press) -> Mapping[str, object]:
    """What was typed, when the channel that was chosen is one the bot can post to. Raises `NotAllowed`, `Invalid`."""
    require_coordinator(press.person)
    await press.facts.must_be_open({"channel": press.typed.get("channel")})
    return press.typed

"""What happens when people confirm dates."""

from chatbot.bootstrap import Chatbot
from chatbot.hearings.model import How
from chatbot.hearings.verifying.rules import require_verifier
from chatbot.kit.i18n import Text, _
from chatbot.people.model import Role
from chatbot.people.refusals import NotAllowed
from handlers.slack.hearings.verifying import views
from handlers.slack.press import Open, Press, Reply, Surface


async def check_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """`/hearings check`: the dates this person may confirm and that need it."""
    return await _list(press, chatbot)


async def confirm_chosen(press: Press, chatbot: Chatbot) -> Reply:
    code, _space, word = press.value.partition(" ")
    how = How(word) if word in list(How) else How.NOTICE
    hearing = await chatbot.verifying.confirm(code, how, by=press.person)
    said = views.confirmed_text(hearing)
    if press.is_ephemeral or press.surface is Surface.MODAL:
        return await _list(press, chatbot, said=said, replace=True)
    return views.answer(hearing, said, press.speech)


async def found_pressed(press: Press, chatbot: Chatbot) -> Reply:
    hearing = await chatbot.hearings.get(press.value, team_id=press.person.team_id)
    require_verifier(hearing, press.person)
    return Open(view=views.found_form(hearing, press.speech))


async def found_submitted(press: Press, chatbot: Chatbot) -> Reply:
    hearing = await chatbot.verifying.found(press.metadata, press.typed, by=press.person)
    return views.answer(hearing, views.confirmed_text(hearing), press.speech)


async def _list(press: Press, chatbot: Chatbot, *, said: Text | None = None, replace: bool = False) -> Reply:
    if not (press.person.has(Role.VERIFIER) or press.person.has(Role.COORDINATOR)):
        raise NotAllowed(_("verifiers and coordinators"))
    found = await chatbot.verifying.to_check(by=press.person)
    return views.to_check(found, press.speech, said=said, replace=replace)

"""What happens when coordinators look after families."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import Text, _
from chatbot.people.rules import require_coordinator
from handlers.slack import replies
from handlers.slack.clusters import modals
from handlers.slack.here import put
from handlers.slack.press import GoBack, Open, Press, Reply, Surface, Update


async def families_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return put(press, await _all(press, chatbot))


async def family_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """The form of the family that the button names, or of a new one."""
    require_coordinator(press.person)
    clusters = [one.cluster for one in await chatbot.clusters.listed(by=press.person)]
    family = await chatbot.families.get(press.value, by=press.person) if press.value else None
    return Open(view=modals.family_form(clusters, press.speech, family))


async def family_submitted(press: Press, chatbot: Chatbot) -> Reply:
    if press.metadata:
        family = await chatbot.families.change(press.metadata, press.typed, by=press.person)
        return GoBack(view=await _all(press, chatbot, said=_("{code} is saved.", code=family.code)))
    family = await chatbot.families.add(press.typed, by=press.person)
    return GoBack(view=await _all(press, chatbot, said=_("{code} is written down.", code=family.code)))


async def family_close_pressed(press: Press, chatbot: Chatbot) -> Reply:
    family = await chatbot.families.close(press.value, by=press.person)
    return Update(view=await _all(press, chatbot, said=_("{code} is closed.", code=family.code)))


async def open_now_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """From now on anyone may claim; the clock hangs the card a moment later."""
    ended = await chatbot.families.open_now(press.value, by=press.person)
    said = _("It is open to everyone now. Its card follows in a moment.") if ended else _("It is open to everyone.")
    return replies.said(press.speech, said, replace=press.surface is Surface.MODAL)


async def _all(press: Press, chatbot: Chatbot, *, said: Text | None = None) -> dict[str, object]:
    return modals.families(await chatbot.families.listed(by=press.person), press.speech, said=said)

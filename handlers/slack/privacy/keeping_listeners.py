"""What happens when admins say how long things are kept, and when a legal hold begins or ends."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import _
from chatbot.people.rules import require_admin
from handlers.slack.press import GoBack, Open, Press, Reply, Update
from handlers.slack.privacy import keeping_views, views


async def limits_pressed(press: Press, chatbot: Chatbot) -> Reply:
    require_admin(press.person)
    network = await chatbot.networks.get(press.person.team_id)
    return Open(view=keeping_views.limits(network, press.speech))


async def limits_submitted(press: Press, chatbot: Chatbot) -> Reply:
    await chatbot.networks.set_limits(press.typed, by=press.person)
    return GoBack(view=views.mine(await chatbot.personal.mine(by=press.person), press.speech))


async def hold_pressed(press: Press, chatbot: Chatbot) -> Reply:
    hold = await chatbot.holds.open_standing(by=press.person)
    return Open(view=keeping_views.hold(hold, press.speech))


async def hold_submitted(press: Press, chatbot: Chatbot) -> Reply:
    hold = await chatbot.holds.begin(reason=str(press.typed.get("reason") or ""), by=press.person)
    return Update(view=keeping_views.hold(hold, press.speech, said=_("The legal hold stands.")))


async def lift_pressed(press: Press, chatbot: Chatbot) -> Reply:
    await chatbot.holds.lift(by=press.person)
    return Update(view=keeping_views.hold(None, press.speech, said=_("The legal hold is lifted.")))

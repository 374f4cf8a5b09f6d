"""What happens when admins read the audit, and choose how many private details one may open in a day."""

from chatbot.bootstrap import Chatbot
from chatbot.people.rules import require_admin
from chatbot.trail.model import Wanted
from handlers.slack.here import put
from handlers.slack.press import GoBack, Open, Press, Reply
from handlers.slack.trail import views


async def audit_asked(press: Press, chatbot: Chatbot, code: str = "") -> Reply:
    """`/alongside audit`, of everything or of what has a code."""
    return await _shown(Wanted(code=code), press, chatbot)


async def turned(press: Press, chatbot: Chatbot) -> Reply:
    return await _shown(views.wanted_in(press.value), press, chatbot)


async def person_chosen(press: Press, chatbot: Chatbot) -> Reply:
    require_admin(press.person)
    person = await press.facts.person(press.value)
    return await _shown(Wanted(person_id=person.id), press, chatbot)


async def limit_pressed(press: Press, chatbot: Chatbot) -> Reply:
    require_admin(press.person)
    network = await chatbot.networks.get(press.person.team_id)
    return Open(view=views.limit(network, press.speech))


async def limit_submitted(press: Press, chatbot: Chatbot) -> Reply:
    network = await chatbot.networks.set_openings(press.typed, by=press.person)
    page = await chatbot.trail.read(Wanted(), by=press.person)
    return GoBack(view=views.page(page, press.speech, zone=network.zone))


async def _shown(wanted: Wanted, press: Press, chatbot: Chatbot) -> Reply:
    page = await chatbot.trail.read(wanted, by=press.person)
    network = await chatbot.networks.get(press.person.team_id)
    return put(press, views.page(page, press.speech, zone=network.zone))

"""What happens when coordinators and admins entrust people with something."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import _
from chatbot.people.forms import roles_chosen
from chatbot.people.rules import require_coordinator
from handlers.slack.alongside.views import menu
from handlers.slack.here import put
from handlers.slack.hints import numbered
from handlers.slack.people import role_views
from handlers.slack.press import GoBack, Open, Press, Reply


async def people_pressed(press: Press, chatbot: Chatbot) -> Reply:
    trusted = await chatbot.people.trusted(by=press.person)
    return Open(view=role_views.chooser(trusted, press.speech))


async def person_chosen(press: Press, chatbot: Chatbot) -> Reply:
    require_coordinator(press.person)
    person = await press.facts.person(press.value)
    places = await chatbot.places.listed(press.person.team_id)
    view = role_views.form(person, [place.area for place in places], press.speech, by=press.person)
    return put(press, view)


async def roles_submitted(press: Press, chatbot: Chatbot) -> Reply:
    """Only what the form asked for changes: a coordinator's form does not ask about admins."""
    chosen = roles_chosen(press.typed)
    person_id = numbered(press.metadata)
    person = await chatbot.people.entrust(
        person_id=person_id, grants=chosen.grants, among=chosen.among, by=press.person
    )
    by = person if person.id == press.person.id else press.person
    network = await chatbot.networks.get(by.team_id)
    return GoBack(view=menu(network, press.speech, by=by, said=_("Saved: {name}.", name=person.name)))

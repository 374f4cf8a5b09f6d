"""What happens when coordinators look after the directory."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.forms import read
from chatbot.kit.i18n import Text
from chatbot.people.rules import require_coordinator
from chatbot.places.forms import PlaceForm
from chatbot.places.model import Place, PlaceFacts
from chatbot.places.refusals import NoSuchPlace
from handlers.slack import turning
from handlers.slack.here import put
from handlers.slack.places import modals, views
from handlers.slack.press import GoBack, Open, Press, Reply


async def places_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return await _directory(press, chatbot, page=1)


async def page_turned(press: Press, chatbot: Chatbot) -> Reply:
    return await _directory(press, chatbot, page=turning.asked(press.value)[0])


async def add_pressed(press: Press, chatbot: Chatbot) -> Reply:
    require_coordinator(press.person)
    network = await chatbot.networks.get(press.person.team_id)
    places = await chatbot.places.listed(press.person.team_id)
    return Open(view=modals.new(press.speech, places, zone=network.zone, by=press.person))


async def add_submitted(press: Press, chatbot: Chatbot) -> Reply:
    place = await chatbot.places.add(await _facts(press), by=press.person)
    return await _back(press, chatbot, place, views.added(place))


async def edit_pressed(press: Press, chatbot: Chatbot) -> Reply:
    place = await _place(press, chatbot, press.value)
    require_coordinator(press.person, place.area)
    return Open(view=modals.edit(press.speech, place, await chatbot.places.listed(press.person.team_id)))


async def edit_submitted(press: Press, chatbot: Chatbot) -> Reply:
    place = await _place(press, chatbot, press.metadata)
    place = await chatbot.places.change(place.id, await _facts(press), by=press.person)
    return await _back(press, chatbot, place, views.saved())


async def retire_pressed(press: Press, chatbot: Chatbot) -> Reply:
    place = await _place(press, chatbot, press.value)
    require_coordinator(press.person, place.area)
    return put(press, modals.retire(press.speech, place))


async def retire_submitted(press: Press, chatbot: Chatbot) -> Reply:
    place = await _place(press, chatbot, press.metadata)
    await chatbot.places.retire(place.id, by=press.person)
    return await _back(press, chatbot, place, views.retired(place))


async def _directory(press: Press, chatbot: Chatbot, *, page: int) -> Reply:
    require_coordinator(press.person)
    places = await chatbot.places.listed(press.person.team_id)
    return put(press, views.directory(places, press.speech, by=press.person, page=page))


async def _back(press: Press, chatbot: Chatbot, place: Place, said: Text) -> Reply:
    """The directory again, open at the place."""
    places = await chatbot.places.listed(press.person.team_id)
    page = views.page_of(place, places)
    return GoBack(view=views.directory(places, press.speech, by=press.person, page=page, said=said))


async def _facts(press: Press) -> PlaceFacts:
    """What was typed, and a channel for its cards that the bot can post to."""
    require_coordinator(press.person)
    form = read(PlaceForm, press.typed)
    await press.facts.must_be_open({"card_channel": form.card_channel})
    return form.facts()


async def _place(press: Press, chatbot: Chatbot, number: str) -> Place:
    """The place of the directory that the button or the form names. Raises `NoSuchPlace`."""
    for place in await chatbot.places.listed(press.person.team_id):
        if str(place.id) == number:
            return place
    raise NoSuchPlace

"""What happens when people choose for themselves."""

from chatbot.bootstrap import Chatbot
from handlers.slack.people import preference_views
from handlers.slack.press import Open, Press, Reply, Update
from handlers.slack.speech import Speech


async def preferences_pressed(press: Press, chatbot: Chatbot) -> Reply:
    chosen, language = await chatbot.people.preferences(of=press.person)
    areas = [place.area for place in await chatbot.places.listed(press.person.team_id)]
    return Open(view=preference_views.form(chosen, language, areas, press.speech, by=press.person))


async def preferences_submitted(press: Press, chatbot: Chatbot) -> Reply:
    """The answer is in the language that was chosen."""
    person = await chatbot.people.prefer(press.typed, by=press.person)
    chosen, _ = await chatbot.people.preferences(of=person)
    return Update(view=preference_views.saved(chosen, Speech(chatbot.catalogues.tongue(person.language))))

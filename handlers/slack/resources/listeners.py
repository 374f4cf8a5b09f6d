"""What happens when people look something up in the directory."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import _
from chatbot.kit.ids import parse_code
from chatbot.people.model import Role
from handlers.slack import turning
from handlers.slack.press import Open, Press, Reply, Surface
from handlers.slack.replies import said
from handlers.slack.resources import curating, help_text, modals, sheets, suggesting, views

_VERBS = {
    "add": curating.add_pressed,
    "check": curating.recheck_pressed,
    "archived": curating.archived_asked,
    "samples": curating.load_pressed,
    "import": sheets.import_pressed,
    "export": sheets.export_asked,
    "suggest": suggesting.suggest_pressed,
    "suggestions": suggesting.waiting_asked,
}


async def resources_asked(press: Press, chatbot: Chatbot) -> Reply:
    """`/resources`, with whatever stands behind it."""
    words = " ".join(press.text.split())
    if words.casefold() in ("help", "?"):
        return help_text.shown(press.speech, coordinates=press.person.has(Role.COORDINATOR))
    if (verb := _VERBS.get(words.casefold())) is not None:
        return await verb(press, chatbot)
    if (code := parse_code(words)) is not None:
        resource = await chatbot.resources.get(code, team_id=press.person.team_id)
        return views.shown(resource, press.speech, channel=press.channel)
    return await _list(press, chatbot, words, page=1)


async def page_turned(press: Press, chatbot: Chatbot) -> Reply:
    page, words = turning.asked(press.value)
    return await _list(press, chatbot, words, page=page, replace=True)


async def topic_chosen(press: Press, chatbot: Chatbot) -> Reply:
    return await _list(press, chatbot, press.value, page=1, replace=True)


async def search_pressed(press: Press, chatbot: Chatbot) -> Reply:  # noqa: ARG001
    return Open(view=modals.search(press.speech))


async def search_submitted(press: Press, chatbot: Chatbot) -> Reply:
    asked = (press.typed.get(name) for name in ("topic", "language", "town", "words"))
    words = " ".join(str(one) for one in asked if one)
    return await _list(press, chatbot, words, page=1)


async def details_pressed(press: Press, chatbot: Chatbot) -> Reply:
    resource = await chatbot.resources.get(press.value, team_id=press.person.team_id)
    return Open(view=modals.details(resource, press.speech, by=press.person))


async def share_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """Into the very channel where the button was pressed, when the bot can post there."""
    await press.facts.must_be_open({"channel": press.channel})
    resource = await chatbot.resources.share(press.value, channel=press.channel or "", by=press.person)
    return said(press.speech, _("{code} is shared in this channel.", code=resource.code))


async def _list(press: Press, chatbot: Chatbot, words: str, *, page: int, replace: bool = False) -> Reply:
    words = words[:LONGEST]
    found = await chatbot.resources.search(words, page=page, by=press.person)
    channel = press.channel if press.surface in (Surface.COMMAND, Surface.MESSAGE) else None
    return views.listing(found, words, press.speech, by=press.person, channel=channel, replace=replace)


LONGEST = 500
"""Characters of a question; the buttons that turn its pages carry it."""

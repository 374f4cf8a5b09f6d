"""What happens when people use events in Slack."""

from collections.abc import Mapping

from chatbot.bootstrap import Chatbot
from chatbot.events.model import Reach
from chatbot.events.rules import read_filter
from chatbot.kit.i18n import Text, _
from chatbot.kit.ids import parse_code
from chatbot.people.model import Role
from chatbot.people.rules import require_coordinator
from handlers.slack import turning
from handlers.slack.events import forms, help_text, views
from handlers.slack.events.details import details
from handlers.slack.here import followed, put
from handlers.slack.press import Open, Press, Reply


async def events_asked(press: Press, chatbot: Chatbot) -> Reply:
    """`/events`, with whatever stands behind it."""
    words = " ".join(press.text.split())
    if words.casefold() in ("help", "?"):
        return help_text.shown(press.speech, coordinates=press.person.has(Role.COORDINATOR))
    if words.casefold() == "add":
        return await add_pressed(press, chatbot)
    if code := parse_code(words):
        event = await chatbot.events.get(code, team_id=press.person.team_id)
        return views.shown(event, press.speech, chatbot.clock.now())
    return await _list(press, chatbot, words, page=1)


async def page_turned(press: Press, chatbot: Chatbot) -> Reply:
    page, words = turning.asked(press.value)
    return await _list(press, chatbot, words, page=page, replace_it=True)


async def details_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return Open(view=await _view(press, chatbot, press.value))


async def show_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """Another date of the series, in the window that is open."""
    return await again(press, chatbot, press.value)


async def add_pressed(press: Press, chatbot: Chatbot) -> Reply:
    require_coordinator(press.person)
    return Open(view=forms.form(press.speech, await chatbot.places.listed(press.person.team_id)))


async def add_submitted(press: Press, chatbot: Chatbot) -> Reply:
    event = await chatbot.events.add(_typed(press), by=press.person)
    return await again(press, chatbot, event.code, _("{code} is written down.", code=event.code))


async def edit_pressed(press: Press, chatbot: Chatbot) -> Reply:
    await chatbot.events.may_change(press.value, by=press.person)
    opened = await chatbot.events.open_details(press.value, by=press.person)
    view = forms.form(press.speech, await chatbot.places.listed(press.person.team_id), opened=opened)
    return put(press, view)


async def edit_submitted(press: Press, chatbot: Chatbot) -> Reply:
    event = await chatbot.events.change(press.metadata, _typed(press), by=press.person)
    return await again(press, chatbot, event.code, _("{code} is saved.", code=event.code))


async def cancel_pressed(press: Press, chatbot: Chatbot) -> Reply:
    event = await chatbot.events.may_change(press.value, by=press.person)
    return put(press, forms.cancel_form(event, press.speech))


async def cancel_submitted(press: Press, chatbot: Chatbot) -> Reply:
    chosen = press.typed.get("reach")
    event = await chatbot.events.cancel(
        press.metadata,
        reason=str(press.typed.get("reason") or ""),
        reach=Reach(str(chosen)) if chosen in list(Reach) else Reach.THIS,
        by=press.person,
    )
    said = _("{code} is cancelled. Everyone who comes is being told.", code=event.code)
    return await again(press, chatbot, event.code, said)


async def again(press: Press, chatbot: Chatbot, code: str, said: Text | None = None) -> Reply:
    """The details in the place of the window that is open."""
    return await followed(press, said, _view(press, chatbot, code, said=said))


async def _view(press: Press, chatbot: Chatbot, code: str, *, said: Text | None = None) -> dict[str, object]:
    opened = await chatbot.events.open_details(code, by=press.person)
    return details(opened, press.speech, chatbot.clock.now(), by=press.person, said=said)


async def _list(press: Press, chatbot: Chatbot, words: str, *, page: int, replace_it: bool = False) -> Reply:
    found = await chatbot.events.listed(read_filter(words), page=page, by=press.person)
    return views.listing(found, words, press.speech, by=press.person, replace=replace_it)


def _typed(press: Press) -> Mapping[str, object]:
    """The form, its box as yes or no."""
    return {**press.typed, "closed": bool(press.typed.get("closed"))}

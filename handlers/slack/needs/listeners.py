"""What happens when people use needs in Slack."""

from dataclasses import replace

from chatbot.bootstrap import Chatbot
from chatbot.clusters.families.model import Family
from chatbot.kit.guard import Exposure
from chatbot.kit.i18n import Text, _
from chatbot.kit.ids import parse_code
from chatbot.kit.private import refuse_private
from chatbot.kit.refusal import Invalid
from chatbot.needs.model import Need, State, Step
from chatbot.needs.rules import read_filter
from chatbot.people.model import Role
from handlers.slack import turning
from handlers.slack.here import followed, put
from handlers.slack.needs import forms, hanging, help_text, views
from handlers.slack.needs.details import details
from handlers.slack.needs.forms import Start
from handlers.slack.press import Open, Press, Reply, Surface, Update


async def needs_asked(press: Press, chatbot: Chatbot) -> Reply:
    """`/needs`, with whatever stands behind it."""
    words = " ".join(press.text.split())
    if words.casefold() in ("help", "?"):
        return help_text.shown(press.speech, coordinates=press.person.has(Role.COORDINATOR))
    if words.casefold() in ("add", "ask"):
        return await add_pressed(press, chatbot)
    if code := parse_code(words):
        need = await chatbot.needs.get(code, by=press.person)
        return views.shown(need, press.speech, chatbot.clock.now())
    return await _list(press, chatbot, words, page=1)


async def page_turned(press: Press, chatbot: Chatbot) -> Reply:
    page, words = turning.asked(press.value)
    return await _list(press, chatbot, words, page=page, replace_it=True)


async def details_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return Open(view=await _view(press, chatbot, press.value))


async def add_pressed(press: Press, chatbot: Chatbot) -> Reply:  # noqa: ARG001
    return Open(view=forms.chooser(Start(), press.speech))


async def message_chosen(press: Press, chatbot: Chatbot) -> Reply:  # noqa: ARG001
    """A message is made into a need. What everyone may not read goes into the private part; the guard has seen it."""
    text = press.text.strip()
    try:
        refuse_private({"note": text}, Exposure.PUBLIC)
    except Invalid:
        refuse_private({"notes": text}, Exposure.PRIVATE)
        return Open(view=forms.chooser(Start(notes=text), press.speech))
    return Open(view=forms.chooser(Start(note=text), press.speech))


async def kind_chosen(press: Press, chatbot: Chatbot) -> Reply:
    start = Start.read(press.metadata, press.value)
    places = await chatbot.places.listed(press.person.team_id)
    return Update(view=forms.form(start, press.speech, places, families=await _families(press, chatbot)))


async def add_submitted(press: Press, chatbot: Chatbot) -> Reply:
    """Coordinators put it before everyone at once; what others ask for, they look at first."""
    typed = {**press.typed, "kind": Start.read(press.metadata).kind}
    if press.person.has(Role.COORDINATOR):
        need = await chatbot.needs.add(typed, by=press.person)
        return await again(press, chatbot, need, _("{code} is written down.", code=need.code))
    need = await chatbot.needs.ask(typed, by=press.person)
    said = _("Thank you. The coordinators have {code} now and put it before everyone.", code=need.code)
    return views.answer(need, said, press.speech)


async def _families(press: Press, chatbot: Chatbot) -> list[Family]:
    """What coordinators choose from; volunteers who ask for something name no family."""
    return await chatbot.families.listed(by=press.person) if press.person.has(Role.COORDINATOR) else []


async def edit_pressed(press: Press, chatbot: Chatbot) -> Reply:
    await chatbot.needs.may_change(press.value, by=press.person)
    opened = await chatbot.needs.open_details(press.value, by=press.person)
    places = await chatbot.places.listed(press.person.team_id)
    about = await hanging.code_of(opened.need, chatbot)
    families = await _families(press, chatbot)
    view = forms.form(
        Start(), press.speech, places, need=opened.need, private=opened.private, about=about or "", families=families
    )
    return put(press, view)


async def edit_submitted(press: Press, chatbot: Chatbot) -> Reply:
    code, _sep, kind = press.metadata.partition(" ")
    need = await chatbot.needs.change(code, {**press.typed, "kind": kind}, by=press.person)
    return await again(press, chatbot, need, _("{code} is saved.", code=need.code))


async def cancel_pressed(press: Press, chatbot: Chatbot) -> Reply:
    need = await chatbot.needs.may_change(press.value, by=press.person)
    return put(press, forms.cancel_form(need, press.speech))


async def cancel_submitted(press: Press, chatbot: Chatbot) -> Reply:
    reason = str(press.typed.get("reason") or "")
    need = await chatbot.needs.cancel(press.metadata, reason=reason, by=press.person)
    return await again(press, chatbot, need, _("{code} is closed. Everyone who helps is being told.", code=need.code))


async def publish_pressed(press: Press, chatbot: Chatbot) -> Reply:
    need = await chatbot.needs.publish(press.value, by=press.person)
    return await _answer(press, chatbot, need, _("{code} is before everyone now.", code=need.code))


async def finish_pressed(press: Press, chatbot: Chatbot) -> Reply:
    need = await chatbot.needs.finish(press.value, by=press.person)
    return await _answer(press, chatbot, need, _("{code} is done. Thank you!", code=need.code))


async def steps_ticked(press: Press, chatbot: Chatbot) -> Reply:
    ticked = press.typed.get("steps")
    done = [Step(one) for one in ticked if one in list(Step)] if isinstance(ticked, tuple) else []
    need = await chatbot.needs.tick(press.metadata, done, by=press.person)
    return await again(press, chatbot, need, _("Saved."))


async def _answer(press: Press, chatbot: Chatbot, need: Need, said: Text) -> Reply:
    """In the window that is open, else as a message."""
    if press.surface is Surface.MODAL:
        return await again(press, chatbot, need, said)
    return replace(views.answer(need, said, press.speech), replace=need.state is not State.ASKED)


async def again(press: Press, chatbot: Chatbot, need: Need, said: Text) -> Reply:
    """The details in the place of the window that is open."""
    return await followed(press, said, _view(press, chatbot, need.code, said=said))


async def _view(press: Press, chatbot: Chatbot, code: str, *, said: Text | None = None) -> dict[str, object]:
    opened = await chatbot.needs.open_details(code, by=press.person)
    about = await hanging.code_of(opened.need, chatbot)
    return details(opened, press.speech, chatbot.clock.now(), by=press.person, about=about, said=said)


async def _list(press: Press, chatbot: Chatbot, words: str, *, page: int, replace_it: bool = False) -> Reply:
    found = await chatbot.needs.listed(read_filter(words), page=page, by=press.person)
    return views.listing(found, words, press.speech, by=press.person, replace=replace_it)

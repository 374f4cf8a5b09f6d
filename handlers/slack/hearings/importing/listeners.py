"""What happens when coordinators bring hearings in from a spreadsheet, or take them out as one."""

from chatbot.bootstrap import Chatbot
from chatbot.hearings.exporting import template
from chatbot.hearings.filters import FAR
from chatbot.hearings.importing.model import Import
from chatbot.kit.i18n import _
from handlers.slack.hearings.importing import views
from handlers.slack.here import put
from handlers.slack.hints import numbered
from handlers.slack.press import Press, Reply, SendFile, Update

STEPS = 3
"""What was pasted is short: so many steps, taken while they wait, are the whole import."""


async def import_pressed(press: Press, chatbot: Chatbot) -> Reply:
    """`/hearings import`: a page for files, where we have one, and a box for a few rows."""
    begun, secret = await chatbot.imports.begin(by=press.person)
    last = await chatbot.imports.last(by=press.person)
    view = views.way_in(begun, press.speech, page=chatbot.address.of(f"import/{secret}"), last=last)
    return put(press, view)


async def page_opened(press: Press, chatbot: Chatbot) -> Reply:  # noqa: ARG001
    """The button was a link; Slack tells of it all the same."""
    return None


async def template_pressed(press: Press, chatbot: Chatbot) -> Reply:
    say = press.speech.plain
    places = await chatbot.places.listed(press.person.team_id)
    text = template(say, places[0].name if places else "", chatbot.clock.now().date())
    return SendFile(name="hearings-template.csv", content=text, about=say(_("A template for /hearings import.")))


async def import_submitted(press: Press, chatbot: Chatbot) -> Reply:
    """What was pasted, looked at; nothing is written down yet."""
    number = numbered(press.metadata)
    pasted = str(press.typed.get("rows") or "")
    findings = await chatbot.imports.look(number, pasted.encode("utf-8", "replace"), by=press.person)
    return Update(view=views.looked_at(number, findings, press.speech))


async def confirm_pressed(press: Press, chatbot: Chatbot) -> Reply:
    only_good = press.value.endswith(" good")
    confirmed = await chatbot.imports.confirm(numbered(press.value), only_good=only_good, by=press.person)
    for _step in range(STEPS):
        await chatbot.imports.carry_on()
    return await _as_it_is(press, chatbot, confirmed)


async def undo_pressed(press: Press, chatbot: Chatbot) -> Reply:
    undone = await chatbot.imports.undo(numbered(press.value), by=press.person)
    for _step in range(STEPS):
        await chatbot.imports.carry_on()
    return await _as_it_is(press, chatbot, undone)


async def export_asked(press: Press, chatbot: Chatbot) -> Reply:
    """`/hearings export`, narrowed like any list; without a word about days, all that is ahead."""
    speech = press.speech
    _verb, _space, words = press.text.strip().partition(" ")
    wanted = await chatbot.hearings.asked(words, say=speech.plain, language=speech.language, by=press.person, usual=FAR)
    text = await chatbot.exports.sheet(wanted, say=speech.plain, by=press.person)
    about = speech.plain(_("The hearings you asked for. Only what everyone in the workspace may read."))
    return SendFile(name="hearings.csv", content=text, about=about)


async def _as_it_is(press: Press, chatbot: Chatbot, known: Import) -> Reply:
    last = await chatbot.imports.last(by=press.person)
    return Update(view=views.standing(last if last and last.id == known.id else known, press.speech))

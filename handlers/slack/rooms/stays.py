"""What happens when people look for rooms, and answer, in Slack."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import Text, _
from chatbot.people.model import Role
from chatbot.people.rules import require_coordinator
from chatbot.rooms.stays.model import Stay
from chatbot.rooms.stays.rules import of_host
from handlers.slack import blocks, here, replies
from handlers.slack.needs.hanging import with_needs
from handlers.slack.press import Open, Press, Reply, Surface
from handlers.slack.rooms import lists, note_modals, parts, stay_forms, stay_modals


async def list_pressed(press: Press, chatbot: Chatbot) -> Reply:
    found = await chatbot.stays.listed(by=press.person)
    return lists.stays(found, press.speech, await here.today(press, chatbot))


async def shown(press: Press, chatbot: Chatbot, code: str) -> Reply:
    return await _details(press, chatbot, await chatbot.stays.get(code, by=press.person))


async def details_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return await shown(press, chatbot, press.value)


async def ask_pressed(press: Press, chatbot: Chatbot) -> Reply:
    require_coordinator(press.person)
    return here.put(press, stay_forms.form(press.speech, await here.today(press, chatbot)))


async def ask_submitted(press: Press, chatbot: Chatbot) -> Reply:
    stay = await chatbot.stays.add(press.typed, by=press.person)
    return await _details(press, chatbot, stay, _("{code} is written down. Press Find a room.", code=stay.code))


async def edit_pressed(press: Press, chatbot: Chatbot) -> Reply:
    stay, contact = await chatbot.stays.open_to_change(press.value, by=press.person)
    view = stay_forms.form(press.speech, await here.today(press, chatbot), stay=stay, contact=contact)
    return here.put(press, view)


async def edit_submitted(press: Press, chatbot: Chatbot) -> Reply:
    stay = await chatbot.stays.change(press.metadata, press.typed, by=press.person)
    return await _details(press, chatbot, stay, _("Saved."))


async def withdraw_pressed(press: Press, chatbot: Chatbot) -> Reply:
    stay = await chatbot.stays.withdraw(press.value, by=press.person)
    said = _("No room is looked for any more. Press Look again to undo it.")
    return await _done(press, chatbot, stay, said)


async def look_again_pressed(press: Press, chatbot: Chatbot) -> Reply:
    stay = await chatbot.stays.look_again(press.value, by=press.person)
    return await _done(press, chatbot, stay, _("A room for {code} is looked for again.", code=stay.code))


async def find_pressed(press: Press, chatbot: Chatbot) -> Reply:
    stay, fits = await chatbot.stays.fitting(press.value, by=press.person)
    return here.put(press, stay_modals.homes(stay, fits, press.speech))


async def propose_pressed(press: Press, chatbot: Chatbot) -> Reply:
    code, _space, offer = press.value.partition(" ")
    stay = await chatbot.stays.propose(code, offer, by=press.person)
    said = _("The host of {offer} is being asked. You get the answer as a message.", offer=offer)
    return await _done(press, chatbot, stay, said)


async def take_back_pressed(press: Press, chatbot: Chatbot) -> Reply:
    stay = await chatbot.stays.take_back(press.value, by=press.person)
    return await _done(press, chatbot, stay, _("Taken back. The host is told, and the beds are free again."))


async def accept_pressed(press: Press, chatbot: Chatbot) -> Reply:
    stay = await chatbot.stays.accept(press.value, by=press.person)
    said = _("Thank you! The guests are being asked now. You hear from us before anybody comes.")
    return await _done(press, chatbot, stay, said)


async def decline_pressed(press: Press, chatbot: Chatbot) -> Reply:
    stay = await chatbot.stays.decline(press.value, by=press.person)
    return _said(press, stay, _("Thank you for answering. A no is fine: someone else is asked."))


async def guests_yes_pressed(press: Press, chatbot: Chatbot) -> Reply:
    stay = await chatbot.stays.guests_agree(press.value, by=press.person)
    return await _done(press, chatbot, stay, _("Both have said yes. The contacts are open to the host and to you."))


async def guests_no_pressed(press: Press, chatbot: Chatbot) -> Reply:
    stay = await chatbot.stays.guests_decline(press.value, by=press.person)
    return await _done(press, chatbot, stay, _("The host is thanked, and the beds are free again."))


async def contacts_pressed(press: Press, chatbot: Chatbot) -> Reply:
    opened = await chatbot.hosting.open_contacts(press.value, by=press.person)
    return Open(view=note_modals.contacts(opened, press.speech))


async def longer_pressed(press: Press, chatbot: Chatbot) -> Reply:
    require_coordinator(press.person)
    stay = await chatbot.stays.get(press.value, by=press.person)
    return here.put(press, stay_forms.longer(stay, press.speech))


async def longer_submitted(press: Press, chatbot: Chatbot) -> Reply:
    stay = await chatbot.hosting.ask_longer(press.metadata, press.typed, by=press.person)
    return await _details(press, chatbot, stay, _("The host is being asked. You get the answer as a message."))


async def longer_yes_pressed(press: Press, chatbot: Chatbot) -> Reply:
    stay = await chatbot.hosting.grant_longer(press.value, by=press.person)
    return await _done(press, chatbot, stay, _("Thank you! They stay until {day}.", day=stay.nights.until))


async def longer_no_pressed(press: Press, chatbot: Chatbot) -> Reply:
    stay = await chatbot.hosting.refuse_longer(press.value, by=press.person)
    return await _done(press, chatbot, stay, _("It stays as agreed: until {day}.", day=stay.nights.until))


async def end_pressed(press: Press, chatbot: Chatbot) -> Reply:
    require_coordinator(press.person)
    stay = await chatbot.stays.get(press.value, by=press.person)
    return here.put(press, stay_forms.end(stay, press.speech, await here.today(press, chatbot)))


async def end_submitted(press: Press, chatbot: Chatbot) -> Reply:
    stay, onward = await chatbot.hosting.end(press.metadata, press.typed, by=press.person)
    if onward is not None:
        said = _("{code} is written down for the nights that are left. Press Find a room.", code=onward.code)
        return await _details(press, chatbot, onward, said)
    return await _details(press, chatbot, stay, _("Saved. The host is being told."))


async def well_pressed(press: Press, chatbot: Chatbot) -> Reply:
    stay = await chatbot.hosting.all_well(press.value, by=press.person)
    return _said(press, stay, _("Good to hear. Thank you!"))


async def help_pressed(press: Press, chatbot: Chatbot) -> Reply:
    stay = await chatbot.hosting.want_help(press.value, by=press.person)
    return _said(press, stay, _("{name} is being told and gets in touch with you.", name=stay.coordinator))


async def notes_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return await _notes(press, chatbot, press.value)


async def question_pressed(press: Press, chatbot: Chatbot) -> Reply:
    stay = await chatbot.stays.get(press.value, by=press.person)
    of_host(stay, press.person)
    hint = _("It goes to the coordinator. Please leave out names, numbers and addresses.")
    view = note_modals.words(stay, press.speech, title=_("Ask first"), hint=hint, callback_id="stays.question_form")
    return here.put(press, view)


async def question_submitted(press: Press, chatbot: Chatbot) -> Reply:
    stay = await chatbot.stay_notes.ask(press.metadata, press.typed, by=press.person)
    said = _("{name} has your question and answers here. You can still say yes or no.", name=stay.coordinator)
    return await _details(press, chatbot, stay, said)


async def answer_pressed(press: Press, chatbot: Chatbot) -> Reply:
    require_coordinator(press.person)
    stay = await chatbot.stays.get(press.value, by=press.person)
    hint = _("The host reads it. Please leave out names, numbers and addresses.")
    view = note_modals.words(stay, press.speech, title=_("Answer the host"), hint=hint, callback_id="stays.answer_form")
    return here.put(press, view)


async def answer_submitted(press: Press, chatbot: Chatbot) -> Reply:
    stay = await chatbot.stay_notes.answer(press.metadata, press.typed, by=press.person)
    return await _details(press, chatbot, stay, _("The host is being told that there is an answer."))


async def note_pressed(press: Press, chatbot: Chatbot) -> Reply:
    require_coordinator(press.person)
    stay = await chatbot.stays.get(press.value, by=press.person)
    hint = _("Sealed: only coordinators read it.")
    view = note_modals.words(
        stay, press.speech, title=_("Write a note"), hint=hint, callback_id="stays.note_form", hands_over=True
    )
    return here.put(press, view)


async def note_submitted(press: Press, chatbot: Chatbot) -> Reply:
    chosen = press.typed.get("person")
    to = (await press.facts.person(chosen)).id if isinstance(chosen, str) and chosen else None
    stay = await chatbot.stay_notes.hand_over(press.metadata, press.typed, to=to, by=press.person)
    return await _details(press, chatbot, stay, _("Looked after by {name}", name=stay.coordinator))


async def _notes(press: Press, chatbot: Chatbot, code: str) -> Reply:
    stay, found = await chatbot.stay_notes.open(code, by=press.person)
    asks = stay.match is not None and stay.match.voice_id == press.person.id
    coordinates = press.person.has(Role.COORDINATOR)
    return Open(view=note_modals.notes(stay, found, press.speech, coordinates=coordinates, asks=asks))


def _said(press: Press, stay: Stay, said: Text) -> Reply:
    """A sentence, in the place of the window in which the button was."""
    return replies.said(press.speech, said, title=stay.code, replace=press.surface is Surface.MODAL)


async def _done(press: Press, chatbot: Chatbot, stay: Stay, said: Text) -> Reply:
    """Said where the button was: in the window, or below the message."""
    if press.surface in (Surface.MODAL, Surface.FORM):
        return await _details(press, chatbot, stay, said)
    buttons = blocks.actions(parts.stay_details_button(stay, press.speech))
    return replies.said(press.speech, said, buttons, title=stay.code)


async def _details(press: Press, chatbot: Chatbot, stay: Stay, said: Text | None = None) -> Reply:
    now = await here.here(press.person.team_id, chatbot)
    view = stay_modals.details(stay, press.speech, now, by=press.person, said=said)
    view = await with_needs(view, stay.subject, press, chatbot)
    return Open(view=view) if said is None and press.action != "stays.back" else here.put(press, view)

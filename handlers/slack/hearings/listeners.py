"""What happens when people use hearings in Slack."""

from dataclasses import replace

from chatbot.bootstrap import Chatbot
from chatbot.hearings.refusals import NoSuchHearing
from chatbot.hearings.rules import may_see
from chatbot.kit.i18n import Text
from chatbot.kit.ids import parse_code
from chatbot.kit.letters import Letter
from chatbot.kit.refusal import Refusal
from chatbot.people.model import Role
from chatbot.people.rules import require_coordinator
from chatbot.signups.model import SeatRole
from chatbot.signups.refusals import TooManySeated
from handlers.slack import turning
from handlers.slack.blocks import Block
from handlers.slack.hearings import help_text, modals, views
from handlers.slack.hearings.importing.listeners import export_asked, import_pressed
from handlers.slack.hearings.ladder.listeners import watch_asked
from handlers.slack.hearings.verifying.listeners import check_pressed
from handlers.slack.here import followed, put
from handlers.slack.needs.hanging import with_needs
from handlers.slack.press import Message, Open, Press, Reply, Surface, Update
from handlers.slack.signups import views as seats
from handlers.slack.speech import Speech


async def hearings_asked(press: Press, chatbot: Chatbot) -> Reply:
    """`/hearings`, with whatever stands behind it."""
    words = " ".join(press.text.split())
    verb = _VERBS.get(words.casefold()) or _VERBS_WITH_MORE.get(words.casefold().partition(" ")[0])
    if verb is not None:
        return await verb(replace(press, text=words), chatbot)
    if code := parse_code(words):
        return await _one(press, chatbot, code)
    return await _list(press, chatbot, words, page=1)


async def help_asked(press: Press, chatbot: Chatbot) -> Reply:  # noqa: ARG001
    return help_text.shown(press.speech, may_add=press.person.has(Role.COORDINATOR))


async def page_turned(press: Press, chatbot: Chatbot) -> Reply:
    return await _list_again(press, chatbot, press.value)


async def claim_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return await _claim(press, chatbot, SeatRole.COMPANION)


async def claim_as_chosen(press: Press, chatbot: Chatbot) -> Reply:
    code, _, role = press.value.partition(" ")
    chosen = SeatRole(role) if role in list(SeatRole) else SeatRole.COMPANION
    return await _claim(replace(press, value=code), chatbot, chosen)


async def release_pressed(press: Press, chatbot: Chatbot) -> Reply:
    code, _, place = press.value.partition(" ")
    occasion, released = await chatbot.hearings.release(code, by=press.person)
    said = seats.release_text(occasion, released)
    if press.surface is Surface.MODAL:
        return await _details(press, chatbot, occasion.code, said=said)
    if place and press.is_ephemeral:
        return await _list_again(press, chatbot, place, said=said)
    return seats.release_answer(occasion, released, press.speech)


async def details_pressed(press: Press, chatbot: Chatbot) -> Reply:
    opened = await chatbot.hearings.open_details(press.value, by=press.person)
    view = modals.details(opened, press.speech, chatbot.clock.now(), person_id=press.person.id)
    return Open(view=await with_needs(view, opened.hearing.subject, press, chatbot))


async def add_pressed(press: Press, chatbot: Chatbot) -> Reply:
    require_coordinator(press.person)
    places = await chatbot.places.listed(press.person.team_id)
    families = await chatbot.families.listed(by=press.person)
    return Open(view=modals.form(press.speech, places, families=families))


async def add_submitted(press: Press, chatbot: Chatbot) -> Reply:
    hearing = await chatbot.hearings.add(press.typed, by=press.person)
    network = await chatbot.networks.get(press.person.team_id)
    channel = hearing.place.card_channel or network.card_channel
    said = help_text.added(hearing.code, channel, is_of_family=hearing.tie is not None)
    return await _details(press, chatbot, hearing.code, said=said)


async def edit_pressed(press: Press, chatbot: Chatbot) -> Reply:
    await chatbot.hearings.may_change(press.value, by=press.person)
    opened = await chatbot.hearings.open_details(press.value, by=press.person)
    places = await chatbot.places.listed(press.person.team_id)
    families = await chatbot.families.listed(by=press.person)
    view = modals.form(press.speech, places, hearing=opened.hearing, private=opened.private, families=families)
    return put(press, view)


async def edit_submitted(press: Press, chatbot: Chatbot) -> Reply:
    hearing = await chatbot.hearings.change(press.metadata, press.typed, by=press.person)
    return await _details(press, chatbot, hearing.code, said=help_text.saved(hearing.code))


async def too_many_seated(press: Press, refusal: Refusal, chatbot: Chatbot) -> Reply:
    """The same form, which now also asks whom to let go."""
    opened = await chatbot.hearings.open_details(press.metadata, by=press.person)
    places = await chatbot.places.listed(press.person.team_id)
    over = refusal if isinstance(refusal, TooManySeated) else None
    hearing, private = opened.hearing, opened.private
    families = await chatbot.families.listed(by=press.person)
    view = modals.form(press.speech, places, hearing=hearing, private=private, over=over, families=families)
    return Update(view=view)


async def cancel_pressed(press: Press, chatbot: Chatbot) -> Reply:
    hearing = await chatbot.hearings.may_change(press.value, by=press.person)
    return put(press, modals.cancel_form(hearing, press.speech))


async def cancel_submitted(press: Press, chatbot: Chatbot) -> Reply:
    hearing = await chatbot.hearings.cancel(
        press.metadata, reason=str(press.typed.get("reason") or ""), by=press.person
    )
    return await _details(press, chatbot, hearing.code, said=help_text.called_off(hearing.code))


async def card_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    hearing = await chatbot.hearings.drawn(int(letter.ref), team_id=letter.team_id)
    return views.card(hearing, speech, chatbot.clock.now())


async def _claim(press: Press, chatbot: Chatbot, role: SeatRole) -> Reply:
    code, _, place = press.value.partition(" ")
    claimed = await chatbot.hearings.claim(code, role, by=press.person)
    said = seats.outcome_text(claimed.occasion, claimed.outcome)
    if press.surface is Surface.MODAL:
        return await _details(press, chatbot, claimed.occasion.code, said=said)
    if place and press.is_ephemeral:
        return await _list_again(press, chatbot, place, said=said)
    return seats.claim_answer(claimed, press.speech, by=press.person)


async def _details(press: Press, chatbot: Chatbot, code: str, *, said: Text) -> Reply:
    """The details modal in the place of the one that is open."""

    async def window() -> Block:
        opened = await chatbot.hearings.open_details(code, by=press.person)
        view = modals.details(opened, press.speech, chatbot.clock.now(), person_id=press.person.id, said=said)
        return await with_needs(view, opened.hearing.subject, press, chatbot)

    return await followed(press, said, window())


async def _one(press: Press, chatbot: Chatbot, code: str) -> Reply:
    hearing = await chatbot.hearings.get(code, team_id=press.person.team_id)
    if not may_see(hearing, press.person):
        raise NoSuchHearing(code)
    may_change = press.person.coordinates(hearing.place.area)
    return views.shown(hearing, press.speech, chatbot.clock.now(), may_change=may_change)


async def _list_again(press: Press, chatbot: Chatbot, place: str, *, said: Text | None = None) -> Reply:
    """The list in which something was pressed, or another page of it, in its own place. `place` is page and words."""
    page, words = turning.asked(place)
    return await _list(press, chatbot, words, page=page, replace=True, said=said)


async def _list(
    press: Press, chatbot: Chatbot, words: str, *, page: int, replace: bool = False, said: Text | None = None
) -> Reply:
    speech = press.speech
    wanted = await chatbot.hearings.asked(words, say=speech.plain, language=speech.language, by=press.person)
    found = await chatbot.hearings.listed(wanted, page=page, by=press.person)
    may_add = press.person.has(Role.COORDINATOR)
    return views.listing(found, words, press.speech, by=press.person, may_add=may_add, replace=replace, said=said)


_VERBS = {"help": help_asked, "?": help_asked, "add": add_pressed, "check": check_pressed, "import": import_pressed}
_VERBS_WITH_MORE = {"export": export_asked, "watch": watch_asked}
"""Verbs that other words may follow."""

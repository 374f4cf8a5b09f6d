"""Finding somebody who comes instead: what is pressed, and what is told."""

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.letters import Letter
from chatbot.signups.cover.model import Cover, State
from chatbot.signups.messages import role_name
from chatbot.signups.occasions import Occasion
from chatbot.signups.times import stands
from handlers.slack import blocks
from handlers.slack.hints import numbered
from handlers.slack.press import Message, Press, Reply
from handlers.slack.signups import parts, views
from handlers.slack.speech import Speech, lines


async def cover_pressed(press: Press, chatbot: Chatbot) -> Reply:
    searching = await chatbot.covers.ask(press.value, by=press.person)
    occasion = searching.occasion
    if searching.asked:
        sentence = n_(
            "I have asked {count} person to come to {code} instead. You keep the seat until someone takes it.",
            "I have asked {count} people to come to {code} instead. You keep the seat until someone takes it.",
            searching.asked,
            code=occasion.code,
        )
    else:
        sentence = _(
            "I can ask nobody about {code} right now, but I keep looking. You keep the seat until someone takes it.",
            code=occasion.code,
        )
    return views.answer(occasion, sentence, press.speech, _withdraw_button(occasion, press.speech))


async def withdraw_pressed(press: Press, chatbot: Chatbot) -> Reply:
    occasion = await chatbot.covers.withdraw(press.value, by=press.person)
    sentence = _("Good that you come to {code} after all. Nobody else is asked.", code=occasion.code)
    return views.answer(occasion, sentence, press.speech, parts.details_button(occasion, press.speech))


async def take_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return await _take(press, chatbot, anyway=False)


async def take_anyway_pressed(press: Press, chatbot: Chatbot) -> Reply:
    return await _take(press, chatbot, anyway=True)


async def _take(press: Press, chatbot: Chatbot, *, anyway: bool) -> Reply:
    taken = await chatbot.covers.take(numbered(press.value), by=press.person, anyway=anyway)
    occasion = taken.occasion
    sentence = _(
        ":raised_hands: You come to {code} as {role} in place of {name}. Thank you!",
        code=occasion.code,
        role=role_name(taken.role),
        name=taken.instead_of,
    )
    details, release = parts.details_button(occasion, press.speech), parts.release_button(occasion, press.speech)
    return views.answer(occasion, sentence, press.speech, details, release)


async def decline_pressed(press: Press, chatbot: Chatbot) -> Reply:
    occasion = await chatbot.covers.decline(numbered(press.value), by=press.person)
    return views.answer(
        occasion, _("Thank you for answering."), press.speech, parts.details_button(occasion, press.speech)
    )


async def asked_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """Only while somebody is still looked for and they have not answered."""
    found = await _of(letter, chatbot, State.OPEN)
    if found is None or letter.person_id in found[0].declined:
        return None
    cover, occasion = found
    said = lines(parts.title(occasion, speech), parts.told(asked_text(cover, occasion), occasion, speech))
    return Message(
        text=speech.plain(_("Can you step in for someone?")),
        blocks=(blocks.section(said), blocks.actions(*parts.cover_buttons(cover.id, occasion, speech))),
    )


def asked_text(cover: Cover, occasion: Occasion) -> Text:
    mine = occasion.roster.of(cover.person_id)
    return _(
        "{name} cannot come to {code} and looks for somebody as {role}. Can you step in?",
        name=mine.name if mine else "",
        code=occasion.code,
        role=role_name(cover.role),
    )


async def found_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """To whoever could not come."""
    found = await _of(letter, chatbot, State.TAKEN)
    if found is None:
        return None
    cover, occasion = found
    sentence = _(
        "{name} comes to {code} in your place. You are free.",
        name=await _name(chatbot, letter.team_id, cover.taken_by),
        code=occasion.code,
    )
    return parts.message(_("Somebody comes in your place."), sentence, occasion, speech)


async def changed_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """To the lead."""
    found = await _of(letter, chatbot, State.TAKEN)
    if found is None:
        return None
    cover, occasion = found
    sentence = _(
        "{name} comes to {code} in place of {other}.",
        name=await _name(chatbot, letter.team_id, cover.taken_by),
        other=await _name(chatbot, letter.team_id, cover.person_id),
        code=occasion.code,
    )
    details = parts.details_button(occasion, speech)
    return parts.message(_("Someone else comes along."), sentence, occasion, speech, details)


async def spent_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """To whoever could not come: nobody is left to ask."""
    found = await _of(letter, chatbot, State.OPEN)
    if found is None:
        return None
    occasion = found[1]
    sentence = _(
        "I have asked everyone I could about {code}, and nobody has taken your seat yet. Please tell a coordinator.",
        code=occasion.code,
    )
    buttons = _withdraw_button(occasion, speech), parts.release_button(occasion, speech)
    return parts.message(_("Nobody has taken your seat yet."), sentence, occasion, speech, *buttons)


async def _of(letter: Letter, chatbot: Chatbot, state: State) -> tuple[Cover, Occasion] | None:
    """The search and its occasion, while it is in this state and people can still come."""
    found = await chatbot.covers.get(int(letter.blanks["cover"]), team_id=letter.team_id)
    if found is None or found[0].state is not state or not stands(found[1], chatbot.clock.now()):
        return None
    return found


async def _name(chatbot: Chatbot, team_id: str, person_id: int | None) -> str:
    person = await chatbot.people.by_id(team_id=team_id, person_id=person_id or 0)
    return person.name if person else ""


def _withdraw_button(occasion: Occasion, speech: Speech) -> blocks.Element:
    return blocks.button(speech.plain(_("I come after all")), "signups.withdraw_cover", occasion.code)

"""What people are answered about their seats."""

from chatbot.kit.i18n import Text, _
from chatbot.people.model import Person
from chatbot.signups.messages import role_name
from chatbot.signups.model import AlreadyYours, InLine, Outcome, Released, Roster, Yours
from chatbot.signups.occasions import Claimed, Occasion, When
from handlers.slack import blocks
from handlers.slack.blocks import Element
from handlers.slack.calendars.views import calendar_button
from handlers.slack.press import Say
from handlers.slack.replies import said
from handlers.slack.signups import parts
from handlers.slack.speech import Speech


def claim_answer(claimed: Claimed, speech: Speech, *, by: Person) -> Say:
    """What the person who pressed Claim reads."""
    occasion = claimed.occasion
    release = parts.release_button(occasion, speech, occasion.roster.of(by.id))
    details = parts.details_button(occasion, speech)
    seated = not isinstance(claimed.outcome, InLine)
    calendar = calendar_button(occasion.code, speech) if seated and occasion.when.day else None
    return answer(occasion, outcome_text(occasion, claimed.outcome), speech, details, calendar, release)


def outcome_text(occasion: Occasion, outcome: Outcome) -> Text:
    """*Yours*, *already yours*, or *full, you are third in line*."""
    match outcome:
        case Yours():
            return _(
                ":raised_hands: You are coming to {code} as {role}. Thank you!",
                code=occasion.code,
                role=role_name(outcome.role),
            )
        case AlreadyYours():
            return _(
                "You already have a seat in {code} as {role}. There is nothing more to do.",
                code=occasion.code,
                role=role_name(outcome.role),
            )
        case InLine():
            return _(
                "{code} is full: {place}. When a seat comes free, it is offered to you in your turn.",
                code=occasion.code,
                place=in_line(outcome.place),
            )


def standing(roster: Roster, person_id: int, when: When) -> Text:
    """How someone stands to it: a seat, a seat that is held for them, or a place in line."""
    mine = roster.of(person_id)
    if mine is None:
        return _("You are not signed up any more.")
    if mine.offered_until is not None:
        moment = mine.offered_until.astimezone(when.zone)
        return _(":bell: A seat is held for you as {role} until {moment}.", role=role_name(mine.role), moment=moment)
    if mine.waiting:
        place = in_line(roster.place_in_line(person_id))
        return _(":hourglass: Waiting as {role}: {place}.", role=role_name(mine.role), place=place)
    return _(":raised_hands: You come as {role}.", role=role_name(mine.role))


def in_line(place: int) -> Text:
    match place:
        case 1:
            return _("you are first in line")
        case 2:
            return _("you are second in line")
        case 3:
            return _("you are third in line")
        case _:
            return _("you are number {place} in line", place=place)


def release_answer(occasion: Occasion, released: Released, speech: Speech) -> Say:
    return answer(occasion, release_text(occasion, released), speech, parts.details_button(occasion, speech))


def release_text(occasion: Occasion, released: Released) -> Text:
    if released.was_waiting:
        return _("You are not waiting for {code} any more.", code=occasion.code)
    if released.next_in_line is not None:
        return _(
            "Thank you for telling us early. Your seat in {code} is offered to the next in line.", code=occasion.code
        )
    return _("Your seat in {code} is free again. Thank you for telling us early.", code=occasion.code)


def answer(occasion: Occasion, sentence: Text, speech: Speech, *buttons: Element | None) -> Say:
    """A sentence for whoever pressed, with when and where and what they can do next."""
    notification = _("Alongside has an answer for you.")
    return Say(message=parts.message(notification, sentence, occasion, speech, *buttons), title=occasion.code)


def question(sentence: Text, speech: Speech, action: str, pressed: str) -> Say:
    """What was pressed needs one more word: do it anyway?"""
    anyway = blocks.button(speech.plain(_("Come anyway")), action, pressed, style="primary")
    return said(speech, sentence, blocks.actions(anyway))

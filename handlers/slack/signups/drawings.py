"""What people are told about seats: each is drawn when it is delivered, and only while it still holds."""

from datetime import date

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import Text, _
from chatbot.kit.letters import Letter
from chatbot.signups.messages import role_name
from chatbot.signups.model import SeatRole
from chatbot.signups.occasions import Occasion
from chatbot.signups.times import is_sure, stands
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.press import Message
from handlers.slack.signups import parts
from handlers.slack.signups.views import standing
from handlers.slack.speech import Mrkdwn, Speech, bold, lines

MOST = 20
"""Occasions in one message; more than that nobody comes to on one day."""


async def offer_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """Only while this very offer stands."""
    occasion = await about(letter, chatbot)
    mine = occasion.roster.of(letter.person_id or 0) if occasion else None
    if occasion is None or mine is None or mine.offered_until is None:
        return None
    if int(mine.offered_until.timestamp()) != letter.blanks["until"]:
        return None
    sentence = standing(occasion.roster, mine.person_id, occasion.when)
    buttons = (
        parts.accept_button(occasion.code, speech),
        parts.pass_button(occasion.code, speech),
        parts.details_button(occasion, speech),
    )
    said = lines(parts.title(occasion, speech), parts.told(sentence, occasion, speech))
    hint = _("If you do not answer by then, the next in line is asked.")
    return Message(
        text=speech.plain(_("A seat is held for you.")),
        blocks=(blocks.section(said), blocks.context(speech.md(hint)), blocks.actions(*buttons)),
    )


async def open_seat_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """In the channel: the line is spent. It says so until the seat is taken."""
    subject, _colon, word = letter.ref.rpartition(":")
    occasion = await chatbot.signups.drawn(subject, team_id=letter.team_id)
    if occasion is None:
        return None
    role = SeatRole(word)
    notification = _("A seat is open to everyone.")
    if not stands(occasion, chatbot.clock.now()) or not occasion.roster.left(role):
        done = _("{code} needs nobody more as {role}. Thank you!", code=occasion.code, role=role_name(role))
        return parts.message(notification, done, occasion, speech, parts.details_button(occasion, speech))
    sentence = _(
        ":raised_hand: A seat as {role} in {code} is open to everyone: nobody in line can take it.",
        role=role_name(role),
        code=occasion.code,
    )
    claim = parts.claim_button(occasion, speech, role)
    return parts.message(notification, sentence, occasion, speech, claim, parts.details_button(occasion, speech))


async def still_coming_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """Everything of that day which they have not confirmed yet."""
    day, found = await _of_day(letter, chatbot)
    me = letter.person_id or 0
    unsure = [one for one in found if (mine := one.roster.of(me)) and not is_sure(mine, one.when)]
    if not unsure:
        return None
    shown: list[Block] = [blocks.section(bold(speech.md(_("Are you still coming on {day}?", day=day))))]
    for one in unsure[:MOST]:
        confirm, release = parts.confirm_button(one.code, speech), parts.release_button(one, speech)
        cover = None if one.is_gathering else parts.cover_button(one.code, speech)
        shown += [blocks.section(_line(one, me, speech)), blocks.actions(confirm, release, cover)]
    return Message(text=speech.plain(_("Are you still coming?")), blocks=tuple(shown))


async def today_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """Everything they come to today."""
    _day, found = await _of_day(letter, chatbot)
    if not found:
        return None
    me = letter.person_id or 0
    shown: list[Block] = [blocks.section(bold(speech.md(_("Today you are expected here:"))))]
    for one in found[:MOST]:
        details, release = parts.details_button(one, speech), parts.release_button(one, speech)
        shown += [blocks.section(_line(one, me, speech)), blocks.actions(details, release)]
    hint = _("Details opens where you meet. Thank you for coming.")
    return Message(
        text=speech.plain(_("You are expected somewhere today.")),
        blocks=(*shown, blocks.context(speech.md(hint))),
    )


async def undated_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """What they wrote down whose day or hour is not known yet."""
    found = await chatbot.signups.undated(keeper=letter.person_id or 0, team_id=letter.team_id)
    if not found:
        return None
    heading = _("These have no day or no hour yet. Once you know it, please write it down:")
    shown: list[Block] = [blocks.section(speech.md(heading))]
    for one in found[:MOST]:
        text = lines(parts.title(one, speech), parts.when_and_where(one, speech))
        shown.append(blocks.section(text, accessory=parts.details_button(one, speech)))
    return Message(text=speech.plain(_("Some dates are still missing.")), blocks=tuple(shown))


async def signed_up_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """A coordinator signed them up."""
    occasion = await about(letter, chatbot)
    me = letter.person_id or 0
    if occasion is None or occasion.roster.of(me) is None:
        return None
    coordinator = await chatbot.people.by_id(team_id=letter.team_id, person_id=int(letter.blanks["by"]))
    sentence = _(
        "{name} has signed you up for {code}.", name=coordinator.name if coordinator else "", code=occasion.code
    )
    said = lines(speech.md(sentence), _line(occasion, me, speech))
    release = parts.release_button(occasion, speech, occasion.roster.of(me))
    return Message(
        text=speech.plain(_("You were signed up.")),
        blocks=(blocks.section(said), blocks.actions(parts.details_button(occasion, speech), release)),
    )


async def let_go_drawn(letter: Letter, chatbot: Chatbot, speech: Speech) -> Message | None:
    """A coordinator released them, and they have not come back since."""
    occasion = await about(letter, chatbot)
    if occasion is None or occasion.roster.of(letter.person_id or 0) is not None:
        return None
    sentence = _(
        "A coordinator has released your seat in {code}. Thank you for being ready to come.", code=occasion.code
    )
    details = parts.details_button(occasion, speech)
    return parts.message(_("Your seat was released."), sentence, occasion, speech, details)


async def about(letter: Letter, chatbot: Chatbot) -> Occasion | None:
    """What the letter is about, while people can still come."""
    occasion = await chatbot.signups.drawn(str(letter.blanks["subject"]), team_id=letter.team_id)
    return occasion if occasion and stands(occasion, chatbot.clock.now()) else None


async def _of_day(letter: Letter, chatbot: Chatbot) -> tuple[date, list[Occasion]]:
    day = date.fromordinal(int(letter.blanks["day"]))
    return day, await chatbot.signups.on(day, person_id=letter.person_id or 0, team_id=letter.team_id)


def _line(occasion: Occasion, person_id: int, speech: Speech) -> Mrkdwn:
    """What, when and where, and what they come as."""
    own: Text = standing(occasion.roster, person_id, occasion.when)
    return lines(parts.title(occasion, speech), parts.when_and_where(occasion, speech), speech.md(own))

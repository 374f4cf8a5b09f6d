"""What `/rooms` shows: a kind start, my rooms, what is free, and who looks for a room."""

from collections.abc import Sequence
from datetime import date

from chatbot.kit.i18n import _, n_
from chatbot.people.model import Person, Role
from chatbot.rooms.messages import nights_text, people_text
from chatbot.rooms.model import Free, Shown, Standing
from chatbot.rooms.stays.messages import host_phase_text, phase_text
from chatbot.rooms.stays.model import MatchState, Phase, Stay
from chatbot.rooms.stays.rules import phase
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.press import Message, Say
from handlers.slack.rooms import parts
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines

MOST = 10
"""Rooms or stays in one answer: with their buttons they stay far below Slack's fifty blocks."""


def start(rooms: Sequence[Shown], stays: Sequence[Stay], speech: Speech, today: date, *, given: int, by: Person) -> Say:
    """My rooms, the guests I am asked about and the nights I have given; without any, what hosting means."""
    found = [*mine(rooms, stays, speech, today)] if rooms or stays else welcome(speech)
    if given:
        thanks = n_("You have given {count} night. Thank you!", "You have given {count} nights. Thank you!", given)
        found.append(blocks.context(speech.md(thanks)))
    found.append(blocks.actions(parts.offer_button(speech, style=None if rooms else "primary")))
    if by.has(Role.COORDINATOR):
        found += [blocks.divider(), blocks.section(bold(speech.md(_("For coordinators")))), coordinators(speech)]
    return _said(found, speech)


def coordinators(speech: Speech) -> Block:
    """The ways to a coordinator's work on rooms."""
    say = speech.plain
    return blocks.actions(
        blocks.button(say(_("What is free")), "rooms.free"),
        blocks.button(say(_("Stays")), "stays.list"),
        blocks.button(say(_("Ask for a room")), "stays.ask"),
    )


def welcome(speech: Speech) -> list[Block]:
    """What someone should know who has never hosted."""
    said = (
        _("You say for how many people, for which nights and what your home is like. You can close nights any time."),
        _("A coordinator meets you before anyone is proposed to you."),
        _("You are asked each time, and a no needs no reason."),
        _("Your address stays sealed until you and the guests have both said yes."),
    )
    return [
        blocks.section(bold(speech.md(_("Can you give somebody a room for a while?")))),
        blocks.section(lines(*(Mrkdwn(f"• {speech.md(sentence)}") for sentence in said))),
    ]


def mine(rooms: Sequence[Shown], stays: Sequence[Stay], speech: Speech, today: date) -> list[Block]:
    """The stays that are with this host, those that wait for an answer first, and their rooms."""
    found: list[Block] = []
    if stays:
        found.append(blocks.section(bold(speech.md(_("Your guests")))))
    for stay in sorted(stays[:MOST], key=lambda one: not _waits(one)):
        how = parts.phase_line(phase(stay, today), host_phase_text(phase(stay, today)), speech)
        found.append(blocks.section(stay_line(stay, speech, how)))
        found.append(for_host(stay, speech))
    if rooms:
        found.append(blocks.section(bold(speech.md(_("Your rooms")))))
    for shown in rooms[:MOST]:
        line = parts.offer_line(shown, speech, host=shown.offer.is_kept)
        found.append(blocks.section(line, accessory=parts.offer_details_button(shown.offer, speech)))
    return found


def for_host(stay: Stay, speech: Speech, *, details: bool = True) -> Block:
    """What the host can do about it now; `details` where they are not open yet."""
    match, say = stay.match, speech.plain
    more = parts.stay_details_button(stay, speech) if details else parts.notes_button(stay, speech)
    if match and match.state is MatchState.PROPOSED:
        return parts.host_buttons(stay, speech, more)
    if match and match.state is MatchState.ACCEPTED:
        return blocks.actions(blocks.button(say(_("Not any more")), "stays.decline", stay.code), more)
    if match and match.longer_until:
        return parts.longer_buttons(stay, speech)
    help_ = blocks.button(say(_("We need help")), "stays.help", stay.code)
    return blocks.actions(parts.contacts_button(stay, speech), help_, more)


def stay_line(stay: Stay, speech: Speech, how: Mrkdwn) -> Mrkdwn:
    """Four lines for a list; `how` is how far it is, for whoever reads it."""
    return lines(parts.stay_title(stay, speech), parts.stay_summary(stay, speech), how)


def free(found: Sequence[Shown], wanted: Free, speech: Speech) -> Say:
    """What coordinators asked for: rooms that can be proposed first, then those whose host waits to be met."""
    asked = joined(
        inert(wanted.town) if wanted.town else None,
        speech.md(people_text(wanted.beds)) if wanted.beds > 1 else None,
        speech.md(nights_text(wanted.nights)) if wanted.nights else None,
    )
    shown: list[Block] = [
        blocks.header(speech.plain(n_("{count} room", "{count} rooms", len(found)))),
        *([blocks.context(asked)] if asked else []),
    ]
    if not found:
        nothing = _("No room like this is offered at the moment. Fewer words find more: /rooms free shows them all.")
        shown.append(blocks.section(Mrkdwn(f":seedling: {speech.md(nothing)}")))
    for one in sorted(found, key=lambda one: list(Standing).index(one.standing))[:MOST]:
        line = parts.offer_line(one, speech, host=True)
        shown.append(blocks.section(line, accessory=parts.offer_details_button(one.offer, speech)))
    shown += _more(len(found), speech)
    return _said([*shown, coordinators(speech)], speech)


def stays(found: Sequence[Stay], speech: Speech, today: date) -> Say:
    """Every stay that is not over: those that look for a room first."""
    shown: list[Block] = [blocks.header(speech.plain(n_("{count} stay", "{count} stays", len(found))))]
    if not found:
        nothing = _("Nobody needs a room at the moment. When someone does, press Ask for a room.")
        shown.append(blocks.section(Mrkdwn(f":seedling: {speech.md(nothing)}")))
    order = {one.id: list(Phase).index(phase(one, today)) for one in found}
    for stay in sorted(found, key=lambda one: order[one.id])[:MOST]:
        who = speech.md(_("Looked after by {name}", name=stay.coordinator))
        how = parts.phase_line(phase(stay, today), phase_text(phase(stay, today), stay), speech)
        line = stay_line(stay, speech, joined(how, who))
        shown.append(blocks.section(line, accessory=parts.stay_details_button(stay, speech)))
    shown += _more(len(found), speech)
    return _said([*shown, coordinators(speech)], speech)


def _waits(stay: Stay) -> bool:
    match = stay.match
    return match is not None and (match.state is MatchState.PROPOSED or match.longer_until is not None)


def _more(count: int, speech: Speech) -> list[Block]:
    if count <= MOST:
        return []
    return [
        blocks.context(
            speech.md(_("And {count} more. A town, a number of people or days narrow it down.", count=count - MOST))
        )
    ]


def _said(found: Sequence[Block], speech: Speech) -> Say:
    return Say(
        message=Message(text=speech.plain(_("Here are the rooms you asked for.")), blocks=tuple(found)), title="/rooms"
    )

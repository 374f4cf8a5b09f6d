"""The windows about a stay: details, and the homes that would do."""

from collections.abc import Sequence

from chatbot.kit.i18n import Text, _
from chatbot.people.model import Person, Role
from chatbot.rooms.messages import people_text
from chatbot.rooms.stays.messages import host_phase_text, phase_text
from chatbot.rooms.stays.model import Fit, MatchState, Phase, Stay
from chatbot.rooms.stays.rules import phase
from handlers.slack import blocks
from handlers.slack.blocks import Block, Confirm
from handlers.slack.here import Here
from handlers.slack.rooms import parts
from handlers.slack.rooms.lists import for_host
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines, quoted

MOST = 8
"""Homes that are shown at once; whoever reads more than that does not choose better."""


def details(stay: Stay, speech: Speech, here: Here, *, by: Person, said: Text | None = None) -> Block:
    """Everything about a stay that is not private, and what this person can do. `said` is what just happened."""
    coordinates = by.has(Role.COORDINATOR)
    now = phase(stay, here.today)
    longer = stay.match.longer_until if stay.match else None
    found = [
        *blocks.news_apart(said, speech),
        blocks.section(
            lines(
                parts.stay_title(stay, speech),
                parts.stay_facts(stay, speech),
                quoted(stay.note),
                parts.phase_line(now, phase_text(now, stay) if coordinates else host_phase_text(now), speech),
            )
        ),
        _match(stay, speech) if coordinates else None,
        blocks.section(speech.md(_("Asked whether they may stay until {day}.", day=longer))) if longer else None,
        parts.answer_by(stay, here, speech),
        *(_answering(stay, speech, by) if coordinates else []),
        *(_coordinator_buttons(stay, now, speech) if coordinates else [for_host(stay, speech, details=False)]),
        blocks.context(speech.md(_("Looked after by {name}", name=stay.coordinator))),
    ]
    return blocks.modal(
        speech.plain(_("Stay {code}", code=stay.code)),
        [block for block in found if block],
        close=speech.plain(_("Close")),
        metadata=stay.code,
    )


def _answering(stay: Stay, speech: Speech, by: Person) -> list[Block]:
    """What a coordinator can answer for a host who is not in Slack."""
    match = stay.match
    if match is None or match.voice_id != by.id:
        return []
    if match.state is MatchState.AGREED and match.longer_until is None:
        return []
    said = speech.md(_("You answer for {name}:", name=match.host))
    return [blocks.section(bold(said)), for_host(stay, speech, details=False)]


def _match(stay: Stay, speech: Speech) -> Block | None:
    """The room it is with."""
    if stay.match is None:
        return None
    room = blocks.button(speech.plain(_("Room")), "rooms.details", stay.match.offer_code)
    return blocks.section(
        joined(bold(inert(stay.match.offer_code)), inert(stay.match.town), inert(stay.match.host)), accessory=room
    )


def _coordinator_buttons(stay: Stay, now: Phase, speech: Speech) -> list[Block]:
    code, say = stay.code, speech.plain
    notes = parts.notes_button(stay, speech)
    take_back = blocks.button(say(_("Take back")), "stays.take_back", code, confirm=_sure(speech))
    withdraw = blocks.button(say(_("Not needed any more")), "stays.withdraw", code, confirm=_sure(speech))
    match now:
        case Phase.LOOKING:
            find = blocks.button(say(_("Find a room")), "stays.find", code, style="primary")
            edit = blocks.button(say(_("Edit")), "stays.edit", code)
            return [blocks.actions(find, edit, notes, withdraw)]
        case Phase.HOST_ASKED:
            return [blocks.actions(take_back, notes, withdraw)]
        case Phase.GUESTS_ASKED:
            yes = blocks.button(say(_("They say yes")), "stays.guests_yes", code, style="primary")
            no = blocks.button(say(_("They say no")), "stays.guests_no", code)
            return [blocks.actions(yes, no, take_back, notes)]
        case Phase.AGREED:
            longer = blocks.button(say(_("Stay longer")), "stays.longer", code)
            end = blocks.button(say(_("Leave early")), "stays.end", code)
            return [blocks.actions(parts.contacts_button(stay, speech), longer, end, notes)]
        case Phase.WITHDRAWN:
            return [blocks.actions(blocks.button(say(_("Look again")), "stays.look_again", code), notes)]
        case Phase.OVER:
            return [blocks.actions(parts.contacts_button(stay, speech) if stay.match else None, notes)]


def _sure(speech: Speech) -> Confirm:
    say = speech.plain
    return Confirm(
        title=say(_("Are you sure?")),
        text=say(_("A host who was asked is told.")),
        yes=say(_("Yes")),
        no=say(_("Back")),
    )


def homes(stay: Stay, fits: Sequence[Fit], speech: Speech) -> Block:
    """The homes that would do, best first, each with what fits and what does not."""
    say = speech.plain
    found: list[Block] = [
        blocks.section(lines(parts.stay_title(stay, speech), parts.stay_facts(stay, speech))),
        blocks.divider(),
    ]
    if not fits:
        nothing = _(
            "No vetted home has {people} free on all of these nights. Fewer nights may find one, or ask for offers.",
            people=people_text(stay.people),
        )
        found.append(blocks.section(Mrkdwn(f":seedling: {speech.md(nothing)}")))
    for fit in fits[:MOST]:
        ask = Confirm(
            title=say(_("Ask this host?")),
            text=say(_("The beds are held until they answer. They see the stay, not who the guests are.")),
            yes=say(_("Propose")),
            no=say(_("Back")),
        )
        button = blocks.button(
            say(_("Propose")), "stays.propose", f"{stay.code} {fit.offer.code}", style="primary", confirm=ask
        )
        found.append(blocks.section(_reasons(fit, speech), accessory=button))
    found.append(blocks.actions(blocks.button(say(_("Back")), "stays.back", stay.code)))
    return blocks.modal(say(_("Homes for {code}", code=stay.code)), found, close=say(_("Close")), metadata=stay.code)


def _reasons(fit: Fit, speech: Speech) -> Mrkdwn:
    misfits = joined(speech.md(_("Does not fit:")), parts.named(fit.misfits, speech), by=" ")
    return lines(
        joined(parts.offer_title(fit.offer, speech), inert(fit.offer.host)),
        Mrkdwn(f":white_check_mark: {parts.named(fit.fits, speech)}") if fit.fits else None,
        Mrkdwn(f":warning: {misfits}") if fit.misfits else None,
        quoted(fit.offer.note),
    )

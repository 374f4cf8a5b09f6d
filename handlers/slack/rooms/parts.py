"""The pieces that lists, windows and messages about rooms and stays are put together from."""

from collections.abc import Iterable

from chatbot.kit.i18n import Text, _
from chatbot.rooms.messages import feature_name, length_name, nights_text, people_text, standing_text
from chatbot.rooms.model import Feature, Length, Offer, Shown, Standing
from chatbot.rooms.stays.messages import need_name, party_text
from chatbot.rooms.stays.model import MatchState, Phase, Stay
from handlers.slack import blocks
from handlers.slack.blocks import Block, Element
from handlers.slack.here import Here
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines, quoted

SIGNS = {
    Standing.FREE: ":white_check_mark:",
    Standing.UNVETTED: ":wave:",
    Standing.CLOSED: ":no_entry_sign:",
    Standing.EXPIRED: ":hourglass:",
    Standing.OVER: ":hourglass:",
}

PHASES = {
    Phase.LOOKING: ":mag:",
    Phase.HOST_ASKED: ":hourglass:",
    Phase.GUESTS_ASKED: ":raised_hands:",
    Phase.AGREED: ":house_with_garden:",
    Phase.OVER: ":checkered_flag:",
    Phase.WITHDRAWN: ":no_entry_sign:",
}


def offer_title(offer: Offer, speech: Speech) -> Mrkdwn:
    """`R101 · Lowell · 4 people`"""
    return joined(bold(inert(offer.code)), bold(inert(offer.town)), speech.md(people_text(offer.beds)))


def offer_facts(shown: Shown, speech: Speech) -> Mrkdwn:
    """When, for how long, what the home has, and how the offer stands; a line each, nothing private."""
    offer = shown.offer
    lengths = named((length_name(one) for one in Length if one in offer.lengths), speech)
    features = named((feature_name(one) for one in Feature if one in offer.features), speech)
    return lines(
        Mrkdwn(f":calendar: {speech.md(nights_text(offer.nights))}"),
        Mrkdwn(f":bed: {lengths}"),
        Mrkdwn(f":house: {features}") if features else None,
        Mrkdwn(f":speech_balloon: {inert(offer.languages)}") if offer.languages else None,
        quoted(offer.note),
        standing_line(shown, speech),
    )


def standing_line(shown: Shown, speech: Speech) -> Mrkdwn:
    return Mrkdwn(f"{SIGNS[shown.standing]} {speech.md(standing_text(shown.standing))}")


def offer_line(shown: Shown, speech: Speech, *, host: bool) -> Mrkdwn:
    """Three lines for a list; `host` adds who offers it."""
    offer = shown.offer
    features = named((feature_name(one) for one in Feature if one in offer.features), speech)
    return lines(
        joined(offer_title(offer, speech), inert(offer.host) if host else None),
        joined(speech.md(nights_text(offer.nights)), features or None),
        standing_line(shown, speech),
    )


def held_lines(shown: Shown, speech: Speech) -> Mrkdwn | None:
    """Which nights are promised or asked for, by the codes of the stays."""
    if not shown.held:
        return None
    return lines(
        *(
            joined(bold(inert(one.stay)), speech.md(nights_text(one.nights)), speech.md(people_text(one.beds)))
            for one in shown.held
        )
    )


def stay_title(stay: Stay, speech: Speech) -> Mrkdwn:
    """`S101 · Family of four · 2 adults, 2 children`"""
    return joined(bold(inert(stay.code)), bold(inert(stay.alias)), speech.md(party_text(stay)))


def stay_facts(stay: Stay, speech: Speech) -> Mrkdwn:
    """When, where, and what they need; a line each, nothing private."""
    needs = named((need_name(one) for one in Feature if one in stay.needs), speech)
    return lines(
        Mrkdwn(f":calendar: {speech.md(nights_text(stay.nights))}"),
        Mrkdwn(f":round_pushpin: {inert(stay.town)}") if stay.town else None,
        Mrkdwn(f":heavy_check_mark: {needs}") if needs else None,
        Mrkdwn(f":speech_balloon: {inert(stay.languages)}") if stay.languages else None,
    )


def stay_summary(stay: Stay, speech: Speech) -> Mrkdwn:
    """The same in two lines, for a list."""
    needs = named((need_name(one) for one in Feature if one in stay.needs), speech)
    return lines(
        joined(speech.md(nights_text(stay.nights)), inert(stay.town) or None),
        joined(needs or None, inert(stay.languages) or None),
    )


def phase_line(phase: Phase, said: Text, speech: Speech) -> Mrkdwn:
    return Mrkdwn(f"{PHASES[phase]} {speech.md(said)}")


def answer_by(stay: Stay, now: Here, speech: Speech) -> Block | None:
    """Until when an answer is waited for, as the network's clocks show it; nothing when none is."""
    match = stay.match
    if match is None:
        return None
    moment = match.longer_expires_at if match.state is MatchState.AGREED else match.expires_at
    if moment is None:
        return None
    said = _("An answer is waited for until {moment}.", moment=moment.astimezone(now.zone))
    return blocks.context(speech.md(said))


def named(texts: Iterable[Text], speech: Speech) -> Mrkdwn:
    return joined(*(speech.md(text) for text in texts))


def offer_button(speech: Speech, *, style: str | None = None) -> Element:
    return blocks.button(speech.plain(_("Offer a room")), "rooms.offer", style=style)


def offer_details_button(offer: Offer, speech: Speech) -> Element:
    return blocks.button(speech.plain(_("Details")), "rooms.details", offer.code)


def stay_details_button(stay: Stay, speech: Speech) -> Element:
    return blocks.button(speech.plain(_("Details")), "stays.details", stay.code)


def contacts_button(stay: Stay, speech: Speech) -> Element:
    return blocks.button(speech.plain(_("Contacts")), "stays.contacts", stay.code)


def notes_button(stay: Stay, speech: Speech) -> Element:
    return blocks.button(speech.plain(_("Notes")), "stays.notes", stay.code)


def host_buttons(stay: Stay, speech: Speech, more: Element | None = None) -> Block:
    """What the host who is asked can answer, and `more`."""
    say = speech.plain
    return blocks.actions(
        blocks.button(say(_("Accept")), "stays.accept", stay.code, style="primary"),
        blocks.button(say(_("Decline")), "stays.decline", stay.code),
        blocks.button(say(_("Ask")), "stays.question", stay.code),
        more,
    )


def longer_buttons(stay: Stay, speech: Speech) -> Block:
    """What the host can answer when guests would like to stay longer."""
    say = speech.plain
    return blocks.actions(
        blocks.button(say(_("They may stay")), "stays.longer_yes", stay.code, style="primary"),
        blocks.button(say(_("As agreed")), "stays.longer_no", stay.code),
    )


def guests_buttons(stay: Stay, speech: Speech) -> Block:
    """What a coordinator passes on from the guests."""
    say = speech.plain
    return blocks.actions(
        blocks.button(say(_("They say yes")), "stays.guests_yes", stay.code, style="primary"),
        blocks.button(say(_("They say no")), "stays.guests_no", stay.code),
        stay_details_button(stay, speech),
    )


def check_in_buttons(stay: Stay, speech: Speech) -> Block:
    say = speech.plain
    return blocks.actions(
        blocks.button(say(_("All is well")), "stays.well", stay.code, style="primary"),
        blocks.button(say(_("We need help")), "stays.help", stay.code),
        contacts_button(stay, speech),
    )

"""The pieces that cards, lists, windows and words about events are put together from."""

from chatbot.events.model import Event
from chatbot.kit.i18n import Text, _, n_
from chatbot.signups.messages import when_text
from chatbot.signups.model import SeatRole
from handlers.slack import blocks
from handlers.slack.blocks import Element
from handlers.slack.signups.parts import release_question
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines, link, quoted

NAMED = 12
"""How many names a card shows; more than that nobody reads."""


def title(event: Event) -> Mrkdwn:
    """`E101 · Evening walk · Saint Brigid`"""
    facts = event.facts
    return joined(bold(inert(event.code)), bold(inert(facts.title)), inert(facts.host) if facts.host else None)


def when_and_where(event: Event, speech: Speech) -> Mrkdwn:
    return joined(speech.md(when_text(event.when)), inert(event.where) if event.where else None)


def facts(event: Event, speech: Speech, *, opened: bool = False) -> Mrkdwn:
    """When, where, the link for everyone, languages and the note. `opened` says that what is hidden stands below."""
    known = event.facts
    hidden = speech.md(_("For those who come, Details opens the link or the address."))
    return lines(
        Mrkdwn(f":calendar: {speech.md(when_text(event.when))}"),
        Mrkdwn(f":round_pushpin: {inert(event.where)}") if event.where else None,
        Mrkdwn(f":link: {link(known.page)}") if known.page else None,
        Mrkdwn(f":lock: {hidden}") if event.has_link and not opened else None,
        Mrkdwn(f":speech_balloon: {inert(known.languages)}") if known.languages else None,
        quoted(known.note),
    )


def guests(event: Event, speech: Speech) -> Mrkdwn:
    """How many come, who, and how many wait."""
    roster = event.roster
    names = [inert(one.name) for one in roster.seated[:NAMED]]
    rest = len(roster.seated) - NAMED
    if rest > 0:
        names.append(speech.md(n_("and {count} more", "and {count} more", rest)))
    waiting = len(roster.line(SeatRole.GUEST))
    return joined(
        speech.md(coming_text(event)),
        Mrkdwn(", ".join(names)) if names else None,
        speech.md(n_("{count} waiting", "{count} waiting", waiting)) if waiting else None,
    )


def coming_text(event: Event) -> Text:
    """How many come, and how many more may."""
    coming, limit = len(event.roster.seated), event.facts.limit
    if limit is None:
        return n_("{count} comes", "{count} come", coming)
    return _("{coming} of {most} come", coming=coming, most=limit)


def summary(event: Event, speech: Speech, *, more: int = 0) -> Mrkdwn:
    """Two lines for a list. `more` counts the further dates of its series."""
    further = n_("{count} more date", "{count} more dates", more) if more else None
    return lines(
        title(event),
        joined(
            when_and_where(event, speech),
            speech.md(coming_text(event)),
            Mrkdwn(f":repeat: {speech.md(further)}") if further else None,
        ),
    )


def come_button(event: Event, speech: Speech) -> Element:
    label = _("I come") if event.roster.left(SeatRole.GUEST) else _("Wait in line")
    return blocks.button(speech.plain(label), "signups.claim", f"{event.code} {SeatRole.GUEST}", style="primary")


def release_button(event: Event, speech: Speech, *, waits: bool = False) -> Element:
    confirm = None if waits else release_question(event.code, speech)
    return blocks.button(speech.plain(_("Release")), "signups.release", event.code, confirm=confirm)


def details_button(event: Event, speech: Speech) -> Element:
    return blocks.button(speech.plain(_("Details")), "events.details", event.code)


def line_buttons(event: Event, speech: Speech, person_id: int | None) -> blocks.Block:
    """Of a line in a list: Release for those who come or wait, else the way to come."""
    mine = event.roster.of(person_id) if person_id is not None else None
    if mine is not None:
        return blocks.actions(details_button(event, speech), release_button(event, speech, waits=mine.waiting))
    return blocks.actions(come_button(event, speech), details_button(event, speech))

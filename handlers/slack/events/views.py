"""What people see of events in messages: the card, the list, and words to one person."""

from datetime import datetime

from chatbot.events.model import Event, Move, Page, State
from chatbot.events.rules import stands
from chatbot.kit.i18n import _, n_
from chatbot.people.model import Person, Role
from chatbot.signups.messages import when_text
from handlers.slack import blocks, turning
from handlers.slack.blocks import Block
from handlers.slack.calendars.views import calendar_button
from handlers.slack.events import parts
from handlers.slack.press import Message, Say
from handlers.slack.signups.parts import people_button
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines, quoted


def card(event: Event, speech: Speech, now: datetime) -> Message:
    """The live card in a channel, the same for everyone."""
    details = parts.details_button(event, speech)
    if stands(event, now):
        buttons = blocks.actions(parts.come_button(event, speech), parts.release_button(event, speech), details)
    else:
        buttons = blocks.actions(details)
    return Message(
        text=speech.plain(_("Something is coming up that you can come to.")),
        blocks=(
            *standing(event, speech, now),
            blocks.section(lines(parts.title(event), parts.facts(event, speech))),
            blocks.section(parts.guests(event, speech)),
            buttons,
        ),
    )


def standing(event: Event, speech: Speech, now: datetime) -> list[Block]:
    """The line on top of an event that does not stand any more."""
    if event.state is State.CANCELLED:
        cancelled = speech.md(_("Cancelled"))
        reason = inert(event.cancelled_because) if event.cancelled_because else None
        return [blocks.section(joined(bold(Mrkdwn(f":no_entry_sign: {cancelled}")), reason))]
    return [] if stands(event, now) else [blocks.context(speech.md(_("This is over.")))]


def shown(event: Event, speech: Speech, now: datetime) -> Say:
    """One event, for the person who asked for its code."""
    return Say(message=card(event, speech, now))


def listing(page: Page, words: str, speech: Speech, *, by: Person, replace: bool = False) -> Say:
    """One page of the list, with buttons to turn the page."""
    heading = speech.plain(_("Here is what is coming up."))
    adds = by.has(Role.COORDINATOR)
    add = blocks.button(speech.plain(_("Add an event")), "events.add") if adds else None
    if page.total == 0:
        sentence = _("No gathering is planned at the moment. When one is, its card appears in the channel.")
        if words:
            sentence = _(
                "Nothing matches “{words}”. Type /events to see everything that is coming up.", words=words[:80]
            )
        nothing = blocks.section(Mrkdwn(f":seedling: {speech.md(sentence)}"))
        return Say(
            message=Message(text=heading, blocks=(nothing, blocks.actions(add)) if add else (nothing,)), replace=replace
        )
    found: list[Block] = [blocks.header(speech.plain(n_("{count} event", "{count} events", page.total)))]
    for event in page.events:
        found += [
            blocks.section(parts.summary(event, speech, more=page.more.get(event.id, 0))),
            parts.line_buttons(event, speech, by.id),
        ]
    buttons = [*turning.buttons("events.", page.number, page.pages, speech, carried=words), add]
    if any(buttons):
        found.append(blocks.actions(*buttons))
    found += turning.line(page.number, page.pages, speech)
    return Say(message=Message(text=heading, blocks=tuple(found)), replace=replace)


def moved(event: Event, before: Move, speech: Speech) -> Message:
    """To everyone who comes or waits: how it was, and how it is now."""
    was = joined(speech.md(when_text(before.when)), inert(before.where) if before.where else None)
    said = _("Something you come to has moved.")
    return Message(
        text=speech.plain(said),
        blocks=(
            blocks.section(
                lines(
                    speech.md(said),
                    parts.title(event),
                    joined(bold(speech.md(_("Before:"))), was, by=" "),
                    joined(bold(speech.md(_("Now:"))), parts.when_and_where(event, speech), by=" "),
                )
            ),
            blocks.actions(
                parts.details_button(event, speech),
                calendar_button(event.code, speech),
                parts.release_button(event, speech),
            ),
        ),
    )


def cancelled(event: Event, speech: Speech) -> Message:
    """To everyone who comes or waits. The time is the one they know."""
    reason = quoted(event.cancelled_because)
    sentence = _("{code} does not take place. You need not do anything.", code=event.code)
    said = lines(speech.md(sentence), parts.title(event), parts.when_and_where(event, speech), reason)
    return Message(text=speech.plain(_("Something you come to was cancelled.")), blocks=(blocks.section(said),))


def who_came(event: Event, speech: Speech) -> Message:
    """To whoever wrote it down, on the day after."""
    sentence = _("Who came to {code}? Noting it takes a minute and helps to plan the next one.", code=event.code)
    return Message(
        text=speech.plain(_("An event is over. Who came?")),
        blocks=(
            blocks.section(lines(speech.md(sentence), parts.title(event), parts.when_and_where(event, speech))),
            blocks.actions(people_button(event.code, speech), parts.details_button(event, speech)),
        ),
    )

"""The window with everything someone may read of an event, and what they can do there."""

from datetime import datetime

from chatbot.events.model import Opened
from chatbot.events.recurrence import rule_text
from chatbot.events.rules import stands
from chatbot.kit.i18n import Text, _
from chatbot.people.model import Person
from chatbot.signups.messages import when_text
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.calendars.views import calendar_button
from handlers.slack.events import parts, views
from handlers.slack.signups.parts import people_button
from handlers.slack.signups.views import standing
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines, link


def details(opened: Opened, speech: Speech, now: datetime, *, by: Person, said: Text | None = None) -> Block:
    """Everything the person may read; `said` is what just happened."""
    event = opened.event
    is_open = stands(event, now)
    mine = event.roster.of(by.id)
    found = [
        *blocks.news_apart(said, speech),
        *views.standing(event, speech, now),
        blocks.section(lines(parts.title(event), parts.facts(event, speech, opened=opened.link is not None))),
        blocks.section(parts.guests(event, speech)),
        blocks.section(speech.md(standing(event.roster, by.id, event.when))) if mine else None,
        _own_buttons(opened, speech, by) if is_open else None,
        *_link(opened, speech),
        *_series(opened, speech),
        *_coordinator(opened, speech, is_open=is_open),
    ]
    return blocks.modal(
        speech.plain(_("Event {code}", code=event.code)),
        [block for block in found if block],
        close=speech.plain(_("Close")),
        metadata=event.code,
    )


def _own_buttons(opened: Opened, speech: Speech, by: Person) -> Block:
    event = opened.event
    mine = event.roster.of(by.id)
    if mine is None:
        return blocks.actions(parts.come_button(event, speech))
    calendar = None if mine.waiting else calendar_button(event.code, speech)
    return blocks.actions(parts.release_button(event, speech, waits=mine.waiting), calendar)


def _link(opened: Opened, speech: Speech) -> list[Block]:
    if opened.link is None:
        return []
    reminder = _("Only those who come see this, and it is noted that you opened it. Please do not pass it on.")
    return [
        blocks.divider(),
        blocks.section(lines(bold(speech.md(_("For those who come"))), link(opened.link))),
        blocks.context(speech.md(reminder)),
    ]


def _series(opened: Opened, speech: Speech) -> list[Block]:
    """How often, and the other dates."""
    if opened.series is None:
        return []
    often = speech.md(rule_text(opened.series.plan.rule))
    found = [blocks.divider(), blocks.section(Mrkdwn(f":repeat: {often}"))]
    for one in opened.others:
        line = joined(bold(inert(one.code)), speech.md(when_text(one.when)), speech.md(parts.coming_text(one)))
        found.append(blocks.section(line, accessory=blocks.button(speech.plain(_("Show")), "events.show", one.code)))
    return found


def _coordinator(opened: Opened, speech: Speech, *, is_open: bool) -> list[Block]:
    event, say = opened.event, speech.plain
    if not opened.may_change:
        return []
    return [
        blocks.divider(),
        blocks.actions(
            people_button(event.code, speech),
            blocks.button(say(_("Edit")), "events.edit", event.code) if is_open else None,
            blocks.button(say(_("Cancel it")), "events.cancel", event.code, style="danger") if is_open else None,
        ),
    ]

"""The Home of one person."""

from chatbot.hearings.messages import when_text
from chatbot.hearings.model import Hearing, Page
from chatbot.kit.i18n import _, n_
from chatbot.people.model import Person, Role
from handlers.slack import blocks
from handlers.slack.alongside.help_text import settings_button
from handlers.slack.blocks import Block
from handlers.slack.hearings import parts
from handlers.slack.hearings.views import standing
from handlers.slack.speech import Mrkdwn, Speech, bold, inert, joined, lines

MOST = 30
"""Hearings on a Home: with their buttons they stay well below Slack's hundred blocks."""


def home(mine: Page, speech: Speech, *, by: Person) -> Block:
    """A greeting, what they signed up for, and for coordinators the ways to their work."""
    return blocks.home(
        [
            blocks.header(speech.plain(_("Good to see you, {name}", name=by.name))),
            *_coordinators(speech, by),
            *(_hearings(mine, speech, by) if mine.hearings else _nothing(speech)),
            blocks.divider(),
            blocks.context(speech.md(_("Type /alongside in any channel to see what else I can do."))),
        ]
    )


def _coordinators(speech: Speech, by: Person) -> list[Block]:
    if not by.has(Role.COORDINATOR):
        return []
    add = blocks.button(speech.plain(_("Add a hearing")), "hearings.add", style="primary")
    return [blocks.actions(add, settings_button(speech)), blocks.divider()]


def _hearings(mine: Page, speech: Speech, by: Person) -> list[Block]:
    found: list[Block] = [blocks.section(bold(speech.md(_("Your next hearings"))))]
    for hearing in mine.hearings:
        found += [blocks.section(_line(hearing, speech, by)), _buttons(hearing, speech, by)]
    more = mine.total - len(mine.hearings)
    if more:
        found.append(blocks.context(speech.md(n_("And {count} more later.", "And {count} more later.", more))))
    return [*found, blocks.divider(), blocks.actions(_coming_up(speech))]


def _line(hearing: Hearing, speech: Speech, by: Person) -> Mrkdwn:
    room = inert(hearing.place.room) if hearing.place.room else None
    return lines(
        parts.title(hearing, speech),
        Mrkdwn(f":calendar: {speech.md(when_text(hearing.when))}"),
        Mrkdwn(f":round_pushpin: {joined(inert(hearing.place.name), room)}"),
        speech.md(standing(hearing, by.id)),
    )


def _buttons(hearing: Hearing, speech: Speech, by: Person) -> Block:
    release = parts.release_button(hearing, speech, hearing.roster.of(by.id))
    return blocks.actions(parts.details_button(hearing, speech), release)


def _nothing(speech: Speech) -> list[Block]:
    """What to do first."""
    steps = (
        _("See what is coming up."),
        _("Press Claim on a hearing you can go to. You need no experience, only the time."),
        _("What you signed up for appears here. If you cannot come, press Release as early as you can."),
    )
    return [
        blocks.section(bold(speech.md(_("You have not signed up for anything yet.")))),
        blocks.section(lines(*(Mrkdwn(f"*{number}.* {speech.md(step)}") for number, step in enumerate(steps, 1)))),
        blocks.actions(_coming_up(speech)),
    ]


def _coming_up(speech: Speech) -> blocks.Element:
    return blocks.button(speech.plain(_("See what is coming up")), "alongside.hearings", style="primary")

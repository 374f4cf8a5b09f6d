"""The Home of one person."""

from collections.abc import Sequence

from chatbot.kit.i18n import _
from chatbot.people.model import Person, Role
from handlers.slack import blocks
from handlers.slack.alongside.help_text import settings_button
from handlers.slack.blocks import Block
from handlers.slack.people.preference_views import preferences_button
from handlers.slack.speech import Mrkdwn, Speech, bold, lines

ROOM = 94
"""Blocks that all capabilities together may fill: Slack takes a hundred, and the Home's own need the rest."""


MOST = 40
"""Blocks of one capability, so that another one has room beside it."""


def home(parts: Sequence[Sequence[Block]], speech: Speech, *, by: Person) -> Block:
    """A greeting, for coordinators the ways to their work, and what each capability has for this person."""
    filled = [part for part in parts if part]
    shown = [block for part in filled for block in (*part[:MOST], blocks.divider())][:ROOM]
    start = [blocks.actions(_coming_up(speech), preferences_button(speech))] if filled else _nothing(speech)
    return blocks.home(
        [
            blocks.header(speech.plain(_("Good to see you, {name}", name=by.name))),
            *_coordinators(speech, by),
            *shown,
            *start,
            blocks.context(speech.md(_("Type /alongside in any channel to see what else I can do."))),
        ]
    )


def _coordinators(speech: Speech, by: Person) -> list[Block]:
    if not by.has(Role.COORDINATOR):
        return []
    add = blocks.button(speech.plain(_("Add a hearing")), "hearings.add", style="primary")
    bring_in = blocks.button(speech.plain(_("Import hearings")), "hearings.import")
    return [blocks.actions(add, bring_in, settings_button(speech)), blocks.divider()]


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
        blocks.actions(_coming_up(speech), preferences_button(speech)),
    ]


def _coming_up(speech: Speech) -> blocks.Element:
    return blocks.button(speech.plain(_("See what is coming up")), "alongside.hearings", style="primary")

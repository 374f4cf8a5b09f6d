"""Hearings in digests and in the weekly report."""

from collections.abc import Sequence

from chatbot.hearings.model import Hearing, Matter, Why
from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.sections import Item
from chatbot.signups.messages import when_text
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.hearings import parts
from handlers.slack.hearings.reporting.views import post_button
from handlers.slack.hearings.verifying.views import buttons
from handlers.slack.signups.views import standing
from handlers.slack.speech import Speech, inert, joined, lines


class HearingsView:
    """Draws the section of hearings."""

    def heading(self, items: Sequence[Item]) -> Text:
        needed = sum(item.urgent for item in items)
        if needed:
            return n_("{count} hearing still needs people.", "{count} hearings still need people.", needed)
        return _("Everything is covered. Thank you!")

    def line(self, item: Item, speech: Speech, *, person_id: int | None) -> list[Block]:
        """Two blocks; for one person with how they stand to it."""
        hearing = _hearing(item)
        mine = hearing.roster.of(person_id) if person_id is not None else None
        own = speech.md(standing(hearing.roster, mine.person_id, hearing.when)) if mine else None
        said = blocks.section(lines(parts.summary(hearing, speech), own))
        return [said, parts.line_buttons(hearing, speech, person_id)]

    def to_settle(self, item: Item, speech: Speech) -> list[Block]:
        if isinstance(item, Matter):
            return _matter(item, speech)
        hearing = _hearing(item)
        return [
            blocks.section(parts.summary(hearing, speech)),
            blocks.actions(parts.details_button(hearing, speech)),
        ]


def _matter(matter: Matter, speech: Speech) -> list[Block]:
    """What is missing, and the button that settles it."""
    hearing = matter.hearing
    where = joined(speech.md(when_text(hearing.when)), inert(hearing.place.name))
    said = blocks.section(lines(parts.title(hearing, speech), where, speech.md(_why(matter.why))))
    match matter.why:
        case Why.DATE:
            return [said, buttons(hearing, speech)]
        case Why.ANSWERS:
            return [said, blocks.actions(parts.details_button(hearing, speech))]
        case Why.REPORT:
            return [said, blocks.actions(parts.report_button(hearing, speech))]
        case Why.DRAFT:
            return [said, blocks.actions(post_button(hearing, speech), *parts.change_elements(hearing, speech))]


def _why(why: Why) -> Text:
    match why:
        case Why.DATE:
            return _("The date has to be checked.")
        case Why.ANSWERS:
            return _("It moved, and not everyone has answered.")
        case Why.REPORT:
            return _("Nobody has reported yet.")
        case Why.DRAFT:
            return _("Not posted yet: only coordinators see it.")


def _hearing(item: Item) -> Hearing:
    if not isinstance(item, Hearing):
        raise TypeError("the section of hearings lists hearings")
    return item

"""Hearings in digests and in the weekly report."""

from collections.abc import Sequence

from chatbot.hearings.model import Hearing
from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.sections import Item
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.hearings import parts
from handlers.slack.hearings.verifying.views import buttons as verify_buttons
from handlers.slack.hearings.verifying.views import verified_text
from handlers.slack.signups.views import standing
from handlers.slack.speech import Speech, lines


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
        hearing = _hearing(item)
        verified = verified_text(hearing)
        date = speech.md(verified or _("The date is not verified yet."))
        settles = verify_buttons(hearing, speech)
        settles["elements"].append(parts.details_button(hearing, speech))
        return [blocks.section(lines(parts.summary(hearing, speech), date)), settles]


def _hearing(item: Item) -> Hearing:
    if not isinstance(item, Hearing):
        raise TypeError("the section of hearings lists hearings")
    return item

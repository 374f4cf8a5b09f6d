"""Needs in digests and in the weekly report."""

from collections.abc import Sequence

from chatbot.kit.i18n import Text, n_
from chatbot.kit.sections import Item
from chatbot.needs.section import Asked
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.needs import parts
from handlers.slack.speech import Speech


class NeedsView:
    """Draws the section of needs."""

    def heading(self, items: Sequence[Item]) -> Text:
        return n_("{count} need is open.", "{count} needs are open.", len(items))

    def line(self, item: Item, speech: Speech, *, person_id: int | None) -> list[Block]:
        need = _asked(item).need
        return [blocks.section(parts.summary(need, speech)), parts.line_buttons(need, speech, person_id)]

    def to_settle(self, item: Item, speech: Speech) -> list[Block]:
        need = _asked(item).need
        return [blocks.section(parts.summary(need, speech), accessory=parts.details_button(need, speech))]


def _asked(item: Item) -> Asked:
    if not isinstance(item, Asked):
        raise TypeError("the section of needs lists needs")
    return item

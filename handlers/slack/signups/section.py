"""Seats at risk, in the coordinators' weekly report."""

from collections.abc import Sequence

from chatbot.kit.i18n import Text, _
from chatbot.kit.sections import Item
from chatbot.signups.risk import AtRisk
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.signups import parts
from handlers.slack.signups.home import risk_text
from handlers.slack.speech import Speech


class SeatsView:
    """Draws the section of seats."""

    def heading(self, items: Sequence[Item]) -> Text:  # noqa: ARG002
        return _("Seats at risk")

    def line(self, item: Item, speech: Speech, *, person_id: int | None) -> list[Block]:  # noqa: ARG002
        return self.to_settle(item, speech)

    def to_settle(self, item: Item, speech: Speech) -> list[Block]:
        """Who has not confirmed, who looks for cover, and the way to them."""
        if not isinstance(item, AtRisk):
            raise TypeError("the section of seats lists seats at risk")
        button = parts.people_button(item.occasion.code, speech)
        return [blocks.section(risk_text(item, speech), accessory=button)]

"""Events in digests and in the weekly report."""

from collections.abc import Sequence

from chatbot.events.section import Coming
from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.sections import Item
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.events import parts
from handlers.slack.signups.parts import people_button
from handlers.slack.speech import Speech, lines


class EventsView:
    """Draws the section of events."""

    def heading(self, items: Sequence[Item]) -> Text:
        return n_("{count} event", "{count} events", len(items))

    def line(self, item: Item, speech: Speech, *, person_id: int | None) -> list[Block]:
        event = _coming(item).event
        return [blocks.section(parts.summary(event, speech)), parts.line_buttons(event, speech, person_id)]

    def to_settle(self, item: Item, speech: Speech) -> list[Block]:
        """It is over, and nobody noted who came."""
        event = _coming(item).event
        said = lines(parts.summary(event, speech), speech.md(_("Nobody has noted who came.")))
        return [blocks.section(said, accessory=people_button(event.code, speech))]


def _coming(item: Item) -> Coming:
    if not isinstance(item, Coming):
        raise TypeError("the section of events lists events")
    return item

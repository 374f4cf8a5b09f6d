"""Alerts in digests and in the weekly report."""

from collections.abc import Sequence

from chatbot.actions.model import State
from chatbot.actions.section import Running
from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.sections import Item
from handlers.slack import blocks
from handlers.slack.actions import parts
from handlers.slack.blocks import Block
from handlers.slack.speech import Speech, joined, lines


class ActionsView:
    """Draws the section of alerts."""

    def heading(self, items: Sequence[Item]) -> Text:
        return n_("{count} alert", "{count} alerts", len(items))

    def line(self, item: Item, speech: Speech, *, person_id: int | None) -> list[Block]:  # noqa: ARG002
        return parts.row(_running(item).action, speech)

    def to_settle(self, item: Item, speech: Speech) -> list[Block]:
        action = _running(item).action
        why = _("This draft is not launched yet.")
        if action.state is State.OPEN:
            why = _("It ends on {day} and is below its goal.", day=action.ends_on)
        progress = parts.tally(action, speech) if action.state is State.OPEN else None
        said = lines(parts.title(action), joined(speech.md(why), progress))
        return [blocks.section(said, accessory=parts.open_button(action, speech))]


def _running(item: Item) -> Running:
    if not isinstance(item, Running):
        raise TypeError("the section of alerts lists alerts")
    return item

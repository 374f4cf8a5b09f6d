"""The directory in the weekly report."""

from collections.abc import Sequence

from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.sections import Item
from chatbot.resources.section import Waiting
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.speech import Speech, lines


class ResourcesView:
    """Draws what waits for the coordinators; channels and single people see nothing of it."""

    def heading(self, items: Sequence[Item]) -> Text:  # noqa: ARG002
        return _("The directory")

    def line(self, item: Item, speech: Speech, *, person_id: int | None) -> list[Block]:  # noqa: ARG002
        return self.to_settle(item, speech)

    def to_settle(self, item: Item, speech: Speech) -> list[Block]:
        waiting = _waiting(item)
        stale = n_("{count} entry has to be checked.", "{count} entries have to be checked.", waiting.stale)
        made = n_("{count} suggestion waits.", "{count} suggestions wait.", waiting.suggestions)
        text = lines(
            speech.md(stale) if waiting.stale else None,
            speech.md(made) if waiting.suggestions else None,
        )
        listed = blocks.button(speech.plain(_("What to check")), "resources.recheck")
        return [blocks.section(text, accessory=listed)]


def _waiting(item: Item) -> Waiting:
    if not isinstance(item, Waiting):
        raise TypeError("the section of the directory lists what waits")
    return item

"""What drives look like in digests, in someone's own digest, and in the weekly report."""

from collections.abc import Sequence

from chatbot.bonds.model import Drive, Pledge
from chatbot.bonds.statements import Books
from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.sections import Item
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.bonds import boards, parts, views
from handlers.slack.speech import Speech, bold, inert, joined


class BondsView:
    """Drives with their bars, pledges with the ways to change them, and the head of the books."""

    def heading(self, items: Sequence[Item]) -> Text:
        """How many there are."""
        return n_("{count} bond drive", "{count} bond drives", len(items))

    def line(self, item: Item, speech: Speech, *, person_id: int | None) -> list[Block]:  # noqa: ARG002
        """A drive with its bar; for one person what they promised."""
        match item:
            case Drive():
                return views.row(item, speech)
            case Pledge():
                return views.pledge_row(item, speech)
            case _:
                return []

    def to_settle(self, item: Item, speech: Speech) -> list[Block]:
        """A drive to look after, a pledge to collect, or where the books end."""
        match item:
            case Drive():
                return views.row(item, speech)
            case Pledge():
                late = _("{amount} still to come", amount=item.outstanding)
                due = speech.md(_("Needed by {day}", day=item.due)) if item.due else None
                line = joined(bold(inert(item.code)), speech.md(late), due)
                return [blocks.section(line, accessory=parts.details_button(item.code, speech))]
            case Books():
                return [boards.head_note(item.head.number, item.head.hash, speech)]
            case _:
                return []

"""How a capability's section looks in digests and in the weekly report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from chatbot.kit.i18n import Text
from chatbot.kit.sections import Item
from handlers.slack.blocks import Block
from handlers.slack.speech import Speech


class SectionView(Protocol):
    """Draws the items of the section of the same name. One item's blocks are never parted over two messages.

    In a channel's digest the day stands above its items, so a line needs the hour only.
    """

    def heading(self, items: Sequence[Item]) -> Text:
        """The line over the section."""
        ...

    def line(self, item: Item, speech: Speech, *, person_id: int | None) -> list[Block]:
        """One item with its button, for everyone or, in a personal digest, for one person."""
        ...

    def to_settle(self, item: Item, speech: Speech) -> list[Block]:
        """One item of the coordinators' weekly report: what is wrong and the button that settles it."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class SectionNames:
    """What a section is called where a digest is set up, and its kinds when a digest can be narrowed to some."""

    name: Text
    kinds: Mapping[str, Text]
    in_channels: bool = True
    """Whether a channel's digest ever has something of it; otherwise nobody is offered to choose it there."""

"""Filling one message with sections: an item's blocks are never parted, and what does not fit is left for the next."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from chatbot.digests.model import Sections
from chatbot.kit.i18n import Text, _, value
from chatbot.kit.sections import Item
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.fitting import words
from handlers.slack.sections import SectionView
from handlers.slack.speech import Speech, bold

MOST_BLOCKS = 48
MOST_WORDS = 12_500
"""Characters. Slack takes fifty blocks and about 13,200 characters; the rest is for what stands below the items."""

Views = Mapping[str, SectionView]


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """How sections are drawn for these readers. `others` stands over what is not urgent, below what is."""

    views: Views
    heading: Callable[[str, Sequence[Item]], Text]
    line: Callable[[SectionView, Item], list[Block]]
    others: Text | None = None


def of_lines(views: Views, speech: Speech, *, person_id: int | None = None) -> Look:
    """Lines with their buttons, for everyone or for one person."""
    return Look(
        views=views,
        heading=lambda name, items: views[name].heading(items),
        line=lambda view, item: view.line(item, speech, person_id=person_id),
        others=_("Also coming up") if person_id is None else None,
    )


@dataclass(kw_only=True)
class Page:
    """One message while it is being filled, and the items that found no place in it."""

    blocks: list[Block] = field(default_factory=list)
    left: list[Item] = field(default_factory=list)

    def put(self, added: Sequence[Block]) -> bool:
        """Put these in together, if they fit; an empty message takes whatever comes."""
        together = [*self.blocks, *added]
        fits = len(together) <= MOST_BLOCKS and words(together) <= MOST_WORDS
        if fits:
            self.blocks = together
        return fits

    @property
    def is_half_full(self) -> bool:
        return len(self.blocks) > MOST_BLOCKS // 2 or words(self.blocks) > MOST_WORDS // 2


def filled(head: Sequence[Block], sections: Sections, look: Look, speech: Speech) -> Page:
    """A message with this head and as many items as fit, each under its section and its day.

    It ends at the end of a day where that leaves it more than half full, else behind an item.
    """
    page = Page(blocks=list(head))
    for above, view, items in _groups(sections, look, speech):
        drawn = [look.line(view, item) for item in items]
        whole = [block for lines in drawn for block in lines]
        if page.left:
            page.left += items
        elif page.put([*above, *whole]):
            continue
        elif page.is_half_full:
            page.left += items
        else:
            page.left += _one_by_one(page, above, items, drawn)
    return page


def _one_by_one(
    page: Page, above: Sequence[Block], items: Sequence[Item], drawn: Sequence[list[Block]]
) -> Sequence[Item]:
    """Put in the items of one day as long as they fit; those that do not."""
    for number, lines in enumerate(drawn):
        if not page.put([*(above if number == 0 else ()), *lines]):
            return items[number:]
    return ()


def _groups(
    sections: Sections, look: Look, speech: Speech
) -> Iterator[tuple[list[Block], SectionView, tuple[Item, ...]]]:
    """The items by section, urgency and day, each with what stands above it."""
    for name, items in sections.items():
        view = look.views.get(name)
        if view is None or not items:
            continue
        above = [blocks.section(bold(speech.md(look.heading(name, items))))]
        urgent_before = False
        for (urgent, day), group in groupby(items, key=lambda item: (item.urgent, item.happens_on)):
            if urgent_before and not urgent and look.others:
                above.append(blocks.section(bold(speech.md(look.others))))
            urgent_before = urgent
            above.append(blocks.context(bold(speech.md(value(day) if day else _("Date to be announced")))))
            yield above, view, tuple(group)
            above = []

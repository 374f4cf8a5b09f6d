"""The directory as a list, a few places a page."""

from collections.abc import Sequence

from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.pages import turned_to
from chatbot.people.model import Person
from chatbot.places.model import Place
from handlers.slack import blocks, turning
from handlers.slack.blocks import Block
from handlers.slack.speech import Speech, bold, inert, joined, lines

PAGE = 8
"""Places on one page: what fits a telephone without scrolling for long."""

ALIASES_SHOWN = 5


def added(place: Place) -> Text:
    return _("{name} is in the directory now.", name=place.name)


def saved() -> Text:
    return _("Saved.")


def retired(place: Place) -> Text:
    return _("{name} is out of the directory. Hearings that are there stay there.", name=place.name)


def page_of(place: Place, places: Sequence[Place]) -> int:
    """The page of the list on which a place stands, or would stand by its name."""
    numbers = [one.id for one in places]
    index = numbers.index(place.id) if place.id in numbers else sum(one.name < place.name for one in places)
    return index // PAGE + 1


def directory(places: Sequence[Place], speech: Speech, *, by: Person, page: int = 1, said: Text | None = None) -> Block:
    """One page of the places in use. `said` is what just happened, on top."""
    page, pages = turned_to(page, total=len(places), size=PAGE)
    shown = places[(page - 1) * PAGE : page * PAGE]
    found: list[Block] = blocks.news_apart(said, speech)
    if not places:
        found.append(blocks.section(speech.md(_("The directory is empty. Add the first court or office."))))
    found += [_line(place, speech, may_change=by.coordinates(place.area)) for place in shown]
    found.append(_buttons(page, pages, speech))
    found += turning.line(page, pages, speech)
    return blocks.modal(speech.plain(_("Places")), found, close=speech.plain(_("Close")))


def _line(place: Place, speech: Speech, *, may_change: bool) -> Block:
    aliases = ", ".join(place.aliases[:ALIASES_SHOWN])
    more = len(place.aliases) - ALIASES_SHOWN
    text = lines(
        joined(bold(inert(place.name)), inert(place.room) if place.room else None),
        inert(place.address) if place.address else None,
        joined(inert(place.area) if place.area else None, inert(place.zone.key.replace("_", " "))),
        speech.md(_("Also called {names}", names=aliases)) if aliases else None,
        speech.md(n_("and {count} more name", "and {count} more names", more)) if more > 0 else None,
    )
    edit = blocks.button(speech.plain(_("Edit")), "places.edit", str(place.id))
    return blocks.section(text, accessory=edit if may_change else None)


def _buttons(page: int, pages: int, speech: Speech) -> Block:
    return blocks.actions(
        blocks.button(speech.plain(_("Add a place")), "places.add", style="primary"),
        *turning.buttons("places.", page, pages, speech),
        blocks.button(speech.plain(_("All settings")), "settings.menu"),
    )

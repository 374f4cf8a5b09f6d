"""The table of docs/permissions.md, read: who may use what."""

from collections.abc import Iterable, Mapping

from handlers.slack.door import Registered
from handlers.slack.press import Surface
from tests.repo.documents import code_words, headings, rows, section
from tests.slack.permissions.relations import RELATED
from tests.slack.permissions.touches import Key

Table = Mapping[Key, frozenset[str]]
"""Who may use each listener, in the words of the page."""

PAGE = "docs/permissions.md"
COLUMNS = {
    "Commands, shortcuts and Home": (Surface.COMMAND, Surface.SHORTCUT, Surface.HOME),
}
RELATIONS = "Who has to do with a record"
"""Where the page says what the words about a record mean."""

EVERYONE = frozenset(
    ("a volunteer", "a lead", "a verifier", "a treasurer", "a coordinator of elsewhere", "a coordinator", "an admin")
)
COORDINATORS = frozenset(("a coordinator of elsewhere", "a coordinator", "an admin"))
MEANS = {
    "members": EVERYONE,
    "verifiers": frozenset(("a verifier", "an admin")),
    "treasurers": frozenset(("a treasurer",)),
    "coordinators": COORDINATORS,
    "coordinators of the area": frozenset(("a coordinator", "an admin")),
    "admins": frozenset(("an admin",)),
    **dict.fromkeys(RELATED, frozenset[str]()),
}
"""Who of those that have nothing to do with a record is meant by these words."""


def permissions(text: str) -> Table:
    """The table of the page."""
    found: dict[Key, frozenset[str]] = {}
    for heading in headings(text)[1:]:
        if heading == RELATIONS:
            continue
        surfaces = COLUMNS.get(heading, (Surface.MESSAGE, Surface.FORM))
        for who, *cells in rows(section(text, heading)):
            for surface, cell in zip(surfaces, cells, strict=True):
                for name in code_words(cell):
                    assert (surface, name) not in found, f"{name} has two rows"
                    found[surface, name] = frozenset(one.strip() for one in who.split(","))
    return found


def words_explained(text: str) -> set[str]:
    """The words about a record that the page explains."""
    return {words for words, _ in rows(section(text, RELATIONS))}


def listeners(registered: Registered) -> set[Key]:
    """Everything that listens, by where it does."""
    kinds: dict[Surface, Iterable[str]] = {
        Surface.COMMAND: registered.commands,
        Surface.SHORTCUT: registered.shortcuts,
        Surface.HOME: registered.home_parts,
        Surface.MESSAGE: registered.actions,
        Surface.FORM: registered.forms,
    }
    return {(surface, name) for surface, kind in kinds.items() for name in kind}


def own(table: Table) -> frozenset[Key]:
    """Everything that somebody may because of what they have to do with that very record."""
    return frozenset(key for key, words in table.items() if words & RELATED.keys())


def by_role(words: Iterable[str]) -> frozenset[str]:
    """Who of those that have nothing to do with a record is named."""
    return frozenset[str]().union(*(MEANS[word] for word in words))

"""Finding a place by what people call it. Pure."""

from collections.abc import Sequence

from chatbot.kit.plain import plain
from chatbot.places.model import Place


def named(places: Sequence[Place], words: str) -> list[Place]:
    """The places someone may mean: by exact name or alias when there is one, else by what the name begins with."""
    wanted = _plain(words)
    if not wanted:
        return []
    exact = [place for place in places if wanted in {_plain(name) for name in (place.name, *place.aliases)}]
    if exact:
        return exact
    return [
        place
        for place in places
        if any(_plain(name).startswith(wanted) for name in (place.name, *place.aliases, place.area))
    ]


def split_aliases(text: str) -> tuple[str, ...]:
    """Aliases typed on one line, separated by commas."""
    return tuple(dict.fromkeys(alias.strip() for alias in text.split(",") if alias.strip()))


def as_alias(name: str) -> str:
    """A name as it may stand among aliases, where a comma would part it in two."""
    return " ".join(name.replace(",", " ").split())


def _plain(text: str) -> str:
    return plain(as_alias(text))

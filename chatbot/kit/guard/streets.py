"""Street addresses: number first, as in English, or street first, as in Spanish and Portuguese."""

from collections.abc import Iterator

from chatbot.kit.guard.folded import Folded
from chatbot.kit.guard.kinds import Span
from chatbot.kit.guard.street_words import tokens
from chatbot.kit.guard.streets_number_first import number_first
from chatbot.kit.guard.streets_street_first import street_first


def streets(text: Folded) -> Iterator[Span]:
    """Where a house can be found; the name of a street alone is not an address."""
    words = tokens(text)
    for find in (number_first, street_first):
        for first, last in find(words):
            yield words[first].start, words[last].end

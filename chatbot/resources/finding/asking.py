"""A question read: which topics, languages and places it means, and which words are left to look for."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from chatbot.kit.languages import NAMES
from chatbot.kit.plain import plain
from chatbot.resources.model import Topic, Understood
from chatbot.resources.topics import words_of_topics, words_that_ask
from chatbot.resources.towns import Spot

LONGEST = 4
"""Words of the longest phrase that means something."""

_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Meaning:
    """What a word or a phrase stands for."""

    topics: frozenset[Topic] = frozenset()
    languages: frozenset[str] = frozenset()
    spot: Spot | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """A question. `said` are all its words but those that only ask; `words` those that mean nothing else."""

    said: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    topics: frozenset[Topic] = frozenset()
    languages: frozenset[str] = frozenset()
    spots: tuple[Spot, ...] = ()

    def anywhere(self) -> "Asked":
        """The same question, wherever it may be."""
        return replace(self, spots=())

    def understood(self) -> Understood:
        return Understood(
            topics=tuple(topic for topic in Topic if topic in self.topics),
            languages=tuple(sorted(self.languages)),
            places=tuple(spot.name for spot in self.spots),
            words=self.words,
        )


class Lexicon:
    """Every word and phrase that means something, found also when it is misspelled."""

    def __init__(self, spots: Iterable[tuple[str, Spot]]) -> None:
        meanings: dict[str, Meaning] = {name: Meaning(spot=spot) for name, spot in spots}
        for name, language in NAMES.items():
            meanings[name] = replace(meanings.get(name, Meaning()), languages=frozenset({language}))
        for name, topics in words_of_topics().items():
            meanings[name] = replace(meanings.get(name, Meaning()), topics=topics)
        self._meanings: Mapping[str, Meaning] = meanings
        self._asking = words_that_ask()
        self._by_length: dict[int, list[str]] = {}
        for name in meanings:
            self._by_length.setdefault(name.count(" ") + 1, []).append(name)

    def read(self, text: str) -> Asked:
        """What somebody asks; the longest phrase that means something counts."""
        words = tokens(text)
        said: list[str] = []
        left: list[str] = []
        found: list[Meaning] = []
        at = 0
        while at < len(words):
            length, meaning = self._next(words[at : at + LONGEST])
            said += [word for word in words[at : at + length] if word not in self._asking]
            if meaning is not None:
                found.append(meaning)
            elif words[at] not in self._asking:
                left.append(words[at])
            at += length
        spots = {one.spot.key: one.spot for one in found if one.spot is not None}
        return Asked(
            said=tuple(said),
            words=tuple(left),
            topics=frozenset().union(*(one.topics for one in found)),
            languages=frozenset().union(*(one.languages for one in found)),
            spots=tuple(spots.values()),
        )

    def _next(self, words: Sequence[str]) -> tuple[int, Meaning | None]:
        """How many of the next words belong together, and what they mean."""
        for length in range(len(words), 0, -1):
            meaning = self._meanings.get(" ".join(words[:length]))
            if meaning is not None:
                return length, meaning
        if words[0] in self._asking:
            return 1, None
        for length in range(len(words), 0, -1):
            near = self._misspelled(words[:length])
            if near is not None:
                return length, self._meanings[near]
        return 1, None

    def _misspelled(self, words: Sequence[str]) -> str | None:
        """The phrase of as many words, beginning alike, that this is a slip of."""
        phrase = " ".join(words)
        slips = slips_allowed(phrase)
        found = slips and process.extractOne(
            phrase, self._by_length.get(len(words), ()), scorer=OSA.distance, score_cutoff=slips
        )
        if not found or any(a[0] != b[0] for a, b in zip(words, found[0].split(), strict=True)):
            return None
        return str(found[0])


def tokens(text: str) -> list[str]:
    """The words of a text, made plain."""
    return _WORD.findall(plain(text))


def slips_allowed(word: str) -> int:
    """How many letters may be wrong: short words have to be right, or everything would mean everything."""
    if len(word) < 5:
        return 0
    return 1 if len(word) < 8 else 2

"""Which entries answer a question, best first."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, takewhile
from typing import TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from chatbot.kit.languages import languages_in
from chatbot.kit.plain import plain
from chatbot.resources.finding.asking import Asked, Lexicon, slips_allowed, tokens
from chatbot.resources.model import Hit, Nearness, Resource, Topic
from chatbot.resources.towns import Reach, Spot, Towns, nearness

T = TypeVar("T")

TOPIC, LANGUAGE, PLACE, WORDS, NAMED = 3.0, 2.0, 2.0, 2.0, 6.0
"""What weighs how much. Who types a name means that one, whatever else its words mean."""

SAID = 0.5
"""What a word counts that an entry holds as it was typed, beside what the word means."""

SAMPLE = 0.05
"""What an entry nobody here has checked yet lags behind an equal one."""

PREFIXES = 50
"""Words that may begin with what was typed; whoever types less means more than we can tell."""

_NAME, _TEXT = 1.0, 0.6


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """An entry as it is searched."""

    resource: Resource
    name: frozenset[str]
    languages: frozenset[str]
    reach: Reach


class Index:
    """A directory made ready for questions."""

    def __init__(self, resources: Iterable[Resource], towns: Towns) -> None:
        reach = cache(towns.reach)
        self.entries = [_entry(one, reach) for one in sorted(resources, key=lambda one: plain(one.facts.name))]
        self.lexicon = Lexicon({**_own_places(self.entries), **towns.spots}.items())
        self._holding: dict[str, dict[int, float]] = {}
        for number, entry in enumerate(self.entries):
            for word in _text(entry.resource):
                self._holding.setdefault(word, {})[number] = _TEXT
            for word in entry.name:
                self._holding.setdefault(word, {})[number] = _NAME
        self._vocabulary = sorted(self._holding)
        self._topics = _by(lambda entry: entry.resource.facts.topics, self.entries)
        self._languages = _by(lambda entry: entry.languages, self.entries)
        self.counts: Mapping[Topic, int] = {topic: len(self._topics.get(topic, ())) for topic in Topic}

    def ask(self, words: str) -> tuple[Asked, list[Hit], bool]:
        """What was understood, what fits, best first, and whether that had to be sought elsewhere than it was asked."""
        asked = self.lexicon.read(words)
        found = self._ranked(asked)
        if found or not asked.spots:
            return asked, found, False
        return asked, self._ranked(asked.anywhere()), True

    def _ranked(self, asked: Asked) -> list[Hit]:
        told = {word: self._told(word) for word in asked.said}
        words = [told[word] for word in asked.words if told[word]]
        if asked.words and not words and not (asked.topics or asked.languages or asked.spots):
            return []
        in_names = [{number for number, weight in told[word].items() if weight > _TEXT} for word in asked.said]
        named = set.intersection(*in_names) if in_names else set()
        near = self._near(asked.spots)
        hits = []
        for number in sorted(named | self._fitting(asked, words)):
            entry, nearest = self.entries[number], near(number)
            if number in named or nearest is not None or not asked.spots:
                held = sum(holding.get(number, 0) for holding in words) / len(words) if words else 0
                said = sum(holding.get(number, 0) for holding in told.values()) / max(1, len(told))
                score = _score(entry, asked, nearest) + WORDS * held + SAID * said
                unspoken = tuple(sorted(asked.languages - entry.languages))
                score += NAMED if number in named else 0
                hits.append(Hit(resource=entry.resource, score=score, nearness=nearest, unspoken=unspoken))
        return sorted(hits, key=lambda hit: -round(hit.score, 3))

    def _fitting(self, asked: Asked, words: Sequence[Mapping[int, float]]) -> set[int]:
        """The entries that have to be looked at: a topic decides, else a language, else the words."""
        if asked.topics:
            return set().union(*(self._topics.get(topic, ()) for topic in asked.topics))
        if asked.languages:
            return set().union(*(self._languages.get(language, ()) for language in asked.languages))
        if words:
            return set().union(*words)
        return set(range(len(self.entries)))

    def _near(self, spots: Sequence[Spot]) -> Callable[[int], Nearness | None]:
        """How near an entry is to the nearest of these places; entries of one town are measured once."""
        measured: dict[int, Nearness | None] = {}

        def near(number: int) -> Nearness | None:
            reach = self.entries[number].reach
            if id(reach) not in measured:
                found = [one for spot in spots if (one := nearness(spot, reach)) is not None]
                measured[id(reach)] = max(found, key=lambda one: one.score, default=None)
            return measured[id(reach)]

        return near

    def _told(self, word: str) -> dict[int, float]:
        """The entries that hold this word, one that begins with it, or one it is a slip of; and how surely."""
        found = dict(self._holding.get(word, {}))
        begins = bisect_left(self._vocabulary, word) if len(word) > 3 else len(self._vocabulary)
        longer = takewhile(lambda other: other.startswith(word), islice(self._vocabulary, begins, begins + PREFIXES))
        near = [(other, 0.9) for other in longer]
        if slips := slips_allowed(word):
            close = process.extract(word, self._vocabulary, scorer=OSA.distance, score_cutoff=slips, limit=20)
            near += [(other, 0.85) for other, _slips, _at in close if other[0] == word[0]]
        for other, sureness in near:
            for number, weight in self._holding[other].items():
                found[number] = max(found.get(number, 0), weight * sureness)
        return found


def _score(entry: Entry, asked: Asked, near: Nearness | None) -> float:
    """What an entry's topics, languages and place count for a question."""
    topics = len(asked.topics & set(entry.resource.facts.topics)) / len(asked.topics) if asked.topics else 0
    spoken = len(asked.languages & entry.languages) / len(asked.languages) if asked.languages else 0
    place = near.score if near else 0
    behind = SAMPLE if asked.said and entry.resource.is_sample else 0
    return TOPIC * topics + LANGUAGE * spoken + PLACE * place - behind


def _by(what: Callable[[Entry], Iterable[T]], entries: Sequence[Entry]) -> dict[T, set[int]]:
    """The numbers of the entries that have each of these."""
    found: dict[T, set[int]] = {}
    for number, entry in enumerate(entries):
        for one in what(entry):
            found.setdefault(one, set()).add(number)
    return found


def _entry(resource: Resource, reach: Callable[[str, str], Reach]) -> Entry:
    facts = resource.facts
    return Entry(
        resource=resource,
        name=frozenset(tokens(facts.name)),
        languages=languages_in(facts.languages),
        reach=reach(facts.town, facts.serves),
    )


def _own_places(entries: Sequence[Entry]) -> dict[str, Spot]:
    """The places the entries themselves name, such as towns beyond the table."""
    reaches = [entry.reach for entry in entries]
    spots = [spot for one in reaches for spot in (*((one.home,) if one.home else ()), *one.served)]
    return {spot.key: spot for spot in spots}


def _text(resource: Resource) -> set[str]:
    facts = resource.facts
    return set(tokens(f"{facts.notes} {facts.serves} {facts.town} {facts.address} {facts.hours} {facts.cost}"))

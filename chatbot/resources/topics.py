"""What people call each topic, in the four languages the bot speaks: the table `topics.csv`, editable. Pure.

A row holds words of one topic, or, under `-`, words that only ask. They are made plain when they are read, so accents
and capitals do not matter there; typos are forgiven later.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from chatbot.kit.plain import plain
from chatbot.resources.messages import topic_name
from chatbot.resources.model import Topic
from chatbot.resources.tables import rows

_ASKING = "-"


@cache
def words_of_topics() -> Mapping[str, frozenset[Topic]]:
    """Every word or phrase, made plain, and the topics it means; one that means several stands at each."""
    found: dict[str, frozenset[Topic]] = {}
    for topic, word in _table():
        if topic != _ASKING:
            found[word] = found.get(word, frozenset()) | {Topic(topic)}
    return {**found, **{plain(topic_words(topic)): frozenset({topic}) for topic in Topic}}


def topic_words(topic: Topic) -> str:
    """Words by which this topic, and no other, is asked for."""
    return topic_name(topic).msgid


@cache
def words_that_ask() -> frozenset[str]:
    """Words that ask without saying for what."""
    return frozenset(word for topic, word in _table() if topic == _ASKING)


def _table() -> Iterator[tuple[str, str]]:
    for row in rows(Path(__file__).parent / "topics.csv"):
        for word in row["words"].split(";"):
            yield row["topic"], plain(word)

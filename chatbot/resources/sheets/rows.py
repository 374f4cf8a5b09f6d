"""A table of entries, held row by row against the same rules as the form; and entries as the rows of one. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from chatbot.kit.dates import day_of
from chatbot.kit.forms import read
from chatbot.kit.i18n import Text, _
from chatbot.kit.plain import plain
from chatbot.kit.refusal import Invalid, Refusal
from chatbot.kit.tables import Problem, Table, problems_of
from chatbot.resources.forms import ResourceForm
from chatbot.resources.messages import heading, topic_name
from chatbot.resources.model import Facts, Resource, Topic
from chatbot.resources.refusals import AlreadyThere
from chatbot.resources.rules import same_as
from chatbot.resources.topics import words_of_topics

Say = Callable[[Text], str]

COLUMNS = (
    "name",
    "topics",
    "town",
    "serves",
    "languages",
    "phone",
    "email",
    "website",
    "address",
    "hours",
    "cost",
    "notes",
    "checked",
)
"""The columns a sheet may have, in any order; `name` and `topics` must be there."""

NEEDED = ("name", "topics")

_ALSO = {"tel": "phone", "e-mail": "email", "web": "website", "url": "website", "city": "town", "topic": "topics"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Good:
    """A row that can be taken."""

    row: int
    facts: Facts
    checked_on: date | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Findings:
    """What looking at a table has shown."""

    good: tuple[Good, ...] = field(repr=False)
    problems: tuple[Problem, ...]
    ignored: tuple[str, ...] = field(repr=False)

    @property
    def bad(self) -> int:
        """How many rows cannot be taken."""
        return len({problem.row for problem in self.problems})


@dataclass(frozen=True, kw_only=True, slots=True)
class Terms:
    """The words a sheet of one reader may use: those of their language, and English."""

    language: str
    columns: Mapping[str, str]
    topics: Mapping[str, Topic]

    @classmethod
    def of(cls, say: Say, language: str) -> "Terms":
        headings = {
            plain(said): column for column in ("code", *COLUMNS) for said in (column, *_both(heading(column), say))
        }
        single = {word: next(iter(topics)) for word, topics in words_of_topics().items() if len(topics) == 1}
        names = {plain(said): topic for topic in Topic for said in (topic, *_both(topic_name(topic), say))}
        return cls(language=language, columns={**_ALSO, **headings}, topics={**single, **names})


def looked_at(table: Table, terms: Terms, twins: Mapping[str, str], today: date) -> Findings:
    """Every row: what it comes to, or why it cannot be taken. The second of two equal rows is the one amiss."""
    good: list[Good] = []
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for number, row in table.rows:
        try:
            one = _one(number, row, terms, today)
            _must_be_new(one.facts, number, seen, twins)
        except Refusal as refusal:
            problems += problems_of(number, refusal)
        else:
            good.append(one)
    return Findings(good=tuple(good), problems=tuple(problems), ignored=table.ignored)


def written(resource: Resource, say: Say) -> list[str]:
    """An entry as a row: its code, then the columns."""
    facts = resource.facts
    told = {
        **{column: getattr(facts, column) for column in COLUMNS if column not in ("topics", "checked")},
        "topics": ", ".join(say(topic_name(topic)) for topic in facts.topics),
        "checked": resource.checked_on.isoformat() if resource.checked_on else "",
    }
    return [resource.code, *(told[column] for column in COLUMNS)]


def _one(number: int, row: Mapping[str, str], terms: Terms, today: date) -> Good:
    problems: dict[str, Text] = {}
    topics: tuple[Topic, ...] = ()
    try:
        topics = _topics(row.get("topics", ""), terms)
    except Invalid as unknown:
        problems |= unknown.problems
    checked = row.get("checked", "")
    checked_on = day_of(checked, language=terms.language) if checked else None
    if checked and (checked_on is None or checked_on > today):
        problems["checked"] = _("Please write a day that is over, like 3/4/2026 or 2026-03-04.")
    try:
        facts = read(ResourceForm, {**row, "topics": topics or (Topic.OTHER,)}).facts()
    except Invalid as amiss:
        raise Invalid({**amiss.problems, **problems}) from None
    if problems:
        raise Invalid(problems)
    return Good(row=number, facts=facts, checked_on=checked_on)


def _topics(cell: str, terms: Terms) -> tuple[Topic, ...]:
    parts = [part.strip() for part in cell.replace(";", ",").split(",") if part.strip()]
    unknown = [part for part in parts if plain(part) not in terms.topics]
    if not parts:
        raise Invalid({"topics": _("Please fill this in.")})
    if unknown:
        raise Invalid(
            {"topics": _("I do not know this topic: {topic}. Separate topics by commas.", topic=unknown[0][:60])}
        )
    return tuple(terms.topics[plain(part)] for part in parts)


def _must_be_new(facts: Facts, number: int, seen: dict[str, int], twins: Mapping[str, str]) -> None:
    same = same_as(facts)
    if same in twins:
        raise AlreadyThere(twins[same])
    if same in seen:
        raise Refusal(_("Row {row} has the same name and town.", row=seen[same]), field="name")
    seen[same] = number


def _both(text: Text, say: Say) -> Sequence[str]:
    return text.msgid, say(text)

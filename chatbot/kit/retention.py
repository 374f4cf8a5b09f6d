"""What of each room is forgotten, and when. A room writes one `Part` in its folder; `bootstrap` lists them.

A part says which matters the room has and on which day each is over. From then on two limits count: after so many days
what is private about it is wiped, after so many calendar months its records go. It also says which rows are about
people, so that what is kept about someone can be shown, handed over and erased. This file holds only what is said; what
is done about it stands in `kit.forgetting`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, and_, case, or_

from chatbot.kit.i18n import Text

Day = ColumnElement[Any]
"""A local day, or a moment, as a column or made of columns."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Matter:
    """Something that is over one day. `over_on` is that day, and null while it goes on.

    `kind` is the word before the number in its subject. Its record stays for good where `stays_because` says why.
    """

    kind: str
    table: Table
    over_on: Day
    stays_because: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Private:
    """Columns that are emptied when the first limit of their matter has passed.

    `path` leads from the rows that hold them to the matter: a column that holds the number of a row of the next table,
    and so on. It is empty for the matter's own rows.
    """

    matter: Matter
    columns: tuple[Column[Any], ...]
    path: tuple[Column[Any], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """Rows that go with a matter's record. `path` leads from them to the matter, as in `Private`.

    Where the rows belong to something else as well, `only_loosened` empties the column instead.
    """

    matter: Matter
    path: tuple[Column[Any], ...]
    only_loosened: bool = False


class Erased(StrEnum):
    """What becomes of rows about a person when the person is erased."""

    ROWS = "rows"
    """They go."""
    NAME = "name"
    """The column that names the person is emptied."""
    STAYS = "stays"
    """They stay; the number in them leads to nobody any more."""


@dataclass(frozen=True, kw_only=True, slots=True)
class About:
    """Rows about a person, whom `column` names. `told` says to the person how many there are.

    `shown` are the columns that a copy for the person holds, `opened` the sealed ones among their own. When the person
    is erased `emptied` are emptied, and `only` narrows which rows go.
    """

    column: Column[Any]
    told: Callable[[int], Text]
    erased: Erased = Erased.STAYS
    only: ColumnElement[bool] | None = None
    shown: tuple[Column[Any], ...] = ()
    opened: tuple[Column[Any], ...] = ()
    emptied: tuple[Column[Any], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """What one room forgets.

    `subjects` are the columns that hold subjects of matters, of whatever room: those rows go with the records.
    `elsewhere` names sealed columns that another entry of the timetable takes away, and which.
    """

    room: str
    title: Text
    matters: tuple[Matter, ...] = ()
    private: tuple[Private, ...] = ()
    records: tuple[Record, ...] = ()
    subjects: tuple[Column[Any], ...] = ()
    about: tuple[About, ...] = ()
    elsewhere: tuple[tuple[Column[Any], str], ...] = ()


def nothing(column: Column[Any]) -> Any:
    """What an emptied column holds."""
    return None if column.nullable else ""


def either(condition: ColumnElement[bool], then: Day, otherwise: Day) -> Day:
    """One day or another, as the row's own columns decide."""
    return case((condition, then), else_=otherwise)


def later(one: Day, other: Day) -> Day:
    """The later of two days; null when the first of them is."""
    return case((and_(one.is_not(None), or_(other.is_(None), one >= other)), one), (one.is_not(None), other))


def earlier(one: Day, other: Day) -> Day:
    """The earlier of two days; the other when one of them is null."""
    return case((or_(other.is_(None), one <= other), one), else_=other)

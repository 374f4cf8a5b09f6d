"""Values of any type of the bot's, with generated text in every field that holds what people typed.

The type hints of the models say what there is to make. `OWN` knows by name which strings are the bot's own, and
`MADE` what no hint tells.
"""

import collections.abc
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from enum import Enum
from functools import cache
from random import Random
from typing import Annotated, Any, NewType, Union, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from chatbot.kit.i18n import LANGUAGES, Text, _
from chatbot.kit.money import Money
from chatbot.kit.refusal import Invalid, Refusal
from chatbot.kit.sections import Item
from chatbot.signups.model import Roster, SeatRole, Seats, Signup
from chatbot.signups.occasions import When
from chatbot.trail.model import Page
from handlers.slack import blocks
from handlers.slack.blocks import Block
from handlers.slack.speech import Speech, inert
from tests.slack.parts import NOW, TONGUES
from tests.slack.texts.known import HELD_UNTIL, LISTED, SETTLED
from tests.slack.texts.words import EVIL, typed

ZONES = tuple(map(ZoneInfo, ("America/New_York", "Pacific/Kiritimati", "America/Port-au-Prince")))
LENGTHS = (0, 1, 1, 2, 2, 3, 6)
MANY = 60
PLAIN = "https://meant.example/page?a=1"

TOWN = 60
"""Characters of a town or an area, by which records are found; the forms take no more."""

Own = Callable[["Maker"], Any]
OWN: dict[str, Own] = {
    "Match.id": lambda _: 1,
    "Parked.attempts": lambda _: 1,
    **dict.fromkeys(("code", "need_code", "stay_code", "offer_code", "next_code"), lambda made: f"H{made.number()}"),
    **dict.fromkeys(("channel", "card_channel", "response_channel"), lambda made: f"C0{made.number()}"),
    **dict.fromkeys(("subject", "about", "ref"), lambda made: f"hearing:{made.number()}"),
    **dict.fromkeys(("fund", "party"), lambda made: made.any_of(("general", "bond:1"))),
    **dict.fromkeys(("language",), lambda made: made.any_of(tuple(LANGUAGES))),
    **dict.fromkeys(("team_id",), lambda _: "T1"),
    **dict.fromkeys(("account",), lambda made: f"U0{made.number()}"),
    **dict.fromkeys(("area", "areas", "town"), lambda made: made.text()[:TOWN]),
    **dict.fromkeys(
        ("key", "hash", "previous", "secret", "token", "begin", "make"), lambda made: f"{made.number():064x}"
    ),
    **dict.fromkeys(("link", "website"), lambda made: made.any_of(("", PLAIN, made.address()))),
    "page": lambda _: PLAIN,
    "links": lambda made: f"{made.address()}\n{made.address()}",
    "rule": lambda _: "FREQ=WEEKLY;BYDAY=MO",
    "obligor": lambda _: "OBLIGO-1",
    "Facts.page": lambda made: made.any_of(("", PLAIN, made.address())),
    "Watch.what": lambda made: f"hearing:{made.number()}",
    "File.name": lambda _: "H204.ics",
    "Asked.cluster": lambda made: made.any_of(("", "C101")),
    "Problem.column": lambda made: made.any_of(("code", "name", "topics")),
    **dict.fromkeys(("value", "metadata", "record", "place_code"), lambda made: f"H{made.number()}"),
}
"""Strings that nobody types, by the name of their field, and the few that are to be addresses."""


class Maker:
    """Makes values, one after the other; the same number makes the same ones."""

    def __init__(self, number: int) -> None:
        self.random = Random(number)
        self.settles = False
        """Whether it is the coordinators' report that is made."""
        self._last = 0
        self.words = [typed(self.random) for _ in range(8)]

    def number(self) -> int:
        """A number that nothing else has."""
        self._last += 1
        return self._last

    def any_of(self, choices: collections.abc.Sequence[Any]) -> Any:
        return self.random.choice(choices)

    def text(self) -> str:
        return self.random.choice(self.words)

    def address(self) -> str:
        """What somebody types where an address belongs: that may become a link, but nothing else may."""
        return self.text().replace(EVIL, "meant.example")[:500]

    def moment(self) -> datetime:
        return NOW + timedelta(hours=self.random.randint(-400, 400))

    def make(self, hint: Any, name: str = "", depth: int = 0) -> Any:  # noqa: PLR0911
        """A value of this type, for a field or an argument of this name."""
        made = BY_NAME.get((name, hint)) or MADE.get(hint)
        if made is not None:
            return made(self)
        if hint is str:
            own = OWN.get(name)
            return own(self) if own else self.text()
        if hint is int:
            return self.random.randint(1, 4) if name.endswith("_id") else self._int(name)
        if isinstance(hint, type) and issubclass(hint, Enum):
            return self.any_of(list(hint))
        if isinstance(hint, NewType):
            return inert(self.text())
        if is_dataclass(hint):
            return self.whole(hint, depth)
        if isinstance(hint, type) and hasattr(hint, "_fields"):
            return hint(**{key: self.make(one, key, depth + 1) for key, one in hints(hint).items()})
        if isinstance(hint, type) and issubclass(hint, BaseModel):
            return hint(
                **{key: self.make(one, key, depth + 1) for key, one in hints(hint).items() if key in hint.model_fields}
            )
        if isinstance(hint, type) and issubclass(hint, Refusal):
            return self.refusal(hint)
        return self._composed(hint, name, depth)

    def whole(self, kind: Any, depth: int = 0) -> Any:
        made = {}
        for key, hint in init_hints(kind).items():
            own = OWN.get(f"{kind.__name__}.{key}")
            made[key] = own(self) if own else self.make(hint, key, depth + 1)
        return kind(**made)

    def refusal(self, kind: Any) -> Any:
        if kind is Invalid:
            return Invalid({"title": self.make(Text)})
        arguments = {key: hint for key, hint in hints(kind.__init__).items() if key != "return"}
        return kind(**{key: self.make(hint, key, 1) for key, hint in arguments.items()})

    def several(self, hint: Any, name: str, depth: int) -> list[Any]:
        length = MANY if depth < 2 and self.random.random() < 0.04 else self.any_of(LENGTHS[: 7 - depth] or (0,))
        made = [self.make(hint, name, depth + 1) for _ in range(length)]
        return list({getattr(one, "person_id", number): one for number, one in enumerate(made, 100)}.values())

    def _int(self, name: str) -> int:
        return self.number() if name == "id" else self.any_of((0, 1, 2, 3, 17, 120))

    def _composed(self, hint: Any, name: str, depth: int) -> Any:  # noqa: PLR0911
        origin, inner = get_origin(hint), get_args(hint)
        if origin in (Union, types.UnionType):
            return self.make(self.any_of(inner), name, depth)
        if origin is Annotated:
            return self.make(inner[0], name, depth)
        if origin in (list, collections.abc.Sequence, collections.abc.Iterable, collections.abc.Collection):
            return self.several(inner[0], name, depth)
        if origin is tuple:
            if inner[1:] == (...,):
                return tuple(self.several(inner[0], name, depth))
            return tuple(self.make(one, name, depth + 1) for one in inner)
        if origin in (frozenset, set, collections.abc.Set):
            return frozenset(self.several(inner[0], name, depth))
        if origin in (dict, collections.abc.Mapping):
            keys = self.several(inner[0], "key", depth)
            return {key: self.make(inner[1], name, depth + 1) for key in keys}
        if origin is collections.abc.Callable:
            return lambda *_given: self.make(inner[1], name, depth + 1)
        raise TypeError(f"nothing says how to make {name}: {hint}")


def _when(made: Maker) -> When:
    zone = made.any_of(ZONES)
    start = made.moment()
    if (known := made.random.random()) < 0.2:
        return When(zone=zone)
    day = start.astimezone(zone).date()
    if known < 0.4:
        return When(zone=zone, day=day)
    return When(zone=zone, day=day, starts_at=start, ends_at=made.any_of((None, start + timedelta(hours=2))))


def _roster(made: Maker) -> Roster:
    roles = [role for role in SeatRole if made.random.random() < 0.6]
    return Roster(
        seats={role: Seats(minimum=made.random.randint(0, 3), maximum=made.random.randint(1, 40)) for role in roles},
        signups=tuple(made.several(Signup, "signups", 1)),
    )


def _sections(made: Maker) -> dict[str, tuple[Any, ...]]:
    listed = SETTLED if made.settles else LISTED
    return {name: tuple(made.several(made.any_of(kinds), name, 1)) for name, kinds in listed.items()}


BY_NAME: dict[tuple[str, Any], Callable[[Maker], Any]] = {
    ("weekdays", frozenset[int]): lambda made: frozenset(made.random.sample(range(7), made.random.randint(1, 7))),
    ("goal", int | None): lambda made: made.any_of((None, 1, 3, 500)),
    ("wanted", int): lambda made: made.any_of((1, 3, 500)),
    ("codes", collections.abc.Mapping[str, str]): lambda _made: {"bond:1": "B101"},
    ("offered_until", datetime | None): lambda made: made.any_of((None, HELD_UNTIL)),
}
"""What no type says alone."""

MADE: dict[Any, Callable[[Maker], Any]] = {
    bool: lambda made: made.random.random() < 0.5,
    type(None): lambda _made: None,
    object: lambda made: made.any_of((None, made.text(), made.text(), ())),
    Any: lambda made: made.text(),
    **dict.fromkeys((list[Block], collections.abc.Sequence[Block]), lambda made: [made.make(Block), made.make(Block)]),
    tuple[Block, ...]: lambda made: (made.make(Block),),
    Block | None: lambda made: None,
    Block: lambda made: blocks.section(inert(made.text())),
    float: lambda made: made.random.random() * 9,
    bytes: lambda made: made.text().encode(),
    datetime: Maker.moment,
    date: lambda made: made.moment().date(),
    time: lambda made: made.moment().time(),
    ZoneInfo: lambda made: made.any_of(ZONES),
    tzinfo: lambda made: made.any_of(ZONES),
    timedelta: lambda made: timedelta(hours=made.random.randint(1, 99)),
    Money: lambda made: Money(made.any_of((0, 1, 12_345, 999_999_999))),
    Text: lambda made: _("{words}", words=made.text()),
    Speech: lambda made: made.any_of(TONGUES),
    When: _when,
    Item: lambda made: made.make(made.any_of(made.any_of(tuple(LISTED.values())))),
    dict[str, tuple[Item, ...]]: _sections,
    Page: lambda made: replace(found := made.whole(Page), has_older=bool(found.steps)),
    Roster: _roster,
}


@cache
def hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=False)


@cache
def init_hints(kind: Any) -> dict[str, Any]:
    """What its constructor takes."""
    known = hints(kind)
    return {one.name: known[one.name] for one in fields(kind) if one.init}

"""Values of any type of the bot's, with generated text in every field that holds what people typed.

The type hints of the models say what there is to make. `OWN` knows by name which strings are the bot's own, and
`MADE` what no hint tells.
"""

import collections.abc
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import Enum
from functools import cache
from random import Random
from typing import Annotated, Any, NewType, Union, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

from chatbot.kit.i18n import LANGUAGES, Text, _
from chatbot.kit.money import Money
from chatbot.signups.model import Roster, SeatRole, Seats, Signup
from chatbot.signups.occasions import When
from handlers.slack import blocks
from handlers.slack.speech import Speech, inert
from tests.slack.parts import NOW, TONGUES
from tests.slack.texts.words import typed

ZONES = tuple(map(ZoneInfo, ("America/New_York", "Pacific/Kiritimati", "America/Port-au-Prince")))
LENGTHS = (0, 1, 1, 2, 2, 3, 6)
MANY = 60
HELD_UNTIL = NOW + timedelta(hours=3)
"""Until when every seat is held that is offered."""
PLAIN = "https://meant.example/page?a=1"

Own = Callable[["Maker"], str]
OWN: dict[str, Own] = {
    **dict.fromkeys(("code", "need_code", "stay_code", "offer_code", "next_code"), lambda made: f"H{made.number()}"),
    **dict.fromkeys(("channel", "card_channel", "response_channel"), lambda made: f"C0{made.number()}"),
    **dict.fromkeys(("subject", "about", "ref"), lambda made: f"hearing:{made.number()}"),
    **dict.fromkeys(("fund", "party"), lambda made: made.any_of(("general", f"bond:{made.number()}"))),
    **dict.fromkeys(("language",), lambda made: made.any_of(tuple(LANGUAGES))),
    **dict.fromkeys(("team_id",), lambda _: "T1"),
    **dict.fromkeys(("account",), lambda made: f"U0{made.number()}"),
    **dict.fromkeys(("key", "hash", "previous", "secret", "token"), lambda made: f"{made.number():064x}"),
    **dict.fromkeys(("link", "page", "website"), lambda made: made.any_of(("", PLAIN, typed(made.random)))),
    **dict.fromkeys(("value", "metadata", "record", "place_code"), lambda made: f"H{made.number()}"),
}
"""Strings that nobody types, by the name of their field, and the few that are to be addresses."""


class Maker:
    """Makes values, one after the other; the same number makes the same ones."""

    def __init__(self, number: int) -> None:
        self.random = Random(number)
        self._last = 0
        self.words = [typed(self.random) for _ in range(8)]

    def number(self) -> int:
        """A number that nothing else has."""
        self._last += 1
        return self._last

    def any_of(self, choices: collections.abc.Sequence[Any]) -> Any:
        return self.random.choice(choices)

    def text(self) -> str:
        return self.any_of(self.words)

    def moment(self) -> datetime:
        return NOW + timedelta(hours=self.random.randint(-400, 400))

    def make(self, hint: Any, name: str = "", depth: int = 0) -> Any:
        """A value of this type, for a field or an argument of this name."""
        made = BY_NAME.get(name) or MADE.get(hint)
        if made is not None:
            return made(self)
        if hint is str:
            own = OWN.get(name)
            return own(self) if own else self.text()
        if hint is int:
            return self.random.randint(1, 9) if name.endswith("_id") else self._int(name)
        if isinstance(hint, type) and issubclass(hint, Enum):
            return self.any_of(list(hint))
        if isinstance(hint, NewType):
            return inert(self.text())
        if is_dataclass(hint):
            return self.whole(hint, depth)
        if isinstance(hint, type) and hasattr(hint, "_fields"):
            return hint(**{key: self.make(one, key, depth + 1) for key, one in hints(hint).items()})
        return self._composed(hint, name, depth)

    def whole(self, kind: Any, depth: int = 0) -> Any:
        return kind(**{key: self.make(hint, key, depth + 1) for key, hint in init_hints(kind).items()})

    def several(self, hint: Any, name: str, depth: int) -> list[Any]:
        length = MANY if depth < 2 and self.random.random() < 0.04 else self.any_of(LENGTHS[: 7 - depth] or (0,))
        return [self.make(hint, name, depth + 1) for _ in range(length)]

    def _int(self, name: str) -> int:
        return self.number() if name == "id" else self.any_of((0, 1, 2, 3, 17, 120))

    def _composed(self, hint: Any, name: str, depth: int) -> Any:
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
    signups = {one.person_id: one for one in made.several(Signup, "signups", 1)}
    return Roster(
        seats={role: Seats(minimum=made.random.randint(0, 3), maximum=made.random.randint(1, 40)) for role in roles},
        signups=tuple(signups.values()),
    )


BY_NAME: dict[str, Callable[[Maker], Any]] = {
    "offered_until": lambda made: made.any_of((None, HELD_UNTIL)),
}

MADE: dict[Any, Callable[[Maker], Any]] = {
    bool: lambda made: made.random.random() < 0.5,
    type(None): lambda _made: None,
    object: lambda made: made.any_of((None, made.text(), made.text(), ())),
    Any: lambda made: made.text(),
    dict[str, Any] | None: lambda made: None,
    dict[str, Any]: lambda made: blocks.section(inert(made.text())),
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

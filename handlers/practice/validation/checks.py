"""The little language the tables are written in: a check takes a value and where it stands, and says what is wrong.

The sentences are those of Slack's own validator (github.com/slackhq/hack-json-schema). Like it, a length is counted in
Unicode code points, and null is no value: a field that is not meant is left out.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

Problems = Iterator[str]
Rule = Callable[[Mapping[str, Any], str], Problems]
"""Looks at a whole object, for what one field alone cannot tell."""


class Check(Protocol):
    """Anything that can say what is wrong with a value."""

    def problems(self, value: object, at: str) -> Problems:
        """One sentence for each thing that is wrong; `at` is the value's JSON pointer."""
        ...


def said(sentence: str, at: str) -> str:
    """A problem as Slack words it."""
    return f"{sentence} [json-pointer:{at}]"


def below(at: str, *keys: str | int) -> str:
    """The JSON pointer (RFC 6901) of something inside."""
    return at + "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in keys)


@dataclass(frozen=True)
class Text:
    """A string of `least` to `most` characters, which may have to look a certain way."""

    least: int = 0
    most: int | None = None
    form: re.Pattern[str] | None = None
    accepts: Callable[[str], bool] = field(default=lambda _: True)

    def problems(self, value: object, at: str) -> Problems:
        if not isinstance(value, str):
            yield said("must provide a string", at)
        elif self.most is not None and len(value) > self.most:
            yield said(f"must be less than {self.most + 1} characters", at)
        elif len(value) < self.least:
            yield said(f"must be more than {self.least - 1} characters", at)
        elif (self.form and not self.form.fullmatch(value)) or not self.accepts(value):
            yield said("failed to match schema", at)


@dataclass(frozen=True)
class Word:
    """One of a few strings."""

    among: tuple[str, ...]

    def problems(self, value: object, at: str) -> Problems:
        if not isinstance(value, str):
            yield said("must provide a string", at)
        elif value not in self.among:
            yield said("must be a valid enum value", at)


@dataclass(frozen=True)
class Flag:
    """True or false."""

    def problems(self, value: object, at: str) -> Problems:
        if not isinstance(value, bool):
            yield said("must provide a boolean", at)


@dataclass(frozen=True)
class Whole:
    """An integer from `least` to `most`."""

    least: int
    most: int

    def problems(self, value: object, at: str) -> Problems:
        if not isinstance(value, int) or isinstance(value, bool):
            yield said("must provide an integer", at)
        elif value > self.most:
            yield said(f"must be less than {self.most}", at)
        elif value < self.least:
            yield said(f"must be greater than {self.least}", at)


@dataclass(frozen=True)
class Many:
    """An array of `least` to `most` things of one sort."""

    of: Check
    least: int = 0
    most: int | None = None

    def problems(self, value: object, at: str) -> Problems:
        if not isinstance(value, list):
            yield said("must provide an array", at)
            return
        if self.most is not None and len(value) > self.most:
            yield said(f"no more than {self.most} items allowed", at)
        elif len(value) < self.least:
            yield said(f"must provide at least {self.least} items", at)
        for index, item in enumerate(value):
            yield from self.of.problems(item, below(at, index))


@dataclass(frozen=True, kw_only=True)
class Thing:
    """An object: its fields by name, which of them must be there, and rules on the whole. Other fields are refused."""

    must: Mapping[str, Check] = field(default_factory=dict)
    may: Mapping[str, Check] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()

    def problems(self, value: object, at: str) -> Problems:
        if not isinstance(value, dict):
            yield said("must provide an object", at)
            return
        fields = {**self.must, **self.may}
        for name in self.must:
            if name not in value:
                yield said(f"missing required field: {name}", at)
        for name, inner in value.items():
            if name in fields:
                yield from fields[name].problems(inner, below(at, name))
            else:
                yield said(f"invalid additional property: {name}", at)
        for rule in self.rules:
            yield from rule(value, at)


@dataclass(frozen=True)
class Kinds:
    """An object that its `type` tells apart."""

    by_type: Mapping[str, Thing]

    def problems(self, value: object, at: str) -> Problems:
        if not isinstance(value, dict):
            yield said("must provide an object", at)
        elif "type" not in value:
            yield said("missing required field: type", at)
        elif not isinstance(value["type"], str):
            yield said("must provide a string", below(at, "type"))
        elif value["type"] not in self.by_type:
            yield said(f"unsupported type: {value['type']}", below(at, "type"))
        else:
            rest = {name: inner for name, inner in value.items() if name != "type"}
            yield from self.by_type[value["type"]].problems(rest, at)


def exactly_one(*names: str) -> Rule:
    """A rule: one of these fields, not none and not two."""
    listed = " or ".join(f"`{name}`" for name in names)

    def rule(value: Mapping[str, Any], at: str) -> Problems:
        present = sum(name in value for name in names)
        if present == 0:
            yield said(f"must define either {listed}", at)
        elif present > 1:
            yield said(f"cannot define both {listed}", at)

    return rule

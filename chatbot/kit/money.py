"""Money: whole cents of US dollars, read as people write it and said so that nobody misreads it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Self

from babel import Locale
from pydantic import BeforeValidator

from chatbot.kit.forms import wrong
from chatbot.kit.i18n import Spoken, Text, _
from chatbot.kit.numerals import dollars_in_words
from chatbot.kit.refusal import Refusal

MOST = 1_000_000_000
"""Ten million dollars, in cents; a larger number is a slip of the finger."""

_WRITTEN = re.compile(r"(?P<dollars>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.(?P<cents>[0-9]{2}))?")
_UNIT_BEFORE = re.compile(r"^(?:US\$|USD|\$)\s*", re.IGNORECASE)
_UNIT_BEHIND = re.compile(r"\s*(?:US\$|USD|\$|dollars?)$", re.IGNORECASE)
_DECIMAL_COMMA = re.compile(r"[0-9]+,[0-9]{1,2}|[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]*)?")


@dataclass(frozen=True, order=True, slots=True)
class Money(Spoken):
    """An amount. Below zero only as a difference."""

    cents: int

    def said(self, language: str, locale: Locale) -> str:  # noqa: ARG002
        """As banks and courts of the country write it, in whatever language: $1,500, or $1,500.50.

        What is shown is what can be typed; `1.500,00` in another manner could be misread.
        """
        dollars, rest = divmod(abs(self.cents), 100)
        return f"{'-' if self.cents < 0 else ''}${dollars:,}{f'.{rest:02}' if rest else ''}"

    def __add__(self, other: Self) -> "Money":
        return Money(self.cents + other.cents)

    def __sub__(self, other: Self) -> "Money":
        return Money(self.cents - other.cents)

    def __neg__(self) -> "Money":
        return Money(-self.cents)

    def __bool__(self) -> bool:
        return self.cents != 0

    @property
    def plain(self) -> str:
        """Digits and a point, for a spreadsheet or a form: 1500.00."""
        return f"{'-' if self.cents < 0 else ''}{abs(self.cents) // 100}.{abs(self.cents) % 100:02}"

    @property
    def in_words(self) -> "InWords":
        return InWords(self.cents)


@dataclass(frozen=True, slots=True)
class InWords(Spoken):
    """An amount written out, for a confirmation."""

    cents: int

    def said(self, language: str, locale: Locale) -> str:  # noqa: ARG002
        return dollars_in_words(self.cents, language)


ZERO = Money(0)


def total(amounts: Iterable[Money]) -> Money:
    return sum(amounts, ZERO)


class NoAmount(Refusal):
    """What was typed is not an amount of dollars above zero."""

    def __init__(self, sentence: Text, *, field: str = "amount") -> None:
        super().__init__(sentence, field=field)


def read_amount(typed: str) -> Money:
    """The amount someone typed: `$40`, `40.00`, `1,500`, `40 USD`. Raises `NoAmount` with what to write instead."""
    text = _UNIT_BEHIND.sub("", _UNIT_BEFORE.sub("", typed.strip()))
    found = _WRITTEN.fullmatch(text)
    if found is None:
        if _DECIMAL_COMMA.fullmatch(text):
            raise NoAmount(_("This could mean two amounts. Please write cents with a point, such as 40.50."))
        raise NoAmount(_("Please write an amount in dollars, such as 40, 1,500 or 40.50."))
    cents = int(found["dollars"].replace(",", "")) * 100 + int(found["cents"] or 0)
    if cents == 0:
        raise NoAmount(_("Please write an amount above zero."))
    if cents > MOST:
        raise NoAmount(_("This is more than I can keep books on. Please check the number."))
    return Money(cents)


def as_amount(typed: object) -> object:
    """A form's validator: what was typed, read."""
    if not isinstance(typed, str):
        return typed
    try:
        return read_amount(typed)
    except NoAmount as refusal:
        raise wrong(refusal.sentence) from None


Amount = Annotated[Money, BeforeValidator(as_amount)]
"""An amount above zero, as a form takes it."""

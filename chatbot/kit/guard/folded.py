"""Text made plain: one alphabet, one sort of digit, dash and space, nothing invisible; and the way back."""

import unicodedata
from dataclasses import dataclass

from chatbot.kit.guard.kinds import Span

LOOKALIKES = {
    **dict.fromkeys("\u0410\u0391", "A"),
    **dict.fromkeys("\u0430\u03b1", "a"),
    **dict.fromkeys("\u041e\u039f", "O"),
    **dict.fromkeys("\u043e\u03bf", "o"),
}
"""Cyrillic and Greek letters that look like those an A-number or a zero is written with."""

DOTS = frozenset("\u00b7\u2022\u2219\u22c5\u30fb\u3002")
DASHES = frozenset("\u2212\u00af\u2043")
BLANKS = frozenset("\u3164\u2800\u115f")
"""Characters that show nothing and are neither spaces nor format characters to Unicode."""


@dataclass(frozen=True, kw_only=True)
class Folded:
    """The plain text, with its capitals and without, and for each character its place in the original."""

    cased: str
    lower: str
    places: tuple[int, ...]

    def original(self, span: Span) -> Span:
        """Where that stands in the text as it was typed."""
        start, end = span
        return self.places[start], self.places[end - 1] + 1


def fold(text: str) -> Folded:
    """Accents, full width, other scripts' digits, dashes, spaces and invisible characters are made plain."""
    plain = [(letter, place) for place, typed in enumerate(text) for letter in _plain(typed)]
    return Folded(
        cased="".join(letter for letter, _ in plain),
        lower="".join(_lower(letter) for letter, _ in plain),
        places=tuple(place for _, place in plain),
    )


def _plain(typed: str) -> str:
    if typed.isascii():
        return " " if typed in "\t\r\v\f" else typed
    return "".join(_one(letter) for letter in unicodedata.normalize("NFKD", typed))


def _one(letter: str) -> str:
    category = unicodedata.category(letter)
    if category in ("Cf", "Cc", "Mn", "Me"):
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(letter))
    if category == "Pd" or letter in DASHES:
        return "-"
    if category.startswith("Z") or letter in BLANKS:
        return " "
    if letter in DOTS:
        return "."
    if letter == "\u2044":
        return "/"
    if letter == "\u00b0":
        return "o"
    if letter == "\u2019":
        return "'"
    return LOOKALIKES.get(letter, letter)


def _lower(letter: str) -> str:
    lower = letter.lower()
    return lower if len(lower) == 1 else letter

"""Text made plain: one alphabet, one sort of digit, dash and space, nothing invisible; and the way back."""

import unicodedata
from dataclasses import dataclass

from chatbot.kit.guard.kinds import Span

SIGNS = {
    # Cyrillic and Greek letters that look like those an A-number or a zero is written with.
    **dict.fromkeys("\u0410\u0391", "A"),
    **dict.fromkeys("\u0430\u03b1", "a"),
    **dict.fromkeys("\u041e\u039f", "O"),
    **dict.fromkeys("\u043e\u03bf", "o"),
    **dict.fromkeys("\u00b7\u2022\u2219\u22c5\u30fb\u3002", "."),
    **dict.fromkeys("\u2212\u00af\u2043", "-"),
    # Blanks that are neither spaces nor format characters to Unicode.
    **dict.fromkeys("\u3164\u2800\u115f", " "),
    "\u2044": "/",
    "\u00b0": "o",
    "\u2019": "'",
}
CATEGORIES = {**dict.fromkeys(("Cf", "Cc", "Mn", "Me"), ""), **dict.fromkeys(("Zs", "Zl", "Zp"), " "), "Pd": "-"}
"""What becomes of whole categories: invisible characters and accents go, spaces and dashes are made one."""


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
    if letter in SIGNS:
        return SIGNS[letter]
    category = unicodedata.category(letter)
    if category == "Nd":
        return str(unicodedata.decimal(letter))
    return CATEGORIES.get(category, letter)


def _lower(letter: str) -> str:
    lower = letter.lower()
    return lower if len(lower) == 1 else letter

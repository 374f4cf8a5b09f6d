"""Words made plain, so that they are found however somebody writes them."""

import re
import unicodedata

_APART = re.compile(r"[\s\u00a0]+")
_SIGNS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "–": "-", "‐": "-", "−": "-"})


def plain(text: str) -> str:
    """Lower case, without accents, one space between words: `  Kreyòl  Ayisyen` is `kreyol ayisyen`."""
    letters = unicodedata.normalize("NFKD", text.translate(_SIGNS))
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _APART.sub(" ", kept).strip().casefold()

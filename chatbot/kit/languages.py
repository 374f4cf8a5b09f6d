"""The languages people speak, found by what anybody calls them. Pure."""

import re
from collections.abc import Mapping

from babel import Locale

from chatbot.kit.plain import plain

_SPOKEN = {
    "en": "english, ingles, angle",
    "es": "spanish, espanol, castellano, panyol",
    "pt": "portuguese, portugues, brazilian portuguese, potige, pòtigè",
    "ht": "haitian creole, haitian, creole, kreyol, kreyol ayisyen, creole haitiano, criollo, ayisyen",
    "fr": "french, francais, franse",
    "ar": "arabic, arab",
    "zh": "chinese, mandarin, zhongwen, chinwa",
    "yue": "cantonese",
    "vi": "vietnamese, tieng viet",
    "km": "khmer, cambodian",
    "kea": "cape verdean, cape verdean creole, kriolu, kabuverdianu, caboverdiano",
    "quc": "k'iche', k'iche, kiche, quiche",
    "mam": "mam",
    "kjb": "q'anjob'al, q'anjobal, qanjobal, kanjobal",
    "kek": "q'eqchi', q'eqchi, qeqchi, kekchi",
    "qu": "quechua, kichwa, quichua",
    "gn": "guarani",
    "so": "somali, soomaali",
    "am": "amharic",
    "ti": "tigrinya",
    "sw": "swahili, kiswahili",
    "rw": "kinyarwanda",
    "ln": "lingala",
    "wo": "wolof",
    "fa": "farsi, persian",
    "prs": "dari",
    "ps": "pashto",
    "ur": "urdu",
    "hi": "hindi",
    "pa": "punjabi, panjabi",
    "gu": "gujarati",
    "bn": "bengali, bangla",
    "ne": "nepali",
    "my": "burmese",
    "ru": "russian",
    "uk": "ukrainian",
    "tr": "turkish",
    "ko": "korean",
    "tl": "tagalog, filipino",
    "ase": "american sign language, asl",
}
"""What the locale data lacks, or calls by a longer name than people do; everything else it adds."""


def _names() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for code, names in _SPOKEN.items():
        for locale in ("en", "es", "pt", "fr"):
            known = Locale.parse(locale).languages.get(code)
            if known:
                found.setdefault(plain(known), code)
        found.update({plain(name): code for name in names.split(",")})
    return found


NAMES = _names()
"""Every name, made plain, and the language it means."""

_NAMED = re.compile(r"(?<!\w)(" + "|".join(sorted(map(re.escape, NAMES), key=len, reverse=True)) + r")(?!\w)")


def language_of(word: str) -> str | None:
    """The code of the language somebody calls by this name, in any of the languages the bot speaks."""
    return NAMES.get(plain(word))


def languages_in(text: str) -> frozenset[str]:
    """The codes of the languages a line such as `Spanish or Kreyòl` names."""
    return frozenset(NAMES[found] for found in _NAMED.findall(plain(text)))

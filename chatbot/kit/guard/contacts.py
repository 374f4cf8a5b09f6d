"""Ways to reach a person: telephone numbers and e-mail addresses."""

import re
from collections.abc import Iterator

from chatbot.kit.guard.identity import is_date
from chatbot.kit.guard.kinds import Span

START = r"(?<![0-9a-z$])(?<![0-9][.,/\-])"

NUMBERS = tuple(
    re.compile(form)
    for form in (
        # The United States and Canada: area code, exchange, line, perhaps with the country's 1.
        START + r"(?:(?:\+|00)?1[ .\-]{0,3})?\(?[2-9][0-9]{2}\)?[ .\-/_]{0,3}[0-9]{3}[ .\-_]{0,3}[0-9]{4}(?![0-9])",
        # The same, digit by digit.
        START + r"(?:[0-9][ .\-]){9}[0-9](?![0-9])",
        # Without an area code.
        START + r"(?<![0-9] )[2-9][0-9]{2}-[0-9]{4}(?![0-9\-])(?! (?:dol|usd|mi|peo|per|pes))",
        # Abroad: a plus or 00, the country, seven digits and more.
        r"(?<![0-9])\+ ?[0-9]{1,3}(?:[ .\-()]{0,3}[0-9]){7,12}(?![0-9])",
        START + r"00 ?[1-9][0-9]{0,2}(?:[ .\-()]{0,3}[0-9]){7,11}(?![0-9])",
        # Brazil: an area code of two digits.
        r"(?<![0-9])\([0-9]{2}\) ?9?[ .]?[0-9]{4}[ \-]?[0-9]{4}(?![0-9])",
    )
)

LABELLED_NUMBER = re.compile(
    r"(?<![a-z0-9])(?:tel(?:efono|efone|f)?|cel(?:ular|l|lphone)?|phone|mobile|movil|fone"
    r"|whats ?app|wpp|zap|text|sms|call|fax|llam[a-z]{1,6}|lig(?:ue|ar|a)|marque|disque)(?![a-z])[^0-9\n$]{0,16}?"
    r"(?P<digits>[0-9](?:[ .\-()]{0,2}[0-9]){6,12})(?![0-9])"
)

NAME = r"[a-z0-9_][a-z0-9_.+\-]{0,63}"
HOST = r"[a-z0-9][a-z0-9\-]{0,62}"
DOT = r"(?: ?\. ?|,(?! )| ?[\[({] ?(?:dot|punto|ponto|\.) ?[\])}] ?| (?:dot|punto|ponto) )"
SPELLED_DOT = r"(?: dot | ?[\[({] ?(?:dot|\.) ?[\])}] ?)"
REAL_AT = r"(?: {0,2}@ {0,2}| ?[\[({] ?(?:at|arroba|@) ?[\])}] ?| arroba )"

ADDRESSES = tuple(
    re.compile(rf"(?<![a-z0-9_.+\-]){NAME}{form}[a-z]{{2,24}}(?![a-z])")
    for form in (
        rf"{REAL_AT}{HOST}(?:{DOT}{HOST}){{0,3}}{DOT}",
        # "name at example dot org": the bare word "at" counts only when the dot is spelled too.
        rf" at {HOST}(?:{SPELLED_DOT}{HOST}){{0,3}}{SPELLED_DOT}",
        # "name at gmail.com": or when the place is known to hold nothing but mail.
        r" at (?:gmail|yahoo|hotmail|outlook|icloud|aol|proton|protonmail|live|msn)\.",
    )
)


def phones(text: str) -> Iterator[Span]:
    """Telephone numbers as they are written in the United States, and those of other countries with plus or label."""
    for form in NUMBERS:
        for found in form.finditer(text):
            yield found.span()
    for found in LABELLED_NUMBER.finditer(text):
        if not is_date(found["digits"]):
            yield found.span("digits")


def emails(text: str) -> Iterator[Span]:
    """E-mail addresses, also with the signs spelled out."""
    for form in ADDRESSES:
        for found in form.finditer(text):
            yield found.span()

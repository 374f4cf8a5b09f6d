"""Numbers that name a person to an office or a bank: A-numbers, social security numbers, payment cards.

A-number: the letter A and nine digits, formerly eight or seven (uscis.gov, "A-Number"). Social security number: three,
two and four digits (ssa.gov). Card: thirteen to nineteen digits whose last one checks the others (ISO/IEC 7812-1).
"""

import re
from collections.abc import Iterator
from datetime import date

from chatbot.kit.guard.folded import Folded
from chatbot.kit.guard.kinds import Span

GAP = r"[ .\-_()]{0,3}"
"""What may stand between two digits of one number."""

FILLER = r"[^0-9$]{0,24}?"
"""What may stand between a label and its number: "is", "es el", a colon."""

BARE_A = re.compile(rf"(?<![a-z0-9@'])\(?a\)?[\s#.:\-_()]{{0,5}}(?P<digits>[0-9o](?:{GAP}[0-9]){{7,8}})(?![0-9])")

GLUED_A = re.compile(r"a[0-9]{9}(?![0-9])")

LABELLED_A = re.compile(
    r"(?<![a-z0-9])(?:"
    r"a[\s\-]{0,2}(?:number|num|nbr|no|numero|file|#)"
    r"|anum(?:ber)?"
    r"|alien(?:\s{1,2}(?:reg\w{0,12}|file|case))?"
    r"|uscis"
    r"|(?:numero|num|nro|no|n)[ .o]{0,3}(?:de\s{1,2})?(?:registro\s{1,2})?(?:de\s{1,2})?a"
    r"|(?:extranjer|estrangeir)[oa]"
    rf")(?![a-z]){FILLER}(?P<digits>[0-9](?:{GAP}[0-9]){{6,8}})(?![0-9])"
)

NINE = re.compile(
    r"(?<![0-9a-z$+/=])(?<![0-9][ .,/\-])"
    r"(?P<digits>[0-9]{9}|[0-9]{3}([ \-])[0-9]{3}\2[0-9]{3}|0[0-9]{2}\.[0-9]{3}\.[0-9]{3})"
    r"(?![0-9a-z%])(?![ .,\-][0-9])"
)
"""Nine digits without a word: hardly anything else is written so."""

NOT_A_PERSON = re.compile(
    r"(?:zoom|webex|meeting|reunion|reuniao|pin|usd|\$|phone|tel\w{0,6}|cel\w{0,5}|whats ?app|fax)[^0-9]{0,12}$"
)
"""What stands before nine digits that are a meeting's, a sum or a telephone number abroad."""

SSN = re.compile(r"(?<![0-9a-z+])(?<![0-9][.\-])[0-9]{3} ?[ .\-] ?[0-9]{2} ?[ .\-] ?[0-9]{4}(?![0-9])")

LABELLED_SSN = re.compile(
    r"(?<![a-z0-9])(?:ssn|s\.s\.n|ss ?#|itin|nss|social(?:\s{1,2}security)?|soc\.?\s{0,2}sec"
    r"|segur(?:o|idad|idade)\s{1,2}social)"
    rf"(?![a-z]){FILLER}(?P<digits>[0-9](?:{GAP}[0-9]){{8}})(?![0-9])"
)

CARD = re.compile(r"(?<![0-9])[2-6][0-9]{3}(?:[ .\-]{0,2}[0-9]){9,28}")

A_DATE = re.compile(r"([0-9]{1,4})[ .\-]([0-9]{1,2})[ .\-]([0-9]{4}|[0-9]{1,2})(?![0-9])")

A_SUM = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2}(?![0-9])|[1-9][0-9]?(?: [0-9]{3}){2}(?![0-9])")
"""12.345.678 or 12 345 678: after a small "a" it is Spanish or Portuguese, "to twelve million"."""


def a_numbers(folded: Folded) -> Iterator[Span]:
    """The letter A, or a label, and the digits; or nine digits on their own."""
    text = folded.lower
    for found in LABELLED_A.finditer(text):
        if not is_date(found["digits"]):
            yield found.span()
    for found in GLUED_A.finditer(text):
        yield found.span()
    for found in BARE_A.finditer(text):
        small = folded.cased[found.start() : found.start() + 2] == "a "
        if not is_date(found["digits"]) and not (small and A_SUM.match(found["digits"])):
            yield found.span()
    for found in NINE.finditer(text):
        if not NOT_A_PERSON.search(text[max(0, found.start() - 24) : found.start()]):
            yield found.span("digits")


def social_security_numbers(text: str) -> Iterator[Span]:
    """Three, two and four digits, or a label and nine."""
    for found in SSN.finditer(text):
        yield found.span()
    for found in LABELLED_SSN.finditer(text):
        if not is_date(found["digits"]):
            yield found.span()


def cards(text: str) -> Iterator[Span]:
    """Thirteen to nineteen digits that pass the check of card numbers."""
    for found in CARD.finditer(text):
        places = [place for place in range(*found.span()) if text[place].isdigit()]
        for size in range(min(19, len(places)), 12, -1):
            if passes_luhn([int(text[place]) for place in places[:size]]):
                yield places[0], places[size - 1] + 1
                break


def passes_luhn(digits: list[int]) -> bool:
    """The check digit of ISO/IEC 7812-1."""
    doubled = [digit if index % 2 == 0 else sum(divmod(2 * digit, 10)) for index, digit in enumerate(reversed(digits))]
    return sum(doubled) % 10 == 0


def is_date(digits: str) -> bool:
    """Whether digits begin with a day of our times: they are no number of a person's."""
    found = A_DATE.match(digits)
    if not found:
        return False
    first, second, third = (int(part) for part in found.groups())
    return any(
        1900 <= year < 2100 and _is_day(year, month, day)
        for year, month, day in (
            (first, second, third),
            (third, second, first),
            (third, first, second),
            (2000 + third, second, first),
            (2000 + third, first, second),
        )
    )


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True

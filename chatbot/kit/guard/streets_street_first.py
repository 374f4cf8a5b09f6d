"""Calle Luna 45, Rua das Flores, 45: the sort of street, the name, the number."""

from collections.abc import Iterator
from dataclasses import dataclass

from chatbot.kit.guard.kinds import Span
from chatbot.kit.guard.street_words import COUNTED, MONTHS, Token, words

LONGEST_NAME = 6

SURE = words(
    "calle avenida avda avd boulevard bulevar blvd carrera cra kra pje callejon calzada diagonal transversal av"
    " carretera rua travessa trav alameda rodovia estrada beco ladeira servidao viela prolongacion jiron"
)
DOTTED = words("c r al av tv rod est pca col urb jr cond")
"""Short for a street only with a dot, or as c/."""

CAPITAL = words(
    "plaza camino paseo praca largo colonia barrio residencial urbanizacion vila jardim conjunto quadra"
    " qd pca col urb cerrada privada pasaje condominio cond"
)
"""Also everyday words: streets when the name has a capital or the number a sign."""

PARTICLES = words("de del la las los el da do das dos e")

MARKS = words("# no num numero nro n")
PARTS = words("casa bloco lote apto apartamento torre edificio km lt")

NOT_A_NAME = COUNTED | words(
    "a al as ao desde hasta entre ate cerrada cerradas cerrado estara estan esta estao es fecha fecham fechada fechadas"
    " fechado ficara fica para por con com en em na y que hay ha antes despues depois donde onde eramos somos lenta"
    " lento queda sera serao seran tiene tem cuesta custa celebra comemora junto juntou"
)


FOLLOWERS = (
    PARTICLES
    | PARTS
    | words(
        "a al ao apt depto dpto ap piso andar primer primero segundo tercer primeiro terceiro esquina entre en em na y"
        " antes ate hasta desde por para con com zona bairro centro frente cerca perto es o ou"
    )
)
"""What may follow a house number; any other word is what the number counts."""


@dataclass(kw_only=True)
class Reading:
    """How far an address has been read."""

    at: int
    named: bool = False
    capital: bool = False
    sure: bool


def street_first(line: list[Token]) -> Iterator[Span]:
    """Spans of tokens that are addresses written in the order of Spanish and Portuguese."""
    for index, token in enumerate(line):
        if _is_mail_box(line, index):
            yield index, index + 2
        elif token.word in SURE or token.word in CAPITAL or _is_short(line, index):
            last = _number_after(line, index)
            if last is not None:
                yield index, last


def _is_short(line: list[Token], index: int) -> bool:
    following = line[index + 1].word if index + 1 < len(line) else ""
    return line[index].word in DOTTED and line[index].after_space and following in (".", "/")


def _is_mail_box(line: list[Token], index: int) -> bool:
    pair = [token.word for token in line[index : index + 2]]
    return pair in (["apartado", "postal"], ["caixa", "postal"]) and index + 2 < len(line) and line[index + 2].is_number


def _number_after(line: list[Token], index: int) -> int | None:
    """The last token of the address that begins here, or None."""
    reading = Reading(at=index + 1, sure=line[index].word not in CAPITAL)
    ordinal = index > 0 and line[index - 1].word[:-1].isdecimal() and line[index - 1].word[-1] in "ao"
    for _ in range(2 * LONGEST_NAME):
        if reading.at >= len(line):
            return None
        end = _house_number(line, reading, ordinal=ordinal)
        if end is not None:
            return end
        if not _goes_on(line, reading):
            return None
    return None


def _house_number(line: list[Token], reading: Reading, *, ordinal: bool) -> int | None:
    """The token of the house number, when the address is complete here."""
    token = line[reading.at]
    rest = line[reading.at + 1 : reading.at + 4]
    if token.word in MARKS | PARTS:
        number = next((token for token in rest if token.word not in (".", "o")), None)
        return line.index(number, reading.at) if number and number.is_number else None
    if token.word == "s" and [sign.word for sign in rest[:2]] == ["/", "n"]:
        return reading.at + 2
    if not token.is_number or _counts(line, reading.at):
        return None
    if reading.capital or (reading.named and reading.sure and not (rest and _is_counted(rest[0]))):
        return reading.at
    return reading.at if ordinal and "-" in token.word else None


def _is_counted(token: Token) -> bool:
    return token.is_name and not token.word[0].isdecimal() and not token.capital and token.word not in FOLLOWERS


def _counts(line: list[Token], at: int) -> bool:
    """Whether the number there is a time, a day or a count."""
    following = [token.word for token in line[at + 1 : at + 3]]
    if following[:1] and (following[0] in COUNTED or following[0] in ("%", "/")):
        return True
    if following[:1] == [":"]:
        return len(following) > 1 and following[1].isdecimal()
    return following[:1] == ["de"] and following[1:2] != [] and following[1] in MONTHS


def _goes_on(line: list[Token], reading: Reading) -> bool:
    """Reads one more token of the name; False when it cannot be part of an address."""
    token = line[reading.at]
    reading.at += 1
    if token.word in (".", ",", "/"):
        return True
    if not token.is_name or (token.word in NOT_A_NAME and not token.capital):
        return False
    if not token.word.isdecimal() and token.word not in PARTICLES:
        reading.named = True
        reading.capital = reading.capital or token.capital
    return True

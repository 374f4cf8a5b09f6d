"""The words streets are made of, and the words that show that a number counts something else."""

import re
from dataclasses import dataclass

from chatbot.kit.guard.folded import Folded

HOUSE = re.compile(r"[0-9]{1,6}(?:-?[a-z])?(?:-[0-9]{1,4}[a-z]?)?")
YEARS = re.compile(r"(?:19|20)[0-9]{2}-(?:19|20)?[0-9]{2}")
TOKEN = re.compile(r"[a-z0-9]+(?:['\-][a-z0-9]+){0,4}|[^\sa-z0-9]")


@dataclass(frozen=True, kw_only=True)
class Token:
    """A word, a number or a sign, and where it stands."""

    word: str
    start: int
    end: int
    capital: bool
    after_space: bool

    @property
    def is_number(self) -> bool:
        """Whether a house can have this number."""
        return HOUSE.fullmatch(self.word) is not None and YEARS.fullmatch(self.word) is None

    @property
    def is_name(self) -> bool:
        """Whether this is a word rather than a sign."""
        return self.word[0].isalnum()


def tokens(text: Folded) -> list[Token]:
    """The text cut into words, numbers and signs."""
    return [
        Token(
            word=found[0],
            start=found.start(),
            end=found.end(),
            capital=text.cased[found.start()] != text.lower[found.start()],
            after_space=found.start() == 0 or text.lower[found.start() - 1].isspace(),
        )
        for found in TOKEN.finditer(text.lower)
    ]


def words(text: str) -> frozenset[str]:
    """A set of words, written as a line."""
    return frozenset(text.split())


MONTHS = words(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov"
    " november dec december enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre"
    " diciembre janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro"
)

UNITS = words("apt apartment unit apto apartamento depto ste bldg")

COUNTED = words(
    "people person persons volunteers companions drivers riders seats kids children blocks block miles mile minutes min"
    " hours hour days day weeks months years am pm rides ride calls letters families family guests cases hearings times"
    " rooms beds more of us"
    " personas persona gente voluntarios voluntarias choferes asientos lugares ninos hijos cuadras calles millas"
    " minutos horas hora dias dia semanas meses anos familias casos veces vez cuartos camas h hs km metros"
    " pessoas pessoa motoristas assentos criancas filhos quadras ruas milhas vezes quartos viagens viajes"
)
"""What a number counts when it is not a house."""

"""Numbers written out in English, Spanish and Portuguese, as they stand before “dollars”.

Haitian Creole keeps the digits of each group and names the thousands and millions (`1 mil 500 dola`): no source for its
number words was good enough for money, and this form cannot be misread either.
"""

from collections.abc import Callable


def _words(text: str) -> list[str]:
    return text.split()


_EN_SMALL = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_EN_TENS = _words("twenty thirty forty fifty sixty seventy eighty ninety")
_ES_SMALL = _words(
    "cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis"
    " diecisiete dieciocho diecinueve veinte veintiún veintidós veintitrés veinticuatro veinticinco veintiséis"
    " veintisiete veintiocho veintinueve"
)
_ES_TENS = _words("treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_ES_HUNDREDS = _words(
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
)
_PT_SMALL = _words(
    "zero um dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis"
    " dezessete dezoito dezenove"
)
_PT_TENS = _words("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa")
_PT_HUNDREDS = _words("cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos")


def dollars_in_words(cents: int, language: str) -> str:
    """An amount from nothing to ten million dollars, written out: one thousand five hundred dollars."""
    spell, dollar, dollars, of, cent, cents_, joint = _MANNERS[language]
    whole, rest = divmod(cents, 100)
    said = f"{spell(whole)} {dollar if whole == 1 else of + dollars if whole and whole % 10**6 == 0 else dollars}"
    return said if rest == 0 else f"{said}{joint}{spell(rest)} {cent if rest == 1 else cents_}"


def _english(number: int) -> str:
    if number < 20:
        return _EN_SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _EN_TENS[tens - 2] + (f"-{_EN_SMALL[ones]}" if ones else "")
    size, name = next(step for step in ((10**6, "million"), (10**3, "thousand"), (100, "hundred")) if number >= step[0])
    count, rest = divmod(number, size)
    return f"{_english(count)} {name}" + (f" {_english(rest)}" if rest else "")


def _spanish(number: int) -> str:
    if number < 30:
        return _ES_SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _ES_TENS[tens - 3] + (f" y {_ES_SMALL[ones]}" if ones else "")
    if number == 100:
        return "cien"
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return _ES_HUNDREDS[hundreds - 1] + (f" {_spanish(rest)}" if rest else "")
    if number < 10**6:
        count, rest = divmod(number, 1000)
        said = "mil" if count == 1 else f"{_spanish(count)} mil"
    else:
        count, rest = divmod(number, 10**6)
        said = f"{_spanish(count)} {'millón' if count == 1 else 'millones'}"
    return said + (f" {_spanish(rest)}" if rest else "")


def _portuguese(number: int) -> str:
    if number < 20:
        return _PT_SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _PT_TENS[tens - 2] + (f" e {_PT_SMALL[ones]}" if ones else "")
    if number == 100:
        return "cem"
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return _PT_HUNDREDS[hundreds - 1] + (f" e {_portuguese(rest)}" if rest else "")
    if number < 10**6:
        count, rest = divmod(number, 1000)
        said = "mil" if count == 1 else f"{_portuguese(count)} mil"
    else:
        count, rest = divmod(number, 10**6)
        said = f"{_portuguese(count)} {'milhão' if count == 1 else 'milhões'}"
    if not rest:
        return said
    is_round = rest < 100 or (rest < 1000 and rest % 100 == 0)
    return f"{said} {'e ' if is_round else ''}{_portuguese(rest)}"


def _creole(number: int) -> str:
    millions, rest = divmod(number, 10**6)
    thousands, ones = divmod(rest, 1000)
    groups = [f"{count} {name}" for count, name in ((millions, "milyon"), (thousands, "mil")) if count]
    return " ".join([*groups, *([str(ones)] if ones or not groups else [])])


_Manner = tuple[Callable[[int], str], str, str, str, str, str, str]
_MANNERS: dict[str, _Manner] = {
    "en": (_english, "dollar", "dollars", "", "cent", "cents", " and "),
    "es": (_spanish, "dólar", "dólares", "de ", "centavo", "centavos", " con "),
    "pt": (_portuguese, "dólar", "dólares", "de ", "centavo", "centavos", " e "),
    "ht": (_creole, "dola", "dola", "", "santim", "santim", " ak "),
}

"""45 Elm Street, Apt 3: the number, the name, what sort of street."""

from collections.abc import Iterator

from chatbot.kit.guard.kinds import Span
from chatbot.kit.guard.street_words import COUNTED, MONTHS, UNITS, Token, words

LONGEST_NAME = 5

SURE = words(
    "street str st avenue ave av road rd boulevard blvd lane ln terrace ter parkway pkwy highway hwy turnpike tpke"
    " alley circle cir"
)
"""These are hardly ever anything but a street."""

CAPITAL = words("court ct drive dr place pl way park square sq row path plaza plz crossing loop trail trl walk wharf")
"""These are streets when they and the name are written with capitals."""

FOREMOST = words("calle avenida rua carrera avenue")
"""These may stand before their name: 123 Calle Luna, 45 Avenue A."""

OF_THE = words("de la da do del")

ALONE = words("broadway")

ROUTES = words("route rt rte highway hwy")

NOT_A_NAME = COUNTED | words(
    "a an the at to in on for from and or with by near outside off is are was were be this that her his their my our"
    " your we who need needed left down along up per if not no then than so as it she he they you both all"
)

COURTS = words("immigration district federal superior supreme juvenile probate municipal housing traffic drug appeals")
"""With these names a court is no street: "14 people at Boston Immigration Court"."""

NOT_BEFORE = MONTHS | words(
    "bus route line train exit room suite level floor section page pages item group zip in since"
)
"""After one of these a number is a day, a line or a room."""


def number_first(line: list[Token]) -> Iterator[Span]:
    """Spans of tokens that are addresses written in the order of English."""
    for index, token in enumerate(line):
        if token.is_number and _may_begin(line, index):
            last = _street_after(line, index)
            if last is not None:
                yield index, last
        elif token.word == "box" and _is_post_office(line, index):
            yield index - 1, index + 1


def _may_begin(line: list[Token], index: int) -> bool:
    if index == 0:
        return True
    before = line[index - 1]
    return before.word not in NOT_BEFORE and (line[index].after_space or before.word in "(\"'#")


def _street_after(line: list[Token], index: int) -> int | None:
    """The last token of the address that begins here, or None."""
    names: list[Token] = []
    half = [token.word for token in line[index + 1 : index + 4]] == ["1", "/", "2"]
    for at in range(index + (4 if half else 1), min(len(line), index + 4 + 2 * LONGEST_NAME)):
        last = _last_token(line, at, names)
        if last is not None:
            return last
        if _is_joint(line, at, names):
            continue
        if len(names) == LONGEST_NAME or not _is_name(line[at]):
            return None
        names.append(line[at])
    return None


def _last_token(line: list[Token], at: int, names: list[Token]) -> int | None:
    """Where the address ends, when what stands here makes it one."""
    token = line[at]
    following = line[at + 1] if at + 1 < len(line) else None
    if names and (_is_street(line, at, names) or token.word in ALONE):
        return _with_unit(line, at)
    if names and token.word in UNITS | {","} and _has_unit(line, at):
        return _with_unit(line, at - 1)
    if following and token.word in ROUTES and following.is_number:
        return at + 1
    if following and not names and token.word in FOREMOST and (following.capital or following.word == "of"):
        return at + 1
    return at if not names and token.word in ALONE else None


def _is_joint(line: list[Token], at: int, names: list[Token]) -> bool:
    """A dot after something short, a comma before Jr. or right after the number."""
    following = line[at + 1] if at + 1 < len(line) else None
    if not names and line[at].word in OF_THE and any(token.word in FOREMOST for token in line[at + 1 : at + 3]):
        return True
    if line[at].word == ".":
        return bool(names) and len(names[-1].word) <= 2
    if line[at].word == "," and following:
        return following.word in ("jr", "sr") or (not names and following.capital)
    return False


def _is_name(token: Token) -> bool:
    new = token.word in ("new", "old", "way") and not token.capital
    return token.is_name and not new and token.word not in NOT_A_NAME and not token.word.isdecimal()


def _is_street(line: list[Token], at: int, names: list[Token]) -> bool:
    token = line[at]
    capital = all(name.capital or name.word[0].isdecimal() for name in names)
    if token.word == "court" and any(name.word in COURTS for name in names):
        return False
    if token.word in CAPITAL:
        return token.capital and capital
    if token.word == "st" and not capital and _names_a_saint(line, at):
        return False
    return token.word in SURE


def _names_a_saint(line: list[Token], at: int) -> bool:
    """Whether "St." begins a name, as in "3 visited St. Mary's"."""
    following = [token for token in line[at + 1 : at + 3] if token.word != "."]
    return bool(following) and following[0].capital and following[0].word not in UNITS


def _has_unit(line: list[Token], at: int) -> bool:
    while at < len(line) and line[at].word == ",":
        at += 1
    return at + 1 < len(line) and line[at].word in UNITS


def _with_unit(line: list[Token], at: int) -> int:
    """The address may go on with the flat: Apt 3, #3."""
    end = at
    for token in line[at + 1 : at + 6]:
        if token.word in UNITS or token.word == "#":
            end = min(len(line) - 1, line.index(token, at) + 1)
        elif token.word not in (".", ","):
            break
    return end


def _is_post_office(line: list[Token], index: int) -> bool:
    before = [token.word for token in line[max(0, index - 4) : index] if token.word != "."]
    return (before[-2:] == ["p", "o"] or before[-1:] == ["po"]) and index + 1 < len(line) and line[index + 1].is_number

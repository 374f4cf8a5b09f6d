"""The words people use for kinds of hearings and for parts of the list, in English and in their own language."""

from collections.abc import Callable
from enum import StrEnum

from chatbot.hearings.messages import kind_name
from chatbot.hearings.model import Kind
from chatbot.kit.i18n import Text, _
from chatbot.kit.plain import plain

Say = Callable[[Text], str]
"""Says a sentence in somebody's language."""


class Word(StrEnum):
    """What narrows a list. The values are what one types in English."""

    TODAY = "today"
    TOMORROW = "tomorrow"
    WEEK = "this week"
    MINE = "mine"
    OPEN = "open"


KINDS = {
    "master": Kind.MASTER,
    "individual": Kind.INDIVIDUAL,
    "merits": Kind.INDIVIDUAL,
    "bond": Kind.BOND,
    "check-in": Kind.CHECK_IN,
    "checkin": Kind.CHECK_IN,
    "ice": Kind.CHECK_IN,
    "isap": Kind.ISAP,
    "biometrics": Kind.BIOMETRICS,
    "uscis": Kind.USCIS,
    "state": Kind.STATE_COURT,
    "family": Kind.STATE_COURT,
    "other": Kind.OTHER,
}

_LONGER: dict[str, Word | Kind] = {
    "week": Word.WEEK,
    "ice check-in": Kind.CHECK_IN,
    "check in": Kind.CHECK_IN,
    "check-ins": Kind.CHECK_IN,
    "state court": Kind.STATE_COURT,
    "family court": Kind.STATE_COURT,
}
"""What people write in other words, or in the plural."""


def own_word(word: Word) -> Text:
    """The word in the reader's language."""
    match word:
        case Word.TODAY:
            return _("today")
        case Word.TOMORROW:
            return _("tomorrow")
        case Word.WEEK:
            return _("this week")
        case Word.MINE:
            return _("mine")
        case Word.OPEN:
            return _("open")


def own_kind(kind: Kind) -> Text | None:
    """A short word for the kind in the reader's language, where it has one other than its name."""
    match kind:
        case Kind.MASTER:
            return _("master")
        case Kind.INDIVIDUAL:
            return _("individual")
        case Kind.BOND:
            return _("bond")
        case Kind.CHECK_IN:
            return _("check-in")
        case _:
            return None


def vocabulary(say: Say) -> dict[str, Word | Kind]:
    """Every word and what it means; what is English stays so whatever else it means elsewhere."""
    own = {plain(say(own_word(word))): word for word in Word}
    english = {plain(word): word for word in Word}
    return {**own, **kinds(say), **english, **_LONGER, **KINDS}


def kinds(say: Say) -> dict[str, Kind]:
    """Every word for a kind: its name in the program, in English, and in the reader's language."""
    short = {plain(say(text)): kind for kind in Kind if (text := own_kind(kind))}
    named = {plain(say(kind_name(kind))): kind for kind in Kind}
    english = {plain(kind_name(kind).msgid): kind for kind in Kind}
    programs = {kind.value.replace("_", " "): kind for kind in Kind}
    longer = {word: kind for word, kind in _LONGER.items() if isinstance(kind, Kind)}
    return {**named, **short, **english, **programs, **longer, **KINDS}

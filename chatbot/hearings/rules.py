"""What may be done with a hearing, and what a list was asked for. Pure: `now` is an argument."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from difflib import get_close_matches

from chatbot.hearings.model import Draft, Filter, Hearing, Kind, State
from chatbot.hearings.refusals import InThePast, NoSeats, NoSuchHearing, UnknownFilter
from chatbot.kit.clock import local_date
from chatbot.people.model import Person
from chatbot.places.model import Place
from chatbot.places.rules import named
from chatbot.signups.occasions import When
from chatbot.signups.refusals import Cancelled, Over
from chatbot.signups.times import is_over

PAGE = 6
"""How many hearings a list shows at once: what fits a telephone without scrolling for long."""


def must_stand(hearing: Hearing, now: datetime) -> None:
    """Raises `Cancelled` or `Over`; what nobody but coordinators knows of yet is not there: `NoSuchHearing`."""
    if hearing.state is State.DRAFT:
        raise NoSuchHearing(hearing.code)
    if hearing.state is State.CANCELLED:
        raise Cancelled(hearing.code)
    if is_over(hearing.when, now):
        raise Over(hearing.code)


def may_read_private(hearing: Hearing, person: Person) -> bool:
    """Those who hold a seat, and coordinators of the place's area; waiting in line opens nothing."""
    mine = hearing.roster.of(person.id)
    return person.coordinates(hearing.place.area) or (mine is not None and not mine.waiting)


def must_make_sense(draft: Draft, now: datetime, *, unless: When | None = None) -> None:
    """Raises `InThePast` (unless the time is the one it already had) or `NoSeats`."""
    if not draft.seats:
        raise NoSeats
    must_be_ahead(draft.when, now, unless=unless)


def must_be_ahead(when: When, now: datetime, *, unless: When | None = None) -> None:
    """Raises `InThePast`, unless the time is the one it already had."""
    if when == unless or when.day is None:
        return
    if when.day < local_date(now, when.zone):
        raise InThePast("day")
    if when.starts_at is not None and when.starts_at < now:
        raise InThePast("start")


WORDS = ("today", "this week", "mine", "open")
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


PHRASES = {
    "this week": "week",
    "state court": "state",
    "family court": "family",
    "ice check-in": "check-in",
    "check in": "check-in",
    "check-ins": "check-in",
}
"""What people write in two words, or in the plural, and the one word it means."""

FORTNIGHT = 14
"""Days ahead that a list looks unless it is asked for more or less."""

FAR = 365
"""Days ahead that `mine` looks: what someone promised must not fall off the list for being far away."""


def read_filter(words: str, places: Sequence[Place]) -> Filter:
    """What someone typed behind /hearings. Words may be combined: `today open boston`. Raises `UnknownFilter`."""
    days, mine, is_open = None, False, False
    kind: Kind | None = None
    rest: list[str] = []
    typed = " ".join(words.casefold().split())
    for phrase, token in PHRASES.items():
        typed = typed.replace(phrase, token)
    for token in typed.split():
        if token == "today":  # noqa: S105 - a word, not a secret
            days = 1
        elif token == "week":  # noqa: S105
            days = 7
        elif token == "mine":  # noqa: S105
            mine = True
        elif token == "open":  # noqa: S105
            is_open = True
        elif token in KINDS:
            kind = KINDS[token]
        else:
            rest.append(token)
    wanted = " ".join(rest)
    found = named(places, wanted)
    if wanted and not found:
        raise UnknownFilter(wanted, _closest(wanted, places))
    if days is None:
        days = FAR if mine else FORTNIGHT
    return Filter(days=days, mine=mine, open=is_open, kind=kind, place_ids=tuple(place.id for place in found))


def _closest(word: str, places: Iterable[Place]) -> str | None:
    known = {name.casefold(): name for place in places for name in (place.name, *place.aliases)}
    choices = [*WORDS, *KINDS, *known]
    close = get_close_matches(word, choices, n=1)
    return known.get(close[0], close[0]) if close else None

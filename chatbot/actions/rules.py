"""What may be done with an alert, and how its script is filled in. Pure: the day is an argument."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta

from chatbot.actions.messages import state_name
from chatbot.actions.model import Action, Draft, Mine, State, Step, Target
from chatbot.actions.refusals import InThePast, NoSuchTarget, NotAsked, NotNow, NotOpen
from chatbot.people.model import Preferences

PAGE = 5

MOST_TARGETS = 10
"""As many boxes as a form of the chat platform takes."""

BLANKS = ("name", "town", "office")
"""What a script may leave open."""

SOON = timedelta(days=2)
"""An alert that ends this soon is urgent while its goal is not reached."""

HOUR = time(10)
"""When the clock reminds and closes, where the network lives."""

EVENING = time(20)
"""After this hour nothing is closed by the clock any more: it would wake people up with thanks."""

_BLANK = re.compile(r"\{([^{}]*)\}")


def is_open(action: Action, today: date) -> bool:
    """Whether something still counts."""
    return action.state is State.OPEN and today <= action.ends_on


def is_urgent(action: Action, today: date) -> bool:
    return is_open(action, today) and action.ends_on - today <= SOON and not action.is_reached


def must_be_open(action: Action, today: date) -> None:
    """Raises `NotOpen`."""
    if not is_open(action, today):
        raise NotOpen(action.code)


def must_be(action: Action, *states: State) -> None:
    """Raises `NotNow` unless it is in one of these states."""
    if action.state not in states:
        raise NotNow(action.code, state_name(action.state))


def must_end_later(draft: Draft, today: date, *, unless: date | None = None) -> None:
    """Raises `InThePast`, unless the day is the one it already had."""
    if draft.ends_on < today and draft.ends_on != unless:
        raise InThePast


def asked_of(action: Action, step: Step, numbers: Iterable[int]) -> list[Target]:
    """The offices somebody turned to, each once. Raises `NotAsked`, `NoSuchTarget`."""
    if step not in action.steps:
        raise NotAsked(action.code)
    found = [action.target(number) for number in dict.fromkeys(numbers)]
    known = [target for target in found if target is not None]
    if not known or len(known) < len(found):
        raise NoSuchTarget
    return known


def closes(action: Action, now: datetime) -> bool:
    """Whether the clock closes it at this moment, local to the network: by day, once its last day is over."""
    return action.state is State.OPEN and now.date() > action.ends_on and HOUR <= now.time() < EVENING


def reminds(action: Action, asked_on: date, mine: Mine, today: date) -> bool:
    """Whether somebody who asked to be reminded is, today: on the next day and on the last one.

    Who has done something today needs no word any more.
    """
    on = today in (asked_on + timedelta(days=1), action.ends_on) and today > asked_on
    return on and is_open(action, today) and not mine.today


def may_be_told(chosen: Preferences, now: datetime) -> bool:
    """Whether somebody is written to at this hour, local to the network."""
    return not chosen.is_quiet(now.time())


def unknown_blanks(script: str) -> list[str]:
    """Blanks that the bot cannot fill, such as a misspelled one."""
    return [name for name in _BLANK.findall(script) if name not in BLANKS]


def script_for(scripts: Mapping[str, str], language: str) -> str:
    """The words in this language, else in English, else in whichever there is; empty when there is none."""
    return scripts.get(language) or scripts.get("en") or next(iter(scripts.values()), "")


def filled(script: str, *, name: str, town: str, office: str) -> str:
    """The script with its blanks filled; one that nobody can fill yet stays as it is.

    What goes into a blank is never looked at for blanks again.
    """
    values = {"name": name, "town": town, "office": office}
    return _BLANK.sub(lambda found: values.get(found[1]) or found[0], script)

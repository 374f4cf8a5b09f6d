"""What a client sent: hints, read so that whatever shape they have comes out as a text, a number, or nothing.

What a button, a menu or a window carries about a thing is looked up by the room before anything is done.
"""

from collections.abc import Mapping
from typing import Any

from chatbot.kit.columns import storable
from handlers.slack.blocks import NOTHING

_DIGITS = 18
"""As many as a row's own number has at most."""


def text(value: object) -> str:
    """The value as text a database takes, also to compare with; empty when it is none."""
    return storable(value) if isinstance(value, str) else ""


def typed_in(state: Mapping[str, Any]) -> dict[str, object]:
    """The inputs of a modal's state by block id. Unknown kinds of input read as None."""
    values = state.get("values")
    if not isinstance(values, Mapping):
        return {}
    return {
        str(block): _typed(next(iter(inputs.values())))
        for block, inputs in values.items()
        if isinstance(inputs, Mapping) and inputs
    }


def chosen(action: object) -> str:
    """What a pressed button or a chosen option carries."""
    found = _typed(action)
    return found if isinstance(found, str) else ""


def numbered(carried: str) -> int:
    """The number of a thing, up to the first space. 0 for anything else: nothing has it, and the room says so."""
    number, _space, _rest = carried.partition(" ")
    return int(number) if number.isascii() and number.isdecimal() and len(number) <= _DIGITS else 0


def coded(carried: str) -> tuple[str, int]:
    """A code, and the number of something that belongs to it."""
    code, _space, number = carried.partition(" ")
    return code, numbered(number)


_SINGLE = ("value", "selected_date", "selected_time", "selected_user", "selected_channel", "selected_conversation")


def _typed(element: object) -> str | tuple[str, ...] | None:
    if not isinstance(element, Mapping):
        return None
    for name in _SINGLE:
        if isinstance(element.get(name), str):
            return text(element[name])
    one = element.get("selected_option")
    if isinstance(one, Mapping) and isinstance(one.get("value"), str):
        return None if one["value"] == NOTHING else text(one["value"])
    people = element.get("selected_users")
    if isinstance(people, list):
        return tuple(text(str(one)) for one in people)
    many = element.get("selected_options")
    if isinstance(many, list):
        values = (text(str(each["value"])) for each in many if isinstance(each, Mapping) and "value" in each)
        return tuple(value for value in values if value != NOTHING)
    return None

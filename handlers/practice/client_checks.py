"""What Slack's own client refuses before anything is sent: empty or malformed inputs of a modal."""

import re
from collections.abc import Callable

from handlers.practice.network import JSON
from handlers.practice.state_values import is_empty, present_state

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_URL = re.compile(r"https?://\S+\.\S+")


def refused_inputs(blocks: list[JSON], given: JSON) -> dict[str, str]:
    """A sentence for each input block that cannot be sent as it is."""
    state = present_state(blocks, given)
    refused = {}
    for block in blocks:
        if block.get("type") != "input":
            continue
        element = block["element"]
        value = state[block["block_id"]][element["action_id"]]
        if is_empty(value):
            problem = None if block.get("optional") else "Please complete this required field."
        else:
            problem = _problem(element, str(value.get("value") or ""))
        if problem:
            refused[block["block_id"]] = problem
    return refused


def _problem(element: JSON, text: str) -> str | None:
    check = _CHECKS.get(element["type"])
    return check(element, text) if check else None


def _text(element: JSON, text: str) -> str | None:
    if len(text) < element.get("min_length", 0):
        return f"Enter at least {element['min_length']} characters."
    if len(text) > element.get("max_length", 3000):
        return f"Enter at most {element.get('max_length', 3000)} characters."
    return None


def _number(element: JSON, text: str) -> str | None:
    pattern = r"-?\d+(\.\d+)?" if element.get("is_decimal_allowed") else r"-?\d+"
    if not re.fullmatch(pattern, text):
        return "Enter a number."
    number = float(text)
    if "min_value" in element and number < float(element["min_value"]):
        return f"Enter a number of at least {element['min_value']}."
    if "max_value" in element and number > float(element["max_value"]):
        return f"Enter a number of at most {element['max_value']}."
    return None


def _mail(_: JSON, text: str) -> str | None:
    return None if _MAIL.fullmatch(text) else "Enter a valid email address."


def _url(_: JSON, text: str) -> str | None:
    return None if _URL.fullmatch(text) else "Enter a valid URL."


_CHECKS: dict[str, Callable[[JSON, str], str | None]] = {
    "plain_text_input": _text,
    "number_input": _number,
    "email_text_input": _mail,
    "url_text_input": _url,
}

"""`state.values`: what stands in the inputs of a view or message, as Slack reports it."""

from typing import Any

from handlers.practice.furnishing import controls
from handlers.practice.network import JSON

HOLDS: dict[str, tuple[str, str]] = {
    "plain_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "checkboxes": ("selected_options", "initial_options"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "users_select": ("selected_user", "initial_user"),
    "multi_users_select": ("selected_users", "initial_users"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "file_input": ("files", ""),
}
"""For each kind of input: the field of its state, and the field of the element it begins with."""


def holds_many(kind: str) -> bool:
    return kind in {"checkboxes", "file_input"} or kind.startswith("multi_")


def resting_value(element: JSON) -> JSON:
    """The state of an input nobody has touched."""
    kind = element["type"]
    name, initial = HOLDS[kind]
    value: JSON = {"type": kind, name: element.get(initial, [] if holds_many(kind) else None)}
    if kind == "timepicker" and "timezone" in element:
        value["timezone"] = element["timezone"]
    return value


def present_state(blocks: list[JSON], given: JSON) -> dict[str, dict[str, JSON]]:
    """What the person filled in, over what the inputs began with; anything that is not on the view is left out."""
    state: dict[str, dict[str, JSON]] = {}
    for block, element in controls(blocks):
        if element["type"] not in HOLDS:
            continue
        value = resting_value(element)
        filled = _given(given, block["block_id"], element["action_id"])
        if filled is not None:
            name = HOLDS[element["type"]][0]
            value[name] = filled.get(name, value[name])
        if value.get("value") == "":
            # Slack knows no empty string in a text input: what has been cleared is null.
            value["value"] = None
        state.setdefault(block["block_id"], {})[element["action_id"]] = value
    return state


def _given(given: JSON, block_id: str, action_id: str) -> JSON | None:
    filled = (given.get(block_id) or {}).get(action_id)
    return filled if isinstance(filled, dict) else None


def is_empty(value: JSON) -> bool:
    name = HOLDS[value["type"]][0]
    held: Any = value.get(name)
    return held is None or held in ("", [])

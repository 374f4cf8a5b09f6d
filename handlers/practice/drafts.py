"""What stands in the inputs of a surface on one person's screen, not yet sent."""

from datetime import date, datetime, time
from typing import Any

from handlers.practice.network import JSON
from handlers.practice.reading import options_of
from handlers.practice.state_values import HOLDS, holds_many
from handlers.practice.workspace import Workspace


def drafted(element: JSON, value: Any, workspace: Workspace, fetched: list[JSON] | None = None) -> JSON:
    """The state of this input when a person enters `value`: words for texts, visible options for menus."""
    kind = element["type"]
    name = HOLDS[kind][0]
    if value is None:
        return {"type": kind, name: [] if holds_many(kind) else None}
    if holds_many(kind):
        many = value if isinstance(value, list | tuple | set | frozenset) else [value]
        return {"type": kind, name: [_one(element, each, workspace, fetched) for each in many]}
    return {"type": kind, name: _one(element, value, workspace, fetched)}


def _one(element: JSON, value: Any, workspace: Workspace, fetched: list[JSON] | None) -> Any:
    kind = element["type"].removeprefix("multi_")
    if kind in ("static_select", "external_select", "radio_buttons", "checkboxes", "overflow"):
        return option_named([*options_of(element), *(fetched or [])], str(value))
    if kind == "users_select":
        return workspace.person(str(value)).id
    if kind in ("channels_select", "conversations_select"):
        return workspace.channel(str(value)).id
    if kind == "datetimepicker":
        return int(value.timestamp()) if isinstance(value, datetime) else int(value)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value.isoformat() if isinstance(value, date) else str(value)


def option_named(options: list[JSON], named: str) -> JSON:
    """By visible text or by value."""
    for option in options:
        if named in (option.get("value"), option.get("text", {}).get("text")):
            return option
    shown = [option.get("text", {}).get("text") for option in options]
    raise AssertionError(f"no option {named!r}; there are {shown}")

"""What Slack adds to blocks that it takes: names for the nameless, and the flags it always sends back."""

import copy
from collections.abc import Iterator
from typing import Any

from handlers.practice.ids import new_secret
from handlers.practice.network import JSON

ACTING = frozenset({
    "button", "checkboxes", "channels_select", "conversations_select", "datepicker", "datetimepicker",
    "email_text_input", "external_select", "file_input", "multi_channels_select", "multi_conversations_select",
    "multi_external_select", "multi_static_select", "multi_users_select", "number_input", "overflow",
    "plain_text_input", "radio_buttons", "rich_text_input", "static_select", "timepicker", "url_text_input",
    "users_select", "workflow_button", "feedback_buttons", "icon_button",
})  # fmt: skip


def furnished(blocks: list[JSON]) -> list[JSON]:
    """A copy of the blocks with every block_id and action_id filled in, as Slack stores them."""
    blocks = copy.deepcopy(blocks)
    for block in blocks:
        block.setdefault("block_id", new_secret(5))
        _flag(block)
        for element in elements_of(block):
            element.setdefault("action_id", new_secret(5))
    return blocks


def elements_of(block: JSON) -> Iterator[JSON]:
    """The interactive elements of one block: its input, its accessory, its row of actions."""
    nested = [block.get("element"), block.get("accessory"), *(block.get("elements") or [])]
    for element in nested:
        if isinstance(element, dict) and element.get("type") in ACTING:
            yield element


def controls(blocks: list[JSON]) -> Iterator[tuple[JSON, JSON]]:
    """Every (block, element) a person could touch, from top to bottom."""
    for block in blocks:
        for element in elements_of(block):
            yield block, element


def find_control(blocks: list[JSON], block_id: str, action_id: str) -> JSON | None:
    for block, element in controls(blocks):
        if block.get("block_id") == block_id and element.get("action_id") == action_id:
            return element
    return None


def _flag(thing: Any) -> None:
    if isinstance(thing, list):
        for each in thing:
            _flag(each)
    elif isinstance(thing, dict):
        if thing.get("type") == "plain_text" and "text" in thing:
            thing.setdefault("emoji", True)
        elif thing.get("type") == "mrkdwn":
            thing.setdefault("verbatim", False)
        for each in list(thing.values()):
            _flag(each)

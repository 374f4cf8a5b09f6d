"""What slack_sdk thinks of the messages and views the bot makes."""

import json
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from handlers.practice.traffic import Entry


def accepted(entry: Entry) -> int:
    """Hold everything the bot said in this exchange against the library's own models; how many surfaces that were."""
    said = entry.body if entry.way == "in" else entry.answer
    return _walk(said)


def problems_of_models(said: object) -> list[str]:
    """What the library's own models hold against a message or a view."""
    try:
        _walk(said)
    except SlackObjectFormationError as problem:
        return [f"slack_sdk: {problem}"]
    return []


def _walk(said: Any) -> int:
    said = _parsed(said)
    if not isinstance(said, dict):
        return 0
    count = 0
    view, blocks = _parsed(said.get("view")), _parsed(said.get("blocks"))
    if isinstance(view, dict) and "type" in view:
        View(**view).validate_json()
        count += 1 + _blocks(view["blocks"])
    if isinstance(blocks, list):
        count += 1 + _blocks(blocks)
    return count


def _blocks(blocks: list[dict[str, Any]]) -> int:
    for block in blocks:
        made = Block.parse(block)
        assert made is not None, block["type"]
        made.validate_json()
    return 0


def _parsed(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) and value[:1] in "[{" and value else value

"""The one receipt Slack gives without the right to read: a press of a button shows the message the button is in.

Every message that may not be repeated carries the number of its letter in the name of its first block. When somebody
presses a button in it, the message is there, and Slack has told what it calls it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from handlers.slack.blocks import Block
from handlers.slack.hints import numbered
from handlers.slack.press import Message

_MARK = "letter:"


@dataclass(frozen=True, kw_only=True, slots=True)
class Receipt:
    """The message of this letter stands in `channel` as `ts`, says a payload of Slack's."""

    letter_id: int
    channel: str
    ts: str


def marked(message: Message, letter_id: int) -> list[Block]:
    """The blocks of the message, the first of them naming the letter."""
    first, *rest = message.blocks or ({},)
    return [{"block_id": f"{_MARK}{letter_id}", **first}, *rest] if first else []


def receipt(body: Mapping[str, Any]) -> Receipt | None:
    """What a press tells about the message it happened in; None when it is no message of a letter."""
    message, container = body.get("message"), body.get("container")
    if not isinstance(message, Mapping) or not isinstance(container, Mapping):
        return None
    blocks = message.get("blocks")
    first = blocks[0] if isinstance(blocks, list) and blocks else None
    mark = str(first.get("block_id")) if isinstance(first, Mapping) else ""
    number = mark.removeprefix(_MARK)
    channel, ts = container.get("channel_id"), container.get("message_ts")
    if not mark.startswith(_MARK) or not numbered(number) or not isinstance(channel, str) or not isinstance(ts, str):
        return None
    return Receipt(letter_id=numbered(number), channel=channel[:32], ts=ts[:32])

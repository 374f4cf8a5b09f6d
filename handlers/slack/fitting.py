"""What fits into one message or one window of Slack, whatever was typed: the last step before anything is shown.

Slack takes 50 blocks in a message and 100 in a window, about 13,200 characters in a message, 250 KB in a window, and no
row of buttons without a button. A single text is cut where it is made (`blocks`).
"""

import json
from collections.abc import Callable, Iterable
from typing import Any

MOST_WORDS = 13_000
"""Characters of a message: where exactly Slack ends is not documented."""
MOST_BYTES = 240_000

_Blocks = list[dict[str, Any]]
_CUT: dict[str, Any] = {"type": "context", "elements": [{"type": "mrkdwn", "text": "…", "verbatim": True}]}


def in_message(blocks: Iterable[dict[str, Any]]) -> _Blocks:
    """As many of the blocks as a message takes, from the first on; an ellipsis says that some are missing."""
    return _first(blocks, 50, words, MOST_WORDS)


def in_view(blocks: Iterable[dict[str, Any]]) -> _Blocks:
    """The same for a modal or a Home."""
    return _first(blocks, 100, _size, MOST_BYTES)


def words(shown: Any) -> int:
    """The characters that Slack counts: every text, wherever it stands."""
    if isinstance(shown, list):
        return sum(words(one) for one in shown)
    if not isinstance(shown, dict):
        return 0
    text = shown.get("text")
    own = len(text) if isinstance(text, str) else 0
    return own + sum(words(one) for one in shown.values())


def _first(blocks: Iterable[dict[str, Any]], most: int, size: Callable[[Any], int], room: int) -> _Blocks:
    shown = [block for block in blocks if block.get("type") != "actions" or block["elements"]]
    if len(shown) <= most and size(shown) <= room:
        return shown
    kept: _Blocks = []
    for block in shown[: most - 1]:
        room -= size(block)
        if room < 0:
            break
        kept.append(block)
    return [*kept, _CUT]


def _size(shown: Any) -> int:
    return len(json.dumps(shown, ensure_ascii=False).encode("utf-8", "surrogatepass"))

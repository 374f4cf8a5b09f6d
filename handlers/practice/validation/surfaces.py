"""What no block can tell alone: names used twice, two elements that want the focus, the words of a whole message."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from handlers.practice.validation.checks import Problems, below, said

WORDS_MOST = 13_200
"""All texts of a message's blocks together; undocumented (github.com/slackapi/bolt-js/issues/2509)."""

MARKDOWN_MOST = 12_000
"""All markdown blocks of a message together (docs.slack.dev/reference/block-kit/blocks/markdown-block)."""

TABLE_MOST = 10_000
"""All cells of a message's table (docs.slack.dev/reference/block-kit/blocks/table-block)."""

Placed = tuple[str, dict[str, Any]]
"""Something and its JSON pointer."""


def objects(items: object, at: str) -> list[Placed]:
    """Those items of an array that are objects, with their pointers; nothing when it is no array."""
    if not isinstance(items, list):
        return []
    return [(below(at, index), item) for index, item in enumerate(items) if isinstance(item, dict)]


def elements_of(block: dict[str, Any], at: str) -> list[Placed]:
    """Everything in a block that may carry an action_id."""
    single = [(below(at, name), block[name]) for name in ("accessory", "element") if isinstance(block.get(name), dict)]
    return single + objects(block.get("elements"), below(at, "elements"))


def problems_across(blocks: object, at: str) -> Problems:
    """What holds on every surface: a block_id names one block, an action_id one element of its block."""
    placed = objects(blocks, at)
    yield from _twice("block_id", placed)
    for where, block in placed:
        yield from _twice("action_id", elements_of(block, where))
    focused = [
        where
        for at_block, block in placed
        for where, element in elements_of(block, at_block)
        if element.get("focus_on_load") is True
    ]
    for where in focused[1:]:
        yield said("only one element may set `focus_on_load`", below(where, "focus_on_load"))


def _twice(name: str, placed: list[Placed]) -> Problems:
    seen = set()
    for where, thing in placed:
        value = thing.get(name)
        if isinstance(value, str) and value in seen:
            yield said(f'`{name}` "{value}" already exists', below(where, name))
        elif isinstance(value, str):
            seen.add(value)


def problems_of_length(blocks: object, at: str) -> Problems:
    """What a message's blocks may hold together."""
    placed = objects(blocks, at)
    if sum(len(text) for _, block in placed for text in texts_in(block)) > WORDS_MOST:
        yield said("msg_blocks_too_long", at)
    by_type = Counter[str]()
    for where, block in placed:
        kind = block.get("type")
        if kind == "table":
            by_type["table"] += 1
            if by_type["table"] > 1:
                yield said("only_one_table_allowed", where)
            if sum(map(len, texts_in(block))) > TABLE_MOST:
                yield said(f"must be less than {TABLE_MOST + 1} characters", below(where, "rows"))
        elif kind == "markdown":
            by_type["markdown"] += sum(map(len, texts_in(block)))
    if by_type["markdown"] > MARKDOWN_MOST:
        yield said(f"must be less than {MARKDOWN_MOST + 1} characters", at)


def texts_in(value: object) -> Iterator[str]:
    """Every `text` people read, wherever it stands."""
    pending = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, dict):
            text = item.get("text")
            if isinstance(text, str):
                yield text
            pending.extend(item.values())
        elif isinstance(item, list):
            pending.extend(item)

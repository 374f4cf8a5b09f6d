"""Reading a message or a view the way a person does: what it says, and what can be pressed."""

from collections.abc import Iterator
from typing import Any

from handlers.practice.furnishing import controls
from handlers.practice.network import JSON
from handlers.practice.posts import Message
from handlers.practice.views import View

Surface = Message | View


def text_of(surface: Surface | JSON | None) -> str:
    """All the visible text, a line for each piece. A message's own `text` shows only where it has no blocks."""
    if surface is None:
        return ""
    if isinstance(surface, dict):
        lines = [*_texts(surface.get("title")), *_texts(surface.get("blocks"))]
        return "\n".join(lines or [surface.get("text") or ""])
    if isinstance(surface, Message):
        lines = [*_texts(surface.blocks), *_texts(surface.attachments)]
        lines = lines or [surface.text]
        lines += [str(file["title"]) for file in surface.files]
        return "\n".join(lines)
    around = [surface.title, surface.blocks, surface.submit, surface.close]
    return "\n".join([*(line for part in around for line in _texts(part)), *surface.errors.values()])


def labels_of(surface: Surface | JSON) -> list[str]:
    """The labels of its buttons, top to bottom."""
    blocks = surface.get("blocks", []) if isinstance(surface, dict) else surface.blocks
    return [label_of(block, element) for block, element in controls(blocks) if element["type"] == "button"]


def label_of(block: JSON, element: JSON) -> str:
    """What a person would call this control."""
    for named in (element.get("text"), block.get("label"), element.get("placeholder"), block.get("text")):
        if isinstance(named, dict):
            return str(named.get("text", ""))
    return str(element.get("action_id", ""))


def options_of(element: JSON) -> list[JSON]:
    grouped = [option for group in element.get("option_groups") or [] for option in group.get("options", [])]
    return [*(element.get("options") or []), *grouped]


def _texts(thing: Any) -> Iterator[str]:
    if isinstance(thing, list):
        for each in thing:
            yield from _texts(each)
    elif isinstance(thing, dict):
        if isinstance(thing.get("text"), str) and thing.get("type") in ("plain_text", "mrkdwn", "text", "link"):
            yield thing["text"]
            return
        if thing.get("type") in ("image", "markdown"):
            yield str(thing.get("alt_text") or thing.get("text") or "")
        if isinstance(thing.get("initial_value"), str):
            yield thing["initial_value"]
        for name, each in thing.items():
            # A confirmation is not seen before the button is pressed.
            if name != "confirm" and isinstance(each, dict | list):
                yield from _texts(each)

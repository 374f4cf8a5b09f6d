"""Well-formed pieces of Block Kit, of any size, for the tests to put together and to spoil."""

from typing import Any

Json = dict[str, Any]


def plain(size: int | str = 5) -> Json:
    return {"type": "plain_text", "text": size if isinstance(size, str) else "x" * size}


def mrkdwn(size: int | str = 5) -> Json:
    return {"type": "mrkdwn", "text": size if isinstance(size, str) else "x" * size}


def option(value: str = "one", text: Json | None = None, **more: Any) -> Json:
    return {"text": text or plain(), "value": value, **more}


def options(count: int) -> list[Json]:
    return [option(f"v{index}") for index in range(count)]


def button(**more: Any) -> Json:
    return {"type": "button", "text": plain(), **more}


def buttons(count: int) -> list[Json]:
    return [button(action_id=f"a{index}") for index in range(count)]


def confirm(**more: Any) -> Json:
    return {"title": plain(), "text": plain(), "confirm": plain(), "deny": plain(), **more}


def select(**more: Any) -> Json:
    return {"type": "static_select", **({} if "option_groups" in more else {"options": options(2)}), **more}


def text_input(**more: Any) -> Json:
    return {"type": "plain_text_input", **more}


def section(**more: Any) -> Json:
    return {"type": "section", "text": mrkdwn(), **more}


def actions(*elements: Json, **more: Any) -> Json:
    return {"type": "actions", "elements": list(elements), **more}


def context(*elements: Json) -> Json:
    return {"type": "context", "elements": list(elements)}


def ask(element: Json | None = None, **more: Any) -> Json:
    return {"type": "input", "label": plain(), "element": element or text_input(), **more}


def picture(**more: Any) -> Json:
    return {"type": "image", "image_url": "https://example.org/map.png", "alt_text": "A map", **more}


def rich(*pieces: Json) -> Json:
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": list(pieces)}]}


def table(rows: int = 2, columns: int = 2, cell: int = 1, **more: Any) -> Json:
    return {"type": "table", "rows": [[{"type": "raw_text", "text": "x" * cell}] * columns] * rows, **more}


def message(*blocks: Json, **more: Any) -> Json:
    return {"text": "A hearing needs you", "blocks": list(blocks), **more}


def modal(*blocks: Json, **more: Any) -> Json:
    return {"type": "modal", "title": plain(), "submit": plain(), "blocks": list(blocks), **more}


def home(*blocks: Json, **more: Any) -> Json:
    return {"type": "home", "blocks": list(blocks), **more}

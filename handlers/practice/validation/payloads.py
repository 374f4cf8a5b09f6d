"""A whole message and a whole view."""

import json
from collections.abc import Mapping
from typing import Any

from handlers.practice.validation.blocks import HOME_BLOCKS, MESSAGE_BLOCKS, MODAL_BLOCKS
from handlers.practice.validation.checks import Check, Flag, Kinds, Many, Problems, Text, Thing, below, said
from handlers.practice.validation.composition import WEB_ADDRESS, plain
from handlers.practice.validation.surfaces import objects, problems_across, problems_of_length

TEXT_MOST = 40_000
"""A message's own text (docs.slack.dev/reference/methods/chat.postMessage). chat.update takes less."""

VIEW_MOST = 250_000
"""Bytes of a view as JSON (docs.slack.dev/reference/methods/views.open, `view_too_large`)."""

_LEGACY = ("fallback", "text", "pretext", "title", "footer", "author_name", "callback_id", "color")
_ATTACHMENT = Thing(
    may={
        **dict.fromkeys(_LEGACY, Text()),
        **dict.fromkeys(("title_link", "author_link", "image_url", "thumb_url"), WEB_ADDRESS),
        "mrkdwn_in": Many(Text()),
        "blocks": MESSAGE_BLOCKS,
    },
)

MESSAGE: dict[str, Check] = {
    "text": Text(0, TEXT_MOST),
    "blocks": MESSAGE_BLOCKS,
    "attachments": Many(_ATTACHMENT, 0, 100),
}

_VIEW: dict[str, Check] = {
    "private_metadata": Text(0, 3000),
    "callback_id": Text(0, 255),
    "external_id": Text(0, 255),
}
_MODAL = Thing(
    must={"title": plain(24), "blocks": MODAL_BLOCKS},
    may=_VIEW | {"submit": plain(24), "close": plain(24), "clear_on_close": Flag(), "notify_on_close": Flag()},
)
_HOME = Thing(must={"blocks": HOME_BLOCKS}, may=_VIEW)
VIEW = Kinds({"modal": _MODAL, "home": _HOME})
MODAL = Kinds({"modal": _MODAL})


def message_problems(payload: Mapping[str, Any]) -> Problems:
    """What chat.postMessage and its kin would refuse. Fields other than the three are the method's affair."""
    for name, check in MESSAGE.items():
        if name in payload:
            yield from check.problems(payload[name], below("", name))
    if not any(payload.get(name) for name in MESSAGE) and payload.get("delete_original") is not True:
        yield said("no_text", "/text")
    shown = [("/blocks", payload.get("blocks"))]
    shown += [
        (below(at, "blocks"), attachment.get("blocks"))
        for at, attachment in objects(payload.get("attachments"), "/attachments")
    ]
    for at, blocks in shown:
        yield from problems_across(blocks, at)
        yield from problems_of_length(blocks, at)


def view_problems(view: object, kinds: Kinds = VIEW, at: str = "/view") -> Problems:
    """What views.open, views.push, views.update and views.publish would refuse."""
    shape = list(kinds.problems(view, at))
    yield from shape
    if not isinstance(view, dict):
        return
    blocks = view.get("blocks")
    yield from problems_across(blocks, below(at, "blocks"))
    if view.get("type") == "modal" and "submit" not in view:
        for where, block in objects(blocks, below(at, "blocks")):
            if block.get("type") == "input":
                yield said("must define `submit` to use an `input` block in modals", below(where, "input"))
    if not shape and len(json.dumps(view, ensure_ascii=False).encode("utf-8", "surrogatepass")) > VIEW_MOST:
        yield said("view_too_large", at)

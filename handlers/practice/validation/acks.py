"""The body of an acknowledgement: what a modal does next, options for a menu, or a message to the person.

https://docs.slack.dev/surfaces/modals, https://docs.slack.dev/interactivity/handling-user-interaction
"""

from collections.abc import Mapping
from typing import Any

from handlers.practice.validation.checks import Check, Flag, Many, Problems, Text, Thing, Word, below, exactly_one, said
from handlers.practice.validation.composition import MENU_OPTION, OPTION_GROUP
from handlers.practice.validation.payloads import MESSAGE, MODAL, message_problems, view_problems
from handlers.practice.validation.surfaces import objects

ERROR_MOST = 3000
"""Characters of the sentence under an input: undocumented, so what any other text may have."""

_SENTENCE = Text(1, ERROR_MOST)

_OPTIONS = Thing(
    may={"options": Many(MENU_OPTION, 0, 100), "option_groups": Many(OPTION_GROUP, 0, 100)},
    rules=(exactly_one("options", "option_groups"),),
)
"""What an external menu is filled with: nothing found is an answer too."""

_BESIDE_A_MESSAGE: dict[str, Check] = {
    "response_type": Word(("ephemeral", "in_channel")),
    "replace_original": Flag(),
    "delete_original": Flag(),
    "unfurl_links": Flag(),
    "unfurl_media": Flag(),
    "mrkdwn": Flag(),
    "thread_ts": Text(1, 255),
}


def ack_problems(payload: Mapping[str, Any], view: Mapping[str, Any] | None = None) -> Problems:
    """An empty body is the plain acknowledgement."""
    if not payload:
        return
    if "response_action" in payload:
        yield from _action_problems(payload, view)
    elif "options" in payload or "option_groups" in payload:
        yield from _OPTIONS.problems(payload, "")
    else:
        yield from _message_body_problems(payload)


def _message_body_problems(payload: Mapping[str, Any]) -> Problems:
    for name, value in payload.items():
        if name in _BESIDE_A_MESSAGE:
            yield from _BESIDE_A_MESSAGE[name].problems(value, below("", name))
        elif name not in MESSAGE:
            yield said(f"invalid additional property: {name}", "")
    yield from message_problems(payload)


def _action_problems(payload: Mapping[str, Any], view: Mapping[str, Any] | None) -> Problems:
    action = payload["response_action"]
    belongs = {"errors": ("errors",), "update": ("view",), "push": ("view",), "clear": ()}
    if not isinstance(action, str) or action not in belongs:
        yield said("must be a valid enum value", "/response_action")
        return
    for name in belongs[action]:
        if name not in payload:
            yield said(f"missing required field: {name}", "")
    for name in payload:
        if name not in ("response_action", *belongs[action]):
            yield said(f"invalid additional property: {name}", "")
    if action == "errors" and "errors" in payload:
        yield from _errors_problems(payload["errors"], view)
    elif action in ("update", "push") and "view" in payload:
        yield from view_problems(payload["view"], MODAL)


def _errors_problems(errors: object, view: Mapping[str, Any] | None) -> Problems:
    if not isinstance(errors, dict):
        yield said("must provide an object", "/errors")
        return
    if not errors:
        yield said("must provide at least 1 items", "/errors")
    inputs = None if view is None else _inputs_of(view)
    for block_id, sentence in errors.items():
        yield from _SENTENCE.problems(sentence, below("/errors", block_id))
        if inputs is not None and block_id not in inputs:
            yield said("no `input` block has this block_id", below("/errors", block_id))


def _inputs_of(view: Mapping[str, Any]) -> set[object]:
    blocks = [block for _, block in objects(view.get("blocks"), "")]
    return {block.get("block_id") for block in blocks if block.get("type") == "input" and "block_id" in block}

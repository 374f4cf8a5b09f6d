"""Is this what Slack would take? Block Kit messages, views and acknowledgements, checked as strictly as Slack does.

Each function answers with sentences in Slack's own words, each with a JSON pointer, or with an empty list. Nothing here
reads or writes anything, and nothing raises, whatever JSON comes. A few problems are error codes of Slack's rather than
sentences: `no_text`, `msg_blocks_too_long`, `only_one_table_allowed`, `view_too_large`.

The tables of fields are in `composition`, `elements`, `rich_text` and `blocks`; `checks` is the language they are
written in; `surfaces` sees what no block can see alone.
"""

from collections.abc import Mapping
from typing import Any

from handlers.practice.validation.acks import ack_problems
from handlers.practice.validation.payloads import message_problems, view_problems

__all__ = ["problems_in_ack", "problems_in_message", "problems_in_view"]


def problems_in_message(payload: Mapping[str, Any]) -> list[str]:
    """What is wrong with `text`, `blocks` and `attachments` of a message; other fields are the method's affair."""
    return list(message_problems(payload))


def problems_in_view(view: Mapping[str, Any]) -> list[str]:
    """What is wrong with a modal or Home view, pointers beginning at `/view`."""
    return list(view_problems(view))


def problems_in_ack(payload: Mapping[str, Any], view: Mapping[str, Any] | None = None) -> list[str]:
    """What is wrong with the body of an acknowledgement. Given the view it answers, its errors must name its inputs."""
    return list(ack_problems(payload, view))

"""Cursors as Slack hands them out."""

import base64
import binascii

from handlers.practice.arguments import Arguments
from handlers.practice.network import JSON
from handlers.practice.refusal import ApiError

MOST = 1000


def page_of(items: list[JSON], args: Arguments, usual: int) -> tuple[list[JSON], JSON]:
    """One page and its `response_metadata`; an empty `next_cursor` says it was the last."""
    limit = args.number("limit", usual=usual)
    if not 1 <= limit <= MOST:
        raise ApiError("invalid_limit")
    start = _read(args.text("cursor"))
    if start > len(items):
        raise ApiError("invalid_cursor")
    end = start + limit
    following = _write(end) if end < len(items) else ""
    return items[start:end], {"next_cursor": following}


def _write(place: int) -> str:
    return base64.b64encode(f"next:{place}".encode()).decode()


def _read(cursor: str) -> int:
    if not cursor:
        return 0
    try:
        word, _, place = base64.b64decode(cursor, validate=True).decode().partition(":")
        if word != "next":
            raise ApiError("invalid_cursor")
        return int(place)
    except (binascii.Error, UnicodeDecodeError, ValueError):
        raise ApiError("invalid_cursor") from None

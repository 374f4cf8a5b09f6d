"""What the traffic inspector may show: nothing that opens a door."""

import re
from typing import Any

_SECRET_FIELDS = frozenset({"token", "trigger_id", "response_url", "upload_url", "ticket", "authorization"})
_SECRET_SHAPES = re.compile(r"xox[a-z]-[\w-]+|xapp-[\w-]+|(?<=/)(?:hooks|socket|upload)/[\w?=&-]+")


def masked(thing: Any) -> Any:
    """A copy with tokens, trigger ids and secret addresses blotted out."""
    if isinstance(thing, dict):
        return {key: "•••" if key in _SECRET_FIELDS and value else masked(value) for key, value in thing.items()}
    if isinstance(thing, list | tuple):
        return [masked(each) for each in thing]
    if isinstance(thing, str):
        return _SECRET_SHAPES.sub("•••", thing)
    return thing

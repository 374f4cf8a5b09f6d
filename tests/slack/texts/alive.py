"""What in a text of Slack's markup is more than text: a small reader of mrkdwn.

Slack acts on nothing but what stands between `<` and `>`: mentions, broadcasts, channels, links. What an entity stands
for is shown and never acted on. Where a text object is not `verbatim`, Slack looks for bare names and addresses too.
"""

import re
from collections.abc import Iterator
from typing import Any

from tests.slack.texts.words import EVIL

_OPENED = re.compile(r"<([^>]*)(>?)")
_OWN = re.compile(r"https?://[^|\s<>]+|#C0[0-9]+|@U0[0-9]+")
"""What the bot may write itself: an address that is read as it is, a channel, a person; never a broadcast."""
_BARE_AMPERSAND = re.compile(r"&(?!amp;|lt;|gt;)")
_BARE = re.compile(rf"(?<![\w@])@(?:channel|here|everyone)\b|\bwww\.(?!\u2060)|\bhttps?://|{re.escape(EVIL)}")


def alive(text: str, *, verbatim: bool = True) -> Iterator[str]:
    """Everything in this mrkdwn that lives and should not, or that is no mrkdwn."""
    for inside, closed in _OPENED.findall(text):
        if not closed or not _OWN.fullmatch(inside) or EVIL in inside:
            yield f"alive: <{inside[:40]}{closed}"
    if _BARE_AMPERSAND.search(text):
        yield f"not escaped: {text[:60]!r}"
    if not verbatim and (bare := _BARE.search(_OPENED.sub("", text))):
        yield f"alive without verbatim: {bare[0]}"


def alive_in(shown: Any) -> Iterator[str]:
    """The same for every text, wherever it stands in blocks or in a view; and every text that says nothing."""
    pending = [shown]
    while pending:
        one = pending.pop()
        if isinstance(one, dict):
            kind, text = one.get("type"), one.get("text")
            if kind == "mrkdwn" and isinstance(text, str):
                yield from alive(text, verbatim=one.get("verbatim") is True)
            if kind in ("mrkdwn", "plain_text") and isinstance(text, str) and not text.strip():
                yield f"says nothing: {text!r}"
            if EVIL in str(one.get("url", "")):
                yield f"a button to {one['url']}"
            pending.extend(one.values())
        elif isinstance(one, list | tuple):
            pending.extend(one)

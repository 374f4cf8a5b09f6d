"""The small objects blocks are composed of: texts, options, confirmations, filters, addresses.

Limits: https://docs.slack.dev/reference/block-kit/composition-objects
"""

import re
from collections.abc import Mapping
from typing import Any

from handlers.practice.validation.checks import (
    Check,
    Flag,
    Kinds,
    Many,
    Problems,
    Text,
    Thing,
    Whole,
    Word,
    below,
    exactly_one,
    said,
)

TEXT_MOST = 3000
"""Any text object, where its place sets no other limit."""

IDENTIFIER = Text(1, 255)
"""action_id, block_id."""

LINK = Text(1, 3000, re.compile(r"(?:https?://|mailto:|slack://)\S+"))
"""What a button or an option may open."""

WEB_ADDRESS = Text(1, 3000, re.compile(r"https?://\S+"))
"""Where a picture may be fetched from."""

STYLE = Word(("primary", "danger"))


def plain(most: int = TEXT_MOST) -> Kinds:
    """A plain_text object and nothing else."""
    return Kinds({"plain_text": Thing(must={"text": Text(1, most)}, may={"emoji": Flag()})})


def words(most: int = TEXT_MOST) -> Kinds:
    """A text object: plain_text (which may have `emoji`) or mrkdwn (which may have `verbatim`)."""
    mrkdwn = Thing(must={"text": Text(1, most)}, may={"verbatim": Flag()})
    return Kinds({**plain(most).by_type, "mrkdwn": mrkdwn})


CONFIRM = Thing(
    must={"title": plain(100), "text": words(300), "confirm": plain(30), "deny": plain(30)},
    may={"style": STYLE},
)

SLACK_FILE = Thing(may={"id": Text(1, 255), "url": WEB_ADDRESS}, rules=(exactly_one("id", "url"),))

DISPATCH = Thing(
    must={"trigger_actions_on": Many(Word(("on_enter_pressed", "on_character_entered")), 1, 2)},
)


def _filters_something(value: Mapping[str, Any], at: str) -> Problems:
    if not value:
        yield said("must define at least one filter", at)


CONVERSATION_FILTER = Thing(
    may={
        "include": Many(Word(("im", "mpim", "private", "public")), 1, 4),
        "exclude_external_shared_channels": Flag(),
        "exclude_bot_users": Flag(),
    },
    rules=(_filters_something,),
)


def option(text: Kinds, **more: Check) -> Thing:
    """An option whose text and description are of one sort: 75 characters each, and a value of 150."""
    return Thing(must={"text": text, "value": Text(1, 150)}, may={"description": text, **more})


MENU_OPTION = option(plain(75))
BOX_OPTION = option(words(75))
OVERFLOW_OPTION = option(plain(75), url=LINK)

OPTION_GROUP = Thing(must={"label": plain(75), "options": Many(MENU_OPTION, 1, 100)})

MENU = {"options": Many(MENU_OPTION, 1, 100), "option_groups": Many(OPTION_GROUP, 1, 100)}
"""The two ways to fill a static menu; which of them is a rule of the menu."""

SELECTED_MOST = Whole(1, 2**31 - 1)


def _objects(items: object) -> list[dict[str, Any]]:
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _likeness(option: object) -> tuple[object, ...]:
    """What makes two options the same: the value and the words."""
    if not isinstance(option, dict):
        return ()
    texts = [option[name] for name in ("text", "description") if isinstance(option.get(name), dict)]
    told = [option.get("value"), *(text.get(part) for text in texts for part in ("type", "text"))]
    return tuple(part for part in told if isinstance(part, str))


def initially_offered(menu: Mapping[str, Any], at: str) -> Problems:
    """A rule: what is selected from the start is among what can be selected."""
    groups = [group.get("options") for group in _objects(menu.get("option_groups"))]
    offered = {_likeness(offer) for options in (menu.get("options"), *groups) for offer in _objects(options)}
    if "initial_option" in menu and _likeness(menu["initial_option"]) not in offered:
        yield said("must be one of the provided options", below(at, "initial_option"))
    for index, chosen in enumerate(_objects(menu.get("initial_options"))):
        if _likeness(chosen) not in offered:
            yield said("must be one of the provided options", below(at, "initial_options", index))

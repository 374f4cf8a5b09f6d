"""The elements people press, pick and type into, each with its fields.

Limits: https://docs.slack.dev/reference/block-kit/block-elements
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from handlers.practice.validation.checks import Check, Flag, Many, Problems, Text, Thing, Whole, Word, below, said
from handlers.practice.validation.checks import exactly_one as one_of
from handlers.practice.validation.composition import (
    BOX_OPTION,
    CONFIRM,
    CONVERSATION_FILTER,
    DISPATCH,
    IDENTIFIER,
    LINK,
    MENU,
    MENU_OPTION,
    OVERFLOW_OPTION,
    SELECTED_MOST,
    SLACK_FILE,
    STYLE,
    WEB_ADDRESS,
    initially_offered,
    plain,
)
from handlers.practice.validation.rich_text import RICH_TEXT

INPUT_MOST = 3000
"""What a person can type into one plain_text_input at the very most."""


def _a_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


DATE = Text(10, 10, re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), _a_date)
TIME = Text(5, 5, re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]"))
INSTANT = Whole(1_000_000_000, 9_999_999_999)
"""UNIX seconds, in ten digits."""
ZONE = Text(1, 255, re.compile(r"[A-Za-z_]+(?:/[A-Za-z0-9_+-]+)*"))
NUMBER = Text(1, 255, re.compile(r"-?[0-9]+(?:\.[0-9]+)?"))
SOMEONE = Text(1, 255, re.compile(r"[A-Z0-9]+"))
"""A user, a channel, a conversation: Slack's id of it."""

_ANY: dict[str, Check] = {"action_id": IDENTIFIER}
_CONFIRMED: dict[str, Check] = _ANY | {"confirm": CONFIRM}
_PICKED: dict[str, Check] = _CONFIRMED | {"focus_on_load": Flag()}
_MENU: dict[str, Check] = _PICKED | {"placeholder": plain(150)}
_MULTI: dict[str, Check] = _MENU | {"max_selected_items": SELECTED_MOST}
_TYPED: dict[str, Check] = _ANY | {
    "placeholder": plain(150),
    "focus_on_load": Flag(),
    "dispatch_action_config": DISPATCH,
}
_CONVERSATION: dict[str, Check] = {"default_to_current_conversation": Flag(), "filter": CONVERSATION_FILTER}
_QUERY: dict[str, Check] = {"min_query_length": Whole(0, 100)}


def _lengths_agree(value: Mapping[str, Any], at: str) -> Problems:
    least, most, initial = (
        value.get("min_length", 0),
        value.get("max_length", INPUT_MOST),
        value.get("initial_value", ""),
    )
    if not isinstance(least, int) or not isinstance(most, int) or not isinstance(initial, str):
        return
    if least > most:
        yield said("`min_length` must not be greater than `max_length`", below(at, "min_length"))
    if len(initial) > most:
        yield said(f"must be less than {most + 1} characters", below(at, "initial_value"))


IMAGE = Thing(
    must={"alt_text": Text(1, 2000)},
    may={"image_url": WEB_ADDRESS, "slack_file": SLACK_FILE},
    rules=(one_of("image_url", "slack_file"),),
)

BUTTON = Thing(
    must={"text": plain(75)},
    may=_CONFIRMED | {"url": LINK, "value": Text(1, 2000), "style": STYLE, "accessibility_label": Text(1, 75)},
)

OVERFLOW = Thing(must={"options": Many(OVERFLOW_OPTION, 1, 5)}, may=_CONFIRMED)

CHECKBOXES = Thing(
    must={"options": Many(BOX_OPTION, 1, 10)},
    may=_PICKED | {"initial_options": Many(BOX_OPTION, 1, 10)},
    rules=(initially_offered,),
)

RADIO_BUTTONS = Thing(
    must={"options": Many(BOX_OPTION, 1, 10)},
    may=_PICKED | {"initial_option": BOX_OPTION},
    rules=(initially_offered,),
)

DATEPICKER = Thing(may=_MENU | {"initial_date": DATE})
TIMEPICKER = Thing(may=_MENU | {"initial_time": TIME, "timezone": ZONE})
DATETIMEPICKER = Thing(may=_PICKED | {"initial_date_time": INSTANT})

SELECTS = {
    "static_select": Thing(
        may=_MENU | MENU | {"initial_option": MENU_OPTION},
        rules=(one_of("options", "option_groups"), initially_offered),
    ),
    "external_select": Thing(may=_MENU | _QUERY | {"initial_option": MENU_OPTION}),
    "users_select": Thing(may=_MENU | {"initial_user": SOMEONE}),
    "conversations_select": Thing(
        may=_MENU | _CONVERSATION | {"initial_conversation": SOMEONE, "response_url_enabled": Flag()},
    ),
    "channels_select": Thing(may=_MENU | {"initial_channel": SOMEONE, "response_url_enabled": Flag()}),
}

MULTI_SELECTS = {
    "multi_static_select": Thing(
        may=_MULTI | MENU | {"initial_options": Many(MENU_OPTION, 1, 100)},
        rules=(one_of("options", "option_groups"), initially_offered),
    ),
    "multi_external_select": Thing(may=_MULTI | _QUERY | {"initial_options": Many(MENU_OPTION, 1, 100)}),
    "multi_users_select": Thing(may=_MULTI | {"initial_users": Many(SOMEONE, 1)}),
    "multi_conversations_select": Thing(may=_MULTI | _CONVERSATION | {"initial_conversations": Many(SOMEONE, 1)}),
    "multi_channels_select": Thing(may=_MULTI | {"initial_channels": Many(SOMEONE, 1)}),
}

PLAIN_TEXT_INPUT = Thing(
    may=_TYPED
    | {
        "initial_value": Text(0, INPUT_MOST),
        "multiline": Flag(),
        "min_length": Whole(0, INPUT_MOST),
        "max_length": Whole(1, INPUT_MOST),
    },
    rules=(_lengths_agree,),
)
EMAIL_INPUT = Thing(may=_TYPED | {"initial_value": Text(1, INPUT_MOST)})
URL_INPUT = Thing(may=_TYPED | {"initial_value": Text(1, INPUT_MOST)})
NUMBER_INPUT = Thing(
    must={"is_decimal_allowed": Flag()},
    may=_TYPED | {"initial_value": NUMBER, "min_value": NUMBER, "max_value": NUMBER},
)
RICH_TEXT_INPUT = Thing(may=_TYPED | {"initial_value": RICH_TEXT})
FILE_INPUT = Thing(may=_ANY | {"filetypes": Many(Text(1, 255), 1), "max_files": Whole(1, 10)})

_FEEDBACK = Thing(
    must={"text": plain(75), "value": Text(1, 2000)},
    may={"accessibility_label": Text(1, 75)},
)
FEEDBACK_BUTTONS = Thing(must={"positive_button": _FEEDBACK, "negative_button": _FEEDBACK}, may=_ANY)
ICON_BUTTON = Thing(
    must={"icon": Word(("trash",)), "text": plain(75)},
    may=_CONFIRMED
    | {"value": Text(1, 2000), "accessibility_label": Text(1, 75), "visible_to_user_ids": Many(SOMEONE, 1)},
)

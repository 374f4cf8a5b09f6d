"""The blocks, which elements each may hold, and which surface may show it.

Limits: https://docs.slack.dev/reference/block-kit/blocks
"""

from collections.abc import Mapping
from typing import Any

from handlers.practice.validation import elements as element
from handlers.practice.validation.checks import Check, Flag, Kinds, Many, Problems, Text, Thing, Word, below, said
from handlers.practice.validation.checks import exactly_one as one_of
from handlers.practice.validation.composition import IDENTIFIER, SLACK_FILE, WEB_ADDRESS, plain, words
from handlers.practice.validation.rich_text import RICH_TEXT, RICH_TEXT_BLOCK

_ANY: dict[str, Check] = {"block_id": IDENTIFIER}

_MENUS: dict[str, Thing] = element.SELECTS | element.MULTI_SELECTS
_PICKERS: dict[str, Thing] = _MENUS | {
    "checkboxes": element.CHECKBOXES,
    "radio_buttons": element.RADIO_BUTTONS,
    "datepicker": element.DATEPICKER,
    "timepicker": element.TIMEPICKER,
}
_PRESSED: dict[str, Thing] = {"button": element.BUTTON, "overflow": element.OVERFLOW}

IN_SECTION = _PICKERS | _PRESSED | {"image": element.IMAGE}
IN_ACTIONS = (
    _PICKERS | _PRESSED | {"datetimepicker": element.DATETIMEPICKER, "rich_text_input": element.RICH_TEXT_INPUT}
)
IN_INPUT = _PICKERS | {
    "datetimepicker": element.DATETIMEPICKER,
    "plain_text_input": element.PLAIN_TEXT_INPUT,
    "email_text_input": element.EMAIL_INPUT,
    "url_text_input": element.URL_INPUT,
    "number_input": element.NUMBER_INPUT,
    "rich_text_input": element.RICH_TEXT_INPUT,
}
IN_MODAL_INPUT = IN_INPUT | {"file_input": element.FILE_INPUT}
IN_CONTEXT = {**words().by_type, "image": element.IMAGE}
IN_CONTEXT_ACTIONS = {"feedback_buttons": element.FEEDBACK_BUTTONS, "icon_button": element.ICON_BUTTON}


def _says_something(value: Mapping[str, Any], at: str) -> Problems:
    if "text" not in value and "fields" not in value:
        yield said("must define either `text` or `fields`", below(at, "type"))


def _input(held: Mapping[str, Thing]) -> Thing:
    return Thing(
        must={"label": plain(2000), "element": Kinds(held)},
        may=_ANY | {"hint": plain(2000), "optional": Flag(), "dispatch_action": Flag()},
    )


EVERYWHERE: dict[str, Thing] = {
    "header": Thing(must={"text": plain(150)}, may=_ANY),
    "section": Thing(
        may=_ANY
        | {
            "text": words(3000),
            "fields": Many(words(2000), 1, 10),
            "accessory": Kinds(IN_SECTION),
            "expand": Flag(),
        },
        rules=(_says_something,),
    ),
    "context": Thing(must={"elements": Many(Kinds(IN_CONTEXT), 1, 10)}, may=_ANY),
    "actions": Thing(must={"elements": Many(Kinds(IN_ACTIONS), 1, 25)}, may=_ANY),
    "divider": Thing(may=_ANY),
    "image": Thing(
        must={"alt_text": Text(1, 2000)},
        may=_ANY | {"image_url": WEB_ADDRESS, "slack_file": SLACK_FILE, "title": plain(2000)},
        rules=(one_of("image_url", "slack_file"),),
    ),
    "input": _input(IN_INPUT),
    "rich_text": RICH_TEXT_BLOCK,
}

_CELL = Kinds({"raw_text": Thing(must={"text": Text(1)}), **RICH_TEXT.by_type})
_COLUMN = Thing(may={"align": Word(("left", "center", "right")), "is_wrapped": Flag()})

IN_MESSAGES = EVERYWHERE | {
    "markdown": Thing(must={"text": Text(1, 12_000)}, may=_ANY),
    "table": Thing(
        must={"rows": Many(Many(_CELL, 1, 20), 1, 100)},
        may=_ANY | {"column_settings": Many(_COLUMN, 0, 20)},
    ),
    "context_actions": Thing(must={"elements": Many(Kinds(IN_CONTEXT_ACTIONS), 1, 5)}, may=_ANY),
}
IN_MODALS = EVERYWHERE | {
    "input": _input(IN_MODAL_INPUT),
    "alert": Thing(
        must={"text": words(200)},
        may=_ANY | {"level": Word(("default", "info", "warning", "error", "success"))},
    ),
}
IN_HOMES = EVERYWHERE

MESSAGE_BLOCKS = Many(Kinds(IN_MESSAGES), 0, 50)
MODAL_BLOCKS = Many(Kinds(IN_MODALS), 0, 100)
HOME_BLOCKS = Many(Kinds(IN_HOMES), 0, 100)

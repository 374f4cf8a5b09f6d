"""What Slack takes and refuses in one block, beside sizes: fields, types, forms, and what belongs together."""

from typing import Any

import pytest

from handlers.practice.validation import problems_in_message, problems_in_view
from tests.practice.validation import parts as p


def in_message(block: Any) -> list[str]:
    return problems_in_message(p.message(block))


def in_modal(block: Any) -> list[str]:
    return problems_in_view(p.modal(block))


def in_home(block: Any) -> list[str]:
    return problems_in_view(p.home(block))


REFUSED: dict[str, tuple[Any, str]] = {
    "a block without a type": ({"text": p.plain()}, "missing required field: type [json-pointer:/blocks/0]"),
    "a block of an unknown type": ({"type": "poem"}, "unsupported type: poem [json-pointer:/blocks/0/type]"),
    "a video": ({"type": "video"}, "unsupported type: video [json-pointer:/blocks/0/type]"),
    "a file": ({"type": "file"}, "unsupported type: file [json-pointer:/blocks/0/type]"),
    "a block that is no object": ("divider", "must provide an object [json-pointer:/blocks/0]"),
    "an unknown field": (
        {"type": "divider", "colour": "red"},
        "invalid additional property: colour [json-pointer:/blocks/0]",
    ),
    "a field that is null": (p.section(accessory=None), "must provide an object [json-pointer:/blocks/0/accessory]"),
    "mrkdwn in a header": (
        {"type": "header", "text": p.mrkdwn()},
        "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]",
    ),
    "a bare string for a text": (p.section(text="hello"), "must provide an object [json-pointer:/blocks/0/text]"),
    "emoji beside mrkdwn": (
        p.section(text=p.mrkdwn() | {"emoji": True}),
        "invalid additional property: emoji [json-pointer:/blocks/0/text]",
    ),
    "verbatim beside plain text": (
        p.section(text=p.plain() | {"verbatim": True}),
        "invalid additional property: verbatim [json-pointer:/blocks/0/text]",
    ),
    "a section that says nothing": (
        {"type": "section", "block_id": "b"},
        "must define either `text` or `fields` [json-pointer:/blocks/0/type]",
    ),
    "a text input in a section": (
        p.section(accessory=p.text_input()),
        "unsupported type: plain_text_input [json-pointer:/blocks/0/accessory/type]",
    ),
    "a button in a context": (
        p.context(p.button()),
        "unsupported type: button [json-pointer:/blocks/0/elements/0/type]",
    ),
    "a picture among actions": (
        p.actions(p.picture()),
        "unsupported type: image [json-pointer:/blocks/0/elements/0/type]",
    ),
    "a datetimepicker in a section": (
        p.section(accessory={"type": "datetimepicker"}),
        "unsupported type: datetimepicker [json-pointer:/blocks/0/accessory/type]",
    ),
    "a button in an input": (
        p.ask(p.button()),
        "unsupported type: button [json-pointer:/blocks/0/element/type]",
    ),
    "an input without a label": (
        {"type": "input", "element": p.text_input()},
        "missing required field: label [json-pointer:/blocks/0]",
    ),
    "a button without words": (
        p.actions({"type": "button"}),
        "missing required field: text [json-pointer:/blocks/0/elements/0]",
    ),
    "mrkdwn on a button": (
        p.actions(p.button(text=p.mrkdwn())),
        "unsupported type: mrkdwn [json-pointer:/blocks/0/elements/0/text/type]",
    ),
    "a style that is none": (
        p.actions(p.button(style="default")),
        "must be a valid enum value [json-pointer:/blocks/0/elements/0/style]",
    ),
    "a style of null": (
        p.actions(p.button(style=None)),
        "must provide a string [json-pointer:/blocks/0/elements/0/style]",
    ),
    "a button that opens a script": (
        p.actions(p.button(url="javascript:alert(1)")),
        "failed to match schema [json-pointer:/blocks/0/elements/0/url]",
    ),
    "a picture over ftp": (
        p.picture(image_url="ftp://example.org/map.png"),
        "failed to match schema [json-pointer:/blocks/0/image_url]",
    ),
    "a picture without words": (
        {"type": "image", "image_url": "https://example.org/map.png"},
        "missing required field: alt_text [json-pointer:/blocks/0]",
    ),
    "a picture from nowhere": (
        {"type": "image", "alt_text": "A map"},
        "must define either `image_url` or `slack_file` [json-pointer:/blocks/0]",
    ),
    "a picture from two places": (
        p.picture(slack_file={"id": "F1"}),
        "cannot define both `image_url` or `slack_file` [json-pointer:/blocks/0]",
    ),
    "a menu with nothing in it": (
        p.ask({"type": "static_select"}),
        "must define either `options` or `option_groups` [json-pointer:/blocks/0/element]",
    ),
    "a menu filled twice": (
        p.ask(p.select(option_groups=[{"label": p.plain(), "options": p.options(1)}], options=p.options(1))),
        "cannot define both `options` or `option_groups` [json-pointer:/blocks/0/element]",
    ),
    "mrkdwn in a menu": (
        p.ask(p.select(options=[p.option(text=p.mrkdwn())])),
        "unsupported type: mrkdwn [json-pointer:/blocks/0/element/options/0/text/type]",
    ),
    "an option with a link outside an overflow": (
        p.ask(p.select(options=[p.option(url="https://example.org")])),
        "invalid additional property: url [json-pointer:/blocks/0/element/options/0]",
    ),
    "an option without a value": (
        p.ask(p.select(options=[{"text": p.plain()}])),
        "missing required field: value [json-pointer:/blocks/0/element/options/0]",
    ),
    "a selection that is not offered": (
        p.ask(p.select(initial_option=p.option("other"))),
        "must be one of the provided options [json-pointer:/blocks/0/element/initial_option]",
    ),
    "selections that are not all offered": (
        p.ask({"type": "checkboxes", "options": p.options(2), "initial_options": [*p.options(1), p.option("other")]}),
        "must be one of the provided options [json-pointer:/blocks/0/element/initial_options/1]",
    ),
    "an empty list of selections": (
        p.ask({"type": "checkboxes", "options": p.options(2), "initial_options": []}),
        "must provide at least 1 items [json-pointer:/blocks/0/element/initial_options]",
    ),
    "a day that does not exist": (
        p.ask({"type": "datepicker", "initial_date": "2026-02-30"}),
        "failed to match schema [json-pointer:/blocks/0/element/initial_date]",
    ),
    "a day written the American way": (
        p.ask({"type": "datepicker", "initial_date": "11/24/2026"}),
        "failed to match schema [json-pointer:/blocks/0/element/initial_date]",
    ),
    "an hour that does not exist": (
        p.ask({"type": "timepicker", "initial_time": "24:00"}),
        "failed to match schema [json-pointer:/blocks/0/element/initial_time]",
    ),
    "an instant in milliseconds": (
        p.ask({"type": "datetimepicker", "initial_date_time": 1795500000000}),
        "must be less than 9999999999 [json-pointer:/blocks/0/element/initial_date_time]",
    ),
    "an instant as text": (
        p.ask({"type": "datetimepicker", "initial_date_time": "1795500000"}),
        "must provide an integer [json-pointer:/blocks/0/element/initial_date_time]",
    ),
    "a number input that does not say which numbers": (
        p.ask({"type": "number_input"}),
        "missing required field: is_decimal_allowed [json-pointer:/blocks/0/element]",
    ),
    "a number that is none": (
        p.ask({"type": "number_input", "is_decimal_allowed": True, "min_value": "1e3"}),
        "failed to match schema [json-pointer:/blocks/0/element/min_value]",
    ),
    "more to type than can be typed": (
        p.ask(p.text_input(max_length=3001)),
        "must be less than 3000 [json-pointer:/blocks/0/element/max_length]",
    ),
    "nothing to type": (
        p.ask(p.text_input(max_length=0)),
        "must be greater than 1 [json-pointer:/blocks/0/element/max_length]",
    ),
    "lengths that contradict each other": (
        p.ask(p.text_input(min_length=9, max_length=8)),
        "`min_length` must not be greater than `max_length` [json-pointer:/blocks/0/element/min_length]",
    ),
    "a text longer than may be typed": (
        p.ask(p.text_input(max_length=3, initial_value="four")),
        "must be less than 4 characters [json-pointer:/blocks/0/element/initial_value]",
    ),
    "a trigger that is none": (
        p.ask(p.text_input(dispatch_action_config={"trigger_actions_on": ["on_blur"]})),
        "must be a valid enum value [json-pointer:/blocks/0/element/dispatch_action_config/trigger_actions_on/0]",
    ),
    "a filter that filters nothing": (
        p.ask({"type": "conversations_select", "filter": {}}),
        "must define at least one filter [json-pointer:/blocks/0/element/filter]",
    ),
    "a confirmation without a way back": (
        p.actions(p.button(confirm={"title": p.plain(), "text": p.plain(), "confirm": p.plain()})),
        "missing required field: deny [json-pointer:/blocks/0/elements/0/confirm]",
    ),
    "a broadcast that is none": (
        p.rich({"type": "broadcast", "range": "planet"}),
        "must be a valid enum value [json-pointer:/blocks/0/elements/0/elements/0/range]",
    ),
    "a list outside a list": (
        {"type": "rich_text", "elements": [{"type": "text", "text": "a"}]},
        "unsupported type: text [json-pointer:/blocks/0/elements/0/type]",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_slack_refuses(name: str) -> None:
    block, sentence = REFUSED[name]
    assert sentence in in_message(block)


@pytest.mark.parametrize("name", REFUSED)
def test_a_modal_refuses_the_same_below_its_own_pointer(name: str) -> None:
    block, sentence = REFUSED[name]
    assert sentence.replace("pointer:/blocks", "pointer:/view/blocks") in in_modal(block)


TAKEN: dict[str, Any] = {
    "fields without text": {"type": "section", "fields": [p.mrkdwn(), p.plain()]},
    "a multiple choice among actions": p.actions({"type": "multi_users_select", "initial_users": ["U1"]}),
    "a mailto link": p.actions(p.button(url="mailto:help@example.org")),
    "mrkdwn beside a box": p.ask({"type": "checkboxes", "options": [p.option(text=p.mrkdwn())]}),
    "a selection among groups": p.ask(
        p.select(
            option_groups=[
                {"label": p.plain(), "options": [p.option("a")]},
                {"label": p.plain(), "options": [p.option("b")]},
            ],
            initial_option=p.option("b"),
        )
    ),
    "a picture in a context": p.context(p.picture(), p.mrkdwn()),
    "a picture from Slack": {"type": "image", "alt_text": "A map", "slack_file": {"id": "F1"}},
    "a leap day": p.ask({"type": "datepicker", "initial_date": "2028-02-29"}),
    "midnight": p.ask({"type": "timepicker", "initial_time": "00:00", "timezone": "America/Argentina/Buenos_Aires"}),
    "an empty first value": p.ask(p.text_input(initial_value="")),
    "an overflow that opens a page": p.section(
        accessory={"type": "overflow", "options": [p.option(url="https://example.org")]}
    ),
    "formatted text": p.rich(
        {"type": "text", "text": "Bring ", "style": {"bold": True}},
        {"type": "user", "user_id": "U1"},
        {"type": "emoji", "name": "wave", "unicode": "1f44b"},
        {"type": "date", "timestamp": 1795500000, "format": "{date_long}"},
    ),
}


@pytest.mark.parametrize("name", TAKEN)
def test_slack_takes(name: str) -> None:
    assert in_message(TAKEN[name]) == in_modal(TAKEN[name]) == in_home(TAKEN[name]) == []

"""The body of an acknowledgement: what Slack would show as it is, and what it would drop with a warning triangle."""

from typing import Any

import pytest

from handlers.practice.validation import problems_in_ack
from tests.practice.validation import parts as p


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"response_action": "clear"},
        {"response_action": "errors", "errors": {"when": "This day is in the past."}},
        {"response_action": "update", "view": p.modal(p.section())},
        {"response_action": "push", "view": p.modal(p.section())},
        {"options": []},
        {"options": p.options(100)},
        {"option_groups": [{"label": p.plain(), "options": p.options(2)}]},
        {"text": "Only you can see this", "response_type": "ephemeral"},
        {"blocks": [p.section()], "replace_original": False},
        {"delete_original": True},
    ],
)
def test_a_good_answer_is_taken(body: p.Json) -> None:
    assert problems_in_ack(body) == []


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"response_action": "close"}, "must be a valid enum value [json-pointer:/response_action]"),
    ({"response_action": None}, "must be a valid enum value [json-pointer:/response_action]"),
    ({"response_action": "errors"}, "missing required field: errors [json-pointer:]"),
    ({"response_action": "errors", "errors": {}}, "must provide at least 1 items [json-pointer:/errors]"),
    ({"response_action": "errors", "errors": ["no"]}, "must provide an object [json-pointer:/errors]"),
    (
        {"response_action": "errors", "errors": {"when": ""}},
        "must be more than 0 characters [json-pointer:/errors/when]",
    ),
    (
        {"response_action": "errors", "errors": {"a/b": "x" * 3001}},
        "must be less than 3001 characters [json-pointer:/errors/a~1b]",
    ),
    ({"response_action": "errors", "errors": {"when": None}}, "must provide a string [json-pointer:/errors/when]"),
    ({"response_action": "update"}, "missing required field: view [json-pointer:]"),
    ({"response_action": "update", "view": p.home()}, "unsupported type: home [json-pointer:/view/type]"),
    (
        {"response_action": "push", "view": p.modal(title=p.plain(25))},
        "must be less than 25 characters [json-pointer:/view/title/text]",
    ),
    ({"response_action": "clear", "view": p.modal()}, "invalid additional property: view [json-pointer:]"),
    ({"options": p.options(101)}, "no more than 100 items allowed [json-pointer:/options]"),
    (
        {"options": p.options(1), "option_groups": []},
        "cannot define both `options` or `option_groups` [json-pointer:]",
    ),
    ({"text": "Hello", "response_type": "loud"}, "must be a valid enum value [json-pointer:/response_type]"),
    ({"text": "Hello", "channel": "C1"}, "invalid additional property: channel [json-pointer:]"),
    ({"response_type": "ephemeral"}, "no_text [json-pointer:/text]"),
]


@pytest.mark.parametrize(("body", "sentence"), REFUSED)
def test_a_bad_answer_is_refused(body: p.Json, sentence: str) -> None:
    assert sentence in problems_in_ack(body)


def test_an_error_belongs_to_an_input_of_the_view_it_answers() -> None:
    view = p.modal(p.ask(block_id="when"), p.section(block_id="hint"))
    answer = {"response_action": "errors", "errors": {"when": "In the past.", "hint": "No.", "where": "No."}}
    assert problems_in_ack(answer) == []
    assert problems_in_ack(answer, view) == [
        "no `input` block has this block_id [json-pointer:/errors/hint]",
        "no `input` block has this block_id [json-pointer:/errors/where]",
    ]

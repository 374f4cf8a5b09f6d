"""What no block can tell alone: where it may stand, names used twice, and what belongs to a whole message or view."""

import pytest

from handlers.practice.validation import problems_in_message, problems_in_view
from tests.practice.validation import parts as p

PLACES = {
    "markdown": ({"type": "markdown", "text": "# Hello"}, {"message"}),
    "table": (p.table(), {"message"}),
    "context_actions": (
        {
            "type": "context_actions",
            "elements": [
                {
                    "type": "feedback_buttons",
                    "positive_button": {"text": p.plain(), "value": "yes"},
                    "negative_button": {"text": p.plain(), "value": "no"},
                }
            ],
        },
        {"message"},
    ),
    "alert": ({"type": "alert", "text": p.plain(), "level": "warning"}, {"modal"}),
    "file_input": (p.ask({"type": "file_input", "filetypes": ["csv"], "max_files": 1}), {"modal"}),
    "input": (p.ask(), {"message", "modal", "home"}),
}


@pytest.mark.parametrize("name", PLACES)
def test_some_blocks_belong_to_some_surfaces_only(name: str) -> None:
    block, places = PLACES[name]
    found = {
        "message": problems_in_message(p.message(block)),
        "modal": problems_in_view(p.modal(block)),
        "home": problems_in_view(p.home(block)),
    }
    for place, problems in found.items():
        if place in places:
            assert problems == []
        else:
            assert [problem.split(" [")[0] for problem in problems] == [f"unsupported type: {name}"]


def test_a_block_id_names_one_block_of_a_surface() -> None:
    twice = [p.section(block_id="b"), p.section(), p.section(block_id="b")]
    problem = '`block_id` "b" already exists'
    assert problems_in_message(p.message(*twice)) == [f"{problem} [json-pointer:/blocks/2/block_id]"]
    assert problems_in_view(p.home(*twice)) == [f"{problem} [json-pointer:/view/blocks/2/block_id]"]


def test_an_action_id_names_one_element_of_its_block() -> None:
    twice = p.actions(p.button(action_id="a"), p.button(action_id="a"))
    assert problems_in_message(p.message(twice)) == [
        '`action_id` "a" already exists [json-pointer:/blocks/0/elements/1/action_id]'
    ]
    apart = p.message(p.actions(p.button(action_id="a")), p.actions(p.button(action_id="a")))
    assert problems_in_message(apart) == []


def test_one_element_of_a_view_may_want_the_focus() -> None:
    wanting = p.ask(p.text_input(focus_on_load=True))
    assert problems_in_view(p.modal(wanting, p.ask(p.text_input(focus_on_load=False)))) == []
    assert problems_in_view(p.modal(wanting, wanting)) == [
        "only one element may set `focus_on_load` [json-pointer:/view/blocks/1/element/focus_on_load]"
    ]


def test_a_modal_that_asks_has_a_submit_button() -> None:
    asking = p.modal(p.section(), p.ask())
    del asking["submit"]
    assert problems_in_view(asking) == [
        "must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/1/input]"
    ]
    assert problems_in_view(p.home(p.ask())) == []


@pytest.mark.parametrize("field", ["title", "submit", "close", "clear_on_close", "notify_on_close"])
def test_a_home_has_no_frame(field: str) -> None:
    value = True if field.endswith("on_close") else p.plain()
    assert problems_in_view(p.modal(**{field: value})) == []
    assert problems_in_view(p.home(**{field: value})) == [f"invalid additional property: {field} [json-pointer:/view]"]


def test_a_view_says_what_it_is() -> None:
    assert problems_in_view({}) == ["missing required field: type [json-pointer:/view]"]
    assert problems_in_view({"type": "drawer"}) == ["unsupported type: drawer [json-pointer:/view/type]"]
    assert problems_in_view({"type": "modal"}) == [
        "missing required field: title [json-pointer:/view]",
        "missing required field: blocks [json-pointer:/view]",
    ]


@pytest.mark.parametrize("field", ["submit_disabled", "id", "hash", "state"])
def test_what_slack_adds_to_a_view_is_not_sent_back(field: str) -> None:
    assert problems_in_view(p.modal(**{field: "x"})) == [f"invalid additional property: {field} [json-pointer:/view]"]


@pytest.mark.parametrize("empty", [{}, {"text": ""}, {"blocks": []}, {"text": "", "attachments": []}])
def test_a_message_says_something(empty: p.Json) -> None:
    assert problems_in_message(empty) == ["no_text [json-pointer:/text]"]


def test_deleting_a_message_needs_no_words() -> None:
    assert problems_in_message({"delete_original": True}) == []


def test_an_attachments_blocks_are_checked_too() -> None:
    sent = {"attachments": [{"color": "#36a64f", "blocks": [p.section(text=p.mrkdwn(3001))]}]}
    assert problems_in_message(sent) == [
        "must be less than 3001 characters [json-pointer:/attachments/0/blocks/0/text/text]"
    ]


def test_other_fields_of_a_message_are_the_methods_affair() -> None:
    assert problems_in_message({"text": "Hello", "channel": "C1", "unfurl_links": False}) == []


def test_a_pointer_escapes_what_pointers_must_escape() -> None:
    view = p.modal(**{"a/b~c": 1})
    assert problems_in_view(view) == ["invalid additional property: a/b~c [json-pointer:/view]"]

"""Whatever comes, the answer is a list of sentences, and never an exception."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.practice.validation import problems_in_ack, problems_in_message, problems_in_view
from tests.practice.validation import parts as p

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
FIELDS = """
type text blocks elements element accessory fields options option_groups initial_option initial_options label value
confirm style url submit title view errors response_action attachments rows min_length max_length initial_value
focus_on_load action_id block_id filter
"""
TYPES = """
modal home section actions input context header table markdown rich_text rich_text_list image static_select checkboxes
plain_text_input plain_text mrkdwn button overflow errors push clear
"""
KEYS = st.sampled_from(FIELDS.split()) | st.text(max_size=5)
KINDS = st.sampled_from(TYPES.split())
JSON = st.recursive(
    SCALARS | KINDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=40,
)
OBJECTS = st.dictionaries(KEYS, JSON, max_size=8)

WHOLE = p.modal(
    p.section(accessory=p.select(initial_option=p.option("v0", p.plain())), block_id="s"),
    p.actions(p.button(confirm=p.confirm(), url="https://example.org")),
    p.ask(p.text_input(min_length=1, max_length=9, focus_on_load=True)),
    p.rich({"type": "text", "text": "a"}),
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, item in inner for place in places(item, (*path, key)))]


def changed(value: Any, path: tuple[Any, ...], new: Any) -> Any:
    if not path:
        return new
    if isinstance(value, dict):
        return {key: changed(item, path[1:], new) if key == path[0] else item for key, item in value.items()}
    return [changed(item, path[1:], new) if index == path[0] else item for index, item in enumerate(value)]


@given(OBJECTS)
def test_any_json_gets_an_answer(payload: dict[str, Any]) -> None:
    for problems_in in (problems_in_message, problems_in_view, problems_in_ack):
        assert all("[json-pointer:" in problem for problem in problems_in(payload))


@given(st.lists(OBJECTS, max_size=4))
def test_any_blocks_get_an_answer_on_every_surface(blocks: list[Any]) -> None:
    for problems in (
        problems_in_message({"blocks": blocks}),
        problems_in_view({"type": "modal", "title": p.plain(), "blocks": blocks}),
        problems_in_view({"type": "home", "blocks": blocks}),
        problems_in_ack({"response_action": "update", "view": {"type": "modal", "blocks": blocks}}),
    ):
        assert all("[json-pointer:" in problem for problem in problems)


@settings(max_examples=300)
@given(st.sampled_from(places(WHOLE)[1:]), JSON)
def test_a_good_view_with_any_one_part_replaced_gets_an_answer(place: tuple[Any, ...], new: Any) -> None:
    assert isinstance(problems_in_view(changed(WHOLE, place, new)), list)


def test_the_view_that_is_spoiled_above_is_good() -> None:
    assert problems_in_view(changed(WHOLE, ("blocks", 0, "accessory", "options"), p.options(2))) == []


def test_depth_does_no_harm() -> None:
    deep: Any = {}
    for _ in range(5000):
        deep = {"type": "section", "elements": [{"type": "mrkdwn", "text": deep}]}
    assert problems_in_view(p.modal(deep)) != []
    assert problems_in_message(p.message(deep)) != []

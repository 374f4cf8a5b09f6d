"""Agreement with the outside: views as Slack sends them back, and what slack_sdk builds."""

import json
from pathlib import Path
from typing import Any

import pytest
from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models import blocks as sdk
from slack_sdk.models.views import View

from handlers.practice.validation import problems_in_message, problems_in_view
from tests.practice.validation import parts as p

EXAMPLES = json.loads((Path(__file__).parent / "examples.json").read_text(encoding="utf-8"))
"""Views and blocks as they come in Slack's own payloads."""

SENT = ("type", "title", "submit", "close", "blocks", "private_metadata", "callback_id", "external_id")
ADDED_TO_PICTURES = ("fallback", "image_width", "image_height", "image_bytes")


def as_it_was_sent(view: dict[str, Any]) -> dict[str, Any]:
    """Slack adds to a view what only Slack knows, and a frame of nulls to a Home."""
    frame = ("title", "submit", "close") if view["type"] == "home" else ()
    return {name: without_sizes(view[name]) for name in SENT if view.get(name) is not None and name not in frame}


def without_sizes(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: without_sizes(item) for name, item in value.items() if name not in ADDED_TO_PICTURES}
    return [without_sizes(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", EXAMPLES["views"])
def test_a_view_of_slacks_own_payloads_is_taken(name: str) -> None:
    assert problems_in_view(as_it_was_sent(EXAMPLES["views"][name])) == []


@pytest.mark.parametrize("name", EXAMPLES["messages"])
def test_the_blocks_of_slacks_own_payloads_are_taken(name: str) -> None:
    assert problems_in_message({"blocks": EXAMPLES["messages"][name]}) == []


OPTIONS = [sdk.Option(value="car", text="A car"), sdk.Option(value="van", text="A van", description="Six seats")]
CONFIRM = sdk.ConfirmObject(title="Release?", text="Someone else may take it.", confirm="Release", deny="Keep")
BUILT: list[sdk.Block] = [
    sdk.HeaderBlock(text="Hearings this week"),
    sdk.SectionBlock(
        text="*H204* Thursday 9:00", accessory=sdk.ButtonElement(text="Claim", action_id="c", value="H204")
    ),
    sdk.SectionBlock(
        fields=["*When*\nThursday", "*Where*\nRoom 320"], accessory=sdk.OverflowMenuElement(options=OPTIONS)
    ),
    sdk.ContextBlock(
        elements=[
            sdk.MarkdownTextObject(text="unverified"),
            sdk.ImageElement(image_url="https://e.org/a", alt_text="A"),
        ]
    ),
    sdk.DividerBlock(),
    sdk.ImageBlock(image_url="https://example.org/chart.png", alt_text="Rides by month", title="Rides"),
    sdk.ActionsBlock(
        elements=[
            sdk.ButtonElement(text="Release", action_id="r", style="danger", confirm=CONFIRM),
            sdk.LinkButtonElement(text="Court", url="https://example.org", action_id="l"),
            sdk.StaticSelectElement(placeholder="Ride", action_id="s", options=OPTIONS, initial_option=OPTIONS[0]),
            sdk.DatePickerElement(action_id="d", initial_date="2026-11-24"),
            sdk.TimePickerElement(action_id="t", initial_time="09:00"),
            sdk.DateTimePickerElement(action_id="dt", initial_date_time=1795500000),
            sdk.UserMultiSelectElement(action_id="u", placeholder="Who"),
        ]
    ),
    sdk.InputBlock(label="Note", element=sdk.PlainTextInputElement(action_id="n", max_length=300), hint="No names"),
    sdk.InputBlock(label="E-mail", element=sdk.EmailInputElement(action_id="e")),
    sdk.InputBlock(label="Page", element=sdk.UrlInputElement(action_id="p")),
    sdk.InputBlock(
        label="Seats", element=sdk.NumberInputElement(action_id="k", min_value="1", is_decimal_allowed=False)
    ),
    sdk.InputBlock(label="Story", element=sdk.RichTextInputElement(action_id="q")),
    sdk.InputBlock(label="Kind", element=sdk.RadioButtonsElement(action_id="o", options=OPTIONS)),
    sdk.InputBlock(
        label="Roles", element=sdk.CheckboxesElement(action_id="b", options=OPTIONS, initial_options=OPTIONS[:1])
    ),
    sdk.InputBlock(
        label="Place",
        element=sdk.StaticMultiSelectElement(
            action_id="g", option_groups=[sdk.OptionGroup(label="Boston", options=OPTIONS)], max_selected_items=2
        ),
    ),
    sdk.InputBlock(
        label="Channel",
        element=sdk.ConversationSelectElement(
            action_id="v", filter=sdk.ConversationFilter(include=["public"], exclude_bot_users=True)
        ),
    ),
    sdk.InputBlock(label="Search", element=sdk.ExternalDataSelectElement(action_id="x", min_query_length=2)),
    sdk.RichTextBlock(
        elements=[
            sdk.RichTextSectionElement(
                elements=[sdk.RichTextElementParts.Text(text="Bring ID"), sdk.RichTextElementParts.User(user_id="U1")]
            ),
            sdk.RichTextListElement(
                style="bullet",
                elements=[sdk.RichTextSectionElement(elements=[sdk.RichTextElementParts.Text(text="One")])],
            ),
            sdk.RichTextQuoteElement(elements=[sdk.RichTextElementParts.Text(text="Two")]),
            sdk.RichTextPreformattedElement(elements=[sdk.RichTextElementParts.Text(text="Three")]),
        ]
    ),
]


@pytest.mark.parametrize("block", BUILT, ids=lambda block: f"{block.type} {BUILT.index(block)}")
def test_what_the_sdk_builds_is_taken_on_every_surface(block: sdk.Block) -> None:
    built = block.to_dict()
    assert problems_in_message(p.message(built)) == []
    assert problems_in_view(p.modal(built)) == []
    assert problems_in_view(p.home(built)) == []


def test_a_view_the_sdk_builds_is_taken() -> None:
    view = View(type="modal", title="Add a hearing", submit="Add", close="Cancel", callback_id="add", blocks=BUILT[-8:])
    assert problems_in_view(view.to_dict()) == []


@pytest.mark.parametrize(
    "block",
    [
        sdk.HeaderBlock(text="x" * 151),
        sdk.SectionBlock(text="x" * 3001),
        sdk.SectionBlock(fields=[sdk.MarkdownTextObject(text="x")] * 11),
        sdk.ContextBlock(elements=[sdk.MarkdownTextObject(text="x")] * 11),
        sdk.ActionsBlock(elements=[sdk.ButtonElement(text="x" * 76, action_id="a")]),
        sdk.ActionsBlock(elements=[sdk.ButtonElement(text="x", value="x" * 2001)]),
        sdk.ActionsBlock(elements=[sdk.ButtonElement(text="x", action_id="x" * 256)]),
        sdk.SectionBlock(text="x", accessory=sdk.OverflowMenuElement(options=OPTIONS * 3)),
        sdk.InputBlock(label="x" * 2001, element=sdk.PlainTextInputElement()),
        sdk.InputBlock(label="x", element=sdk.PlainTextInputElement(placeholder="x" * 151)),
        sdk.InputBlock(label="x", element=sdk.StaticSelectElement(options=OPTIONS * 51)),
        sdk.ImageBlock(image_url="https://example.org/a.png", alt_text="x" * 2001),
    ],
    ids=lambda block: block.type,
)
def test_what_the_sdk_refuses_is_refused_here(block: sdk.Block) -> None:
    with pytest.raises(SlackObjectFormationError):
        block.to_dict()
    (problem,) = problems_in_message(p.message(unchecked(block)))
    assert "must be less than" in problem or "no more than" in problem


def unchecked(value: Any) -> Any:
    """What the object would have sent, had the SDK not looked."""
    if isinstance(value, (list, tuple)):
        return [unchecked(item) for item in value]
    if isinstance(value, sdk.Option):
        return value.to_dict()
    if not hasattr(value, "attributes"):
        return value
    names = {name for name in value.attributes if getattr(value, name, None) not in (None, [])}
    return {name: unchecked(getattr(value, name)) for name in names}

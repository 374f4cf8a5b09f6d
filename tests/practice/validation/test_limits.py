"""Every limit of Slack's, at its edge: the largest size is taken, one more is refused with Slack's own sentence."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from handlers.practice.validation import problems_in_message, problems_in_view
from tests.practice.validation import parts as p


@dataclass(frozen=True)
class Limit:
    name: str
    most: int
    block: Callable[[int], p.Json]
    pointer: str
    least: int = 1
    counted: str = "characters"


def long(size: int) -> str:
    return "x" * size


def address(size: int) -> str:
    return "https://example.org/".ljust(size, "x")


LIMITS = [
    Limit("header", 150, lambda n: {"type": "header", "text": p.plain(n)}, "/text/text"),
    Limit("section text", 3000, lambda n: p.section(text=p.mrkdwn(n)), "/text/text"),
    Limit("section field", 2000, lambda n: p.section(fields=[p.mrkdwn(n)]), "/fields/0/text"),
    Limit("section fields", 10, lambda n: p.section(fields=[p.mrkdwn()] * n), "/fields", counted="items"),
    Limit("context elements", 10, lambda n: p.context(*[p.mrkdwn()] * n), "/elements", counted="items"),
    Limit("context text", 3000, lambda n: p.context(p.plain(n)), "/elements/0/text"),
    Limit("actions elements", 25, lambda n: p.actions(*p.buttons(n)), "/elements", counted="items"),
    Limit("block_id", 255, lambda n: p.section(block_id=long(n)), "/block_id"),
    Limit("action_id", 255, lambda n: p.actions(p.button(action_id=long(n))), "/elements/0/action_id"),
    Limit("button text", 75, lambda n: p.actions(p.button(text=p.plain(n))), "/elements/0/text/text"),
    Limit("button value", 2000, lambda n: p.actions(p.button(value=long(n))), "/elements/0/value"),
    Limit("button url", 3000, lambda n: p.actions(p.button(url=address(n))), "/elements/0/url", least=20),
    Limit(
        "accessibility label",
        75,
        lambda n: p.actions(p.button(accessibility_label=long(n))),
        "/elements/0/accessibility_label",
    ),
    Limit("image alt text", 2000, lambda n: p.picture(alt_text=long(n)), "/alt_text"),
    Limit("image title", 2000, lambda n: p.picture(title=p.plain(n)), "/title/text"),
    Limit("image url", 3000, lambda n: p.picture(image_url=address(n)), "/image_url", least=20),
    Limit("input label", 2000, lambda n: p.ask(label=p.plain(n)), "/label/text"),
    Limit("input hint", 2000, lambda n: p.ask(hint=p.plain(n)), "/hint/text"),
    Limit("placeholder", 150, lambda n: p.ask(p.text_input(placeholder=p.plain(n))), "/element/placeholder/text"),
    Limit("initial value", 3000, lambda n: p.ask(p.text_input(initial_value=long(n))), "/element/initial_value", 0),
    Limit("menu", 100, lambda n: p.ask(p.select(options=p.options(n))), "/element/options", counted="items"),
    Limit(
        "menu groups",
        100,
        lambda n: p.ask(p.select(option_groups=[{"label": p.plain(), "options": p.options(1)}] * n)),
        "/element/option_groups",
        counted="items",
    ),
    Limit(
        "group",
        100,
        lambda n: p.ask(p.select(option_groups=[{"label": p.plain(), "options": p.options(n)}])),
        "/element/option_groups/0/options",
        counted="items",
    ),
    Limit(
        "group label",
        75,
        lambda n: p.ask(p.select(option_groups=[{"label": p.plain(n), "options": p.options(1)}])),
        "/element/option_groups/0/label/text",
    ),
    Limit(
        "option text",
        75,
        lambda n: p.ask(p.select(options=[p.option(text=p.plain(n))])),
        "/element/options/0/text/text",
    ),
    Limit("option value", 150, lambda n: p.ask(p.select(options=[p.option(long(n))])), "/element/options/0/value"),
    Limit(
        "option description",
        75,
        lambda n: p.ask(p.select(options=[p.option(description=p.plain(n))])),
        "/element/options/0/description/text",
    ),
    Limit(
        "radio buttons",
        10,
        lambda n: p.ask({"type": "radio_buttons", "options": p.options(n)}),
        "/element/options",
        counted="items",
    ),
    Limit(
        "checkboxes",
        10,
        lambda n: p.ask({"type": "checkboxes", "options": p.options(n)}),
        "/element/options",
        counted="items",
    ),
    Limit(
        "overflow",
        5,
        lambda n: p.section(accessory={"type": "overflow", "options": p.options(n)}),
        "/accessory/options",
        counted="items",
    ),
    *(
        Limit(
            f"confirm {name}",
            most,
            lambda n, name=name: p.actions(p.button(confirm=p.confirm(**{name: p.plain(n)}))),  # type: ignore[misc]
            f"/elements/0/confirm/{name}/text",
        )
        for name, most in (("title", 100), ("text", 300), ("confirm", 30), ("deny", 30))
    ),
]

IN_MESSAGES = [
    Limit("markdown", 12_000, lambda n: {"type": "markdown", "text": long(n)}, "/text"),
    Limit("table rows", 100, lambda n: p.table(rows=n), "/rows", counted="items"),
    Limit("table columns", 20, lambda n: p.table(columns=n), "/rows/0", counted="items"),
    Limit("table cells", 10_000, lambda n: p.table(rows=1, columns=1, cell=n), "/rows", least=0),
    Limit(
        "context actions",
        5,
        lambda n: {
            "type": "context_actions",
            "elements": [{"type": "icon_button", "icon": "trash", "text": p.plain()}] * n,
        },
        "/elements",
        counted="items",
    ),
]

IN_MODALS = [Limit("alert", 200, lambda n: {"type": "alert", "text": p.mrkdwn(n)}, "/text/text")]


def too_many(limit: Limit, at: str) -> str:
    if limit.counted == "items":
        return f"no more than {limit.most} items allowed [json-pointer:{at}]"
    return f"must be less than {limit.most + 1} characters [json-pointer:{at}]"


def too_few(limit: Limit, at: str) -> str:
    if limit.counted == "items":
        return f"must provide at least 1 items [json-pointer:{at}]"
    return f"must be more than 0 characters [json-pointer:{at}]"


@pytest.mark.parametrize("limit", LIMITS + IN_MESSAGES, ids=lambda limit: limit.name)
def test_a_message_may_fill_a_limit_and_not_pass_it(limit: Limit) -> None:
    assert problems_in_message(p.message(limit.block(limit.most))) == []
    assert too_many(limit, f"/blocks/0{limit.pointer}") in problems_in_message(p.message(limit.block(limit.most + 1)))


@pytest.mark.parametrize("limit", LIMITS + IN_MODALS, ids=lambda limit: limit.name)
def test_a_modal_may_fill_a_limit_and_not_pass_it(limit: Limit) -> None:
    assert problems_in_view(p.modal(limit.block(limit.most))) == []
    assert too_many(limit, f"/view/blocks/0{limit.pointer}") in problems_in_view(p.modal(limit.block(limit.most + 1)))


@pytest.mark.parametrize(
    "limit", [each for each in LIMITS + IN_MESSAGES if each.least == 1], ids=lambda limit: limit.name
)
def test_nothing_that_is_shown_or_named_may_be_empty(limit: Limit) -> None:
    assert problems_in_message(p.message(limit.block(1))) == []
    assert too_few(limit, f"/blocks/0{limit.pointer}") in problems_in_message(p.message(limit.block(0)))


@pytest.mark.parametrize(("surface", "most"), [("message", 50), ("modal", 100), ("home", 100)])
def test_a_surface_holds_so_many_blocks(surface: str, most: int) -> None:
    def problems(count: int) -> list[str]:
        blocks = [{"type": "divider"}] * count
        if surface == "message":
            return problems_in_message(p.message(*blocks))
        return problems_in_view(p.modal(*blocks) if surface == "modal" else p.home(*blocks))

    where = "/blocks" if surface == "message" else "/view/blocks"
    assert problems(most) == []
    assert problems(most + 1) == [f"no more than {most} items allowed [json-pointer:{where}]"]


@pytest.mark.parametrize(("field", "most"), [("private_metadata", 3000), ("callback_id", 255), ("external_id", 255)])
def test_a_view_carries_so_much_of_its_own(field: str, most: int) -> None:
    for view in (p.modal, p.home):
        assert problems_in_view(view(**{field: long(most)})) == []
        assert problems_in_view(view(**{field: ""})) == []
        assert problems_in_view(view(**{field: long(most + 1)})) == [
            f"must be less than {most + 1} characters [json-pointer:/view/{field}]"
        ]


@pytest.mark.parametrize("field", ["title", "submit", "close"])
def test_a_modals_frame_has_24_characters_a_word(field: str) -> None:
    assert problems_in_view(p.modal(**{field: p.plain(24)})) == []
    assert problems_in_view(p.modal(**{field: p.plain(25)})) == [
        f"must be less than 25 characters [json-pointer:/view/{field}/text]"
    ]


def test_a_character_is_a_code_point_as_slack_counts() -> None:
    assert problems_in_message(p.message(p.actions(p.button(text=p.plain("👋" * 75))))) == []
    assert problems_in_message(p.message(p.actions(p.button(text=p.plain("👋" * 76))))) != []


def test_all_texts_of_a_message_together_have_a_limit_nobody_wrote_down() -> None:
    four = [p.section(text=p.mrkdwn(3000))] * 4
    assert problems_in_message(p.message(*four, p.section(text=p.mrkdwn(1200)))) == []
    assert problems_in_message(p.message(*four, p.section(text=p.mrkdwn(1201)))) == [
        "msg_blocks_too_long [json-pointer:/blocks]"
    ]


def test_markdown_blocks_share_their_limit() -> None:
    half: p.Json = {"type": "markdown", "text": "x" * 6000}
    assert problems_in_message(p.message(half, half)) == []
    assert problems_in_message(p.message(half, half, {"type": "markdown", "text": "x"})) == [
        "must be less than 12001 characters [json-pointer:/blocks]"
    ]


def test_a_message_has_one_table() -> None:
    assert problems_in_message(p.message(p.table(), p.table())) == ["only_one_table_allowed [json-pointer:/blocks/1]"]


def test_a_view_is_at_most_250_kilobytes() -> None:
    heavy = p.ask(p.select(options=[p.option("v" * 149 + chr(65 + n % 26), p.plain("é" * 75)) for n in range(100)]))
    assert problems_in_view(p.modal(*[heavy] * 6)) == []
    assert problems_in_view(p.modal(*[heavy] * 9)) == ["view_too_large [json-pointer:/view]"]


def test_a_messages_own_text_has_40_000_characters() -> None:
    assert problems_in_message({"text": "x" * 40_000}) == []
    assert problems_in_message({"text": "x" * 40_001}) == ["must be less than 40001 characters [json-pointer:/text]"]

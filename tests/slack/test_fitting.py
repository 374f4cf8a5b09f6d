"""What does not fit is cut where nobody is misled, and what Slack would refuse for being empty is not."""

from typing import Any

from handlers.practice.validation import problems_in_message, problems_in_view
from handlers.slack import blocks
from handlers.slack.hints import typed_in
from handlers.slack.needs.forms import Start, chooser
from handlers.slack.press import Message
from handlers.slack.speech import Mrkdwn, inert, link, unlinked
from tests.slack.parts import TONGUES
from tests.slack.texts.alive import alive

ELLIPSIS = "…"


def entry(number: int, length: int = 10) -> blocks.Block:
    return blocks.section(inert(f"{number} ".ljust(length, "x")))


def last_of(shown: Any) -> str:
    return str(shown[-1]["elements"][0]["text"])


def test_a_list_that_is_too_long_for_a_message_ends_in_an_ellipsis_and_keeps_its_beginning() -> None:
    for entries in ([entry(number) for number in range(60)], [entry(number, 2900) for number in range(6)]):
        shown = Message(text="A list.", blocks=tuple(entries)).blocks
        assert problems_in_message({"text": "A list.", "blocks": list(shown)}) == []
        assert shown[0] == entries[0]
        assert last_of(shown) == ELLIPSIS


def test_a_message_that_fits_is_left_as_it_is() -> None:
    entries = tuple(entry(number) for number in range(50))
    assert Message(text="A list.", blocks=entries).blocks == entries


def test_a_window_holds_no_more_than_slack_takes_however_many_bytes_a_letter_has() -> None:
    for entries in ([entry(number) for number in range(120)], [blocks.section(inert("😀" * 3000)) for _ in range(90)]):
        view = blocks.modal("Window", entries, close="Close")
        assert problems_in_view(view) == []
        assert last_of(view["blocks"]) == ELLIPSIS


def test_a_row_without_buttons_is_left_out() -> None:
    assert Message(text="News.", blocks=(entry(1), blocks.actions(None))).blocks == (entry(1),)


def test_neither_a_link_nor_a_sign_is_cut_in_two() -> None:
    address = link("https://example.org/page")
    assert blocks.short_md(Mrkdwn(f"See {address} today"), 12) == "See …"
    assert blocks.short_md(Mrkdwn(f"See {address} today"), 32) == f"See {address} …"
    assert blocks.short_md(inert("fish & chips"), 9) == "fish …"


def test_beside_a_file_slack_finds_no_address_and_no_name_in_what_was_typed() -> None:
    for typed in ("www.evil.example", "https://evil.example", "@channel", "a@evil.example"):
        assert list(alive(inert(typed), verbatim=False)), "control"
        assert not list(alive(unlinked(typed), verbatim=False))
    assert unlinked("First Street. Tuesdays") == "First Street. Tuesdays"


def test_text_that_nobody_sees_is_shown_as_a_dash() -> None:
    assert blocks.plain(" \n", 24)["text"] == blocks.mrkdwn(inert("\u2003"))["text"] == "–"


def test_a_menu_without_choices_offers_none_and_reads_as_empty() -> None:
    for menu in (
        blocks.select("a", []),
        blocks.multi_select("a", []),
        blocks.checkboxes("a", []),
        blocks.radio("a", []),
    ):
        view = blocks.modal("Window", [blocks.field("a", "A", menu)], close="Close", submit="Save")
        assert problems_in_view(view) == []
        one = menu["options"][0]
        held = (
            {"selected_option": one}
            if menu["type"] in ("static_select", "radio_buttons")
            else {"selected_options": [one]}
        )
        assert not typed_in({"values": {"a": {"a": {"type": menu["type"], **held}}}})["a"]


def test_what_a_button_carries_is_cut_to_what_slack_takes() -> None:
    assert len(blocks.button("Back", "a.back", "1 " + "x" * 3000)["value"]) == 2000


def test_a_message_of_any_length_and_script_can_be_made_a_need() -> None:
    for typed in ("\u0639\u0631\u0628\u064a " * 600, '"\n\\' * 1000, "&" * 3000, "short"):
        start = Start(note=typed[:3000], notes=typed[:3000])
        assert problems_in_view(chooser(start, TONGUES[0])) == []
        assert typed.startswith(Start.read(start.written()).note[:100])

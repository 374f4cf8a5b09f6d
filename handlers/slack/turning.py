"""Turning the pages of a list: the buttons, what they carry, and the line that says where one is."""

from chatbot.kit.i18n import _
from handlers.slack import blocks
from handlers.slack.blocks import Block, Element
from handlers.slack.speech import Speech


def buttons(name: str, number: int, pages: int, speech: Speech, *, carried: str = "") -> list[Element]:
    """Back and More, where there is such a page. `name` is how their own names begin; `carried` what was asked for."""
    back = blocks.button(speech.plain(_("Back")), f"{name}back", f"{number - 1} {carried}".rstrip())
    more = blocks.button(speech.plain(_("More")), f"{name}more", f"{number + 1} {carried}".rstrip())
    return [*([back] if number > 1 else []), *([more] if number < pages else [])]


def line(number: int, pages: int, speech: Speech) -> list[Block]:
    """Which page this is; nothing where there is only one."""
    if pages == 1:
        return []
    return [blocks.context(speech.md(_("Page {number} of {pages}", number=number, pages=pages)))]


def asked(value: str) -> tuple[int, str]:
    """The page a button leads to, and what was asked for: hints. What is no number is the first page."""
    number, _space, carried = value.partition(" ")
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 9 else 1, carried

"""Everything that is wrong with something the bot shows, whatever it is: a whole message, a window, a file, a piece."""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from handlers.practice.validation import problems_in_ack, problems_in_message, problems_in_view
from handlers.slack import blocks
from handlers.slack.blocks import Choice, Confirm
from handlers.slack.press import Errors, GoBack, Message, Open, PublishHome, Say, Update, Upload
from tests.slack.models import problems_of_models
from tests.slack.texts.alive import alive, alive_in
from tests.slack.texts.words import MARK

_IN_MODALS = {"input"}
_ELEMENTS = {"button", "overflow", "checkboxes", "radio_buttons", "datepicker", "timepicker"}
PICTURE_WORDS = 1000
"""Characters in which Slack lets a picture be described."""


def surfaces(made: object) -> int:
    """How many things to look at were drawn; pieces of a sentence are none."""
    match made:
        case Say() | Open() | Update() | GoBack() | Errors() | PublishHome() | Message() | Upload() | Confirm() | Choice():
            return 1
        case Mapping():
            return int("type" in made)
        case str():
            return 1
        case list() | tuple():
            return sum(surfaces(one) for one in made)
        case _:
            return 0


def wrong_with(made: object) -> Iterator[str]:
    """What Slack would refuse, or bring to life."""
    match made:
        case Say():
            yield from wrong_with(made.message)
            yield from wrong_with(blocks.modal(made.title, made.message.blocks, close="Close"))
        case Message():
            yield from _wrong_message(made)
        case Open() | Update() | GoBack() | PublishHome():
            yield from wrong_with(made.view)
        case Errors():
            yield from problems_in_ack({"response_action": "errors", "errors": dict(made.problems)})
        case Upload():
            yield from _wrong_file(made)
        case Confirm():
            yield from wrong_with(blocks.button("x", "x", confirm=made))
        case Choice():
            yield from wrong_with(blocks.radio("x", [made]))
        case Mapping() if "type" in made:
            yield from _wrong_thing(dict(made))
        case str():
            yield from alive(made)
        case list() | tuple():
            for one in made:
                yield from wrong_with(one)


def _wrong_message(message: Message) -> Iterator[str]:
    shown = list(message.blocks)
    yield from problems_in_message({"text": message.text, "blocks": shown})
    yield from problems_of_models({"blocks": shown})
    yield from alive_in(shown)
    if MARK in message.text or not message.text.strip():
        yield f"the notification says {message.text[:60]!r}"
    if not shown and not message.picture:
        yield "an empty message"
    if message.picture:
        yield from _wrong_file(message.picture)


def _wrong_thing(thing: dict[str, Any]) -> Iterator[str]:
    kind = thing["type"]
    if kind in ("modal", "home"):
        yield from problems_in_view(thing)
        yield from problems_of_models({"view": thing})
        yield from alive_in(thing)
    elif kind in ("mrkdwn", "plain_text"):
        yield from _wrong_thing({"type": "context", "elements": [thing]})
    elif kind == "input":
        yield from _wrong_thing(blocks.modal("x", [thing], close="x", submit="x"))
    elif kind in _ELEMENTS or kind.endswith("_select"):
        yield from _wrong_thing({"type": "actions", "elements": [{"action_id": "x", **thing}]})
    elif kind in ("plain_text_input", "number_input"):
        yield from _wrong_thing(blocks.field("x", "x", thing))
    else:
        yield from problems_in_message({"text": "x", "blocks": [thing]})
        yield from alive_in(thing)


def _wrong_file(file: Upload) -> Iterator[str]:
    yield from alive(file.about)
    if len(file.alt) > PICTURE_WORDS:
        yield f"a picture described in {len(file.alt)} characters"
    if MARK in file.name or "/" in file.name or not file.name:
        yield f"a file called {file.name!r}"
    if isinstance(file.content, str) and file.name.endswith(".csv"):
        yield from _wrong_sheet(file.content)


def _wrong_sheet(content: str) -> Iterator[str]:
    """A spreadsheet program takes a cell for a formula that begins like one."""
    for row in csv.reader(io.StringIO(content.removeprefix("\ufeff"))):
        for cell in row:
            if cell.strip()[:1] in ("=", "+", "@", "-") and not cell.lstrip("-").replace(".", "").isdigit():
                yield f"a formula: {cell[:40]!r}"

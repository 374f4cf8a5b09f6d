"""Everything that is wrong with something the bot shows, whatever it is: a whole message, a window, a file, a piece."""

import re
from collections.abc import Iterator, Mapping
from functools import singledispatch
from typing import Any

from handlers.practice.validation import problems_in_ack, problems_in_message, problems_in_view
from handlers.slack import blocks
from handlers.slack.blocks import Choice, Confirm
from handlers.slack.press import Errors, GoBack, Message, Open, PublishHome, Say, Update, Upload
from tests.fixtures.spreadsheets import cells, is_live
from tests.slack.models import problems_of_models
from tests.slack.texts.alive import alive, alive_in
from tests.slack.texts.words import MARK

_ELEMENTS = {"button", "overflow", "checkboxes", "radio_buttons", "datepicker", "timepicker"}
_PROPERTY = re.compile(
    r"(BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|X-WR-CALNAME|REFRESH-INTERVAL|X-PUBLISHED-TTL|UID|SEQUENCE|DTSTAMP|"
    r"LAST-MODIFIED|SUMMARY|DESCRIPTION|CLASS|STATUS|DTSTART|DTEND|TRANSP|LOCATION|ORGANIZER)[;:]"
)
PICTURE_WORDS = 1000
"""Characters in which Slack lets a picture be described."""


class Sheet(str):
    """A CSV file."""

    __slots__ = ()


class CalendarFile(str):
    """An .ics file."""

    __slots__ = ()


def surfaces(made: object) -> int:
    """How many things to look at were drawn; pieces of a sentence are none."""
    match made:
        case (
            Say()
            | Open()
            | Update()
            | GoBack()
            | Errors()
            | PublishHome()
            | Message()
            | Upload()
            | Confirm()
            | Choice()
        ):
            return 1
        case Mapping():
            return int("type" in made)
        case str():
            return 1
        case list() | tuple():
            return sum(surfaces(one) for one in made)
        case _:
            return 0


@singledispatch
def wrong_with(shown: object) -> Iterator[str]:
    """What Slack would refuse, or bring to life."""
    if isinstance(shown, Mapping) and "type" in shown:
        yield from _wrong_thing(dict(shown))
    elif isinstance(shown, list | tuple):
        for one in shown:
            yield from wrong_with(one)


@wrong_with.register
def _(said: Say) -> Iterator[str]:
    yield from wrong_with(said.message)
    yield from wrong_with(blocks.modal(said.title, said.message.blocks, close="Close"))


@wrong_with.register
def _(shown: Open | Update | GoBack | PublishHome) -> Iterator[str]:
    yield from wrong_with(shown.view)


@wrong_with.register
def _(errors: Errors) -> Iterator[str]:
    yield from problems_in_ack({"response_action": "errors", "errors": dict(errors.problems)})


@wrong_with.register
def _(confirm: Confirm) -> Iterator[str]:
    yield from wrong_with(blocks.button("x", "x", confirm=confirm))


@wrong_with.register
def _(choice: Choice) -> Iterator[str]:
    yield from wrong_with(blocks.radio("x", [choice]))


@wrong_with.register
def _(markup: str) -> Iterator[str]:
    yield from alive(markup)


@wrong_with.register
def _(sheet: Sheet) -> Iterator[str]:
    """A spreadsheet program takes a cell for a formula that begins like one."""
    yield from (f"a formula: {cell[:40]!r}" for row in cells(sheet) for cell in row if is_live(cell))


@wrong_with.register
def _(calendar: CalendarFile) -> Iterator[str]:
    """Every line is one that the bot wrote, within the 75 bytes of RFC 5545; what is typed begins none."""
    for line in calendar.split("\r\n"):
        if len(line.encode()) > 75:
            yield f"a line of {len(line.encode())} bytes: {line[:40]!r}"
        if line and not line.startswith(" ") and not _PROPERTY.match(line):
            yield f"no line of a calendar: {line[:40]!r}"
        if line.startswith("BEGIN:") and line not in ("BEGIN:VCALENDAR", "BEGIN:VEVENT"):
            yield f"more than events: {line[:40]!r}"


@wrong_with.register
def _(file: Upload) -> Iterator[str]:
    yield from alive(file.about, verbatim=False)
    if len(file.alt) > PICTURE_WORDS:
        yield f"a picture described in {len(file.alt)} characters"
    if MARK in file.name or "/" in file.name or not file.name:
        yield f"a file called {file.name!r}"


@wrong_with.register
def _(message: Message) -> Iterator[str]:
    shown = list(message.blocks)
    yield from problems_in_message({"text": message.text, "blocks": shown})
    yield from problems_of_models({"blocks": shown})
    yield from alive_in(shown)
    if MARK in message.text or not message.text.strip():
        yield f"the notification says {message.text[:60]!r}"
    if not shown and not message.picture:
        yield "an empty message"
    if message.picture:
        yield from wrong_with(message.picture)


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

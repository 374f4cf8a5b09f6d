"""What the pages on which spreadsheets are brought in have in common."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TypeVar

from aiohttp import BodyPartReader, ClientError, web

from chatbot.kit.i18n import Catalogues, Text, _, n_
from chatbot.kit.refusal import Refusal
from chatbot.kit.tables import MOST_ROWS, TooLong
from handlers.web.page import HEADERS, Handler, Html, Writer, form, stranger

T = TypeVar("T")

Page = Callable[[web.Request, T], Awaitable[web.StreamResponse]]
"""A page about what its address leads to."""

PROBLEMS = 200
"""Wrong rows that are named; whoever has more mends these first."""

WORD = 64
"""Bytes of the answer that a button gives."""


def behind(
    find: Callable[[web.Request], Awaitable[T]],
    page: Page[T],
    *,
    title: Text,
    catalogues: Catalogues,
) -> Handler:
    """The page for what its address leads to, as `find` tells; where that refuses, a page of this title says why."""

    async def opened(request: web.Request) -> web.StreamResponse:
        try:
            found = await find(request)
        except Refusal as refusal:
            writer = stranger(request, catalogues)
            return writer.page(title, writer.line(refusal.sentence), status=404)
        return await page(request, found)

    return opened


def amiss(writer: Writer, problems: Sequence[Text]) -> list[Html]:
    """Which rows cannot be taken, and why."""
    if not problems:
        return []
    more = len(problems) - PROBLEMS
    rest = [writer.line(n_("And {count} more.", "And {count} more.", more))] if more > 0 else []
    return [writer.heading(_("What to mend")), writer.listed(problems[:PROBLEMS], "amiss"), *rest]


def begin(writer: Writer, address: str) -> list[Html]:
    """The way in. `address` is the page's own: a secret in the letters of base64, alive to nobody."""
    label = writer.label(_("CSV file"), "file")
    chosen = Html('<input id="file" type="file" name="file" accept=".csv,.tsv,.txt,text/csv" required>')
    return [
        form(label, chosen, writer.button(_("Look at the file"), quiet=True)),
        writer.line(_("First I only look at it. The file goes from here to Alongside; Slack never gets it.")),
        writer.link(_("A template to fill in"), f"{address}/template.csv"),
    ]


def csv_file(text: str, name: str) -> web.Response:
    """A table to be kept."""
    headers = {**HEADERS, "Content-Disposition": f'attachment; filename="{name}"'}
    return web.Response(body=text.encode("utf-8-sig"), headers=headers, content_type="text/csv", charset="utf-8")


async def received(request: web.Request, most: Mapping[str, int]) -> dict[str, bytes]:
    """What a form of ours sent, by the names of its parts, each with at most so many bytes; other parts are left.

    Raises `TooLong` before it has read too much.
    """
    if not request.content_type.startswith("multipart/"):
        return {}
    found: dict[str, bytes] = {}
    try:
        async for part in await request.multipart():
            if isinstance(part, BodyPartReader) and part.name is not None and part.name in most:
                found[part.name] = await _bounded(part, most[part.name])
    except (ValueError, EOFError, ClientError):
        raise web.HTTPBadRequest(headers=HEADERS) from None  # no form of ours, or one that broke off
    return found


async def _bounded(part: BodyPartReader, most: int) -> bytes:
    found = bytearray()
    while chunk := await part.read_chunk():
        found += chunk
        if len(found) > most:
            raise TooLong(MOST_ROWS)
    return bytes(found)

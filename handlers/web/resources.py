"""The page on which a coordinator brings organisations in from a spreadsheet: look, confirm."""

import base64
import binascii
from urllib.parse import quote

from aiohttp import web

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.refusal import Refusal
from chatbot.kit.tables import LARGEST, counted, ignored_text, problem_text
from chatbot.people.model import Person
from chatbot.resources.messages import heading
from chatbot.resources.sheets.rows import Findings
from chatbot.resources.sheets.service import template
from handlers.web.page import HEADERS, Handler, Html, Writer, form
from handlers.web.sheets import Page, amiss, begin, behind, csv_file, received

CARRIED = LARGEST * 4 // 3 + 4
"""Bytes of a file as the page carries it from looking to confirming: nothing of it waits here in between."""


class ResourcesPage:
    """Everything happens behind one sealed address, given to one coordinator for an hour."""

    def __init__(self, chatbot: Chatbot) -> None:
        self._chatbot = chatbot

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/directory/{word}", self._behind(self.opened)),
            web.post("/directory/{word}", self._behind(self.sent)),
            web.get("/directory/{word}/template.csv", self._behind(self.template_asked)),
        ]

    def _behind(self, page: Page[Person]) -> Handler:
        return behind(
            lambda request: self._chatbot.passes.holder(request.match_info["word"]),
            page,
            title=_TITLE,
            catalogues=self._chatbot.catalogues,
        )

    async def opened(self, request: web.Request, person: Person) -> web.Response:
        """Where a file is chosen."""
        writer = Writer(self._chatbot.catalogues.tongue(person.language))
        return writer.page(_TITLE, *begin(writer, _own(request)))

    async def sent(self, request: web.Request, person: Person) -> web.Response:
        """A file to look at, or one that was looked at and is to be taken. It is decided anew, each time, who may."""
        writer = Writer(self._chatbot.catalogues.tongue(person.language))
        try:
            parts = await received(request, {"file": LARGEST, "carried": CARRIED})
            if "carried" in parts:
                content = _unpacked(parts["carried"])
                count = await self._chatbot.resource_sheets.bring_in(content, only_good=True, by=person)
                return self._said(writer, request, _brought(count), "said")
            content = parts.get("file", b"")
            return _looked_at(writer, content, await self._chatbot.resource_sheets.look(content, by=person), request)
        except Refusal as refusal:
            return self._said(writer, request, refusal.sentence, "said amiss")

    async def template_asked(self, request: web.Request, person: Person) -> web.Response:  # noqa: ARG002
        """The headings in the reader's language, to be filled in."""
        return csv_file(template(self._chatbot.catalogues.tongue(person.language).say), "resources.csv")

    def _said(self, writer: Writer, request: web.Request, sentence: Text, kind: str) -> web.Response:
        return writer.page(_TITLE, writer.line(sentence, kind), *begin(writer, _own(request)))


_TITLE = _("Import")


def _looked_at(writer: Writer, content: bytes, findings: Findings, request: web.Request) -> web.Response:
    """What was found. The good rows are taken by a button that sends the file once more."""
    parts = [writer.line(counted(len(findings.good), findings.bad), "said"), writer.line(_("Nothing is imported yet."))]
    if findings.good:
        packed = base64.b64encode(content).decode("ascii")
        carried = Html(f'<input type="hidden" name="carried" value="{packed}">')
        parts.append(form(carried, writer.button(_("Import good rows"))))
    parts += amiss(writer, [problem_text(problem, heading) for problem in findings.problems])
    if findings.ignored:
        parts.append(writer.line(ignored_text(findings.ignored)))
    return writer.page(_TITLE, *parts, *begin(writer, _own(request)))


def _brought(count: int) -> Text:
    return n_("{count} entry is in the directory now.", "{count} entries are in the directory now.", count)


def _unpacked(carried: bytes) -> bytes:
    try:
        return base64.b64decode(carried, validate=True)
    except binascii.Error:
        raise web.HTTPBadRequest(headers=HEADERS) from None


def _own(request: web.Request) -> str:
    return f"/directory/{quote(request.match_info['word'], safe='')}"

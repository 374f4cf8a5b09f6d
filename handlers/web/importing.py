"""The page on which a coordinator brings in a spreadsheet: look, confirm, watch, undo."""

from urllib.parse import quote

from aiohttp import BodyPartReader, ClientError, web

from chatbot.bootstrap import Chatbot
from chatbot.hearings.exporting import template
from chatbot.hearings.importing.messages import good_text, problem_text, progress
from chatbot.hearings.importing.model import Findings, Import, State
from chatbot.hearings.importing.refusals import NoSuchImport
from chatbot.kit.i18n import LANGUAGES, Text, _, n_
from chatbot.kit.refusal import Refusal
from chatbot.kit.tables import LARGEST, MOST_ROWS, TooLong, counted, ignored_text
from chatbot.people.model import Person
from handlers.web.page import HEADERS, Html, Writer, form

SAMPLES = 8
"""Good rows that are shown in words, so that a day read wrongly is seen."""

PROBLEMS = 200
"""Wrong rows that are named; whoever has more mends these first."""

WORD = 64
"""Bytes of the answer that a button gives."""


class ImportPage:
    """Everything happens behind one secret address, given to one coordinator for one import."""

    def __init__(self, chatbot: Chatbot) -> None:
        self._chatbot = chatbot

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/import/{secret}", self.opened),
            web.post("/import/{secret}", self.sent),
            web.get("/import/{secret}/template.csv", self.template_asked),
        ]

    async def opened(self, request: web.Request) -> web.Response:
        """The import as it stands."""
        try:
            found, person = await self._chatbot.imports.behind(request.match_info["secret"])
        except NoSuchImport as refusal:
            return self._gone(request, refusal)
        return self._shown(self._writer(person), found, _own(request))

    async def sent(self, request: web.Request) -> web.Response:
        """A file, or a button. Whoever it is may be told no: it is decided anew, each time."""
        try:
            found, person = await self._chatbot.imports.behind(request.match_info["secret"])
        except NoSuchImport as refusal:
            return self._gone(request, refusal)
        writer = self._writer(person)
        try:
            pressed, content = await _received(request)
            if content is not None:
                findings = await self._chatbot.imports.look(found.id, content, by=person)
                return _looked_at(writer, findings, _own(request))
            await self._pressed(pressed, found, person)
        except Refusal as refusal:
            return self._shown(writer, found, _own(request), said=refusal.sentence)
        raise web.HTTPSeeOther(_own(request), headers=HEADERS)

    async def _pressed(self, pressed: str, found: Import, person: Person) -> None:
        match pressed:
            case "all" | "good":
                await self._chatbot.imports.confirm(found.id, only_good=pressed == "good", by=person)
            case "undo":
                await self._chatbot.imports.undo(found.id, by=person)

    async def template_asked(self, request: web.Request) -> web.Response:
        """The headings in the reader's language, to be filled in."""
        try:
            _import, person = await self._chatbot.imports.behind(request.match_info["secret"])
        except NoSuchImport as refusal:
            return self._gone(request, refusal)
        places = await self._chatbot.places.listed(person.team_id)
        text = template(self._writer(person).say, places[0].name if places else "", self._chatbot.clock.now().date())
        headers = {**HEADERS, "Content-Disposition": 'attachment; filename="hearings.csv"'}
        return web.Response(body=text.encode("utf-8-sig"), headers=headers, content_type="text/csv", charset="utf-8")

    def _shown(self, writer: Writer, found: Import, address: str, *, said: Text | None = None) -> web.Response:
        news = [writer.line(said, "said amiss")] if said else []
        match found.state:
            case State.RUNNING | State.UNDOING:
                total = max(found.total, 1)
                bar = Html(f'<progress max="{total}" value="{found.looked}"></progress>')
                live = Html(f'<div role="status">{writer.line(progress(found))}{bar}</div>')
                leave = writer.line(_("You may close this page; it goes on by itself."))
                return writer.page(_("Import hearings"), *news, live, leave, again=2)
            case State.DONE | State.UNDONE:
                undo = form(writer.button(_("Undo the import"), name="press", value="undo", quiet=True))
                why = writer.line(_("While nobody has signed up, the whole import can be undone."))
                undoing = (why, undo) if found.may_undo else ()
                return writer.page(_("Import hearings"), *news, writer.line(progress(found), "said"), *undoing)
            case State.READY:
                confirm = _confirm(writer, found.total, found.bad)
                counts = writer.line(counted(found.total, found.bad), "said")
                return writer.page(_("Import hearings"), *news, counts, confirm, *_begin(writer, address))
            case _:
                return writer.page(_("Import hearings"), *news, *_begin(writer, address))

    def _gone(self, request: web.Request, refusal: NoSuchImport) -> web.Response:
        wanted = request.headers.get("Accept-Language", "")[:2].lower()
        writer = Writer(self._chatbot.catalogues.tongue(wanted if wanted in LANGUAGES else "en"))
        return writer.page(_("Import hearings"), writer.line(refusal.sentence), status=404)

    def _writer(self, person: Person) -> Writer:
        return Writer(self._chatbot.catalogues.tongue(person.language))


def _looked_at(writer: Writer, findings: Findings, address: str) -> web.Response:
    """What was found, and what can be done about it. Nothing has been written down yet."""
    samples = [good_text(good, findings) for good in findings.good[:SAMPLES]]
    problems = [problem_text(problem) for problem in findings.problems]
    more = len(problems) - PROBLEMS
    parts = [
        writer.line(counted(len(findings.good), findings.bad), "said"),
        writer.line(_("Nothing is imported yet.")),
        _confirm(writer, len(findings.good), findings.bad),
    ]
    if problems:
        parts += [writer.heading(_("What to mend")), writer.listed(problems[:PROBLEMS], "amiss")]
    if more > 0:
        parts.append(writer.line(n_("And {count} more.", "And {count} more.", more)))
    if samples:
        parts += [writer.heading(_("How I read it")), writer.listed(samples)]
    if findings.ignored:
        parts.append(writer.line(ignored_text(findings.ignored)))
    return writer.page(_("Import hearings"), *parts, *_begin(writer, address))


def _confirm(writer: Writer, good: int, bad: int) -> Html:
    if not good:
        return Html("")
    label = n_("Import {count} hearing", "Import {count} hearings", good)
    if bad:
        label = n_("Import only the good row", "Import only the {count} good rows", good)
    return form(writer.button(label, name="press", value="good" if bad else "all"))


def _begin(writer: Writer, address: str) -> list[Html]:
    """The way in. `address` is the page's own: a secret in the letters of base64, alive to nobody."""
    label = writer.label(_("CSV file"), "file")
    chosen = Html('<input id="file" type="file" name="file" accept=".csv,.tsv,.txt,text/csv" required>')
    return [
        form(label, chosen, writer.button(_("Look at the file"), quiet=True)),
        writer.line(_("First I only look at it. The file goes from here to Alongside; Slack never gets it.")),
        writer.link(_("A template to fill in"), f"{address}/template.csv"),
    ]


def _own(request: web.Request) -> str:
    return f"/import/{quote(request.match_info['secret'], safe='')}"


async def _received(request: web.Request) -> tuple[str, bytes | None]:
    """The button that was pressed, or the content of the file. Raises `TooLong` before it has read too much."""
    if not request.content_type.startswith("multipart/"):
        return "", None
    try:
        return await _parts(request)
    except (ValueError, EOFError, ClientError):
        raise web.HTTPBadRequest(headers=HEADERS) from None  # no form of ours, or one that broke off


async def _parts(request: web.Request) -> tuple[str, bytes | None]:
    pressed, content = "", None
    async for part in await request.multipart():
        if isinstance(part, BodyPartReader) and part.name == "file":
            content = await _bounded(part, LARGEST)
        elif isinstance(part, BodyPartReader) and part.name == "press":
            pressed = (await _bounded(part, WORD)).decode("ascii", "replace")
    return pressed, content


async def _bounded(part: BodyPartReader, most: int) -> bytes:
    found = bytearray()
    while chunk := await part.read_chunk():
        found += chunk
        if len(found) > most:
            raise TooLong(MOST_ROWS)
    return bytes(found)

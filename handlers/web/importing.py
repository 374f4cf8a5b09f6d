"""The page on which a coordinator brings in a spreadsheet: look, confirm, watch, undo."""

from urllib.parse import quote

from aiohttp import web

from chatbot.bootstrap import Chatbot
from chatbot.hearings.exporting import template
from chatbot.hearings.importing.messages import good_text, problem_text, progress
from chatbot.hearings.importing.model import Findings, Import, State
from chatbot.kit.i18n import Text, _, n_
from chatbot.kit.refusal import Refusal
from chatbot.kit.tables import LARGEST, counted, ignored_text
from chatbot.people.model import Person
from handlers.web.page import HEADERS, Handler, Html, Writer, form
from handlers.web.sheets import WORD, Page, amiss, begin, behind, csv_file, received

SAMPLES = 8
"""Good rows that are shown in words, so that a day read wrongly is seen."""

Behind = tuple[Import, Person]
"""What an address leads to: the import, and whose it is."""


class ImportPage:
    """Everything happens behind one secret address, given to one coordinator for one import."""

    def __init__(self, chatbot: Chatbot) -> None:
        self._chatbot = chatbot

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/import/{secret}", self._behind(self.opened)),
            web.post("/import/{secret}", self._behind(self.sent)),
            web.get("/import/{secret}/template.csv", self._behind(self.template_asked)),
        ]

    def _behind(self, page: Page[Behind]) -> Handler:
        return behind(
            lambda request: self._chatbot.imports.behind(request.match_info["secret"]),
            page,
            title=_("Import hearings"),
            catalogues=self._chatbot.catalogues,
        )

    async def opened(self, request: web.Request, led_to: Behind) -> web.Response:
        """The import as it stands."""
        found, person = led_to
        return self._shown(self._writer(person), found, _own(request))

    async def sent(self, request: web.Request, led_to: Behind) -> web.Response:
        """A file, or a button. Whoever it is may be told no: it is decided anew, each time."""
        found, person = led_to
        writer = self._writer(person)
        try:
            parts = await received(request, {"file": LARGEST, "press": WORD})
            content = parts.get("file")
            if content is not None:
                findings = await self._chatbot.imports.look(found.id, content, by=person)
                return _looked_at(writer, findings, _own(request))
            await self._pressed(parts.get("press", b"").decode("ascii", "replace"), found, person)
        except Refusal as refusal:
            return self._shown(writer, found, _own(request), said=refusal.sentence)
        raise web.HTTPSeeOther(_own(request), headers=HEADERS)

    async def _pressed(self, pressed: str, found: Import, person: Person) -> None:
        match pressed:
            case "all" | "good":
                await self._chatbot.imports.confirm(found.id, only_good=pressed == "good", by=person)
            case "undo":
                await self._chatbot.imports.undo(found.id, by=person)

    async def template_asked(self, request: web.Request, led_to: Behind) -> web.Response:  # noqa: ARG002
        """The headings in the reader's language, to be filled in."""
        _import, person = led_to
        places = await self._chatbot.places.listed(person.team_id)
        text = template(self._writer(person).say, places[0].name if places else "", self._chatbot.clock.now().date())
        return csv_file(text, "hearings.csv")

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
                return writer.page(_("Import hearings"), *news, counts, confirm, *begin(writer, address))
            case _:
                return writer.page(_("Import hearings"), *news, *begin(writer, address))

    def _writer(self, person: Person) -> Writer:
        return Writer(self._chatbot.catalogues.tongue(person.language))


def _looked_at(writer: Writer, findings: Findings, address: str) -> web.Response:
    """What was found, and what can be done about it. Nothing has been written down yet."""
    samples = [good_text(good, findings) for good in findings.good[:SAMPLES]]
    parts = [
        writer.line(counted(len(findings.good), findings.bad), "said"),
        writer.line(_("Nothing is imported yet.")),
        _confirm(writer, len(findings.good), findings.bad),
        *amiss(writer, [problem_text(problem) for problem in findings.problems]),
    ]
    if samples:
        parts += [writer.heading(_("How I read it")), writer.listed(samples)]
    if findings.ignored:
        parts.append(writer.line(ignored_text(findings.ignored)))
    return writer.page(_("Import hearings"), *parts, *begin(writer, address))


def _confirm(writer: Writer, good: int, bad: int) -> Html:
    if not good:
        return Html("")
    label = n_("Import {count} hearing", "Import {count} hearings", good)
    if bad:
        label = n_("Import only the good row", "Import only the {count} good rows", good)
    return form(writer.button(label, name="press", value="good" if bad else "all"))


def _own(request: web.Request) -> str:
    return f"/import/{quote(request.match_info['secret'], safe='')}"

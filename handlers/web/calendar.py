"""Calendars by secret address: the feed that programs follow, and the page from which a telephone takes it."""

from html import escape
from urllib.parse import quote

from aiohttp import web

from chatbot.bootstrap import Chatbot
from chatbot.calendars.refusals import NoSuchCalendar
from chatbot.kit.i18n import _
from chatbot.kit.secret import fingerprint
from handlers.web.limits import Limit
from handlers.web.page import HEADERS, Html, Writer, stranger

FEEDS_AN_HOUR = 60
"""For one address; programs ask a few times a day, the eager ones every minute."""

MISSES_A_MINUTE = 30
"""For one place on the network: addresses that lead nowhere. A secret of 256 bits is not guessed at any pace."""


class CalendarPages:
    """Nothing here asks who it is: whoever has the address may read along, and that is codes, times and places."""

    def __init__(self, chatbot: Chatbot) -> None:
        self._chatbot = chatbot
        self._feeds = Limit(FEEDS_AN_HOUR, 3600)
        self._misses = Limit(MISSES_A_MINUTE, 60)

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/calendar/{secret}.ics", self.followed),
            web.get("/calendar/{secret}", self.opened),
        ]

    async def followed(self, request: web.Request) -> web.Response:
        """The calendar, as it stands now."""
        secret = request.match_info["secret"]
        if wait := self._feeds.wait(fingerprint(secret)):
            return _later(wait)
        try:
            text = await self._chatbot.calendars.feed(secret)
        except NoSuchCalendar:
            return self._missed(request) or web.Response(status=404, headers=HEADERS)
        headers = {**HEADERS, "Content-Disposition": 'inline; filename="alongside.ics"'}
        return web.Response(body=text.encode(), headers=headers, content_type="text/calendar", charset="utf-8")

    async def opened(self, request: web.Request) -> web.Response:
        """For whoever pressed the button in Slack: one more button, and the address to copy."""
        secret = request.match_info["secret"]
        try:
            person = await self._chatbot.calendars.reader(secret)
        except NoSuchCalendar as refusal:
            writer = stranger(request, self._chatbot.catalogues)
            page = writer.page(_("Your calendar"), writer.line(refusal.sentence), status=404)
            return self._missed(request) or page
        writer = Writer(self._chatbot.catalogues.tongue(person.language))
        feed = f"{self._chatbot.address.of('calendar')}/{quote(secret, safe='')}.ics"
        webcal = f"webcal://{feed.partition('://')[2]}"
        box = f'<input id="address" type="text" readonly value="{escape(feed)}">'
        return writer.page(
            _("Your calendar"),
            writer.line(_("Codes, days, hours and places of what you signed up for; never a name.")),
            writer.link(_("Open in my calendar"), webcal, kind="button"),
            writer.label(_("Or copy this address into your calendar program, as a calendar by URL"), "address"),
            Html(box),
            writer.line(_("In Google Calendar: on a computer, Other calendars, From URL. Your phone follows.")),
            writer.line(_("Keep it to yourself. A new one can be made in Slack; this one then stops working.")),
        )

    def _missed(self, request: web.Request) -> web.Response | None:
        wait = self._misses.wait(request.remote or "")
        return _later(wait) if wait else None


def _later(seconds: int) -> web.Response:
    return web.Response(status=429, headers={**HEADERS, "Retry-After": str(seconds)})

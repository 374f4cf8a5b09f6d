"""The bot's own pages: few, plain, behind secret addresses, without scripts and without anything from elsewhere."""

from collections.abc import Callable

from aiohttp import web

from chatbot.bootstrap import Chatbot
from chatbot.kit.i18n import _
from handlers.web.calendar import CalendarPages
from handlers.web.importing import ImportPage
from handlers.web.page import Handler, Writer
from handlers.web.resources import ResourcesPage

WriteDown = Callable[[BaseException, str], str]
"""Notes a mistake of ours without a word anyone typed, and returns its number."""


def routes(chatbot: Chatbot, write_down: WriteDown) -> list[web.RouteDef]:
    """Every page there is; a mistake of ours is an apology with a number, on a page as in Slack."""
    pages = [*ImportPage(chatbot).routes(), *CalendarPages(chatbot).routes(), *ResourcesPage(chatbot).routes()]

    def guarded(handler: Handler) -> Handler:
        async def opened(request: web.Request) -> web.StreamResponse:
            try:
                return await handler(request)
            except web.HTTPException:
                raise
            except Exception as mistake:  # noqa: BLE001 - the last guard
                reference = write_down(mistake, "page")
                writer = Writer(chatbot.catalogues.tongue("en"))
                sorry = _("Something went wrong on my side. The number of it is {reference}.", reference=reference)
                return writer.page(_("Sorry"), writer.line(sorry), status=500)

        return opened

    return [web.RouteDef(one.method, one.path, guarded(one.handler), one.kwargs) for one in pages]

"""The addresses of the practice workspace, and who may come in: programs and pages of this very machine."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web

from handlers.practice.api_door import ApiDoor
from handlers.practice.backstage import Backstage
from handlers.practice.hooks_door import Hall
from handlers.practice.page_socket import PageDoor
from handlers.practice.socket_mode import SocketRoad

PAGE = Path(__file__).parent / "page"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
POLL = 25.0
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def application(slack: Backstage, api: ApiDoor, hall: Hall, sockets: SocketRoad, page: PageDoor) -> web.Application:
    app = web.Application(middlewares=[_only_from_here], client_max_size=25_000_000)
    files = FileDoor(slack)
    app.router.add_route("*", "/api/{method}", api.handle)
    app.router.add_get("/socket/{ticket}", sockets.handle)
    app.router.add_post("/hooks/{secret}", hall.handle)
    app.router.add_post("/upload/{secret}", files.upload)
    app.router.add_get("/files/{id}", files.download)
    app.router.add_get("/practice/page", page.handle)
    app.router.add_get("/practice/clock", files.clock)
    app.router.add_get("/", _index)
    if PAGE.is_dir():
        app.router.add_static("/static/", PAGE)
    return app


class FileDoor:
    """Uploads, downloads, and the clock for those who follow it."""

    def __init__(self, slack: Backstage) -> None:
        self._slack = slack

    async def upload(self, request: web.Request) -> web.Response:
        upload = self._slack.uploads.by_secret(request.match_info["secret"])
        if upload is None:
            return web.Response(status=404, text="no such upload")
        upload.content = await _content(request)
        if len(upload.content) != upload.length:
            return web.Response(status=400, text="the length is not the one announced")
        return web.Response(text=f"OK - {upload.length}")

    async def download(self, request: web.Request) -> web.Response:
        found = self._slack.workspace.files.get(request.match_info["id"])
        if found is None:
            return web.Response(status=404)
        file, content = found
        headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
        return web.Response(body=content, content_type=file["mimetype"], headers=headers)

    async def clock(self, request: web.Request) -> web.Response:
        seen = request.query.get("seen", "")
        await self._slack.clock.follow(int(seen) if seen.isdigit() else None, POLL)
        clock = self._slack.clock
        return web.json_response({"version": clock.version, "offset": clock.offset, "now": clock.seconds()})


async def _content(request: web.Request) -> bytes:
    """The body itself, or the first file of a form."""
    if not request.content_type.startswith("multipart/"):
        return await request.read()
    for field in (await request.post()).values():
        if isinstance(field, web.FileField):
            return field.file.read()
    return b""


async def _index(_: web.Request) -> web.StreamResponse:
    if not (PAGE / "index.html").is_file():
        return web.Response(text="The practice workspace is running. Its page is not installed.")
    return web.FileResponse(PAGE / "index.html", headers={"Cache-Control": "no-store"})


@web.middleware
async def _only_from_here(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A foreign Host is another site's name bound to this machine; a foreign Origin is another site's page."""
    host, origin = request.headers.get("Host", ""), request.headers.get("Origin")
    if _name_of(host) not in LOOPBACK:
        return web.Response(status=403, text="only from this machine")
    if origin is not None and origin != f"http://{host}":
        return web.Response(status=403, text="only from its own page")
    return await handler(request)


def _name_of(host: str) -> str | None:
    try:
        return urlsplit(f"//{host}").hostname
    except ValueError:
        return None

"""The HTTP side: Slack's requests behind the gate, and the health of the bot, served in either mode."""

from collections.abc import Awaitable, Callable, Iterable

from aiohttp import web
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest

from chatbot.kit.clock import machine_seconds
from handlers.slack.errors import write_down
from handlers.slack.gate import LARGEST, lets_in

Ready = Callable[[], Awaitable[dict[str, bool]]]
"""What must be true for the bot to do its work, by name."""


def make_site(
    bolt: AsyncApp,
    *,
    secret: str | None,
    ready: Ready,
    pages: Iterable[web.RouteDef] = (),
    now: Callable[[], float] = machine_seconds,
) -> web.Application:
    """The routes, with those of our own `pages`. `POST /slack/events` exists only with a signing secret."""
    site = web.Application(client_max_size=LARGEST)

    async def events(request: web.Request) -> web.Response:
        body = await request.read()
        headers = {name.lower(): request.headers.getall(name) for name in request.headers}
        if secret is None or not lets_in(secret, headers, body, now=now()):
            return web.Response(status=401)
        try:
            asked = AsyncBoltRequest(body=body.decode("utf-8"), query=request.query_string, headers=dict(headers))
            answer = await bolt.async_dispatch(asked)
        except Exception as mistake:  # noqa: BLE001 - signed, but of a shape Slack never sends: Bolt trips over it
            write_down(mistake, "events")
            return web.Response(status=400)
        kind = answer.first_headers().get("content-type", "text/plain")
        status = 400 if answer.status >= 500 else answer.status  # Bolt caught itself tripping
        return web.Response(status=status, body=answer.body.encode(), headers={"content-type": kind})

    async def healthz(_: web.Request) -> web.Response:
        return web.json_response({"ok": True})

    async def readyz(_: web.Request) -> web.Response:
        facts = await ready()
        ok = all(facts.values())
        return web.json_response({"ok": ok, **facts}, status=200 if ok else 503)

    if secret is not None:
        site.router.add_post("/slack/events", events)
    site.router.add_get("/healthz", healthz)
    site.router.add_get("/readyz", readyz)
    site.router.add_routes(pages)
    return site

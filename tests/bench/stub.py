"""`python -m tests.bench.stub PORT`: the least a bot needs of Slack, so that what is measured is the bot."""

import sys

from aiohttp import web

from chatbot.kit.clock import machine_seconds

TEAM, BOT = "T0BENCH", "U0BOT"

_calls: list[tuple[float, str, str]] = []
"""When, what, and with which body, since somebody last said `DELETE /calls`; at most so many."""

_MOST = 2_000


async def method(request: web.Request) -> web.Response:
    """Every Web API method says yes."""
    await _note(request, request.match_info["method"])
    answers: dict[str, dict[str, object]] = {
        "auth.test": {"team_id": TEAM, "user_id": BOT, "bot_id": "B0BOT", "team": "Bench", "user": "alongside"},
        "users.list": {"members": []},
        "conversations.open": {"channel": {"id": "D0BENCH"}},
    }
    answer = answers.get(request.match_info["method"], {"ts": "1700000000.000100", "channel": "C0CARDS"})
    return web.json_response({"ok": True, **answer})


async def answered(request: web.Request) -> web.Response:
    """A `response_url`."""
    await _note(request, "response_url")
    return web.Response(text="ok")


async def _note(request: web.Request, what: str) -> None:
    if len(_calls) < _MOST:
        _calls.append((machine_seconds(), what, await request.text()))


async def calls(_: web.Request) -> web.Response:
    return web.json_response(_calls)


async def forget(_: web.Request) -> web.Response:
    _calls.clear()
    return web.Response()


def main(port: int) -> None:
    site = web.Application()
    site.router.add_route("*", "/api/{method}", method)
    site.router.add_post("/answers/{name}", answered)
    site.router.add_get("/calls", calls)
    site.router.add_delete("/calls", forget)
    web.run_app(site, host="127.0.0.1", port=port, print=None, access_log=None)


if __name__ == "__main__":
    main(int(sys.argv[1]))

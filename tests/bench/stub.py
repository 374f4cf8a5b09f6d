"""`python -m tests.bench.stub PORT`: the least a bot needs of Slack, so that what is measured is the bot."""

import sys

from aiohttp import web

TEAM, BOT = "T0BENCH", "U0BOT"


async def method(request: web.Request) -> web.Response:
    """Every Web API method says yes."""
    answers: dict[str, dict[str, object]] = {
        "auth.test": {"team_id": TEAM, "user_id": BOT, "bot_id": "B0BOT", "team": "Bench", "user": "alongside"},
        "users.list": {"members": []},
        "conversations.open": {"channel": {"id": "D0BENCH"}},
    }
    answer = answers.get(request.match_info["method"], {"ts": "1700000000.000100", "channel": "C0CARDS"})
    return web.json_response({"ok": True, **answer})


async def answered(_: web.Request) -> web.Response:
    """A `response_url`."""
    return web.Response(text="ok")


def main(port: int) -> None:
    site = web.Application()
    site.router.add_route("*", "/api/{method}", method)
    site.router.add_post("/answers/{name}", answered)
    web.run_app(site, host="127.0.0.1", port=port, print=None, access_log=None)


if __name__ == "__main__":
    main(int(sys.argv[1]))

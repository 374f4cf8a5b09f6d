"""`python -m tests.bench.bare PORT API_URL early|late`: a Bolt app as the documentation writes it, that only acks.

`early` answers before the listener has ended, Bolt's default; `late` is Bolt with `process_before_response`.
"""

import sys

from aiohttp import web
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from tests.bench.wire import SECRET, TOKEN


def main(port: int, api_url: str, when: str) -> None:
    app = AsyncApp(
        client=AsyncWebClient(token=TOKEN, base_url=api_url),
        signing_secret=SECRET,
        process_before_response=when == "late",
    )

    async def acked(ack: AsyncAck) -> None:
        await ack()

    app.command("/hearings")(acked)
    app.action("hearings.claim")(acked)
    site = app.web_app(path="/slack/events", port=port)
    web.run_app(site, host="127.0.0.1", port=port, print=None, access_log=None)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3])

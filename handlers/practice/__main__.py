"""`python -m handlers.practice`: the workspace by itself, for a bot that is started by hand."""

import argparse
import asyncio
import sys
from pathlib import Path

from handlers.practice.practice import ACKNOWLEDGE_WITHIN, Practice


def main() -> None:
    wishes = argparse.ArgumentParser(prog="python -m handlers.practice", description=__doc__)
    wishes.add_argument("--port", type=int, default=8765)
    wishes.add_argument("--manifest", type=Path, default=Path("manifest.json"))
    wishes.add_argument("--request-url", help="deliver signed HTTP there instead of Socket Mode")
    wishes.add_argument("--state", type=Path, help="keep the workspace in this file")
    wishes.add_argument("--patience", type=float, default=ACKNOWLEDGE_WITHIN, help="seconds to wait for the bot")
    wish = wishes.parse_args()
    practice = Practice(
        manifest=wish.manifest,
        port=wish.port,
        state_file=wish.state,
        request_url=wish.request_url,
        patience=wish.patience,
    )
    try:
        asyncio.run(_serve(practice))
    except KeyboardInterrupt:
        sys.stdout.write("The practice workspace is closed.\n")


async def _serve(practice: Practice) -> None:
    async with practice:
        # The tokens open nothing but this workspace on this machine, and whoever started it needs them.
        sys.stdout.write(f"The practice workspace is open at {practice.url}/\n\n" + settings_of(practice))
        sys.stdout.flush()
        await asyncio.Event().wait()


def settings_of(practice: Practice) -> str:
    """The lines a bot's environment needs."""
    lines = {"SLACK_API_URL": practice.api_url, "SLACK_BOT_TOKEN": practice.bot_token}
    if practice.request_url is None:
        lines["SLACK_APP_TOKEN"] = practice.app_token
    else:
        lines["SLACK_SIGNING_SECRET"] = practice.signing_secret
    return "".join(f"{name}={value}\n" for name, value in lines.items())


if __name__ == "__main__":
    main()

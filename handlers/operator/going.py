"""How a command runs: until it ends or is told to stop, with whatever is wrong said in one line."""

import asyncio
import gc
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, NoReturn, TypeVar

import aiohttp
import typer
from pydantic import ValidationError
from slack_sdk.errors import SlackApiError

from chatbot.backups.model import BackupFault
from chatbot.bootstrap import Chatbot
from chatbot.kit.clock import Clock
from chatbot.kit.database import DatabaseUnavailableError
from chatbot.kit.dumps import DumpFault
from chatbot.kit.keyring import KeyringFault
from chatbot.kit.logs import configure
from chatbot.kit.refusal import Refusal
from chatbot.migrations import SchemaTooNewError
from chatbot.opening import KeyRingMissingError, open_chatbot
from chatbot.settings import Settings

T = TypeVar("T")

Work = Callable[[Chatbot], Awaitable[tuple[bool, list[str]]]]
"""Something to do with the network: whether all is well, and the lines to print."""


class Stopped(Exception):
    """The work was given up half way because the program was told to stop."""


def go(main: Callable[[asyncio.Event], Awaitable[None]]) -> None:
    """Run until it ends or until SIGTERM or Ctrl+C; faults of the operator's are said in one line.

    Whatever files are made are for this user alone.
    """
    os.umask(0o077)
    gc.freeze()  # what was imported stays
    gc.enable()

    async def going() -> None:
        stop = asyncio.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(name, stop.set)
        await main(stop)

    try:
        asyncio.run(going())
    except Stopped:
        raise typer.Exit(128 + signal.SIGTERM) from None
    except KeyRingMissingError as fault:
        give_up(f"The database holds sealed details, but the key ring {fault} is gone. Bring it back from its copy.")
    except SchemaTooNewError:
        give_up("The database was written by a newer version of Alongside. Update the program first.")
    except SlackApiError as fault:
        give_up(f"Slack refused the token: {fault.response.get('error')}. Run: uv run bot.py check")
    except (BackupFault, DumpFault, KeyringFault, DatabaseUnavailableError, Refusal) as fault:
        give_up(str(fault))
    except (aiohttp.ClientError, OSError) as fault:
        give_up(str(fault) or f"The network gave no answer ({type(fault).__name__}). Run: uv run bot.py check")


async def until(stop: asyncio.Event, work: Coroutine[Any, Any, T]) -> T:
    """What the work leads to. Raises `Stopped` when the program is told to stop before."""
    doing, stopping = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    await asyncio.wait((doing, stopping), return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if not doing.done():
        doing.cancel()
        await asyncio.wait((doing,))
    if doing.cancelled():
        raise Stopped
    return doing.result()


def on_the_network(do: Work, *, whatever_opens: bool = False) -> None:
    """Do something with the network, print the lines it answers, and say by the exit status whether all is well."""
    settings = read_settings()
    configure("ERROR", settings.log_format)

    async def work() -> None:
        chatbot = await open_chatbot(settings, Clock(), whatever_opens=whatever_opens)
        try:
            well, lines = await do(chatbot)
        finally:
            await chatbot.database.stop()
        print("\n".join(lines))
        if not well:
            raise typer.Exit(1)

    go(lambda stop: until(stop, work()))


def read_settings() -> Settings:
    """The settings; what is wrong with them is said in a line each, and the program ends."""
    try:
        return Settings()
    except ValidationError as error:
        for one in error.errors(include_input=False, include_url=False):
            name = str(one["loc"][0]).upper() if one["loc"] else "settings"
            print(f"FAULT {name}: {one['msg'].removeprefix('Value error, ')}", file=sys.stderr)
        raise typer.Exit(2) from None


def give_up(sentence: str) -> NoReturn:
    """Say what is wrong, and end."""
    print(f"FAULT {sentence}", file=sys.stderr)
    raise typer.Exit(1)

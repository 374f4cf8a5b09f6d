"""Alongside's command line: wires settings, core, door and clock together."""

import asyncio
import os
import signal
import sys
import webbrowser
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from pathlib import Path
from typing import Annotated, Any, TypeVar

import aiohttp
import typer
from pydantic import ValidationError
from slack_sdk.errors import SlackApiError
from sqlalchemy.exc import SQLAlchemyError

from chatbot.bootstrap import Chatbot
from chatbot.kit.backlog import backlog
from chatbot.kit.clock import Clock
from chatbot.kit.database import DatabaseUnavailableError
from chatbot.kit.keyring import KeyRing, KeyringFault
from chatbot.kit.logs import configure
from chatbot.kit.refusal import Refusal
from chatbot.migrations import SchemaTooNewError, migrate
from chatbot.opening import KeyRingMissingError, open_chatbot
from chatbot.settings import Settings
from handlers import audit as audits
from handlers import keys as keeping
from handlers import ledger as books
from handlers.desk import Desk
from handlers.importing import import_resources, import_sheet
from handlers.slack.check import findings
from handlers.slack.running import Running

T = TypeVar("T")

Work = Callable[[Chatbot], Awaitable[tuple[bool, list[str]]]]
"""Something to do with the network: whether all is well, and the lines to print."""

cli = typer.Typer(help="Alongside: nobody goes to a hearing alone.", no_args_is_help=False, add_completion=False)
keys = typer.Typer(help="The key ring that seals private details.")
cli.add_typer(keys, name="keys")
ledger = typer.Typer(help="The books.")
cli.add_typer(ledger, name="ledger")
audit = typer.Typer(help="The record of who did what.")
cli.add_typer(audit, name="audit")
resources = typer.Typer(help="The directory of organisations and services.")
cli.add_typer(resources, name="resources")


@cli.callback(invoke_without_command=True)
def default(context: typer.Context) -> None:
    """Start the bot; without Slack settings, its practice workspace."""
    if context.invoked_subcommand is None:
        run()


@cli.command()
def run() -> None:
    """Serve Slack with the tokens in the settings, or open the practice workspace when there are none."""
    settings = _settings()
    if settings.is_practice:
        practice()
        return
    configure(settings.log_level, settings.log_format)
    _go(lambda stop: _serve(settings, stop))


@cli.command()
def practice(
    port: Annotated[int, typer.Option(help="Where the page is shown.")] = 8765,
    *,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
    patience: Annotated[float, typer.Option(help="Seconds this Slack waits for the bot, as in a debugger.")] = 3,
) -> None:
    """Open the practice workspace: the real bot with a small Slack of its own, in the browser."""
    settings = _settings()
    configure("WARNING" if settings.log_level == "INFO" else settings.log_level, settings.log_format)

    def shown(url: str) -> None:
        print(f"\n  Alongside is ready:  {url}\n\n  Ctrl+C stops it.\n", flush=True)
        if browser and sys.stdout.isatty():
            webbrowser.open(url)

    _go(lambda stop: Desk(settings, port=port, patience=patience, shown=shown).serve(stop))


@cli.command()
def check() -> None:
    """Look whether everything is in place, and say in one line what to do about each thing that is not."""
    settings = _settings()
    configure("ERROR", settings.log_format)

    async def look() -> bool:
        well = True
        async for finding in findings(settings):
            print(f"ok    {finding.what}" if finding.is_fine else f"FAULT {finding.what}: {finding.remedy}")
            well = well and finding.is_fine
        return well

    if not asyncio.run(look()):
        raise typer.Exit(1)


@cli.command(name="outbox")
def what_waits() -> None:
    """Show what waits to be said and why: numbers, kinds and codes, no text and no names. It only reads."""
    settings = _settings()
    configure("ERROR", settings.log_format)

    async def look() -> None:
        try:
            async for line in backlog(settings.database_url.get_secret_value(), Clock()):
                print(line)
        except SQLAlchemyError as fault:
            _give_up(f"The database cannot be read ({type(fault).__name__}). Run: uv run bot.py check")

    _go(lambda stop: _until(stop, look()))


@keys.command()
def init() -> None:
    """Make the key ring file, readable by this user alone."""
    path = _settings().keyring_file
    try:
        KeyRing.create(path)
    except KeyringFault as fault:
        _give_up(str(fault))
    print(f"Made {path}. Keep a copy somewhere safe, apart from the backups of the database.")


@keys.command(name="list")
def list_keys() -> None:
    """Show each key, how many private details it seals, and the keys that are missing."""
    _on_the_network(keeping.listed, whatever_opens=True)


@keys.command()
def rotate(
    *,
    give_up: Annotated[bool, typer.Option("--give-up", help="Empty what no key opens any more.")] = False,
) -> None:
    """Make a new key, seal every private detail anew under it, and destroy all other keys: for when a key got out."""
    _on_the_network(partial(keeping.rotate, give_up=give_up), whatever_opens=True)


@cli.command(name="migrate")
def bring_up() -> None:
    """Bring the database to the newest schema. The bot also does this itself when it starts."""
    settings = _settings()
    _go(lambda stop: _until(stop, migrate(settings.database_url.get_secret_value())))
    print("The database has the newest schema.")


Sheet = Annotated[Path, typer.Argument(help="A CSV file with headings.", exists=True, dir_okay=False)]
Coordinator = Annotated[str, typer.Option(help="The Slack id of the coordinator who imports it.")]
Write = Annotated[bool, typer.Option("--write", help="Really import; without it the file is only read.")]
Import = Callable[..., Awaitable[tuple[bool, list[str]]]]


@cli.command(name="import")
def bring_in(file: Sheet, by: Coordinator, *, write: Write = False) -> None:
    """Read hearings from a spreadsheet. Nothing is written unless every row is good and --write is given."""
    _bring_in(import_sheet, file, by, write=write)


@resources.command(name="import")
def bring_in_resources(file: Sheet, by: Coordinator, *, write: Write = False) -> None:
    """Read organisations and services from a spreadsheet, in the same way."""
    _bring_in(import_resources, file, by, write=write)


def _bring_in(work: Import, file: Path, by: str, *, write: bool) -> None:
    settings, content = _settings(), file.read_bytes()
    configure("ERROR", settings.log_format)

    async def read() -> None:
        well, lines = await _asked(settings, partial(work, content=content, account=by, write=write))
        if not well:
            _give_up("\n".join(lines))
        print("\n".join(lines))

    _go(lambda stop: _until(stop, read()))


@ledger.command(name="verify")
def verify_books(
    head: Annotated[str | None, typer.Option(help="A head of the books from an earlier report: 41:5d69a3d4.")] = None,
) -> None:
    """Look through every entry of the books: the chain of hashes, the sums, and that no account is below zero."""
    _on_the_network(partial(books.verify, head=head))


@audit.command(name="verify")
def verify_audit(
    head: Annotated[str | None, typer.Option(help="A head of the audit from an earlier report: 41:5d69a3d4.")] = None,
) -> None:
    """Look through every line of the audit: whether one was changed, removed or slipped in."""
    _on_the_network(partial(audits.verify, head=head))


def _on_the_network(do: Work, *, whatever_opens: bool = False) -> None:
    """Do something with the network, print the lines it answers, and say by the exit status whether all is well."""
    settings = _settings()
    configure("ERROR", settings.log_format)

    async def work() -> None:
        well, lines = await _asked(settings, do, whatever_opens=whatever_opens)
        print("\n".join(lines))
        if not well:
            raise typer.Exit(1)

    _go(lambda stop: _until(stop, work()))


async def _asked(settings: Settings, do: Work, *, whatever_opens: bool = False) -> tuple[bool, list[str]]:
    """Open the network, do something with it, and close it again."""
    chatbot = await open_chatbot(settings, Clock(), whatever_opens=whatever_opens)
    try:
        return await do(chatbot)
    finally:
        await chatbot.database.stop()


async def _serve(settings: Settings, stop: asyncio.Event) -> None:
    chatbot = await _until(stop, open_chatbot(settings, Clock()))
    running = Running(settings, chatbot)
    try:
        await _until(stop, running.start())
        await stop.wait()
    finally:
        await running.stop()
        await chatbot.database.stop()


class _Stopped(Exception):
    """The work was given up half way because the program was told to stop."""


async def _until(stop: asyncio.Event, work: Coroutine[Any, Any, T]) -> T:
    """What the work leads to. Raises `_Stopped` when the program is told to stop before."""
    doing, stopping = asyncio.ensure_future(work), asyncio.ensure_future(stop.wait())
    await asyncio.wait((doing, stopping), return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if not doing.done():
        doing.cancel()
        await asyncio.wait((doing,))
    if doing.cancelled():
        raise _Stopped
    return doing.result()


def _go(main: Callable[[asyncio.Event], Awaitable[None]]) -> None:
    """Run until it ends or until SIGTERM or Ctrl+C; faults of the operator's are said in one line.

    Whatever files are made are for this user alone.
    """
    os.umask(0o077)

    async def going() -> None:
        stop = asyncio.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(name, stop.set)
        await main(stop)

    try:
        asyncio.run(going())
    except _Stopped:
        raise typer.Exit(128 + signal.SIGTERM) from None
    except KeyRingMissingError as fault:
        _give_up(f"The database holds sealed details, but the key ring {fault} is gone. Bring it back from its copy.")
    except SchemaTooNewError:
        _give_up("The database was written by a newer version of Alongside. Update the program first.")
    except SlackApiError as fault:
        _give_up(f"Slack refused the token: {fault.response.get('error')}. Run: uv run bot.py check")
    except (KeyringFault, DatabaseUnavailableError, Refusal) as fault:
        _give_up(str(fault))
    except (aiohttp.ClientError, OSError) as fault:
        _give_up(str(fault) or f"The network gave no answer ({type(fault).__name__}). Run: uv run bot.py check")


def _settings() -> Settings:
    try:
        return Settings()
    except ValidationError as error:
        for one in error.errors(include_input=False, include_url=False):
            name = str(one["loc"][0]).upper() if one["loc"] else "settings"
            print(f"FAULT {name}: {one['msg'].removeprefix('Value error, ')}", file=sys.stderr)
        raise typer.Exit(2) from None


def _give_up(sentence: str) -> None:
    print(f"FAULT {sentence}", file=sys.stderr)
    raise typer.Exit(1)


if __name__ == "__main__":
    cli()

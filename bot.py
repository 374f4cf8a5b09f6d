"""Alongside's command line: wires settings, core, door and clock together."""

import gc

if __name__ == "__main__":
    gc.disable()  # until it runs: what is imported stays, and looking through it for garbage is a fifth of the start

import asyncio
import sys
import webbrowser
from typing import Annotated

import typer

from chatbot.kit.clock import Clock
from chatbot.kit.logs import configure
from chatbot.opening import open_chatbot
from chatbot.settings import Settings
from handlers.operator import audit, backups, keys, ledger, outbox, schema, sheets
from handlers.operator.going import go, read_settings, until
from handlers.slack.check import findings
from handlers.slack.running import Running

cli = typer.Typer(help="Alongside: nobody goes to a hearing alone.", no_args_is_help=False, add_completion=False)


@cli.callback(invoke_without_command=True)
def default(context: typer.Context) -> None:
    """Start the bot; without Slack settings, its practice workspace."""
    if context.invoked_subcommand is None:
        run()


@cli.command()
def run() -> None:
    """Serve Slack with the tokens in the settings, or open the practice workspace when there are none."""
    settings = read_settings()
    if settings.is_practice:
        practice()
        return
    configure(settings.log_level, settings.log_format)
    go(lambda stop: _serve(settings, stop))


@cli.command()
def practice(
    port: Annotated[int, typer.Option(help="Where the page is shown.")] = 8765,
    *,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
    patience: Annotated[float, typer.Option(help="Seconds this Slack waits for the bot, as in a debugger.")] = 3,
) -> None:
    """Open the practice workspace: the real bot with a small Slack of its own, in the browser."""
    from handlers.desk import Desk  # noqa: PLC0415 - a bot that serves a network starts without the practice Slack

    settings = read_settings()
    configure("WARNING" if settings.log_level == "INFO" else settings.log_level, settings.log_format)

    def shown(url: str) -> None:
        print(f"\n  Alongside is ready:  {url}\n\n  Ctrl+C stops it.\n", flush=True)
        if browser and sys.stdout.isatty():
            webbrowser.open(url)

    go(lambda stop: Desk(settings, port=port, patience=patience, shown=shown).serve(stop))


@cli.command()
def check() -> None:
    """Look whether everything is in place, and say in one line what to do about each thing that is not."""
    settings = read_settings()
    configure("ERROR", settings.log_format)

    async def look() -> bool:
        well = True
        async for finding in findings(settings):
            print(f"ok    {finding.what}" if finding.is_fine else f"FAULT {finding.what}: {finding.remedy}")
            well = well and finding.is_fine
        return well

    if not asyncio.run(look()):
        raise typer.Exit(1)


cli.command(name="outbox")(outbox.what_waits)
cli.command(name="migrate")(schema.bring_up)
cli.command(name="backup")(backups.back_up_network)
cli.command(name="restore")(backups.bring_back)
cli.command(name="import")(sheets.bring_in)
cli.add_typer(keys.commands, name="keys")
cli.add_typer(ledger.commands, name="ledger")
cli.add_typer(audit.commands, name="audit")
cli.add_typer(sheets.resources, name="resources")


async def _serve(settings: Settings, stop: asyncio.Event) -> None:
    chatbot = await until(stop, open_chatbot(settings, Clock()))
    running = Running(settings, chatbot)
    try:
        await until(stop, running.start())
        await stop.wait()
    finally:
        await running.stop()
        await chatbot.database.stop()


if __name__ == "__main__":
    cli()

"""`bot.py backup` and `bot.py restore`."""

from pathlib import Path
from typing import Annotated

import typer

from chatbot.backups.making import back_up
from chatbot.backups.model import Manifest, Restored
from chatbot.backups.restoring import restore
from chatbot.kit.clock import Clock
from chatbot.kit.logs import configure
from handlers.operator.going import go, read_settings, until

To = Annotated[Path, typer.Argument(help="The file to write; it must not be there yet.")]
From = Annotated[Path, typer.Argument(help="The file that `backup` wrote.")]
Replace = Annotated[bool, typer.Option("--replace", help="Let it take the place of the database that is there.")]
Hold = Annotated[bool, typer.Option("--hold", help="Set a legal hold in it before anything is forgotten.")]


def back_up_network(file: To) -> None:
    """Write the network into one file, while the bot runs or not. The keys are not in it: copy them by themselves."""
    settings = read_settings()
    configure("ERROR", settings.log_format)

    async def work() -> None:
        made = await back_up(settings, Clock(), file)
        print("\n".join(_made(file, made)))
        if not all(made.keys.values()):
            raise typer.Exit(1)

    go(lambda stop: until(stop, work()))


def bring_back(file: From, *, replace: Replace = False, hold: Hold = False) -> None:
    """Bring a backup back, all of it or nothing, with the bot stopped. What it had still to say is not said twice."""
    settings = read_settings()
    configure("ERROR", settings.log_format)

    async def work() -> None:
        restored = await restore(settings, Clock(), file, replace=replace, hold=hold)
        print("\n".join(told(restored)))

    go(lambda stop: until(stop, work()))


def _made(file: Path, made: Manifest) -> list[str]:
    lines = [f"ok    {file}: {sum(made.rows.values())} rows in {len(made.rows)} tables, schema {made.schema_version}."]
    lines += [
        f"FAULT It needs the key {name}, which is not in the ring." for name, known in made.keys.items() if not known
    ]
    if made.keys:
        lines.append(
            f"It opens only with the keys {', '.join(made.keys)}. Keep a copy of the key ring, in another place."
        )
    faults = sum(chains.faults for chains in made.chains.values())
    if faults:
        lines.append(f"FAULT The books or the audit had {faults} faults before. Run: uv run bot.py audit verify")
    return lines


def told(restored: Restored) -> list[str]:
    """What became of it, and what the operator has to do now."""
    made = restored.manifest
    lines = [f"ok    The network is that of {made.day}: {sum(made.rows.values())} rows, every key there."]
    if restored.faults:
        lines.append(f"FAULT The books and the audit have {restored.faults} faults, as they had then.")
    else:
        lines.append("ok    The books and the audit are whole.")
    if not restored.later_is_known:
        lines.append(
            "LOOK  The database of before could not be asked: whoever was erased since is there again. Ask the admins"
            " whom. If a legal hold was set since, restore once more, with --hold."
        )
    if restored.erased:
        lines.append(f"ok    {restored.erased} people who were erased since are erased again.")
    if restored.still_needed:
        lines.append(f"LOOK  {restored.still_needed} people who were erased since are needed here, or a hold stands.")
    if restored.set_aside:
        lines.append(f"{restored.set_aside} messages may have been sent before: coordinators are asked about each.")
    lines += [f"FAULT {name} did not end well; the bot tries again when it runs." for name in restored.failures]
    lines.append("What was done since that moment is not known any more. Start the bot: it tells the coordinators.")
    return lines

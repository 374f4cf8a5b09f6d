"""`bot.py import` and `bot.py resources import`: spreadsheets on the command line."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated

import typer

from chatbot.bootstrap import Chatbot
from chatbot.hearings.importing.messages import problem_text
from chatbot.kit import tables
from chatbot.kit.refusal import Refusal
from chatbot.kit.tables import RowsAmiss
from chatbot.people.refusals import NotAPerson
from chatbot.resources.messages import heading
from handlers.operator.going import give_up, on_the_network

Sheet = Annotated[Path, typer.Argument(help="A CSV file with headings.", exists=True, dir_okay=False)]
Coordinator = Annotated[str, typer.Option(help="The Slack id of the coordinator who imports it.")]
Write = Annotated[bool, typer.Option("--write", help="Really import; without it the file is only read.")]

Import = Callable[..., Awaitable[tuple[bool, list[str]]]]

resources = typer.Typer(help="The directory of organisations and services.")


def bring_in(file: Sheet, by: Coordinator, *, write: Write = False) -> None:
    """Read hearings from a spreadsheet. Nothing is written unless every row is good and --write is given."""
    _bring_in(import_sheet, file, by, write=write)


@resources.command(name="import")
def bring_in_resources(file: Sheet, by: Coordinator, *, write: Write = False) -> None:
    """Read organisations and services from a spreadsheet, in the same way."""
    _bring_in(import_resources, file, by, write=write)


def _bring_in(work: Import, file: Path, by: str, *, write: bool) -> None:
    content = file.read_bytes()

    async def read(chatbot: Chatbot) -> tuple[bool, list[str]]:
        well, lines = await work(chatbot, content, account=by, write=write)
        if not well:
            give_up("\n".join(lines))
        return True, lines

    on_the_network(read)


async def import_sheet(chatbot: Chatbot, content: bytes, *, account: str, write: bool) -> tuple[bool, list[str]]:
    """Whether all is well, and what to print: what was imported, or would be, or which rows cannot be taken and why."""
    say = chatbot.catalogues.tongue("en").say
    person = await chatbot.people.of_account(account)
    if person is None:
        return False, [say(NotAPerson().sentence)]
    try:
        begun, _ = await chatbot.imports.begin(by=person)
        findings = await chatbot.imports.look(begun.id, content, by=person)
        if findings.problems:
            amiss = RowsAmiss(findings.bad).sentence
            return False, [say(amiss), *(say(problem_text(problem)) for problem in findings.problems)]
        if not write:
            return True, [f"All {len(findings.good)} rows are good. Run it again with --write to import them."]
        await chatbot.imports.confirm(begun.id, by=person)
        await chatbot.imports.carry_on_to_the_end()
    except Refusal as refusal:
        return False, [say(refusal.sentence)]
    return True, [f"{len(findings.good)} hearings imported. Their cards are posted while the bot runs."]


async def import_resources(chatbot: Chatbot, content: bytes, *, account: str, write: bool) -> tuple[bool, list[str]]:
    """The same for the directory of organisations."""
    say = chatbot.catalogues.tongue("en").say
    person = await chatbot.people.of_account(account)
    if person is None:
        return False, [say(NotAPerson().sentence)]
    try:
        findings = await chatbot.resource_sheets.look(content, by=person)
        if findings.problems:
            amiss = RowsAmiss(findings.bad).sentence
            return False, [say(amiss), *(say(tables.problem_text(one, heading)) for one in findings.problems)]
        if not write:
            return True, [f"All {len(findings.good)} rows are good. Run it again with --write to import them."]
        count = await chatbot.resource_sheets.bring_in(content, by=person)
    except Refusal as refusal:
        return False, [say(refusal.sentence)]
    return True, [f"{count} entries imported."]

"""`bot.py audit`: looking through the audit."""

from functools import partial
from typing import Annotated

import typer

from chatbot.bootstrap import Chatbot
from handlers.operator.chains import looked_through
from handlers.operator.going import on_the_network

commands = typer.Typer(help="The record of who did what.")


@commands.command(name="verify")
def verify_audit(
    head: Annotated[str | None, typer.Option(help="A head of the audit from an earlier report: 41:5d69a3d4.")] = None,
) -> None:
    """Look through every line of the audit: whether one was changed, removed or slipped in."""
    on_the_network(partial(verify, head=head))


async def verify(chatbot: Chatbot, *, head: str | None) -> tuple[bool, list[str]]:
    """Whether nobody touched the audit of any workspace, and a line about each; `head` is one of an earlier report."""

    async def examine(team_id: str) -> tuple[str, list[str]]:
        verdict = await chatbot.audit.verify(team_id)
        newest = f", {verdict.loose} newer not chained yet" if verdict.loose else ""
        faults = [f"line {line_id} is {fault}" for line_id, fault in verdict.faults]
        return f"{verdict.head.number} lines, head {verdict.head}{newest}", faults

    return await looked_through(chatbot, examine, chatbot.audit.stands, head=head)

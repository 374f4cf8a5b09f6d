"""`bot.py ledger`: looking through the books."""

from functools import partial
from typing import Annotated

import typer

from chatbot.bootstrap import Chatbot
from handlers.operator.chains import looked_through
from handlers.operator.going import on_the_network

commands = typer.Typer(help="The books.")


@commands.command(name="verify")
def verify_books(
    head: Annotated[str | None, typer.Option(help="A head of the books from an earlier report: 41:5d69a3d4.")] = None,
) -> None:
    """Look through every entry of the books: the chain of hashes, the sums, and that no account is below zero."""
    on_the_network(partial(verify, head=head))


async def verify(chatbot: Chatbot, *, head: str | None) -> tuple[bool, list[str]]:
    """Whether the books of every workspace are sound, and a line about each; `head` is one of an earlier report."""

    async def examine(team_id: str) -> tuple[str, list[str]]:
        verdict = await chatbot.ledger.verify(team_id)
        faults = [f"entry {number} is {fault}" for number, fault in verdict.faults]
        sunk = [f"{one.account} of {one.fund or one.party} is below zero" for one in verdict.below_zero]
        return f"{verdict.head.number} entries, head {verdict.head}", [*faults, *sunk]

    return await looked_through(chatbot, examine, chatbot.ledger.stands, head=head)

"""Looking through the books from the command line."""

from chatbot.bootstrap import Chatbot
from handlers.chains import looked_through


async def verify(chatbot: Chatbot, *, head: str | None) -> tuple[bool, list[str]]:
    """Whether the books of every workspace are sound, and a line about each; `head` is one of an earlier report."""

    async def examine(team_id: str) -> tuple[str, list[str]]:
        verdict = await chatbot.ledger.verify(team_id)
        faults = [f"entry {number} is {fault}" for number, fault in verdict.faults]
        sunk = [f"{one.account} of {one.fund or one.party} is below zero" for one in verdict.below_zero]
        return f"{verdict.head.number} entries, head {verdict.head}", [*faults, *sunk]

    return await looked_through(chatbot, examine, chatbot.ledger.stands, head=head)

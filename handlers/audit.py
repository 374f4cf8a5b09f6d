"""Looking through the audit from the command line."""

from chatbot.bootstrap import Chatbot
from handlers.chains import looked_through


async def verify(chatbot: Chatbot, *, head: str | None) -> tuple[bool, list[str]]:
    """Whether nobody touched the audit of any workspace, and a line about each; `head` is one of an earlier report."""

    async def examine(team_id: str) -> tuple[str, list[str]]:
        verdict = await chatbot.audit.verify(team_id)
        newest = f", {verdict.loose} newer not chained yet" if verdict.loose else ""
        faults = [f"line {line_id} is {fault}" for line_id, fault in verdict.faults]
        return f"{verdict.head.number} lines, head {verdict.head}{newest}", faults

    return await looked_through(chatbot, examine, chatbot.audit.stands, head=head)

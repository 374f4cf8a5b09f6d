"""Looking through chains of hashes from the command line: the books and the audit."""

from collections.abc import Awaitable, Callable

from chatbot.bootstrap import Chatbot
from chatbot.kit.chain import Head

Examine = Callable[[str], Awaitable[tuple[str, list[str]]]]
"""What to say of a workspace's chain when all is well, and what is wrong with it."""
Stands = Callable[[str, Head], Awaitable[bool]]


async def looked_through(
    chatbot: Chatbot, examine: Examine, stands: Stands, *, head: str | None
) -> tuple[bool, list[str]]:
    """Whether the chain of every workspace is sound, and a line about each; `head` is one of an earlier report."""
    well, lines, found = True, [], False
    wanted = Head.written(head) if head else None
    for team_id in await chatbot.networks.teams():
        sound, faults = await examine(team_id)
        well = well and not faults
        lines += [f"FAULT {team_id}: {fault}" for fault in faults] or [f"ok    {team_id}: {sound}"]
        found = found or (wanted is not None and await stands(team_id, wanted))
    if wanted is not None:
        well = well and found
        lines.append(f"{'ok   ' if found else 'FAULT'} the head {head} {'still stands' if found else 'is not there'}")
    return well, lines

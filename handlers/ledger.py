"""Looking through the books from the command line."""

from chatbot.bootstrap import Chatbot
from chatbot.ledger.model import Head, Verdict


async def verify(chatbot: Chatbot, *, head: str | None) -> tuple[bool, list[str]]:
    """Whether the books of every workspace are sound, and a line about each; `head` is one of an earlier report."""
    well, lines, found = True, [], False
    wanted = _head(head) if head else None
    for team_id in await chatbot.networks.teams():
        verdict = await chatbot.ledger.verify(team_id)
        well = well and verdict.is_sound
        lines += _told(team_id, verdict)
        found = found or (wanted is not None and await chatbot.ledger.stands(team_id, wanted))
    if wanted is not None:
        well = well and found
        lines.append(f"{'ok   ' if found else 'FAULT'} the head {head} {'still stands' if found else 'is not there'}")
    return well, lines


def _told(team_id: str, verdict: Verdict) -> list[str]:
    faults = [f"FAULT {team_id}: entry {number} is {fault}" for number, fault in verdict.faults]
    sunk = [f"FAULT {team_id}: {one.account} of {one.fund or one.party} is below zero" for one in verdict.below_zero]
    sound = [f"ok    {team_id}: {verdict.head.number} entries, head {verdict.head.number}:{verdict.head.hash}"]
    return [*faults, *sunk] or sound


def _head(written: str) -> Head:
    number, _, signs = written.partition(":")
    return Head(number=int(number) if number.isdecimal() else 0, hash=signs)

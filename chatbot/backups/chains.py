"""Looking through what must never change: the books and the audit of every workspace."""

from chatbot.backups.model import Chains
from chatbot.bootstrap import Chatbot


async def looked_through(chatbot: Chatbot) -> dict[str, Chains]:
    """Where the chains of each workspace end, and how much is wrong with them."""
    found: dict[str, Chains] = {}
    for team_id in await chatbot.networks.teams():
        audit, books = await chatbot.audit.verify(team_id), await chatbot.ledger.verify(team_id)
        faults = len(audit.faults) + len(books.faults) + len(books.below_zero)
        found[team_id] = Chains(audit=str(audit.head), books=str(books.head), faults=faults)
    return found

"""Private details are opened one by one, as many a day as the work needs: whoever copies them all is stopped."""

from datetime import datetime, time

from chatbot.audit.record import opened
from chatbot.audit.store import records_opened
from chatbot.kit.clock import instant, local_date
from chatbot.kit.database import Tx
from chatbot.network import store
from chatbot.network.model import Network
from chatbot.network.refusals import TooManyOpened
from chatbot.people.model import Person


def since_midnight(network: Network, now: datetime) -> datetime:
    """When the network's day began."""
    return instant(local_date(now, network.zone), time(0), network.zone)


async def opening(tx: Tx, verb: str, subject: str, *, by: Person, detail: str = "") -> None:
    """Private words of this record are about to be opened by a verb: the one way to write that down.

    It is counted and limited here, whatever opens. A record that was opened today may be opened again. Raises
    `TooManyOpened`.
    """
    network = await store.get(tx, by.team_id)
    await tx.in_turn(f"openings:{by.id}")
    before = await records_opened(tx, team_id=by.team_id, person_id=by.id, since=since_midnight(network, tx.now))
    if subject not in before and len(before) >= network.openings_a_day:
        raise TooManyOpened(network.openings_a_day)
    await opened(tx, team_id=by.team_id, actor_id=by.id, verb=verb, subject=subject, detail=detail)

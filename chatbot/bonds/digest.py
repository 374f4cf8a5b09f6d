"""What bonds add to the digests and to the coordinators' weekly report."""

from collections.abc import Sequence

from chatbot.bonds import rules, store
from chatbot.bonds.model import Drive, Pledge, State
from chatbot.bonds.reading import Reading
from chatbot.bonds.statements import Books
from chatbot.kit.clock import local_date
from chatbot.kit.database import Tx
from chatbot.kit.sections import Scope
from chatbot.ledger.service import Ledger

TO_SETTLE = (State.CANCELLED, State.REFUND_REQUESTED)


class BondsSection:
    """Drives that take pledges, a person's own pledges, and what treasurers have to look after."""

    name = "bonds"

    def __init__(self, reading: Reading, ledger: Ledger) -> None:
        self._reading = reading
        self._ledger = ledger

    async def coming(self, tx: Tx, scope: Scope) -> Sequence[Drive]:
        """The drives that take pledges, the one due first at the top."""
        rows = await store.in_states(tx, (State.RAISING,), team_id=scope.team_id)
        drives = await self._reading.whole(tx, scope.team_id, rows)
        return [drive for drive in drives if not scope.kinds or drive.purpose in scope.kinds]

    async def mine(self, tx: Tx, scope: Scope, *, person_id: int) -> Sequence[Pledge]:
        """What this person pledged and is still to come."""
        found = await self._reading.pledges(tx, scope.team_id, store.of_person(person_id), store.standing())
        return [pledge for pledge in found if rules.waits(pledge)]

    async def to_settle(self, tx: Tx, scope: Scope) -> Sequence[Drive | Pledge | Books]:
        """Refunds that are due, pledges whose day is over, and the head of the books."""
        today = local_date(tx.now, scope.zone)
        drives = await self._reading.whole(
            tx, scope.team_id, await store.in_states(tx, TO_SETTLE, team_id=scope.team_id)
        )
        found = await self._reading.pledges(tx, scope.team_id, store.standing(), store.due_before(today))
        head = await self._ledger.head(tx, scope.team_id)
        return [
            *drives,
            *(pledge for pledge in found if rules.waits(pledge)),
            *([Books(head=head)] if head.number else []),
        ]

"""Who goes with whom, kept true whenever seats, cars or riders change. Inside a verb that holds the need's row."""

from collections import defaultdict
from collections.abc import Iterable

from chatbot.kit.database import Tx
from chatbot.kit.outbox import Outbox
from chatbot.needs import rules
from chatbot.needs.model import Kind, Need, State
from chatbot.needs.reading import Reading
from chatbot.needs.rides import store
from chatbot.needs.rides.model import Rider
from chatbot.people.service import People
from chatbot.signups.model import SeatRole
from chatbot.signups.occasions import Occasion

STRANDED, RIDERS = "needs.stranded", "needs.riders"


class Carrying:
    """Gives riders their cars, and sees that nobody loses one unsaid."""

    def __init__(self, outbox: Outbox, reading: Reading, people: People) -> None:
        self._outbox = outbox
        self._reading = reading
        self._people = people

    async def seats_changed(self, tx: Tx, occasion: Occasion, by: int | None) -> None:
        """Someone took a seat in this need or gave one up."""
        need = await self._reading.by_code(tx, occasion.team_id, occasion.code)
        if need.kind is Kind.RIDE:
            await self.settle(tx, need, by=by)

    async def settle(self, tx: Tx, before: Need, *, by: int | None) -> Need:
        """Keep whoever has a car in it and give the others one with room; `before` is what was written down so far.

        Coordinators hear of riders who have no car any more; drivers of riders who came or went by someone else's hand,
        in one word when several do.
        """
        need = await self._reading.by_code(tx, before.team_id, before.code)
        given = rules.going_with(need)
        lost = False
        for rider in need.riders:
            driver = given.get(rider.id)
            if rider.driver_id != driver:
                await store.give(tx, rider.id, driver)
                lost = lost or driver is None
        if need.state is not State.OPEN:
            return need
        if lost:
            await self._tell_coordinators(tx, need)
        after = await self._reading.by_code(tx, before.team_id, before.code)
        await self._tell_drivers(tx, before, after, by)
        return after

    async def _tell_coordinators(self, tx: Tx, need: Need) -> None:
        """Whoever wrote it down, while they coordinate; else everyone who does."""
        everyone = [one.id for one in await self._people.coordinating(tx, need.team_id, need.area)]
        for person_id in [need.created_by] if need.created_by in everyone else everyone:
            await self._outbox.tell(tx, team_id=need.team_id, person_id=person_id, view=STRANDED, need=need.id)

    async def _tell_drivers(self, tx: Tx, before: Need, after: Need, by: int | None) -> None:
        had, have = _carried(before.riders), _carried(after.riders)
        for driver in after.roster.holders(SeatRole.DRIVER):
            number = driver.person_id
            if driver.reachable and number != by and had[number] != have[number]:
                await self._outbox.tell_soon(tx, team_id=after.team_id, person_id=number, view=RIDERS, need=after.id)


def _carried(riders: Iterable[Rider]) -> defaultdict[int | None, set[int]]:
    found: defaultdict[int | None, set[int]] = defaultdict(set)
    for rider in riders:
        found[rider.driver_id].add(rider.id)
    return found

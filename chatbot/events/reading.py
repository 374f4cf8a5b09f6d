"""Events read whole, inside a verb: the row and everyone who comes, in few statements however many there are."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from chatbot.events import rules, store
from chatbot.events.model import Event, State, subject
from chatbot.events.refusals import NoSuchEvent
from chatbot.kit.database import Tx
from chatbot.kit.ids import parse_code
from chatbot.places.service import Places
from chatbot.signups.model import Roster
from chatbot.signups.rosters import Rosters


class Reading:
    """Finds events for the verbs of this room, for the seats and for the digest."""

    def __init__(self, places: Places, rosters: Rosters) -> None:
        self._places = places
        self._rosters = rosters

    async def by_code(self, tx: Tx, team_id: str, code: str, *, to_change: bool = False) -> Event:
        """The event, its row locked when it is going to change. Raises `NoSuchEvent`."""
        row = await store.by_code(tx, team_id, parse_code(code) or "", to_change=to_change)
        if row is None:
            raise NoSuchEvent(code[:12])
        return (await self.whole(tx, [row]))[0]

    async def by_id(self, tx: Tx, team_id: str, event_id: int) -> Event:
        found = await self.numbered(tx, team_id, [event_id])
        if not found:
            raise NoSuchEvent(str(event_id))
        return found[0]

    async def numbered(self, tx: Tx, team_id: str, numbers: Collection[int]) -> list[Event]:
        """The events of these numbers, whatever became of them."""
        return await self.whole(tx, await store.numbered(tx, team_id, numbers))

    async def coming(self, tx: Tx, team_id: str) -> list[Event]:
        """What people can still come to, the next first."""
        found = await self.whole(tx, await store.coming(tx, team_id, _yesterday(tx)))
        return [one for one in found if rules.stands(one, tx.now)]

    async def between(self, tx: Tx, first: date, last: date, *, team_id: str | None = None) -> list[Event]:
        """What was not cancelled on these local days, in this workspace or in all."""
        return await self.whole(tx, await store.between(tx, first, last, team_id=team_id))

    async def of_series(self, tx: Tx, series_id: int, *, to_change: bool = False) -> list[Event]:
        """The dates of a series that people can still come to; locked when they are going to change."""
        found = await self.whole(tx, await store.of_series(tx, series_id, _yesterday(tx), to_change=to_change))
        return [one for one in found if rules.stands(one, tx.now)]

    async def next_of_each_series(self, tx: Tx) -> list[Event]:
        """Of every workspace's series the date that comes next."""
        found = await self.whole(tx, await store.in_series(tx, _yesterday(tx)))
        return rules.first_of_each([one for one in found if rules.stands(one, tx.now)])[0]

    async def whole(self, tx: Tx, rows: Sequence[store.EventRow]) -> list[Event]:
        """The events of these rows, which may be of several workspaces, in the order of the rows."""
        rosters: dict[str, Roster] = {}
        for team in {row.team_id for row in rows}:
            of_team = [subject(row.id) for row in rows if row.team_id == team]
            rosters |= await self._rosters.of(tx, team_id=team, subjects=of_team)
        places = {
            (row.team_id, row.place_id): await self._places.get(tx, row.team_id, row.place_id)
            for row in rows
            if row.place_id is not None
        }
        return [
            Event(
                id=row.id,
                team_id=row.team_id,
                code=row.code,
                facts=store.facts(row),
                place=places[row.team_id, row.place_id].name if row.place_id is not None else "",
                when=store.when(row),
                has_link=bool(row.has_link),
                series_id=row.series_id,
                slot=row.slot,
                apart=row.apart,
                state=State(row.state),
                cancelled_because=row.cancelled_because,
                created_by=row.created_by,
                roster=rosters[subject(row.id)],
            )
            for row in rows
        ]


def _yesterday(tx: Tx) -> date:
    """The earliest local day anywhere on which something may still go on."""
    return tx.now.date() - timedelta(days=1)
